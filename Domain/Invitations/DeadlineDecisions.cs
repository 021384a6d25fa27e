using System.Collections.Immutable;

using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Invitations;

/// <summary>Decides what the last day to answer brings about, and what moving it takes back.</summary>
internal static class DeadlineDecisions
{
    /// <summary>How long after the last day to answer its consequences come: an answer that was on its way still arrives.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromMinutes(2);

    /// <summary>When an invitation lapses unless it is answered.</summary>
    public static DateTimeOffset? LapsesAt(ExchangeState state, Invitation invitation) =>
        state.AnswerDue(invitation) is { } due ? state.Exchange!.Terms!.Zone.EndOf(due) + Grace : null;

    /// <summary>
    /// Who never answered loses the seat. Who said maybe, accepted before the terms moved, or never got the invitation keeps it: about them
    /// a coordinator decides.
    /// </summary>
    public static Outcome Lapse(ExchangeState state, Exchange x, DateTimeOffset at)
    {
        // A bot that was away until the exchange began has nothing to clear up any more.
        if (x.Stage > Stage.Preparing || x.Terms is not { } terms || at >= terms.Zone.At(terms.StartsOn, TimeOnly.MinValue))
            return Outcome.Accept();
        var events = ImmutableArray.CreateBuilder<Event>();
        foreach (var invitation in state.Invitations.Values.Where(i => state.OwesAnswer(i) && LapsesAt(state, i) <= at).OrderBy(i => i.Delegation.Value).ThenBy(i => i.Seat.Value))
        {
            var d = state.Delegations[invitation.Delegation];
            if (invitation.Rsvp is null && state.Ledger[invitation.Card].Done > 0)
                events.AddRange(new InvitationLapsed(invitation.Id), new SeatVacated(d.Id, d.SeatOf(invitation.Candidate)!.Value, invitation.Candidate));
            else if (state.AnswerDue(invitation) is { } due && invitation.OverdueOn != due)
                events.Add(new AnswerOverdue(invitation.Id, due));
        }

        return Outcome.Accept(events.ToImmutable());
    }

    public static Outcome Keep(ExchangeState state, InvitationId id) =>
        state.Invitations.TryGetValue(id, out var invitation) && state.IsUndecided(invitation)
            ? new SeatKept(id, invitation.OverdueOn!.Value)
            : new SeatIsSettled();

    public static Outcome GiveAway(ExchangeState state, GiveSeatAway give)
    {
        if (!state.Invitations.TryGetValue(give.Invitation, out var invitation) || !state.IsUndecided(invitation))
            return new SeatIsSettled();
        var d = state.Delegations[invitation.Delegation];
        if (RosterDecisions.Unreasoned(d, give.Reason) is { } refused)
            return refused;
        return Outcome.Accept([.. RosterDecisions.Reasoned(d, give.Reason), new InvitationLapsed(invitation.Id, GivenAway: true), new SeatVacated(d.Id, d.SeatOf(invitation.Candidate)!.Value, invitation.Candidate)]);
    }

    /// <summary>Those whom moved deadlines, or moved dates, give their seat back: lapsed, with time to answer again, and the seat still free.</summary>
    /// <param name="before">The state before.</param>
    /// <param name="moved">The events that move them.</param>
    /// <param name="at">When.</param>
    public static IEnumerable<Event> Revived(ExchangeState before, ImmutableArray<Event> moved, DateTimeOffset at)
    {
        var state = moved.Aggregate(before, (s, e) => Evolution.Apply(s, e, at));
        foreach (var invitation in before.Invitations.Values.Where(i => i is { Recalled: false, Lapsed: true, GivenAway: false }).OrderBy(i => i.SentAt).ThenBy(i => i.Id.Value))
        {
            var d = state.Delegations[invitation.Delegation];
            if (LapsesAt(state, invitation) <= at || !d.IsFree(invitation.Seat))
                continue;
            ImmutableArray<Event> back = [new SeatTaken(d.Id, invitation.Seat, invitation.Candidate), new InvitationRevived(invitation.Id)];
            state = back.Aggregate(state, (s, e) => Evolution.Apply(s, e, at));
            foreach (var happened in back)
                yield return happened;
        }
    }
}
