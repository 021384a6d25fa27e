using System.Collections.Immutable;
using System.Globalization;

using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Delegations.Selection;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>What the nominees of a delegation come to, for somebody who forms it.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Outcome">What was found.</param>
/// <param name="Kept">Who was kept in and out.</param>
public sealed record ProposalView(DelegationView Delegation, ProposalOutcome Outcome, Kept Kept)
{
    /// <summary>The name of a candidate.</summary>
    public string NameOf(CandidateId id) => MemberLines.Isolated(MemberLines.Short(Delegation.Members.FirstOrDefault(m => m.Id == id)?.Name ?? "?"));

    /// <summary>The data of a button: who is kept, and more.</summary>
    public VerbData Data(params ReadOnlySpan<(string Name, string Value)> more) =>
        Delegation.Ref.Data([(ProposalCard.WasIn, Ids(Kept.In)), (ProposalCard.WasOut, Ids(Kept.Out)), .. more]);

    internal static string Ids(IEnumerable<CandidateId> ids) => string.Join(',', ids);
}

/// <summary>The proposal: who, why, how they stand, who is left out, and what a person can do about it.</summary>
public static class ProposalCard
{
    /// <summary>Verb that asks for a proposal. Changes nothing. Data: exchange, delegation, kept in and out.</summary>
    public const string AskVerb = "proposal.ask";

    /// <summary>Verb that shows the form to keep people in or out, and to try a swap. Changes nothing.</summary>
    public const string AdjustVerb = "proposal.adjust";

    /// <summary>Verb that gives the seats to those proposed.</summary>
    public const string AcceptVerb = "proposal.accept";

    /// <summary>Verb that shows what a swap changes. Changes nothing.</summary>
    public const string SwapVerb = "proposal.swap";

    /// <summary>Verb that changes the plan as offered.</summary>
    public const string ChangeVerb = "proposal.change";

    /// <summary>Input and data: who is kept in.</summary>
    public const string In = "keepIn";

    /// <summary>Input and data: who is kept out.</summary>
    public const string Out = "keepOut";

    /// <summary>Data: who was kept in when the card was made.</summary>
    public const string WasIn = "wasIn";

    /// <summary>Data: who was kept out when the card was made.</summary>
    public const string WasOut = "wasOut";

    /// <summary>Data: who is proposed.</summary>
    public const string Chosen = "chosen";

    /// <summary>Input: why these people.</summary>
    public const string Reason = "reason";

    /// <summary>Input: who leaves.</summary>
    public const string Leaves = "leaves";

    /// <summary>Input: who comes.</summary>
    public const string Comes = "comes";

    /// <summary>Data: which change.</summary>
    public const string Change = "change";

    private const int MostLeftOut = 10;

    /// <summary>The card of an outcome.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">The outcome.</param>
    /// <param name="note">What was just done, or what is the matter; null for nothing.</param>
    public static AdaptiveCard For(Texts texts, ProposalView view, string? note = null) => view.Outcome switch
    {
        Proposed p => Found(texts, view, p, note),
        NoneFits n => NoneFitsCard.For(texts, view, n, note),
        TooFewPeople f => Plain(texts, view, texts.Say("proposal.too-few", ("count", f.People), ("people", f.People), ("seats", f.Seats)), note, f.Changes),
        _ => Plain(texts, view, texts["proposal.not-settled"], note, []),
    };

    /// <summary>The delegation in a sentence, for the notification and a screen reader.</summary>
    public static string Summary(Texts texts, ProposalView view) => texts.Say("proposal.heading", ("city", view.Delegation.City));

