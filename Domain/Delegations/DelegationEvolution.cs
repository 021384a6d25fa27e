using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>Folds what happens to delegations.</summary>
internal static class DelegationEvolution
{
    public static ExchangeState Apply(ExchangeState state, DelegationEvent happened, DateTimeOffset at)
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
        return state with { Delegations = state.Delegations.SetItem(d.Id, Apply(d, happened, at)) };
    }

    /// <summary>The delegation after an event.</summary>
    internal static Delegation Apply(Delegation d, DelegationEvent happened, DateTimeOffset at) =>
        Changed(d, happened, at) with { Stage = DelegationMachine.After(d.Stage, happened) };

    private static Delegation Changed(Delegation d, DelegationEvent happened, DateTimeOffset at) => happened switch
    {
        SeatPlanSet e => d with { Plan = e.Plan, Seats = Resized(d, e.Plan.Seats) },
        LeadNamed e => d with { Lead = e.Lead },
        CandidateNominated e => d with { Candidates = d.Candidates.SetItem(e.Candidate.Id, e.Candidate), LastRank = Math.Max(d.LastRank, e.Candidate.Rank) },
        CandidateCorrected e => d with { Candidates = d.Candidates.SetItem(e.Candidate.Id, e.Candidate) },
        CandidatesRanked e => d with { Candidates = d.Candidates.SetItems(e.Ranks.Select(r => KeyValuePair.Create(r.Candidate, d.Candidates[r.Candidate] with { Rank = r.Rank }))) },
        CandidateWithdrawn e => d with { Candidates = d.Candidates.Remove(e.Candidate) },
        SeatTaken e => d with { Seats = d.Seats.SetItem(e.Seat.Value - 1, new Seat(e.Seat, e.Candidate)) },
        SeatVacated e => d with { Seats = d.Seats.SetItem(e.Seat.Value - 1, new Seat(e.Seat, null)) },
        SeatsChosen e => d with { LastReason = Math.Max(d.LastReason, e.Reason) },
        DelegationProposed => d with { Proposals = d.Proposals + 1 },
        DelegationConfirmed e => (d.Stage is DelegationStage.Proposed ? Told(d, LeadNews.Approved, d.Proposals, 0, at) : d) with { Sought = e.Sought ?? [], LastReason = Math.Max(d.LastReason, e.Reason) },
        DelegationSentBack e => Told(d, LeadNews.SentBack, d.Proposals, e.Reason, at),
        // What is taken back within moments needn't be told.
        DelegationReopened => d with { Sought = [], Tidings = d.Tidings.RemoveAll(t => t.News is LeadNews.Approved && t.Number == d.Proposals) },
        RosterFrozen or RosterThawed => d,
        ChangeReasoned e => d with { LastReason = Math.Max(d.LastReason, e.Reason) },
        ChangeRequested e => d with
        {
            Requests = d.Requests.SetItem(e.Number, new ChangeRequest(e.Number, e.By, e.In, e.Out, e.Reason, at)),
            LastRequest = Math.Max(d.LastRequest, e.Number),
            LastReason = Math.Max(d.LastReason, e.Reason),
        },
        ChangeAnswered e => Told(d, e.Approved ? LeadNews.ChangeApproved : LeadNews.ChangeDeclined, e.Number, e.Reason, at) with { Requests = d.Requests.Remove(e.Number) },
        ChangeTakenBack e => d with { Requests = d.Requests.Remove(e.Number) },
        CandidateTold e => d with { TellingOf = d.TellingOf.SetItem(e.Candidate, (e.Word, e.On ?? at)) },
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static Delegation Told(Delegation d, LeadNews news, int number, int reason, DateTimeOffset at) =>
        d with { Tidings = d.Tidings.Add(new LeadTidings(news, number, reason, at)), LastReason = Math.Max(d.LastReason, reason) };

    // Fewer seats: those who hold one beyond the new number move down into free ones; the plan is refused when there aren't enough.
    private static ImmutableArray<Seat> Resized(Delegation d, int seats)
    {
        var holders = Enumerable.Range(0, seats).Select(i => i < d.Seats.Length ? d.Seats[i].Holder : null).ToList();
        foreach (var seat in d.Seats.Skip(seats).Where(s => s.Holder is not null))
            holders[holders.IndexOf(null)] = seat.Holder;
        return Delegation.SeatsOf(seats, holders);
    }
}
