using System.Collections.Immutable;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Delegations.Selection;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Proposes the best delegation that fits the plan; a person settles some of it, tries swaps, and decides.</summary>
public sealed class ProposeTheSeats(WhichDelegation which, DelegationDesk desk, DelegationReasons reasons, ChangeFrozenRoster frozen, TimeProvider time) : IChatFeature, ICardFeature
{
    // An invoke is answered within five seconds; what was found by then is shown with what is proven of it.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("propose", Where.Personal, false, 205, AskAsync, HelpTopic.Delegations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new(ProposalCard.AskVerb, (turn, press, ct) => desk.OnAsync(turn, press, async open => await ShownAsync(turn, open, Said(press, ProposalCard.In, ProposalCard.Out), null, ct), ct)),
        new(ProposalCard.AdjustVerb, (turn, press, ct) => desk.OnAsync(turn, press, open => AdjustAsync(turn, open, press, ct), ct)),
        new(ProposalCard.AcceptVerb, (turn, press, ct) => desk.OnAsync(turn, press, open => AcceptAsync(turn, open, press, ct), ct)),
        new(ProposalCard.SwapVerb, (turn, press, ct) => desk.OnAsync(turn, press, open => SwapAsync(turn, open, press, ct), ct)),
        new(ProposalCard.ChangeVerb, (turn, press, ct) => desk.OnAsync(turn, press, open => ChangeAsync(turn, open, press, ct), ct)),
    ];

    private async ValueTask AskAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await which.AskedAsync(turn, argument, true, cancellationToken) is not { } open)
            return;
        var view = await ViewAsync(turn, open, Kept.Nobody, cancellationToken);
        turn.Replies.Show(ProposalCard.For(turn.Texts, view), ProposalCard.Summary(turn.Texts, view));
    }

    private async ValueTask<PressAnswer> AdjustAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(turn, open, Said(press, ProposalCard.WasIn, ProposalCard.WasOut), cancellationToken);
        return new PressAnswer.Replaced(view.Outcome is Proposed proposed ? AdjustProposalCard.For(turn.Texts, view, proposed) : ProposalCard.For(turn.Texts, view));
    }

    private async ValueTask<PressAnswer> AcceptAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var why = press.Text(ProposalCard.Reason);
        var choose = new ChooseSeats(open.Delegation.Id, Ids(press, ProposalCard.Chosen));
        if (DelegationDesk.WouldRefuse(turn, open, choose) is null)
            choose = choose with { Reason = await reasons.KeepAsync(open.Delegation, why, cancellationToken) };
        var (now, refusal) = await desk.SendAsync(turn, open, choose, "accept", cancellationToken);
        if (refusal is RosterIsFrozen)
            return await frozen.AskAsync(turn, now, choose.Candidates, why, cancellationToken);
        return refusal is CandidateUnknown
            ? await ShownAsync(turn, now, Said(press, ProposalCard.WasIn, ProposalCard.WasOut), turn.Texts["proposal.changed"], cancellationToken)
            : await desk.ReplacedAsync(turn, now, refusal is null ? Say.WithUndo(turn.Texts, "proposal.accepted") : await desk.SayAsync(turn, refusal, cancellationToken), cancellationToken);
    }

    private async ValueTask<PressAnswer> SwapAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var kept = Said(press, ProposalCard.WasIn, ProposalCard.WasOut);
        var chosen = Ids(press, ProposalCard.Chosen);
        if (press.Id(ProposalCard.Leaves) is not { } leaves || press.Id(ProposalCard.Comes) is not { } comes)
            return await ShownAsync(turn, open, kept, turn.Texts["proposal.swap-choose"], cancellationToken);
        var candidates = open.Delegation.Candidates;
        if (!chosen.All(candidates.ContainsKey) || !candidates.TryGetValue(new CandidateId(comes), out var coming)
            || Swap.Of(open.Delegation.Plan, [.. chosen.Select(c => candidates[c])], new CandidateId(leaves), coming) is not { } swap)
            return await ShownAsync(turn, open, kept, turn.Texts["proposal.changed"], cancellationToken);
        var view = await ViewAsync(turn, open, kept, cancellationToken);
        return new PressAnswer.Replaced(SwapCard.For(turn.Texts, view, swap, new CandidateId(leaves), coming.Id, chosen.Select(c => c.Value == leaves ? coming.Id : c)));
    }

    private async ValueTask<PressAnswer> ChangeAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var kept = Said(press, ProposalCard.WasIn, ProposalCard.WasOut);
        // What was offered is worked out anew: the card carries only which of the offers was meant.
        if (Offered(Outcome(open, kept)).FirstOrDefault(c => NoneFitsCard.KeyOf(c) == press.Text(ProposalCard.Change)) is not { } change)
            return await ShownAsync(turn, open, kept, turn.Texts["proposal.changed"], cancellationToken);
        if (change.Plan == open.Delegation.Plan)
            return await ShownAsync(turn, open, change.Kept, null, cancellationToken);
        var (now, refusal) = await desk.SendAsync(turn, open, new SetSeatPlan(open.Delegation.Id, change.Plan), "change", cancellationToken);
        return await ShownAsync(turn, now, refusal is null ? change.Kept : kept, refusal is null ? Say.WithUndo(turn.Texts, "proposal.applied") : await desk.SayAsync(turn, refusal, cancellationToken), cancellationToken);
    }

    private static ImmutableArray<PlanChange> Offered(ProposalOutcome outcome) => outcome switch
    {
        NoneFits none => none.Changes,
        TooFewPeople few => few.Changes,
        _ => [],
    };

    private async ValueTask<PressAnswer> ShownAsync(Turn turn, OpenDelegation open, Kept kept, string? note, CancellationToken cancellationToken) =>
        new PressAnswer.Replaced(ProposalCard.For(turn.Texts, await ViewAsync(turn, open, kept, cancellationToken), note));

    private async ValueTask<ProposalView> ViewAsync(Turn turn, OpenDelegation open, Kept kept, CancellationToken cancellationToken) =>
        new(await desk.ViewAsync(turn, open, cancellationToken), Outcome(open, kept), kept);

    private ProposalOutcome Outcome(OpenDelegation open, Kept kept)
    {
        var began = time.GetTimestamp();
        return Proposals.For(open.State, open.Delegation, kept, SelectionBudget.Usual with { GoOn = () => time.GetElapsedTime(began) < Longest });
    }

    private static Kept Said(Press press, string keptIn, string keptOut) => new(Ids(press, keptIn), Ids(press, keptOut));

    private static ImmutableArray<CandidateId> Ids(Press press, string name) =>
        [.. press.Choices(name).Select(c => Guid.TryParse(c, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Select(CandidateId.From)];
}