    private static AdaptiveCard Found(Texts texts, ProposalView view, Proposed proposed, string? note)
    {
        var members = view.Delegation.Members.ToDictionary(m => m.Id);
        var data = view.Data((Chosen, ProposalView.Ids(proposed.Chosen.Select(c => c.Id))));
        return Ui.Card(
            texts.Language,
            [
                Ui.Heading(Summary(texts, view)),
                MemberLines.Note(note),
                Ui.Box(
                    proposed.IsProven ? AdaptiveContainerStyle.Good : AdaptiveContainerStyle.Warning,
                    [.. Why(texts, proposed).Select(t => Ui.Text(t)), Ui.Bullets(proposed.Balance.Gaps.Select(g => GapText.Of(texts, g, view.NameOf)))]),
                Ui.Section(texts["proposal.chosen"]),
                .. proposed.Chosen.Select((c, i) => MemberLines.Of(texts, members[c.Id] with { Answer = members[c.Id].Seat is null ? AnswerState.None : members[c.Id].Answer }, i + 1)),
                .. LeftOutLines(texts, view, proposed),
                Why(texts),
            ],
            Ui.Button(texts["proposal.accept"], AcceptVerb, data, "positive", inputs: true),
            proposed.LeftOut.Any(l => l.Reason is not LeftOutReason.WontCome) ? Ui.Button(texts["proposal.settle"], AdjustVerb, view.Data()) : null,
            Ui.Button(texts["delegation.back"], DelegationVerbs.Show, view.Delegation.Ref.Data()));
    }

    /// <summary>The question why, before people are seated.</summary>
    internal static AdaptiveElement Why(Texts texts) => Ui.TextInput(Reason, texts["delegation.anyway-reason"], null, FrozenRosterCard.ReasonMost, lines: true);

    private static IEnumerable<string> Why(Texts texts, Proposed proposed)
    {
        yield return texts[proposed.IsProven ? "proposal.proven" : "proposal.unproven"];
        if (proposed is { IsProven: false, Gap: > 0 })
            yield return texts.Say("proposal.gap", ("points", Points(texts, proposed.Gap)));
        if (!proposed.TiesSettled)
            yield return texts["proposal.ties-open"];
        yield return proposed.Score is { } score ? texts.Say("proposal.why-scores", ("points", Points(texts, score))) : texts["proposal.why"];
    }

    private static string Points(Texts texts, long tenths) => (tenths / 10m).ToString("0.#", CultureInfo.GetCultureInfo(texts.Language.Code));

    private static IEnumerable<AdaptiveElement?> LeftOutLines(Texts texts, ProposalView view, Proposed proposed)
    {
        if (proposed.LeftOut.IsEmpty)
            yield break;
        yield return Ui.Section(texts["proposal.left-out"]);
        yield return Ui.Bullets(proposed.LeftOut.Take(MostLeftOut).Select(l => l.Reason is { } why ? $"{view.NameOf(l.Candidate.Id)}: {texts[$"proposal.reason.{why}"]}" : view.NameOf(l.Candidate.Id)));
        if (proposed.LeftOut.Length > MostLeftOut)
            yield return Ui.Subtle(texts.Say("proposal.more", ("count", proposed.LeftOut.Length - MostLeftOut)));
    }

    private static AdaptiveCard Plain(Texts texts, ProposalView view, string text, string? note, ImmutableArray<PlanChange> changes) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(Summary(texts, view)), MemberLines.Note(note), Ui.Box(AdaptiveContainerStyle.Attention, Ui.Text(text)),
            changes.IsEmpty ? null : Ui.Text(texts["proposal.changes"]),
            .. changes.Select(c => NoneFitsCard.Offer(texts, view, c)),
        ],
        Ui.Button(texts["delegation.add"], DelegationVerbs.Add, view.Delegation.Ref.Data()),
        view.Delegation.MayDecide ? Ui.Button(texts["delegation.edit-plan"], DelegationVerbs.Plan, view.Delegation.Ref.Data()) : null,
        Ui.Button(texts["delegation.back"], DelegationVerbs.Show, view.Delegation.Ref.Data()));
}

