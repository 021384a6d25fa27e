using System.Collections.Immutable;

using CoordinatorBot.Domain.Access;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Invitations;

/// <summary>Decides who takes a seat that became free: an alternate, or the substitute whom a delegate proposed.</summary>
internal static class AlternateDecisions
{
    /// <summary>Of two who are given one seat at once the second is refused, with the name of the first.</summary>
    public static Outcome Promote(ExchangeState state, Exchange x, Actor actor, PromoteAlternate promote)
    {
        if (!(actor.Standing is Standing.Bot && x.Rules.AlternatesAtOnce) && Permission.ToCoordinate(x, actor) is { } refused)
            return refused;
        if (x.Terms is null)
            return new TermsMissing();
        if (x.Stage > Stage.Preparing)
            return new TooLateInStage(x.Stage);
        if (!state.Delegations.TryGetValue(promote.Delegation, out var d))
            return new DelegationUnknown();
        return Unfit(state, d, promote) is { } why ? why : Promoted(state, d, promote);
    }

    private static Refusal? Unfit(ExchangeState state, Delegation d, PromoteAlternate promote)
    {
        if (!d.Candidates.TryGetValue(promote.Candidate, out var candidate))
            return new CandidateUnknown();
        if (d.Stage < DelegationStage.Confirmed)
            return new NotDecidedYet();
        if (promote.Seat.Value < 1 || promote.Seat.Value > d.Seats.Length)
            return new SeatUnknown();
        if (d.Seats[promote.Seat.Value - 1].Holder is { } holder)
            return holder == candidate.Id ? new CandidateIsInvited(candidate.Person) : new SeatIsTaken(d.Candidates[holder].Person);
        if (d.SeatOf(candidate.Id) is not null || !IsFree(state.InvitationOf(candidate.Id)) || state.Invitations.ContainsKey(promote.Invitation))
            return new CandidateIsInvited(candidate.Person);
        return RosterDecisions.Unreasoned(d, promote.Reason);
    }

    private static Outcome Promoted(ExchangeState state, Delegation d, PromoteAlternate promote) => Outcome.Accept(
    [
        .. RosterDecisions.Reasoned(d, promote.Reason),
        .. Recalled(state.InvitationOf(promote.Candidate)),
        new SeatTaken(d.Id, promote.Seat, promote.Candidate),
        new InvitationSent(promote.Invitation, d.Id, promote.Seat, promote.Candidate, d.Candidates[promote.Candidate].Person),
    ]);

    public static Outcome Accept(ExchangeState state, Exchange x, AcceptSubstitute accept)
    {
        if (x.Stage > Stage.Preparing)
            return new TooLateInStage(x.Stage);
        if (!state.Invitations.TryGetValue(accept.Invitation, out var invitation))
            return new InvitationUnknown();
        if (invitation is not { Recalled: false, Rsvp.Answer: RsvpAnswer.SubstituteProposed })
            return new NoSubstituteProposed();
        var d = state.Delegations[invitation.Delegation];
        if (d.SeatOf(invitation.Candidate) is not { } seat || state.Invitations.ContainsKey(accept.New))
            return new NoSubstituteProposed();
        // Somebody nominated before can be the substitute; a new name is nominated here.
        var known = d.Candidates.Values.FirstOrDefault(c => c.Person == accept.Substitute.Person);
        var invited = known is null ? null : state.InvitationOf(known.Id);
        if (!IsFree(invited))
            return new CandidateIsInvited(invited!.Person);
        var nominated = known is null ? DelegationDecisions.Nominated(state, d, [accept.Substitute]) : [];
        if (known is null && nominated.IsEmpty)
            return new CandidateUnknown();
        if (RosterDecisions.Unreasoned(d, accept.Reason) is { } frozen)
            return frozen;
        var candidate = known?.Id ?? accept.Substitute.Candidate;
        return Outcome.Accept(
        [
            .. RosterDecisions.Reasoned(d, accept.Reason),
            .. nominated,
            .. Recalled(invited),
            new InvitationRecalled(invitation.Id),
            new SeatVacated(d.Id, seat, invitation.Candidate),
            .. known is not null && d.SeatOf(known.Id) is { } other ? [new SeatVacated(d.Id, other, known.Id)] : ImmutableArray<Event>.Empty,
            new SeatTaken(d.Id, seat, candidate),
            new InvitationSent(accept.New, d.Id, seat, candidate, accept.Substitute.Person),
        ]);
    }

    /// <summary>Whether somebody can be invited anew: not invited, or out of it again.</summary>
    internal static bool IsFree(Invitation? standing) => standing is null or { Rsvp.Answer: RsvpAnswer.Declined } or { LapsedAt: not null };

    // The old answer must not stand for the new seat.
    private static ImmutableArray<Event> Recalled(Invitation? standing) => standing is null ? [] : [new InvitationRecalled(standing.Id)];
}
