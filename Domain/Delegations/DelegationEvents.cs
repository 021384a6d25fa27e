using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>What happens to one city's delegation.</summary>
/// <param name="Delegation">The delegation.</param>
public abstract record DelegationEvent(DelegationId Delegation) : Event;

/// <summary>A city takes part: its delegation begins with the default plan.</summary>
/// <param name="Delegation">Its delegation.</param>
/// <param name="City">The city.</param>
/// <param name="Place">Its place among the cities, from 0, where it had one before; null for the last.</param>
public sealed record CityAdded(DelegationId Delegation, string City, int? Place = null) : DelegationEvent(Delegation);

/// <summary>A city takes part no longer; its delegation was empty.</summary>
/// <param name="Delegation">Its delegation.</param>
public sealed record CityRemoved(DelegationId Delegation) : DelegationEvent(Delegation);

/// <summary>The plan of a delegation was changed.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Plan">As it is now.</param>
public sealed record SeatPlanSet(DelegationId Delegation, SeatPlan Plan) : DelegationEvent(Delegation);

/// <summary>Somebody leads the delegation at home.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Lead">Who; none when the lead was taken off.</param>
public sealed record LeadNamed(DelegationId Delegation, PersonId? Lead) : DelegationEvent(Delegation);

/// <summary>Somebody was nominated.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Candidate">The candidate.</param>
public sealed record CandidateNominated(DelegationId Delegation, Candidate Candidate) : DelegationEvent(Delegation);

/// <summary>What rules know of a candidate was corrected.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Candidate">The candidate as corrected.</param>
public sealed record CandidateCorrected(DelegationId Delegation, Candidate Candidate) : DelegationEvent(Delegation);

/// <summary>A nomination was taken back.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Candidate">The candidate.</param>
public sealed record CandidateWithdrawn(DelegationId Delegation, CandidateId Candidate) : DelegationEvent(Delegation);

/// <summary>A place in the order of a delegation's nominees.</summary>
/// <param name="Candidate">Who.</param>
/// <param name="Rank">The place, from 1; others may hold those between.</param>
public readonly record struct CandidateRank(CandidateId Candidate, int Rank);

/// <summary>The order of nominees was changed; nobody's seat was.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Ranks">The new places of those who moved.</param>
public sealed record CandidatesRanked(DelegationId Delegation, ImmutableArray<CandidateRank> Ranks) : DelegationEvent(Delegation)
{
    /// <summary>Value equality, the list by its items.</summary>
    public bool Equals(CandidatesRanked? other) => other is not null && Delegation == other.Delegation && Ranks.SequenceEqual(other.Ranks);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Delegation, Ranks.Length);
}

/// <summary>A candidate now holds a seat.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Seat">The seat.</param>
/// <param name="Candidate">Who holds it.</param>
public sealed record SeatTaken(DelegationId Delegation, SeatNumber Seat, CandidateId Candidate) : DelegationEvent(Delegation);

/// <summary>A seat became free.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Seat">The seat.</param>
/// <param name="Candidate">Who held it.</param>
public sealed record SeatVacated(DelegationId Delegation, SeatNumber Seat, CandidateId Candidate) : DelegationEvent(Delegation);

/// <summary>A coordinator decided the delegation; its members can be invited.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Sought">What its seats were given for; null where that wasn't kept.</param>
public sealed record DelegationConfirmed(DelegationId Delegation, ImmutableArray<Sought>? Sought = null) : DelegationEvent(Delegation);

/// <summary>The decision was taken back.</summary>
/// <param name="Delegation">The delegation.</param>
public sealed record DelegationReopened(DelegationId Delegation) : DelegationEvent(Delegation);