/// <summary>That no delegation fits the plan: which wishes conflict, and the smallest changes as buttons.</summary>
public static class NoneFitsCard
{
    /// <summary>The card.</summary>
    public static AdaptiveCard For(Texts texts, ProposalView view, NoneFits none, string? note) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(ProposalCard.Summary(texts, view)),
            MemberLines.Note(note),
            Ui.Box(
                AdaptiveContainerStyle.Attention, Ui.Section(texts["proposal.none"]), Ui.Text(texts["proposal.conflict"]),
                Ui.Bullets(none.Conflict.Select(r => PlanRuleText.Of(texts, r, view.NameOf)))),
            Ui.Text(texts[none.Changes.IsEmpty ? "proposal.no-changes" : "proposal.changes"]),
            .. none.Changes.Select(c => Offer(texts, view, c)),
            none.Wanted.IsEmpty ? null : Ui.Text(texts.Say("proposal.wanted", ("wanted", texts.List([.. none.Wanted.Select(r => PlanRuleText.Of(texts, r, view.NameOf))])))),
        ],
        Ui.Button(texts["delegation.add"], DelegationVerbs.Add, view.Delegation.Ref.Data()),
        view.Delegation.MayDecide ? Ui.Button(texts["delegation.edit-plan"], DelegationVerbs.Plan, view.Delegation.Ref.Data()) : null,
        Ui.Button(texts["delegation.back"], DelegationVerbs.Show, view.Delegation.Ref.Data()));

    /// <summary>A change that was found, with its button for those who may make it.</summary>
    internal static AdaptiveElement Offer(Texts texts, ProposalView view, PlanChange change) => Ui.Row(
        Ui.Text(string.Join("; ", Lines(texts, view, change))),
        view.Delegation.MayDecide || change.Plan == view.Delegation.Plan ? Ui.Button(texts["proposal.apply"], ProposalCard.ChangeVerb, view.Data((ProposalCard.Change, KeyOf(change)))) : null);

    /// <summary>What tells a change from the others on its card.</summary>
    public static string KeyOf(PlanChange change) => string.Join('|', change.Loosened.Select(r => $"{r.Kind}.{r.Limit}.{r.Code}.{r.One}.{r.Other}"));

    // A rule loosened twice is said once, as it is in the end.
    private static IEnumerable<string> Lines(Texts texts, ProposalView view, PlanChange change) => change.Loosened
        .GroupBy(r => (r.Kind, r.Code, r.One, r.Other))
        .Select(g => PlanRuleText.Loosened(texts, g.Last(), view.NameOf));
}

/// <summary>What a swap does to the balance, before it is made.</summary>
public static class SwapCard
{
    /// <summary>The card.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="view">The proposal it is about.</param>
    /// <param name="swap">What changes.</param>
    /// <param name="leaves">Who leaves.</param>
    /// <param name="comes">Who comes.</param>
    /// <param name="chosen">Who would hold the seats then.</param>
    public static AdaptiveCard For(Texts texts, ProposalView view, Swap swap, CandidateId leaves, CandidateId comes, IEnumerable<CandidateId> chosen) => Ui.Card(
        texts.Language,
        [
            Ui.Heading(texts.Say("proposal.swap-heading", ("comes", view.NameOf(comes)), ("leaves", view.NameOf(leaves)))),
            Side(texts, view, "proposal.before", swap.Before),
            Side(texts, view, "proposal.after", swap.After),
            ProposalCard.Why(texts),
        ],
        Ui.Button(texts["proposal.take-swap"], ProposalCard.AcceptVerb, view.Data((ProposalCard.Chosen, ProposalView.Ids(chosen))), "positive", inputs: true),
        Ui.Button(texts["delegation.back"], ProposalCard.AskVerb, view.Data((ProposalCard.In, ProposalView.Ids(view.Kept.In)), (ProposalCard.Out, ProposalView.Ids(view.Kept.Out)))));

    private static AdaptiveElement? Side(Texts texts, ProposalView view, string label, Balance balance) => Ui.Box(
        balance.FitsPlan ? AdaptiveContainerStyle.Good : AdaptiveContainerStyle.Warning,
        Ui.Section(texts[label]),
        balance.FitsPlan ? Ui.Text(texts["proposal.fits"]) : null,
        Ui.Bullets(balance.Gaps.Select(g => GapText.Of(texts, g, view.NameOf))));
}
