using System.Collections.Immutable;

using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Digests;

/// <summary>Something that holds an exchange up, with the person who owes the next step.</summary>
/// <param name="Owes">Who; several where delegates owe an answer.</param>
/// <param name="Urgent">Whether its date has passed, or nothing goes on without it.</param>
public abstract record Blocker(ImmutableArray<PersonId> Owes, bool Urgent);

/// <summary>Host city or dates are missing.</summary>
public sealed record TermsNeeded(ImmutableArray<PersonId> Owes) : Blocker(Owes, true);

/// <summary>No city takes part yet.</summary>
public sealed record CitiesNeeded(ImmutableArray<PersonId> Owes) : Blocker(Owes, false);

/// <summary>A delegation is not decided yet.</summary>
/// <param name="Delegation">Which.</param>
/// <param name="Balance">How it stands against its plan.</param>
public sealed record DelegationUndecided(DelegationId Delegation, Balance Balance, ImmutableArray<PersonId> Owes, bool Urgent) : Blocker(Owes, Urgent);

/// <summary>People hold a seat and are not invited.</summary>
/// <param name="Delegation">Which.</param>
/// <param name="People">Who.</param>
public sealed record NotInvited(DelegationId Delegation, ImmutableArray<PersonId> People, ImmutableArray<PersonId> Owes, bool Urgent) : Blocker(Owes, Urgent);

/// <summary>Seats of a decided delegation became free.</summary>
/// <param name="Delegation">Which.</param>
/// <param name="Count">How many.</param>
/// <param name="Next">The alternate who ranks first; none where there is none.</param>
public sealed record SeatsVacant(DelegationId Delegation, int Count, PersonId? Next, ImmutableArray<PersonId> Owes) : Blocker(Owes, true);

/// <summary>A substitute waits for a decision.</summary>
/// <param name="Invitation">The invitation whose delegate proposed them.</param>
/// <param name="Person">That delegate.</param>
public sealed record SubstituteWaits(InvitationId Invitation, PersonId Person, ImmutableArray<PersonId> Owes) : Blocker(Owes, true);

/// <summary>Somebody holds a seat, and their last day to answer passed with a maybe, an answer to older terms, or without the invitation reaching them: keep them, or give the seat away.</summary>
/// <param name="Invitation">Their invitation.</param>
/// <param name="Person">Who.</param>
public sealed record SeatUndecided(InvitationId Invitation, PersonId Person, ImmutableArray<PersonId> Owes) : Blocker(Owes, true);

/// <summary>A delegation was put forward by its lead and waits for a decision.</summary>
/// <param name="Delegation">Which.</param>
/// <param name="Balance">How it stands against its plan.</param>
public sealed record ProposalWaits(DelegationId Delegation, Balance Balance, ImmutableArray<PersonId> Owes) : Blocker(Owes, true);

/// <summary>A lead asks to change a frozen roster.</summary>
/// <param name="Delegation">Whose.</param>
/// <param name="Number">Number of the request.</param>
public sealed record ChangeWaits(DelegationId Delegation, int Number, ImmutableArray<PersonId> Owes) : Blocker(Owes, true);

/// <summary>Delegates have not answered.</summary>
/// <param name="Delegation">Which.</param>
/// <param name="Due">Last day for answers; the earliest where some were asked later.</param>
public sealed record AnswersMissing(DelegationId Delegation, DateOnly Due, ImmutableArray<PersonId> Owes, bool Urgent) : Blocker(Owes, Urgent);

/// <summary>A message could not be delivered.</summary>
/// <param name="Key">The duty, to try again.</param>
/// <param name="Person">Whom it was for; none for a channel.</param>
/// <param name="Code">Why, as a code of <see cref="FailureCode"/>.</param>
public sealed record Undelivered(DutyKey Key, PersonId? Person, string Code, ImmutableArray<PersonId> Owes) : Blocker(Owes, true);

