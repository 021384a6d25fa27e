using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>The card on which a nominee is chosen, to be corrected or removed, and what else is done about nominees.</summary>
public static class NomineeCards
{
    /// <summary>The input, and the member of a button's data, with the id of a candidate.</summary>
    public const string Candidate = "candidate";

    /// <summary>All nominees, to choose one of.</summary>
    public static AdaptiveCard Choose(Texts texts, DelegationView view, string? chosen = null, string? flaw = null) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(texts.Say("delegation.nominees-heading", ("city", view.City))),
            MemberLines.Flaw(flaw),
            new AdaptiveChoiceSetInput
            {
                Id = Candidate,
                Label = texts["delegation.nominees-label"],
                IsRequired = true,
                ErrorMessage = texts["delegation.nominees-none"],
                Style = AdaptiveChoiceInputStyle.Compact,
                Wrap = true,
                Choices = [.. view.Members.Take(ChooseSeatsCard.MostPeople).Select(m => Ui.Choice(MemberLines.Choice(texts, m), m.Id.ToString()))],
                Value = chosen,
            },
            Ui.Subtle(texts["delegation.nominees-hint"]),
        ],
        Ui.Button(texts["delegation.correct"], DelegationVerbs.Nominee, view.Ref.Data(), inputs: true),
        Ui.Button(texts["delegation.remove"], DelegationVerbs.Remove, view.Ref.Data(), "destructive", inputs: true),
        Ui.Button(texts["nominee.new"], DelegationVerbs.Blank, view.Ref.Data()),
        Ui.Button(texts["nominee.rank"], DelegationVerbs.Ranks, view.Ref.Data()),
        Ui.Button(texts["nominee.past"], DelegationVerbs.Past, view.Ref.Data()),
        Ui.Button(texts["delegation.back"], DelegationVerbs.Show, view.Ref.Data()));

    /// <summary>A choice of sectors.</summary>
    internal static AdaptiveChoiceSetInput SectorChoice(Texts texts, string id, string label, string? value) => new()
    {
        Id = id,
        Label = label,
        Style = AdaptiveChoiceInputStyle.Compact,
        Placeholder = texts["delegation.sector-choose"],
        Choices = [.. Sector.All.Select(s => Ui.Choice(texts[$"sector.{s.Code}"], s.Code))],
        Value = value == Sector.Unknown.Code ? null : value,
    };
}

/// <summary>The form that asks for sectors nobody said.</summary>
public static class SectorsCard
{
    /// <summary>Most people asked for at once: a form longer than that is not filled in.</summary>
    public const int MostPeople = 10;

    /// <summary>The input with the sector of a candidate.</summary>
    public static string InputOf(CandidateId candidate) => $"sector-{candidate}";

    /// <summary>The card.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">The delegation; at least one nominee's sector is not known.</param>
    /// <param name="note">What was just done, a line each; null for nothing.</param>
    public static AdaptiveCard For(Texts texts, DelegationView view, string? note)
    {
        var unknown = view.Members.Where(m => m.Sector == Sector.Unknown).ToList();
        return Ui.Card(
            texts.Language,
            [
                Ui.Heading(texts.Say("delegation.sectors-heading", ("city", view.City))),
                MemberLines.Note(note),
                Ui.Text(texts["delegation.sectors-question"]),
                .. unknown.Take(MostPeople).Select(m => NomineeCards.SectorChoice(texts, InputOf(m.Id), Label(m), null)),
                unknown.Count > MostPeople ? Ui.Subtle(texts.Say("delegation.sectors-more", ("count", unknown.Count - MostPeople))) : null,
            ],
            Ui.Button(texts["delegation.save"], DelegationVerbs.SetSectors, view.Ref.Data(), "positive", inputs: true),
            Ui.Button(texts["delegation.later"], DelegationVerbs.Show, view.Ref.Data()));
    }

    private static string Label(MemberView member) => string.Join(", ", new[] { member.Name, member.Title, member.Organisation }.OfType<string>().Select(MemberLines.Isolated));
}
