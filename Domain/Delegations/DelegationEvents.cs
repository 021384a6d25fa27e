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

/// <summary>Somebody said why these people hold the seats; who comes and who leaves follows in the same commit, if anybody does.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Reason">Revision of the document that says why; 0 where it was taken back.</param>
public sealed record SeatsChosen(DelegationId Delegation, int Reason) : DelegationEvent(Delegation);

/// <summary>A coordinator decided the delegation; its members can be invited.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Sought">What its seats were given for; null where that wasn't kept.</param>
/// <param name="Balance">How it stood against its plan then; null where that wasn't kept.</param>
/// <param name="Reason">Revision of the document that says why; 0 where nobody said.</param>
public sealed record DelegationConfirmed(DelegationId Delegation, ImmutableArray<Sought>? Sought = null, DecidedBalance? Balance = null, int Reason = 0) : DelegationEvent(Delegation);

/// <summary>How a delegation stood against its plan when it was decided: it stays true when the plan or the people change.</summary>
/// <param name="Seated">People who held a seat.</param>
/// <param name="Seats">Seats of the plan.</param>
/// <param name="Departure">By how many people it departed from the plan, free seats aside; 0 where it fitted.</param>
/// <param name="Government">People from government.</param>
public sealed record DecidedBalance(int Seated, int Seats, int Departure, int Government);

/// <summary>The decision was taken back.</summary>
/// <param name="Delegation">The delegation.</param>
public sealed record DelegationReopened(DelegationId Delegation) : DelegationEvent(Delegation);

/// <summary>The lead put the delegation forward; a coordinator decides.</summary>
/// <param name="Delegation">The delegation.</param>
public sealed record DelegationProposed(DelegationId Delegation) : DelegationEvent(Delegation);

/// <summary>A coordinator sent a proposed delegation back to its lead.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Reason">Revision of the document that says why.</param>
public sealed record DelegationSentBack(DelegationId Delegation, int Reason) : DelegationEvent(Delegation);

/// <summary>The day of the roster freeze is over: from now on a change of who comes has a reason.</summary>
/// <param name="Delegation">The delegation.</param>
public sealed record RosterFrozen(DelegationId Delegation) : DelegationEvent(Delegation);

/// <summary>The day of the roster freeze moved on.</summary>
/// <param name="Delegation">The delegation.</param>
public sealed record RosterThawed(DelegationId Delegation) : DelegationEvent(Delegation);

/// <summary>A coordinator changes a frozen roster; the changes follow in the same commit.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Reason">Revision of the document that says why.</param>
public sealed record ChangeReasoned(DelegationId Delegation, int Reason) : DelegationEvent(Delegation);

/// <summary>The lead asks to change a frozen roster.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Number">Number of the request in the delegation, from 1.</param>
/// <param name="By">The lead.</param>
/// <param name="In">Who should come.</param>
/// <param name="Out">Who shouldn't any more.</param>
/// <param name="Reason">Revision of the document that says why.</param>
public sealed record ChangeRequested(
    DelegationId Delegation, int Number, PersonId By, ImmutableArray<CandidateId> In, ImmutableArray<CandidateId> Out, int Reason) : DelegationEvent(Delegation);

/// <summary>A coordinator answered a request; where it was approved, the changes follow in the same commit.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Number">Number of the request.</param>
/// <param name="Approved">Whether it was approved.</param>
/// <param name="Reason">Revision of the document that says why; 0 for none.</param>
public sealed record ChangeAnswered(DelegationId Delegation, int Number, bool Approved, int Reason) : DelegationEvent(Delegation);

/// <summary>The lead took a request back before it was answered.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Number">Number of the request.</param>
public sealed record ChangeTakenBack(DelegationId Delegation, int Number) : DelegationEvent(Delegation);

/// <summary>Somebody nominated who holds no seat is to be told how it stands; the message follows as a duty.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Candidate">Who.</param>
/// <param name="Word">What.</param>
/// <param name="On">When that was first said; null for now.</param>
public sealed record CandidateTold(DelegationId Delegation, CandidateId Candidate, Told Word, DateTimeOffset? On = null) : DelegationEvent(Delegation);
