using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>Folds what happens to delegations.</summary>
internal static class DelegationEvolution
{
    public static ExchangeState Apply(ExchangeState state, DelegationEvent happened)
    {
        if (happened is CityAdded added)
            return state with
            {
                Delegations = state.Delegations.Add(added.Delegation, Delegation.Empty(added.Delegation, added.City)),
                DelegationOrder = state.DelegationOrder.Insert(Math.Min(added.Place ?? int.MaxValue, state.DelegationOrder.Length), added.Delegation),
            };
        if (happened is CityRemoved removed)
            return state with
            {
                Delegations = state.Delegations.Remove(removed.Delegation),
                DelegationOrder = state.DelegationOrder.Remove(removed.Delegation),
            };
        var d = state.Delegations[happened.Delegation];
        return state with { Delegations = state.Delegations.SetItem(d.Id, Apply(d, happened)) };
    }

    /// <summary>The delegation after an event.</summary>
    internal static Delegation Apply(Delegation d, DelegationEvent happened) => happened switch
    {
        SeatPlanSet e => d with { Plan = e.Plan, Seats = Resized(d, e.Plan.Seats) },
        LeadNamed e => d with { Lead = e.Lead },
        CandidateNominated e => d with { Candidates = d.Candidates.SetItem(e.Candidate.Id, e.Candidate), LastRank = Math.Max(d.LastRank, e.Candidate.Rank) },
        CandidateCorrected e => d with { Candidates = d.Candidates.SetItem(e.Candidate.Id, e.Candidate) },
        CandidatesRanked e => d with { Candidates = d.Candidates.SetItems(e.Ranks.Select(r => KeyValuePair.Create(r.Candidate, d.Candidates[r.Candidate] with { Rank = r.Rank }))) },
        CandidateWithdrawn e => d with { Candidates = d.Candidates.Remove(e.Candidate) },
        SeatTaken e => d with { Seats = d.Seats.SetItem(e.Seat.Value - 1, new Seat(e.Seat, e.Candidate)) },
        SeatVacated e => d with { Seats = d.Seats.SetItem(e.Seat.Value - 1, new Seat(e.Seat, null)) },
        DelegationConfirmed e => d with { Stage = DelegationStage.Confirmed, Sought = e.Sought ?? [] },
        DelegationReopened => d with { Stage = DelegationStage.Forming, Sought = [] },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // Fewer seats: those who hold one beyond the new number move down into free ones; the plan is refused when there aren't enough.
    private static ImmutableArray<Seat> Resized(Delegation d, int seats)
    {
        var holders = Enumerable.Range(0, seats).Select(i => i < d.Seats.Length ? d.Seats[i].Holder : null).ToList();
        foreach (var seat in d.Seats.Skip(seats).Where(s => s.Holder is not null))
            holders[holders.IndexOf(null)] = seat.Holder;
        return Delegation.SeatsOf(seats, holders);
    }
}
