using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>The form that puts nominees in order: a number each.</summary>
public static class RankCard
{
    /// <summary>Most people on the form; those behind them keep their order.</summary>
    public const int MostPeople = 40;

    /// <summary>The input with the place of a nominee.</summary>
    public static string InputOf(MemberView member) => $"rank-{member.Id}";

    /// <summary>The card.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">The delegation.</param>
    /// <param name="ranked">Its nominees in their order.</param>
    /// <param name="flaw">Why it could not be saved; null at first.</param>
    /// <param name="written">What was written into an input; null for its place.</param>
    public static AdaptiveCard For(Texts texts, DelegationView view, IReadOnlyList<MemberView> ranked, string? flaw = null, Func<MemberView, string?>? written = null) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(texts.Say("rank.heading", ("city", view.City))),
            MemberLines.Flaw(flaw),
            Ui.Text(texts["rank.what"]),
            .. ranked.Take(MostPeople).Select((m, i) => Place(texts, m, written?.Invoke(m) ?? $"{i + 1}")),
            ranked.Count > MostPeople ? Ui.Subtle(texts.Say("rank.more", ("count", ranked.Count - MostPeople))) : null,
        ],
        Ui.Button(texts["delegation.save"], DelegationVerbs.SetRanks, view.Ref.Data(), "positive", inputs: true),
        Ui.Button(texts["delegation.back"], DelegationVerbs.Show, view.Ref.Data()));

    private static AdaptiveTextInput Place(Texts texts, MemberView member, string value) => new()
    {
        Id = InputOf(member),
        Label = member.Seat is null ? MemberLines.Choice(texts, member) : $"{MemberLines.Choice(texts, member)} · {texts["rank.seated"]}",
        Value = value,
        MaxLength = 4,
    };
}
