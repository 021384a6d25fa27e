using System.Collections.Immutable;

using CoordinatorBot.Domain.Access;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>Decides what coordinators and leads ask of a delegation.</summary>
internal static class DelegationDecisions
{
    public static Outcome Decide(ExchangeState state, Envelope e)
    {
        var command = (DelegationCommand)e.Command;
        if (state.Exchange is not { } x)
            return new ExchangeUnknown();
        if (command is AddCity add)
            return Permission.ToCoordinate(x, e.Actor) ?? Open(x) ?? Add(state, add);
        if (!state.Delegations.TryGetValue(command.Delegation, out var d))
            return new DelegationUnknown();
        var refused = command is NominateCandidates or CorrectCandidate or RankCandidates or WithdrawCandidate or ChooseSeats or ProposeDelegation or ChangeRoster
            ? Permission.ToForm(x, d, e.Actor)
            : Permission.ToCoordinate(x, e.Actor);
        if (command is FreezeRoster)
            return RosterDecisions.Freeze(x, d, e.Actor, e.At);
        if ((refused ?? Open(x)) is { } why)
            return why;
        return command switch
        {
            RemoveCity => d.Candidates.Count > 0 ? new CityHasCandidates(d.City, d.Candidates.Count) : new CityRemoved(d.Id),
            SetSeatPlan c => SetPlan(state, x, d, c.Plan),
            NameLead c => c.Lead == d.Lead ? Outcome.Accept() : new LeadNamed(d.Id, c.Lead),
            NominateCandidates c => Nominate(state, d, c.People),
            CorrectCandidate c => Correct(d, c),
            RankCandidates c => Rank(d, c.Order),
            WithdrawCandidate c => Withdraw(state, d, c.Candidate),
            ChooseSeats c => Choose(state, d, c.Candidates, c.Reason),
            ConfirmDelegation c => Confirm(d, c.Anyway, c.Reason),
            ProposeDelegation => RosterDecisions.Propose(d),
            SendBackDelegation c => RosterDecisions.SendBack(d, c.Reason),
            ChangeRoster c => RosterDecisions.Change(state, x, d, e.Actor, c),
            AnswerChange c => RosterDecisions.Answer(state, d, c),
            TellOthers c => RosterDecisions.Tell(state, d, c),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The events that decide a delegation, or why it can't be decided.</summary>
    internal static Outcome Confirm(Delegation d, bool anyway, int reason = 0)
    {
        if (d.Stage >= DelegationStage.Confirmed)
            return Outcome.Accept();
        if (!d.Seated.Any())
            return new NobodySeated();
        var balance = Composition.BalanceOf(d);
        return anyway || balance.FitsPlan
            ? new DelegationConfirmed(d.Id, Sought(d), new DecidedBalance(balance.Seated, balance.Seats, balance.Departure, d.Seated.Count(c => c.Sector.IsGovernment)), reason)
            : new DoesNotFitPlan(balance.Gaps);
    }

    private static ImmutableArray<Sought> Sought(Delegation d) =>
        [.. d.Seats.Where(s => s.Holder is not null).Select(s => Delegation.SoughtOf(s.Number, d.Candidates[s.Holder!.Value]))];

    /// <summary>Nominations as events; those nominated already are passed over.</summary>
    internal static ImmutableArray<Event> Nominated(ExchangeState state, Delegation d, ImmutableArray<Nomination> people)
    {
        var rank = d.LastRank;
        var there = d.Candidates.Values.Select(c => c.Person).ToHashSet();
        ImmutableArray<Candidate> fresh = [.. people
            .Where(p => !there.Contains(p.Person) && !state.Delegations.Values.Any(o => o.Candidates.ContainsKey(p.Candidate)))
            .DistinctBy(p => p.Person)
            .DistinctBy(p => p.Candidate)
            .Select(p => p.At(++rank))];
        return [.. fresh.Select(c => new CandidateNominated(d.Id, c))];
    }

    internal static Refusal? Open(Exchange x) => x.Stage switch
    {
        Stage.Cancelled => new ExchangeIsCancelled(),
        Stage.Underway or Stage.FollowingUp or Stage.Closed => new TooLateInStage(x.Stage),
        _ => null,
    };

    private static Outcome Add(ExchangeState state, AddCity add)
    {
        var city = add.City.Trim();
        if (city.Length is 0 or > ExchangeDefaults.CityMost)
            return new TextOutOfRange("city", ExchangeDefaults.CityMost);
        if (state.Delegations.TryGetValue(add.Delegation, out var same))
            return new CityTakesPart(same.City);
        if (state.Delegations.Values.Any(d => string.Equals(d.City, city, StringComparison.OrdinalIgnoreCase)))
            return new CityTakesPart(city);
        if (state.Delegations.Count >= ExchangeDefaults.MostCities)
            return new TooManyCities(ExchangeDefaults.MostCities);
        var together = state.InOrder.Sum(d => d.Plan.Seats) + SeatPlan.Default.Seats;
        var cap = state.Exchange!.Design.SizeCap;
        // The cap grows with the cities as long as that stays a small group: nobody set it by hand for a city that wasn't there yet.
        if (together > ExchangeDefaults.SizeRange.Max)
            return new ExceedsSizeCap(together, cap);
        var added = new CityAdded(add.Delegation, city);
        return together > cap ? Outcome.Accept(added, new DesignChanged(state.Exchange.Design with { SizeCap = together })) : added;
    }

    private static Outcome SetPlan(ExchangeState state, Exchange x, Delegation d, SeatPlan plan)
    {
        if (PlanFlaws.Of(plan) is { } flaw)
            return flaw;
        if (!plan.MustHave.Concat(plan.Apart.SelectMany(a => new[] { a.One, a.Other })).All(d.Candidates.ContainsKey))
            return new CandidateUnknown();
        var together = state.InOrder.Sum(o => o.Id == d.Id ? plan.Seats : o.Plan.Seats);
        if (together > x.Design.SizeCap)
            return new ExceedsSizeCap(together, x.Design.SizeCap);
        var seated = d.Seated.Count();
        if (seated > plan.Seats)
            return new MoreSeatedThanSeats(seated, plan.Seats);
        return plan == d.Plan ? Outcome.Accept() : new SeatPlanSet(d.Id, plan);
    }

    private static Outcome Nominate(ExchangeState state, Delegation d, ImmutableArray<Nomination> people)
    {
        var nominated = Nominated(state, d, people);
        if (nominated.IsEmpty)
            return new AllNominatedAlready();
        // A decided delegation isn't changed by further names: they are alternates.
        if (d.Stage >= DelegationStage.Confirmed)
            return Outcome.Accept(nominated);
        var fresh = nominated.OfType<CandidateNominated>().Select(n => n.Candidate).ToImmutableArray();
        var chosen = Composition.Seat(d.Plan, [.. d.Seated], [.. d.Alternates, .. fresh]);
        var free = d.Seats.Where(s => s.Holder is null).Select(s => s.Number);
        return Outcome.Accept([.. nominated, .. free.Zip(chosen, (seat, candidate) => new SeatTaken(d.Id, seat, candidate))]);
    }

    private static Outcome Correct(Delegation d, CorrectCandidate c)
    {
        if (!d.Candidates.TryGetValue(c.Candidate, out var candidate))
            return new CandidateUnknown();
        var corrected = candidate with { Sector = c.Sector, Organisation = c.Organisation, Role = c.Role, Language = c.Language, Newcomer = c.Newcomer, Words = c.Words };
        return corrected == candidate ? Outcome.Accept() : new CandidateCorrected(d.Id, corrected);
    }

    private static Outcome Rank(Delegation d, ImmutableArray<CandidateId> order)
    {
        var named = order.Distinct().ToImmutableArray();
        if (!named.All(d.Candidates.ContainsKey))
            return new CandidateUnknown();
        var places = named.Select(c => d.Candidates[c].Rank).Order();
        ImmutableArray<CandidateRank> moved = [.. named.Zip(places, (c, rank) => new CandidateRank(c, rank)).Where(r => d.Candidates[r.Candidate].Rank != r.Rank)];
        return moved.IsEmpty ? Outcome.Accept() : new CandidatesRanked(d.Id, moved);
    }

    internal static Outcome Withdraw(ExchangeState state, Delegation d, CandidateId id)
    {
        if (!d.Candidates.TryGetValue(id, out var candidate))
            return new CandidateUnknown();
        var invitation = state.InvitationOf(id);
        if (d.SeatOf(id) is not null && RosterDecisions.Unreasoned(d, 0) is { } frozen)
            return frozen;
        if (!AlternateDecisions.IsFree(invitation))
            return new CandidateIsInvited(candidate.Person);
        var events = new List<Event>();
        if (invitation is not null)
            events.Add(new InvitationRecalled(invitation.Id));
        if (d.SeatOf(id) is { } seat)
            events.Add(new SeatVacated(d.Id, seat, id));
        if (d.Plan.Without(id) is var plan && plan != d.Plan)
            events.Add(new SeatPlanSet(d.Id, plan));
        return Outcome.Accept([.. events, new CandidateWithdrawn(d.Id, id)]);
    }

    private static Outcome Choose(ExchangeState state, Delegation d, ImmutableArray<CandidateId> candidates, int reason)
    {
        var chosen = candidates.Distinct().ToImmutableArray();
        if (chosen.Any(c => !d.Candidates.ContainsKey(c)))
            return new CandidateUnknown();
        var leaving = d.Seated.Where(s => !chosen.Contains(s.Id)).ToImmutableArray();
        if ((!leaving.IsEmpty || chosen.Any(c => d.SeatOf(c) is null)) && RosterDecisions.Unreasoned(d, 0) is { } frozen)
            return frozen;
        if (leaving.FirstOrDefault(c => state.InvitationOf(c.Id) is not null) is { } invited)
            return new CandidateIsInvited(invited.Person);
        if (chosen.Length > d.Plan.Seats)
            return new MoreSeatedThanSeats(chosen.Length, d.Plan.Seats);
        var vacated = leaving.Select(c => new SeatVacated(d.Id, d.SeatOf(c.Id)!.Value, c.Id)).ToImmutableArray();
        var free = d.Seats.Where(s => s.Holder is null || vacated.Any(v => v.Seat == s.Number)).Select(s => s.Number);
        var coming = chosen.Where(c => d.SeatOf(c) is null).ToImmutableArray();
        // Who declined and is chosen again is asked again: the old answer must not stand for the new seat.
        var recalled = coming.Select(state.InvitationOf).OfType<Invitation>().Select(i => new InvitationRecalled(i.Id));
        ImmutableArray<Event> why = reason > 0 ? [new SeatsChosen(d.Id, reason)] : [];
        return Outcome.Accept([.. why, .. vacated, .. recalled, .. free.Zip(coming, (seat, c) => new SeatTaken(d.Id, seat, c))]);
    }
}
