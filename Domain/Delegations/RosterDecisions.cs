using System.Collections.Immutable;

using CoordinatorBot.Domain.Access;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>Decides how a delegation moves from stage to stage, and what may change once its roster is frozen.</summary>
internal static class RosterDecisions
{
    public static Outcome Propose(Delegation d) => d switch
    {
        { Stage: >= DelegationStage.Confirmed } => new DecidedAlready(d.City),
        { Stage: DelegationStage.Proposed } => Outcome.Accept(),
        _ => d.Seated.Any() ? new DelegationProposed(d.Id) : new NobodySeated(),
    };

    public static Outcome SendBack(Delegation d, int reason)
    {
        if (d.Stage is not DelegationStage.Proposed)
            return new NotProposed(d.City);
        return reason > 0 ? new DelegationSentBack(d.Id, reason) : new ReasonMissing();
    }

    /// <summary>The state decides whether the day has come.</summary>
    public static Outcome Freeze(Exchange x, Delegation d, Actor actor, DateTimeOffset at)
    {
        if (actor.Standing is not Standing.Bot)
            return new CoordinatorsOnly();
        return d.Stage is DelegationStage.Confirmed && x is { Terms: { } terms, Deadlines: { } deadlines } && at >= DelegationWants.FreezesAt(terms, deadlines)
            ? new RosterFrozen(d.Id)
            : Outcome.Accept();
    }

    /// <summary>A coordinator's change is made; a lead's waits for a coordinator.</summary>
    public static Outcome Change(ExchangeState state, Exchange x, Delegation d, Actor actor, ChangeRoster change)
    {
        if (d.Stage is not DelegationStage.Frozen)
            return new RosterIsOpen(d.City);
        if (change.Reason == 0)
            return new ReasonMissing();
        var changed = Changed(state, d, change.In, change.Out);
        if (changed.Refusal is not null || changed.Events.IsEmpty)
            return changed;
        return Permission.ToCoordinate(x, actor) is null
            ? Outcome.Accept([new ChangeReasoned(d.Id, change.Reason), .. changed.Events])
            : new ChangeRequested(d.Id, d.LastRequest + 1, actor.Person!.Value, [.. change.In.Distinct()], [.. change.Out.Distinct()], change.Reason);
    }

    /// <summary>What was asked for is decided on the roster as it is now.</summary>
    public static Outcome Answer(ExchangeState state, Delegation d, AnswerChange answer)
    {
        if (!d.Requests.TryGetValue(answer.Number, out var request))
            return new NoChangeWaits();
        if (!answer.Approve)
            return answer.Reason > 0 ? new ChangeAnswered(d.Id, request.Number, false, answer.Reason) : new ReasonMissing();
        var changed = Changed(state, d, request.In, request.Out);
        return changed.Refusal is { } why ? why : Outcome.Accept([new ChangeAnswered(d.Id, request.Number, true, answer.Reason), .. changed.Events]);
    }

    public static Outcome Tell(ExchangeState state, Delegation d, TellOthers tell)
    {
        if (d.Stage < DelegationStage.Confirmed)
            return new NotDecidedYet();
        var told = tell.People.Distinct().Where(c => Telling.MayTell(state, d, c, tell.Word)).ToImmutableArray();
        return told.IsEmpty ? new NobodyToTell() : Outcome.Accept([.. told.Select(c => new CandidateTold(d.Id, c, tell.Word))]);
    }

    /// <summary>Rosters whose freeze has moved into the future.</summary>
    public static IEnumerable<Event> Thawed(ExchangeState before, ImmutableArray<Event> moved, DateTimeOffset at) =>
        moved.Aggregate(before, (s, e) => Evolution.Apply(s, e, at)).Exchange is { Terms: { } terms, Deadlines: { } deadlines } && DelegationWants.FreezesAt(terms, deadlines) > at
            ? before.InOrder.Where(d => d.Stage is DelegationStage.Frozen).Select(d => new RosterThawed(d.Id))
            : [];

    /// <summary>Why a change of the roster can't be made without more; null where it can.</summary>
    public static Refusal? Unreasoned(Delegation d, int reason) => d.Stage is DelegationStage.Frozen && reason == 0 ? new RosterIsFrozen(d.City) : null;

    /// <summary>The reason of a change, where the roster is frozen.</summary>
    public static ImmutableArray<Event> Reasoned(Delegation d, int reason) => d.Stage is DelegationStage.Frozen && reason > 0 ? [new ChangeReasoned(d.Id, reason)] : [];

    private static Outcome Changed(ExchangeState state, Delegation d, ImmutableArray<CandidateId> @in, ImmutableArray<CandidateId> @out)
    {
        if (@in.Concat(@out).Any(c => !d.Candidates.ContainsKey(c)))
            return new CandidateUnknown();
        var leaving = @out.Distinct().Where(c => d.SeatOf(c) is not null).ToImmutableArray();
        var coming = @in.Distinct().Where(c => d.SeatOf(c) is null).ToImmutableArray();
        if (coming.Select(state.InvitationOf).FirstOrDefault(i => !AlternateDecisions.IsFree(i)) is { } invited)
            return new CandidateIsInvited(invited.Person);
        var seated = d.Seated.Count() - leaving.Length + coming.Length;
        if (seated > d.Plan.Seats)
            return new MoreSeatedThanSeats(seated, d.Plan.Seats);
        var vacated = leaving.Select(c => new SeatVacated(d.Id, d.SeatOf(c)!.Value, c)).ToImmutableArray();
        var free = d.Seats.Where(s => s.Holder is null || vacated.Any(v => v.Seat == s.Number)).Select(s => s.Number);
        var recalled = leaving.Concat(coming).Select(state.InvitationOf).OfType<Invitation>().Select(i => new InvitationRecalled(i.Id));
        return Outcome.Accept([.. recalled, .. vacated, .. free.Zip(coming, (seat, c) => new SeatTaken(d.Id, seat, c))]);
    }
}
