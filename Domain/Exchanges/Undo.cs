using System.Collections.Immutable;

using CoordinatorBot.Domain.Access;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;

namespace CoordinatorBot.Domain.Exchanges;

/// <summary>
/// Undo by inverse events: when a commit is folded, the events that would take it back are worked out from the state before it. Undoing
/// appends them, so the record keeps both what was done and that it was undone.
/// </summary>
internal static class Undo
{
    /// <summary>How many acts can be undone, the newest first.</summary>
    private const int Depth = 20;

    // What undoes an act must fit one commit; a larger act, a list of thousands, is undone in parts of this many steps.
    private const int MostSteps = 4_000;

    /// <summary>The history after a commit.</summary>
    /// <param name="before">State before the commit.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="steps">Its events with their inverses; null for an event that nothing takes back.</param>
    public static ImmutableArray<Undoable> Remember(ExchangeState before, Commit commit, ImmutableArray<UndoStep?> steps)
    {
        if (commit.Events is [CommandUndone undone, ..])
            return before.History.RemoveAll(u => u.Commands.Contains(undone.Command));
        if (commit.Actor is not { Person: { } person, Standing: not Standing.Bot } || commit.Events.All(e => e is DutyRetried or RosterExported))
            return before.History;
        // What can't be undone bars the way: "undo" must never reach past the last thing a person did.
        if (steps.Any(s => s is null))
            return before.History.RemoveAll(u => u.By == person);
        var undoable = new Undoable(commit.Act, [commit.Id], person, commit.At, [.. Enumerable.Reverse(steps).Select(s => s!)]);
        if (before.History.FirstOrDefault(u => u.By == person) is not { } last || last.Act != commit.Act || last.Steps.Length + steps.Length > MostSteps)
            return [undoable, .. before.History.Take(Depth - 1)];
        var whole = undoable with { Commands = [commit.Id, .. last.Commands], Steps = [.. undoable.Steps, .. last.Steps] };
        return [whole, .. before.History.Remove(last)];
    }

    /// <summary>What undoing the last act of a person comes to. A lead may take back what they did for their own city, a reviewer what they said.</summary>
    public static Outcome Decide(ExchangeState state, Exchange x, Actor actor)
    {
        var last = actor.Person is { } person ? state.History.FirstOrDefault(u => u.By == person) : null;
        if (!(last is not null && IsTheirs(state, last, actor)) && Permission.ToCoordinate(x, actor) is { } refused)
            return refused;
        if (last is null)
            return new NothingToUndo();
        if (x.Stage is Stage.Cancelled && last.Steps is not [{ Done: ExchangeCancelled }])
            return new ExchangeIsCancelled();
        if (x.Stage is Stage.Underway or Stage.FollowingUp or Stage.Closed && !last.Steps.All(s => s.Done is DesignChanged or CoordinatorAdded or CoordinatorRemoved))
            return new TooLateInStage(x.Stage);
        var current = state;
        foreach (var step in last.Steps)
        {
            if (!Stands(current, step))
                return new CannotUndoAnyMore();
            foreach (var inverse in step.Inverse)
                current = Evolution.Apply(current, inverse, state.LastAt);
        }

        return IsSound(current) ? Outcome.Accept([.. last.Commands.Select(c => new CommandUndone(c)), .. last.Inverse]) : new CannotUndoAnyMore();
    }

