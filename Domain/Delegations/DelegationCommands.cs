using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>What coordinators, and leads for their own city, do with a delegation.</summary>
/// <param name="Delegation">The delegation.</param>
public abstract record DelegationCommand(DelegationId Delegation) : Command;

/// <summary>Lets a city take part.</summary>
/// <param name="Delegation">Made when the question is asked.</param>
/// <param name="City">1 to 80 characters.</param>
public sealed record AddCity(DelegationId Delegation, string City) : DelegationCommand(Delegation);

/// <summary>Takes a city out again, while nobody of it is nominated.</summary>
/// <param name="Delegation">Its delegation.</param>
public sealed record RemoveCity(DelegationId Delegation) : DelegationCommand(Delegation);

/// <summary>Changes what the delegation should be made of.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Plan">As it should be.</param>
public sealed record SetSeatPlan(DelegationId Delegation, SeatPlan Plan) : DelegationCommand(Delegation);

/// <summary>Names who leads the delegation at home.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Lead">Who; none to take the lead off.</param>
public sealed record NameLead(DelegationId Delegation, PersonId? Lead) : DelegationCommand(Delegation);

/// <summary>One person put forward.</summary>
/// <param name="Candidate">Identity of the nomination, made at the edge.</param>
/// <param name="Person">The person.</param>
/// <param name="Sector">What they stand for.</param>
/// <param name="Organisation">Where they work.</param>
/// <param name="Role">What they can do for the change at home; null where nobody said.</param>
/// <param name="Language">Two-letter code of the language they work in; null while unknown.</param>
/// <param name="Newcomer">Whether they never took part in an exchange; null while unknown.</param>
/// <param name="Words">Revision of the document with reason, expected contribution and replacement, put before; 0 where there is none.</param>
public sealed record Nomination(
    CandidateId Candidate, PersonId Person, Sector Sector, OrganisationId? Organisation,
    RoleInChange? Role = null, string? Language = null, bool? Newcomer = null, int Words = 0)
{
    /// <summary>The candidate it makes.</summary>
    /// <param name="rank">Place in the order of nomination, from 1.</param>
    public Candidate At(int rank) => new(Candidate, Person, Sector, Organisation, rank, Role, Language, Newcomer, Words);
}

/// <summary>Puts people forward. Those nominated already are passed over; free seats are filled as far as the plan allows.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="People">In the order in which alternates rank.</param>
public sealed record NominateCandidates(DelegationId Delegation, ImmutableArray<Nomination> People) : DelegationCommand(Delegation);

/// <summary>Corrects what rules know of a candidate: all of it is said anew.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Candidate">The candidate.</param>
/// <param name="Sector">Sector as it should be.</param>
/// <param name="Organisation">Organisation as it should be.</param>
/// <param name="Role">Role in the change as it should be.</param>
/// <param name="Language">Two-letter code of their language as it should be.</param>
/// <param name="Newcomer">Whether they never took part, as it should be.</param>
/// <param name="Words">Revision of the document with reason, expected contribution and replacement, put before.</param>
public sealed record CorrectCandidate(
    DelegationId Delegation, CandidateId Candidate, Sector Sector, OrganisationId? Organisation,
    RoleInChange? Role = null, string? Language = null, bool? Newcomer = null, int Words = 0) : DelegationCommand(Delegation)
{
    /// <summary>The command that leaves a candidate as it is; what is to be corrected is said by <c>with</c>.</summary>
    public static CorrectCandidate Of(DelegationId delegation, Candidate candidate) =>
        new(delegation, candidate.Id, candidate.Sector, candidate.Organisation, candidate.Role, candidate.Language, candidate.Newcomer, candidate.Words);
}

/// <summary>Takes a nomination back, and with it the invitation of somebody who declined.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Candidate">The candidate.</param>
public sealed record WithdrawCandidate(DelegationId Delegation, CandidateId Candidate) : DelegationCommand(Delegation);

/// <summary>Puts nominees in order: the order in which alternates move up. Those named share the places they hold among themselves, so a part of the list can be ordered alone.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Order">The first first.</param>
public sealed record RankCandidates(DelegationId Delegation, ImmutableArray<CandidateId> Order) : DelegationCommand(Delegation);

/// <summary>Says who holds the seats: those named and no others, whatever the plan says. Invited people keep theirs; somebody who declined and is chosen again can be invited again.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Candidates">At most as many as there are seats.</param>
/// <param name="Reason">Revision of the document that says why; 0 for none.</param>
public sealed record ChooseSeats(DelegationId Delegation, ImmutableArray<CandidateId> Candidates, int Reason = 0) : DelegationCommand(Delegation);

/// <summary>Decides the delegation.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Anyway">Also when it doesn't fit its plan: the person has seen the gaps.</param>
/// <param name="Reason">Revision of the document that says why; 0 for none.</param>
public sealed record ConfirmDelegation(DelegationId Delegation, bool Anyway, int Reason = 0) : DelegationCommand(Delegation);

/// <summary>Puts the delegation forward: its lead has done what they could, a coordinator decides.</summary>
/// <param name="Delegation">The delegation.</param>
public sealed record ProposeDelegation(DelegationId Delegation) : DelegationCommand(Delegation);

/// <summary>Sends a proposed delegation back to its lead.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Reason">Revision of the document put before, that says why.</param>
public sealed record SendBackDelegation(DelegationId Delegation, int Reason) : DelegationCommand(Delegation);

/// <summary>Freezes the roster when its day is over. Only the bot does.</summary>
/// <param name="Delegation">The delegation.</param>
public sealed record FreezeRoster(DelegationId Delegation) : DelegationCommand(Delegation);

/// <summary>Changes who comes once the roster is frozen: at once by a coordinator, as a request by the lead. Invitations of those who leave are taken back.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="In">Who should come; seats must be free for them.</param>
/// <param name="Out">Who shouldn't any more.</param>
/// <param name="Reason">Revision of the document put before, that says why.</param>
public sealed record ChangeRoster(DelegationId Delegation, ImmutableArray<CandidateId> In, ImmutableArray<CandidateId> Out, int Reason) : DelegationCommand(Delegation);

/// <summary>Answers a lead's request to change a frozen roster.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Number">Number of the request.</param>
/// <param name="Approve">Whether it is approved.</param>
/// <param name="Reason">Revision of the document that says why; 0 for none, which a refusal may not have.</param>
public sealed record AnswerChange(DelegationId Delegation, int Number, bool Approve, int Reason) : DelegationCommand(Delegation);

/// <summary>Tells people who hold no seat how it stands. Who holds one, is invited or was told the same is passed over.</summary>
/// <param name="Delegation">The delegation; it has been decided.</param>
/// <param name="People">Who, as previewed.</param>
/// <param name="Word">What.</param>
public sealed record TellOthers(DelegationId Delegation, ImmutableArray<CandidateId> People, Told Word) : DelegationCommand(Delegation);
