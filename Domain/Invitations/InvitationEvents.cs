namespace CoordinatorBot.Domain.Invitations;

/// <summary>What happens to an invitation.</summary>
/// <param name="Invitation">The invitation.</param>
public abstract record InvitationEvent(InvitationId Invitation) : Event;

/// <summary>Somebody is invited; the card follows as a duty.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="Delegation">The delegation.</param>
/// <param name="Seat">The seat.</param>
/// <param name="Candidate">The candidate.</param>
/// <param name="Person">The person.</param>
public sealed record InvitationSent(InvitationId Invitation, DelegationId Delegation, SeatNumber Seat, CandidateId Candidate, PersonId Person) : InvitationEvent(Invitation);

/// <summary>An invitation was taken back; its card says so.</summary>
/// <param name="Invitation">The invitation.</param>
public sealed record InvitationRecalled(InvitationId Invitation) : InvitationEvent(Invitation);

/// <summary>An invitation was answered, or answered differently.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="Answer">What.</param>
/// <param name="TermsRevision">The terms it answers.</param>
/// <param name="Words">Revision of the document with the note and the substitute's name; 0 for none.</param>
/// <param name="RecordedBy">The coordinator who recorded it; none when the delegate answered.</param>
public sealed record InvitationAnswered(InvitationId Invitation, RsvpAnswer Answer, int TermsRevision, int Words, PersonId? RecordedBy) : InvitationEvent(Invitation);
