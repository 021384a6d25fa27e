using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>The form that says who holds the seats.</summary>
public static class ChooseSeatsCard
{
    /// <summary>The input: ids of candidates.</summary>
    public const string Chosen = "chosen";

    /// <summary>Input of the reason.</summary>
    public const string Reason = "reason";

    /// <summary>Most people on the form: more would not fit a card. Those with a seat come first, then the alternates in order.</summary>
    public const int MostPeople = 70;

    /// <summary>The card.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">The delegation.</param>
    /// <param name="chosen">Who is ticked: those who hold a seat, or what was sent before.</param>
    /// <param name="flaw">Why it could not be saved; null at first.</param>
    /// <param name="reason">The reason as sent before.</param>
    public static AdaptiveCard For(Texts texts, DelegationView view, IEnumerable<string> chosen, string? flaw = null, string? reason = null)
    {
        var people = view.Members.Take(MostPeople).ToImmutableArray();
        return Ui.Card(
            texts.Language,
            [
                Ui.Heading(texts.Say("delegation.seats-heading", ("city", view.City))),
                MemberLines.Flaw(flaw),
                Ui.Text(texts.Say("delegation.seats-question", ("seats", view.Plan.Seats))),
                new AdaptiveChoiceSetInput
                {
                    Id = Chosen,
                    Label = texts["delegation.seats-label"],
                    IsMultiSelect = true,
                    Style = AdaptiveChoiceInputStyle.Expanded,
                    Wrap = true,
                    Choices = [.. people.Select(m => Ui.Choice(Title(texts, m), m.Id.ToString()))],
                    Value = string.Join(',', chosen.Where(c => people.Any(p => p.Id.ToString() == c))),
                },
                view.Members.Length > people.Length ? Ui.Subtle(texts.Say("delegation.seats-more", ("count", view.Members.Length - people.Length))) : null,
                Ui.Subtle(texts["delegation.seats-hint"]),
                Ui.TextInput(Reason, texts["delegation.anyway-reason"], reason, FrozenRosterCard.ReasonMost, lines: true),
            ],
            Ui.Button(texts["delegation.save"], DelegationVerbs.ChooseSeats, view.Ref.Data(), "positive", inputs: true),
            Ui.Button(texts["delegation.back"], DelegationVerbs.Show, view.Ref.Data()));
    }

    private static string Title(Texts texts, MemberView member) => member.Answer is AnswerState.None
        ? MemberLines.Choice(texts, member)
        : $"{MemberLines.Choice(texts, member)} · {texts[$"delegation.answer.{member.Answer}"]}";
}
