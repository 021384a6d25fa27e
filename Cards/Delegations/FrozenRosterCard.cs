using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>Asks why a frozen roster should change: a coordinator's change is made then, a lead's is asked for.</summary>
public static class FrozenRosterCard
{
    /// <summary>Verb of the change. Data: exchange, delegation, once, in and out (ids, separated by commas); input: <see cref="Reason"/>.</summary>
    public const string ChangeVerb = "delegation.change-frozen";

    /// <summary>Input of the reason.</summary>
    public const string Reason = "reason";

    /// <summary>Most characters of it.</summary>
    public const int ReasonMost = 500;

    /// <summary>The card.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">The delegation.</param>
    /// <param name="coming">Who should come.</param>
    /// <param name="leaving">Who shouldn't any more.</param>
    /// <param name="flaw">What was wrong with the last press; null for nothing.</param>
    /// <param name="why">The reason as said before; null for none.</param>
    public static AdaptiveCard For(
        Texts texts, DelegationView view, ImmutableArray<CandidateId> coming, ImmutableArray<CandidateId> leaving, string? flaw = null, string? why = null) => Ui.Card(texts.Language,
        [
            Ui.Heading(texts.Say("delegation.frozen-heading", ("city", view.City))),
            MemberLines.Flaw(flaw),
            Ui.Fact(texts["attention.change-in"], Names(texts, view, coming)),
            Ui.Fact(texts["attention.change-out"], Names(texts, view, leaving)),
            Ui.Text(texts[view.MayDecide ? "delegation.frozen-own" : "delegation.frozen-lead"]),
            leaving.IsEmpty ? null : Ui.Subtle(texts["delegation.frozen-invited"]),
            Ui.TextInput(Reason, texts["attention.reason"], why, ReasonMost, texts["refusal.ReasonMissing"], lines: true),
        ],
        Ui.Button(texts[view.MayDecide ? "delegation.frozen-change" : "delegation.frozen-ask"], ChangeVerb,
            view.Ref.Data(("in", string.Join(',', coming)), ("out", string.Join(',', leaving))), "positive", inputs: true),
        Ui.Button(texts["delegation.back"], DelegationVerbs.Show, view.Ref.Data()));

    private static string? Names(Texts texts, DelegationView view, ImmutableArray<CandidateId> people) =>
        people.IsEmpty ? null : texts.List(view.Members.Where(m => people.Contains(m.Id)).Select(m => MemberLines.Isolated(m.Name)));
}
