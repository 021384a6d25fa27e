using System.Collections.Immutable;

using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Exchanges;

/// <summary>
/// Undo by inverse events: when a commit is folded, the events that would take it back are worked out from the state before it. Undoing
/// appends them, so the record keeps both what was done and that it was undone.
/// </summary>
internal static class Undo
{
    /// <summary>How many commands can be undone, the newest first.</summary>
    private const int Depth = 20;

    /// <summary>The history after a commit.</summary>
    public static ImmutableArray<Undoable> Remember(ExchangeState before, Commit commit, ImmutableArray<Event?> inverses)
    {
        if (commit.Events is [CommandUndone undone, ..])
            return before.History.RemoveAll(u => u.Command == undone.Command);
        if (commit.Actor is not { Person: { } person, Standing: not Standing.Bot } || inverses.Any(i => i is null))
            return before.History;
        var undoable = new Undoable(commit.Id, person, commit.At, [.. inverses.Reverse().Select(i => i!)]);
        return [undoable, .. before.History.Take(Depth - 1)];
    }

    /// <summary>What undoing the last command of a person comes to.</summary>
    public static Outcome Decide(ExchangeState state, PersonId person)
    {
        if (state.History.FirstOrDefault(u => u.By == person) is not { } last)
            return new NothingToUndo();
        var current = state;
        foreach (var inverse in last.Inverse)
        {
            if (!Fits(current, inverse))
                return new CannotUndoAnyMore();
            current = Evolution.Apply(current, inverse, state.LastAt);
        }

        return Outcome.Accept([new CommandUndone(last.Command), .. last.Inverse]);
    }

    /// <summary>The event that takes one back, worked out from the state before it; null when nothing does.</summary>
    public static Event? InverseOf(ExchangeState before, Event happened) => happened switch
    {
        DesignChanged when before.Exchange is { } x => new DesignChanged(x.Design),
        TermsSet when before.Exchange is { Terms: { } terms } x => new TermsSet(terms, x.TermsRevision),
        DeadlinesSet when before.Exchange?.Deadlines is { } deadlines => new DeadlinesSet(deadlines),
        CoordinatorAdded e => new CoordinatorRemoved(e.Person),
        ExchangeCancelled => new ExchangeRestored(),
        CityAdded e => new CityRemoved(e.Delegation),
        CityRemoved e => new CityAdded(e.Delegation, before.Delegations[e.Delegation].City),
        SeatPlanSet e => new SeatPlanSet(e.Delegation, before.Delegations[e.Delegation].Plan),
        LeadNamed e => new LeadNamed(e.Delegation, before.Delegations[e.Delegation].Lead),
        CandidateNominated e => new CandidateWithdrawn(e.Delegation, e.Candidate.Id),
        CandidateCorrected e => new CandidateCorrected(e.Delegation, before.Delegations[e.Delegation].Candidates[e.Candidate.Id]),
        CandidateWithdrawn e => new CandidateNominated(e.Delegation, before.Delegations[e.Delegation].Candidates[e.Candidate]),
        SeatTaken e => new SeatVacated(e.Delegation, e.Seat, e.Candidate),
        SeatVacated e => new SeatTaken(e.Delegation, e.Seat, e.Candidate),
        DelegationConfirmed e => new DelegationReopened(e.Delegation),
        DelegationReopened e => new DelegationConfirmed(e.Delegation),
        InvitationSent e => new InvitationRecalled(e.Invitation),
        _ => null,
    };

    // Others may have acted since: an inverse is taken only where it still means what it meant.
    private static bool Fits(ExchangeState state, Event inverse) => inverse switch
    {
        InvitationRecalled e => state.Invitations.TryGetValue(e.Invitation, out var i) && i is { Recalled: false, Rsvp: null },
        CityRemoved e => state.Delegations.TryGetValue(e.Delegation, out var d) && d.Candidates.IsEmpty,
        CityAdded e => !state.Delegations.ContainsKey(e.Delegation),
        CandidateWithdrawn e => Has(state, e.Delegation, e.Candidate) && state.InvitationOf(e.Candidate) is null && SeatOf(state, e.Delegation, e.Candidate) is null,
        CandidateNominated e => state.Delegations.TryGetValue(e.Delegation, out var d) && d.Candidates.Values.All(c => c.Person != e.Candidate.Person),
        CandidateCorrected e => Has(state, e.Delegation, e.Candidate.Id),
        SeatVacated e => SeatOf(state, e.Delegation, e.Candidate) == e.Seat && state.InvitationOf(e.Candidate) is null,
        SeatTaken e => Has(state, e.Delegation, e.Candidate) && SeatOf(state, e.Delegation, e.Candidate) is null
            && state.Delegations[e.Delegation].Seats.Any(s => s.Number == e.Seat && s.Holder is null),
        SeatPlanSet e => state.Delegations.TryGetValue(e.Delegation, out var d) && d.Seated.Count() <= e.Plan.Seats,
        DelegationEvent e => state.Delegations.ContainsKey(e.Delegation),
        ExchangeRestored => state.Exchange!.Stage is Stage.Cancelled,
        _ => state.Exchange!.Stage is not Stage.Cancelled,
    };

    private static bool Has(ExchangeState state, DelegationId delegation, CandidateId candidate) =>
        state.Delegations.TryGetValue(delegation, out var d) && d.Candidates.ContainsKey(candidate);

    private static SeatNumber? SeatOf(ExchangeState state, DelegationId delegation, CandidateId candidate) =>
        state.Delegations.TryGetValue(delegation, out var d) ? d.SeatOf(candidate) : null;
}
