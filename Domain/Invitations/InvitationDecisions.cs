using System.Collections.Immutable;

using CoordinatorBot.Domain.Access;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Invitations;

/// <summary>Decides invitations, answers and recalls.</summary>
internal static class InvitationDecisions
{
    public static Outcome Decide(ExchangeState state, Envelope e)
    {
        if (state.Exchange is not { } x)
            return new ExchangeUnknown();
        if (e.Command is AnswerInvitation answer)
            return Answer(state, x, e, answer);
        if (x.Stage is Stage.Cancelled)
            return new ExchangeIsCancelled();
        if (e.Command is MuteReminders mute)
            return ReminderDecisions.Mute(state, x, e.Actor, mute);
        if (e.Command is PromoteAlternate promote)
            return AlternateDecisions.Promote(state, x, e.Actor, promote);
        if (e.Command is LapseInvitations)
            return e.Actor.Standing is Standing.Bot ? DeadlineDecisions.Lapse(state, x, e.At) : new CoordinatorsOnly();
        if (Permission.ToCoordinate(x, e.Actor) is { } refused)
            return refused;
        return e.Command switch
        {
            SendInvitations c => Send(state, x, c),
            RecallInvitations c => Recall(state, c.Invitations),
            AcceptSubstitute c => AlternateDecisions.Accept(state, x, c),
            KeepSeat c => DeadlineDecisions.Keep(state, c.Invitation),
            GiveSeatAway c => DeadlineDecisions.GiveAway(state, c),
            RemindNow c => ReminderDecisions.Remind(state, c.Invitations, e.At),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Outcome Send(ExchangeState state, Exchange x, SendInvitations send)
    {
        if (x.Terms is null)
            return new TermsMissing();
        if (x.Stage > Stage.Preparing)
            return new TooLateInStage(x.Stage);
        var events = ImmutableArray.CreateBuilder<Event>();
        foreach (var group in send.People.DistinctBy(p => p.Invitation).GroupBy(p => p.Delegation))
        {
            if (!state.Delegations.TryGetValue(group.Key, out var d))
                return new DelegationUnknown();
            var invited = group
                .Where(p => d.SeatOf(p.Candidate) is not null && state.InvitationOf(p.Candidate) is null && !state.Invitations.ContainsKey(p.Invitation))
                .DistinctBy(p => p.Candidate)
                .Select(p => new InvitationSent(p.Invitation, d.Id, d.SeatOf(p.Candidate)!.Value, p.Candidate, d.Candidates[p.Candidate].Person))
                .ToList();
            if (invited.Count == 0)
                continue;
            var decided = DelegationDecisions.Confirm(d, send.Anyway);
            if (decided.Refusal is { } why)
                return why;
            events.AddRange(decided.Events);
            events.AddRange(invited);
        }

        return events.Count == 0 ? new NobodyToInvite() : Outcome.Accept(events.ToImmutable());
    }

    private static Outcome Answer(ExchangeState state, Exchange x, Envelope e, AnswerInvitation answer)
    {
        if (!state.Invitations.TryGetValue(answer.Invitation, out var invitation))
            return new InvitationUnknown();
        var own = e.Actor.Person == invitation.Person;
        if (!own && Permission.ToCoordinate(x, e.Actor) is not null)
            return new NotYourInvitation();
        if (x.Stage is Stage.Cancelled)
            return new ExchangeIsCancelled();
        if (invitation.Recalled)
            return new InvitationIsRecalled();
        if (x.Stage > Stage.Preparing)
            return new TooLateInStage(x.Stage);
        if (own && Permission.ToCoordinate(x, e.Actor) is not null && Late(state, x, invitation, answer, e.At) is { } late)
            return late;
        if (answer.TermsRevision != x.TermsRevision)
            return new TermsChangedSince();
        if (answer.Answer is RsvpAnswer.SubstituteProposed && answer.Words == 0)
            return new SubstituteWithoutName();
        return Answered(state, x, invitation, answer, own ? null : e.Actor.Person);
    }

    // A no is never too late for somebody who holds a seat: it is better known today than at the station.
    private static Refusal? Late(ExchangeState state, Exchange x, Invitation invitation, AnswerInvitation answer, DateTimeOffset at)
    {
        if (answer.Answer is RsvpAnswer.Declined && state.HoldsSeat(invitation))
            return null;
        if (state.AnswerDue(invitation) is { } due && at >= x.Terms!.Zone.EndOf(due))
            return new RsvpDeadlinePassed(due, x.Owner);
        return invitation.GivenAway ? new SeatIsGiven(x.Owner) : null;
    }

    private static Outcome Answered(ExchangeState state, Exchange x, Invitation invitation, AnswerInvitation answer, PersonId? recordedBy)
    {
        var d = state.Delegations[invitation.Delegation];
        var holds = d.SeatOf(invitation.Candidate);
        var events = new List<Event> { new InvitationAnswered(invitation.Id, answer.Answer, answer.TermsRevision, answer.Words, recordedBy) };
        if (answer.Answer is RsvpAnswer.Declined)
        {
            if (holds is { } seat)
                events.Add(new SeatVacated(d.Id, seat, invitation.Candidate));
        }
        else if (holds is null)
        {
            if ((d.IsFree(invitation.Seat) ? invitation.Seat : d.FreeSeat) is not { } free)
                return new SeatIsGiven(x.Owner);
            events.Add(new SeatTaken(d.Id, free, invitation.Candidate));
        }

        var unchanged = invitation.Rsvp is { } r && (r.Answer, r.TermsRevision, r.Words, r.RecordedBy) == (answer.Answer, answer.TermsRevision, answer.Words, recordedBy) && events.Count == 1;
        return unchanged ? Outcome.Accept() : Outcome.Accept([.. events]);
    }

    private static Outcome Recall(ExchangeState state, ImmutableArray<InvitationId> ids)
    {
        var standing = ids.Distinct().Where(i => state.Invitations.TryGetValue(i, out var invitation) && !invitation.Recalled).ToImmutableArray();
        return standing.IsEmpty ? new NothingToRecall() : Outcome.Accept([.. standing.Select(i => new InvitationRecalled(i))]);
    }
}
