using System.Security.Cryptography;
using System.Text;

using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Invitations;

/// <summary>Tells somebody at once that a delegate who had accepted doesn't come after all.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="ToLead">Whether the lead is told; otherwise the owner of the exchange.</param>
public sealed record TellWithdrawal(InvitationId Invitation, bool ToLead) : Act;

/// <summary>What follows when a last day to answer passes, and when a seat becomes free.</summary>
internal static class DeadlineWants
{
    public static IEnumerable<Want> Wants(ExchangeState state, DutyPolicy policy)
    {
        if (state.Exchange is not { Terms: { } terms, Stage: <= Stage.Preparing } x)
            yield break;
        foreach (var lapse in Lapses(state))
            yield return lapse;
        foreach (var invitation in state.Invitations.Values.Where(i => i is { Recalled: false, WithdrewAt: not null }))
            foreach (var told in Withdrawals(state, x, invitation, policy, terms.Zone.EndOf(terms.EndsOn)))
                yield return told;
        if (x.Rules.AlternatesAtOnce)
            foreach (var promotion in Promotions(state, policy))
                yield return promotion;
    }

    // One for each day that passes, whoever it passes for: the state decides for whom it has.
    private static IEnumerable<Want> Lapses(ExchangeState state) =>
        from invitation in state.Invitations.Values
        where state.OwesAnswer(invitation) && invitation.OverdueOn != state.AnswerDue(invitation)
        group invitation by state.AnswerDue(invitation)!.Value into due
        select new Want(new($"lapse/{due.Key:yyyy-MM-dd}"), 1 + due.Max(i => i.Missed), new Then(new LapseInvitations()), null,
            DeadlineDecisions.LapsesAt(state, due.First())!.Value, null, Urgency.Soon);

    private static IEnumerable<Want> Withdrawals(ExchangeState state, Exchange x, Invitation invitation, DutyPolicy policy, DateTimeOffset over)
    {
        Want Tell(string whom, bool toLead, PersonId to) => new(
            new($"invitation/{invitation.Id}/withdrawn/{invitation.Withdrawals}/{whom}"), 1, new TellWithdrawal(invitation.Id, toLead), to,
            invitation.WithdrewAt!.Value + policy.MessageSettle, over, Urgency.AtOnce);
        // Who recorded it knows.
        var by = invitation.Rsvp?.RecordedBy;
        if (by != x.Owner)
            yield return Tell("owner", false, x.Owner);
        if (state.Delegations[invitation.Delegation].Lead is { } lead && lead != by && lead != x.Owner && lead != invitation.Person)
            yield return Tell("lead", true, lead);
    }

    // After a while, so that a decline by mistake costs nobody a message. Once a roster is frozen a person decides.
    private static IEnumerable<Want> Promotions(ExchangeState state, DutyPolicy policy)
    {
        foreach (var d in state.InOrder.Where(d => d.Stage is DelegationStage.Confirmed))
        {
            if (FreeSeats.Of(state, d).FirstOrDefault() is not { Number: var seat, Left: { } left } || Alternates.For(state, d, seat).FirstOrDefault()?.Candidate.Id is not { } next)
                continue;
            var key = new DutyKey($"delegation/{d.Id}/seat/{seat.Value}/alternate/{next}/{left.Id}");
            yield return new Want(key, 1, new Then(new PromoteAlternate(d.Id, seat, next, InvitationOf(key))), null, left.LeftAt!.Value + policy.MessageSettle, null, Urgency.Soon);
        }
    }

    // The same on every look, so that it is made once.
    private static InvitationId InvitationOf(DutyKey key) => new(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(key.Value)).AsSpan(0, 16)));
}