/// <summary>Finds what holds an exchange up.</summary>
public static class Blockers
{
    /// <summary>All of them, the urgent first.</summary>
    public static ImmutableArray<Blocker> Of(ExchangeState state, DutyPolicy policy, DateTimeOffset now)
    {
        if (state.Exchange is not { } x)
            return [];
        ImmutableArray<PersonId> owner = [x.Owner];
        // Once they meet, or it was called off, nobody owes an answer or a seat; a message that didn't arrive still matters.
        if (x.Stage > Stage.Preparing)
            return [.. UndeliveredIn(state, policy, now, owner)];
        if (x.Terms is not { } terms || x.Deadlines is not { } deadlines)
            return [new TermsNeeded(owner)];
        var found = new List<Blocker>();
        if (state.Delegations.IsEmpty)
            found.Add(new CitiesNeeded(owner));
        var today = terms.Zone.DateOf(now);
        found.AddRange(UndeliveredIn(state, policy, now, owner));
        found.AddRange(state.Invitations.Values
            .Where(i => !i.Recalled && i.AnswerTo(x.TermsRevision)?.Answer is RsvpAnswer.SubstituteProposed)
            .Select(i => new SubstituteWaits(i.Id, i.Person, owner)));
        found.AddRange(state.Invitations.Values.Where(state.IsUndecided).OrderBy(i => i.Seat.Value).Select(i => new SeatUndecided(i.Id, i.Person, owner)));
        foreach (var d in state.InOrder)
            found.AddRange(OfDelegation(state, x, d, deadlines, today, d.Lead is { } lead ? [lead] : owner, owner));
        return [.. found.OrderByDescending(b => b.Urgent)];
    }

    private static IEnumerable<Undelivered> UndeliveredIn(ExchangeState state, DutyPolicy policy, DateTimeOffset now, ImmutableArray<PersonId> owner) =>
        Agenda.Of(ExchangeStream.Wants(state, now), state.Ledger, policy, now).Stuck.Select(s => new Undelivered(s.Want.Key, s.Want.To, s.Code, owner));

    private static IEnumerable<Blocker> OfDelegation(
        ExchangeState state, Exchange x, Delegation d, Deadlines deadlines, DateOnly today, ImmutableArray<PersonId> lead, ImmutableArray<PersonId> owner)
    {
        var balance = Composition.BalanceOf(d);
        if (d.Stage is DelegationStage.Proposed)
        {
            yield return new ProposalWaits(d.Id, balance, owner);
            yield break;
        }

        if (d.Stage < DelegationStage.Confirmed)
        {
            yield return new DelegationUndecided(d.Id, balance, balance.FitsPlan ? owner : lead, today > deadlines.NominationsClose);
            yield break;
        }

        foreach (var request in d.Requests.Values)
            yield return new ChangeWaits(d.Id, request.Number, owner);
        if (balance.Seats - balance.Seated is > 0 and var free)
            yield return new SeatsVacant(d.Id, free, NextAlternate(state, d)?.Person, owner);
        var notInvited = d.Seated.Where(c => state.InvitationOf(c.Id) is null).Select(c => c.Person).ToImmutableArray();
        if (!notInvited.IsEmpty)
            yield return new NotInvited(d.Id, notInvited, owner, today > deadlines.InvitationsOut);
        var silent = state.Invitations.Values
            .Where(i => i.Delegation == d.Id && !i.Recalled && i.AnswerTo(x.TermsRevision) is null && d.SeatOf(i.Candidate) is not null && !state.IsUndecided(i) && i.KeptOn != state.AnswerDue(i))
            .OrderBy(i => i.Seat.Value).ToImmutableArray();
        if (!silent.IsEmpty && silent.Min(i => state.AnswerDue(i)!.Value) is var due)
            yield return new AnswersMissing(d.Id, due, [.. silent.Select(i => i.Person)], today > due);
    }

    /// <summary>The best alternate for the seat of a delegation that has been free longest; null where there is none.</summary>
    public static Candidate? NextAlternate(ExchangeState state, Delegation delegation) =>
        FreeSeats.Of(state, delegation).FirstOrDefault() is { } seat ? Alternates.For(state, delegation, seat.Number).FirstOrDefault()?.Candidate : null;
}