    /// <summary>An event with those that take it back, worked out from the state before it; null when nothing does.</summary>
    public static UndoStep? StepOf(ExchangeState before, Event happened)
    {
        ImmutableArray<Event> inverse = happened switch
        {
            DesignChanged when before.Exchange is { } x => [new DesignChanged(x.Design)],
            TermsSet when before.Exchange is { Terms: { } terms } x => [new TermsSet(terms, x.TermsRevision)],
            DeadlinesSet when before.Exchange is { Deadlines: { } deadlines } x => [new DeadlinesSet(deadlines, x.DeadlinesByHand)],
            CoordinatorAdded e => [new CoordinatorRemoved(e.Person)],
            ExchangeCancelled => [new ExchangeRestored()],
            CityAdded e => [new CityRemoved(e.Delegation)],
            CityRemoved e => [.. Restoring(before, before.Delegations[e.Delegation])],
            SeatPlanSet e => [.. Replanning(before.Delegations[e.Delegation], e)],
            LeadNamed e => [new LeadNamed(e.Delegation, before.Delegations[e.Delegation].Lead)],
            CandidateNominated e => [new CandidateWithdrawn(e.Delegation, e.Candidate.Id)],
            CandidateCorrected e => [new CandidateCorrected(e.Delegation, before.Delegations[e.Delegation].Candidates[e.Candidate.Id])],
            CandidatesRanked e => [new CandidatesRanked(e.Delegation, [.. e.Ranks.Select(r => r with { Rank = before.Delegations[e.Delegation].Candidates[r.Candidate].Rank })])],
            ReviewersNamed => [new ReviewersNamed(before.Review.Reviewers)],
            OpinionEvent e => [ReviewEvolution.InverseOf(before.Review, e)],
            PeopleKeptApart e => [new PeopleAskedAgain(e.First, e.Second)],
            CandidateWithdrawn e => [new CandidateNominated(e.Delegation, before.Delegations[e.Delegation].Candidates[e.Candidate])],
            SeatsChosen e => [new SeatsChosen(e.Delegation, 0)],
            SeatTaken e => [new SeatVacated(e.Delegation, e.Seat, e.Candidate)],
            SeatVacated e => [new SeatTaken(e.Delegation, e.Seat, e.Candidate)],
            DelegationConfirmed e => before.Delegations[e.Delegation].Stage is DelegationStage.Proposed
                ? [new DelegationReopened(e.Delegation), new DelegationProposed(e.Delegation)]
                : [new DelegationReopened(e.Delegation)],
            DelegationProposed e => [new DelegationReopened(e.Delegation)],
            ChangeRequested e => [new ChangeTakenBack(e.Delegation, e.Number)],
            RosterThawed e => [new RosterFrozen(e.Delegation)],
            AnswerRulesSet when before.Exchange is { } x => [new AnswerRulesSet(x.Rules)],
            CoordinatorRemoved e => [new CoordinatorAdded(e.Person)],
            InvitationRevived e => [new InvitationLapsed(e.Invitation)],
            InvitationLapsed { GivenAway: true } e => [new InvitationRevived(e.Invitation)],
            SeatKept e when before.Invitations[e.Invitation].OverdueOn is { } due => [new AnswerOverdue(e.Invitation, due)],
            RemindersMuted e => [new RemindersUnmuted(e.Person)],
            RemindersUnmuted e => [new RemindersMuted(e.Person)],
            InvitationSent e => [new InvitationRecalled(e.Invitation)],
            _ => [],
        };
        return inverse.IsEmpty ? null : new UndoStep(happened, inverse);
    }

    private static IEnumerable<Event> Restoring(ExchangeState before, Delegation d)
    {
        yield return new CityAdded(d.Id, d.City, before.DelegationOrder.IndexOf(d.Id));
        if (d.Plan != SeatPlan.Default)
            yield return new SeatPlanSet(d.Id, d.Plan);
        if (d.Lead is not null)
            yield return new LeadNamed(d.Id, d.Lead);
        if (d.Stage is DelegationStage.Confirmed)
            yield return new DelegationConfirmed(d.Id, d.Sought);
        // Who was withdrawn since may be nominated again, and is told nothing twice.
        foreach (var (candidate, told) in d.TellingOf.OrderBy(t => t.Key.Value))
            yield return new CandidateTold(d.Id, candidate, told.Word, told.At);
    }

    // Those whom fewer seats moved down go back to the seat they had.
    private static IEnumerable<Event> Replanning(Delegation before, SeatPlanSet set)
    {
        var after = DelegationEvolution.Apply(before, set, default);
        var moved = before.Seats.Where(s => s.Holder is { } holder && after.SeatOf(holder) != s.Number).ToList();
        return
        [
            new SeatPlanSet(before.Id, before.Plan),
            .. moved.Select(s => new SeatVacated(before.Id, after.SeatOf(s.Holder!.Value)!.Value, s.Holder.Value)),
            .. moved.Select(s => new SeatTaken(before.Id, s.Number, s.Holder!.Value)),
        ];
    }

