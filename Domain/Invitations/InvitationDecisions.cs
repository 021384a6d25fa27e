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
        if (Permission.ToCoordinate(x, e.Actor) is { } refused)
            return refused;
        if (x.Stage is Stage.Cancelled)
            return new ExchangeIsCancelled();
        return e.Command switch
        {
            SendInvitations c => Send(state, x, c),
            RecallInvitations c => Recall(state, c.Invitations),
            AcceptSubstitute c => Accept(state, x, c),
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
        if (own && Permission.ToCoordinate(x, e.Actor) is not null && state.AnswerDue(invitation) is { } due && e.At >= x.Terms!.Zone.EndOf(due))
            return new RsvpDeadlinePassed(due, x.Owner);
        if (answer.TermsRevision != x.TermsRevision)
            return new TermsChangedSince();
        if (answer.Answer is RsvpAnswer.SubstituteProposed && answer.Words == 0)
            return new SubstituteWithoutName();
        return Answered(state, x, invitation, answer, own ? null : e.Actor.Person);
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
            if (d.FreeSeat is not { } free)
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

    private static Outcome Accept(ExchangeState state, Exchange x, AcceptSubstitute accept)
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
        if (invited is not (null or { Rsvp.Answer: RsvpAnswer.Declined }))
            return new CandidateIsInvited(invited.Person);
        var nominated = known is null ? DelegationDecisions.Nominated(state, d, [accept.Substitute]) : [];
        if (known is null && nominated.IsEmpty)
            return new CandidateUnknown();
        var candidate = known?.Id ?? accept.Substitute.Candidate;
        return Outcome.Accept(
        [
            .. nominated,
            .. invited is null ? ImmutableArray<Event>.Empty : [new InvitationRecalled(invited.Id)],
            new InvitationRecalled(invitation.Id),
            new SeatVacated(d.Id, seat, invitation.Candidate),
            .. known is not null && d.SeatOf(known.Id) is { } other ? [new SeatVacated(d.Id, other, known.Id)] : ImmutableArray<Event>.Empty,
            new SeatTaken(d.Id, seat, candidate),
            new InvitationSent(accept.New, d.Id, seat, candidate, accept.Substitute.Person),
        ]);
    }
}