    // Others may have acted since: a step is taken back only while what it did stands as it left it.
    private static bool Stands(ExchangeState state, UndoStep step)
    {
        var x = state.Exchange!;
        return step.Done switch
        {
            DesignChanged e => x.Design == e.Design,
            TermsSet e => x.TermsRevision == e.Revision && !IsKnown(state, e.Revision),
            DeadlinesSet e => x.Deadlines == e.Deadlines,
            CoordinatorAdded e => x.Coordinators.Contains(e.Person.Value),
            CoordinatorRemoved e => !x.Coordinators.Contains(e.Person.Value),
            AnswerRulesSet e => x.Rules == e.Rules,
            RemindersMuted e => e.Person is { } p ? state.Muting.People.Contains(p.Value) : state.Muting.Everybody,
            RemindersUnmuted e => e.Person is { } p ? !state.Muting.People.Contains(p.Value) : !state.Muting.Everybody,
            InvitationRevived e => state.Invitations[e.Invitation] is { Recalled: false, Lapsed: false, Rsvp: null },
            InvitationLapsed e => state.Invitations[e.Invitation] is { Recalled: false, GivenAway: true },
            SeatKept e => state.Invitations[e.Invitation] is { Recalled: false, Lapsed: false } i && i.KeptOn == e.Due,
            ExchangeCancelled => x.Stage is Stage.Cancelled,
            CityRemoved e => !state.Delegations.ContainsKey(e.Delegation),
            DelegationEvent e => state.Delegations.TryGetValue(e.Delegation, out var d) && Stands(state, d, step),
            ReviewEvent e => ReviewEvolution.Stands(state.Review, e),
            PeopleKeptApart e => state.Apart.Contains(PersonPair.Of(e.First, e.Second)),
            InvitationSent e => state.Invitations.TryGetValue(e.Invitation, out var i) && i is { Recalled: false, Rsvp: null },
            _ => false,
        };
    }

    private static bool Stands(ExchangeState state, Delegation d, UndoStep step) => step.Done switch
    {
        CityAdded => d is { Candidates.IsEmpty: true, Lead: null } && d.Plan == SeatPlan.Default,
        SeatPlanSet e => d.Plan == e.Plan && d.Seated.Count() <= ((SeatPlanSet)step.Inverse[0]).Plan.Seats
            && step.Inverse.OfType<SeatVacated>().All(v => d.SeatOf(v.Candidate) == v.Seat),
        LeadNamed e => d.Lead == e.Lead,
        CandidateNominated e => d.Candidates.GetValueOrDefault(e.Candidate.Id) == e.Candidate && d.SeatOf(e.Candidate.Id) is null && state.InvitationOf(e.Candidate.Id) is null,
        CandidateCorrected e => d.Candidates.GetValueOrDefault(e.Candidate.Id) == e.Candidate,
        CandidatesRanked e => e.Ranks.All(r => d.Candidates.GetValueOrDefault(r.Candidate)?.Rank == r.Rank),
        CandidateWithdrawn e => !d.Candidates.ContainsKey(e.Candidate),
        SeatTaken e => d.SeatOf(e.Candidate) == e.Seat && state.InvitationOf(e.Candidate) is null or { LapsedAt: not null },
        SeatVacated e => d.Candidates.ContainsKey(e.Candidate) && d.SeatOf(e.Candidate) is null && d.Seats.Any(s => s.Number == e.Seat && s.Holder is null),
        SeatsChosen => true,
        DelegationProposed => d.Stage is DelegationStage.Proposed,
        ChangeRequested e => d.Requests.ContainsKey(e.Number),
        RosterThawed => d.Stage is DelegationStage.Confirmed,
        DelegationConfirmed => d.Stage is DelegationStage.Confirmed && state.Invitations.Values.All(i => i.Delegation != d.Id || i.Recalled),
        _ => false,
    };

    // Terms that somebody was told, invited to or has answered are moved again, in the open, and not quietly taken back.
    private static bool IsKnown(ExchangeState state, int revision) => state.Invitations.Values.Any(i => !i.Recalled
        && (i.SentTerms == revision || i.Rsvp?.TermsRevision == revision || state.Ledger[InvitationWants.TermsNewsOf(i.Id, revision)].Attempts > 0));

    // What single steps can't see: the whole must still keep the rules that no command may break.
    private static bool IsSound(ExchangeState state) =>
        state.Delegations.Values.Sum(d => d.Plan.Seats) <= state.Exchange!.Design.SizeCap
        && state.Delegations.Values.DistinctBy(d => d.City, StringComparer.OrdinalIgnoreCase).Count() == state.Delegations.Count
        && state.Delegations.Values.All(d => d.Plan.MustHave.All(d.Candidates.ContainsKey) && d.Candidates.Values.DistinctBy(c => c.Person).Count() == d.Candidates.Count);

    private static bool IsTheirs(ExchangeState state, Undoable last, Actor actor) => last.Steps.All(s => s.Done switch
    {
        DelegationEvent e => state.Delegations.TryGetValue(e.Delegation, out var d) && d.Lead is { } lead && lead == actor.Person,
        OpinionEvent e => e.Reviewer == actor.Person && state.Review.IsBy(e.Reviewer),
        PeopleKeptApart => true,
        _ => false,
    });
}
