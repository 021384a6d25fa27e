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

/// <summary>Nobody answered until the deadline, or a coordinator gave the seat of somebody undecided away. The seat is free.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="GivenAway">Whether a coordinator did it.</param>
public sealed record InvitationLapsed(InvitationId Invitation, bool GivenAway = false) : InvitationEvent(Invitation);

/// <summary>The deadline moved, so that a lapsed invitation can be answered after all; the seat is theirs again.</summary>
/// <param name="Invitation">The invitation.</param>
public sealed record InvitationRevived(InvitationId Invitation) : InvitationEvent(Invitation);

/// <summary>The last day to answer passed, and somebody who holds a seat said maybe, or answered older terms only: a coordinator decides.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="Due">That day.</param>
public sealed record AnswerOverdue(InvitationId Invitation, DateOnly Due) : InvitationEvent(Invitation);

/// <summary>A coordinator keeps somebody who is undecided after the deadline.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="Due">The last day to answer that had passed.</param>
public sealed record SeatKept(InvitationId Invitation, DateOnly Due) : InvitationEvent(Invitation);

/// <summary>A coordinator asked to remind somebody now; the message follows as a duty.</summary>
/// <param name="Invitation">The invitation.</param>
public sealed record ReminderAsked(InvitationId Invitation) : InvitationEvent(Invitation);

/// <summary>Whom the bot reminds was changed.</summary>
/// <param name="Person">Who; none for everybody in the exchange.</param>
public abstract record MutingEvent(PersonId? Person) : Event;

/// <summary>Somebody is not reminded any more.</summary>
/// <param name="Person">Who; none for everybody in the exchange.</param>
public sealed record RemindersMuted(PersonId? Person) : MutingEvent(Person);

/// <summary>Somebody is reminded again.</summary>
/// <param name="Person">Who; none for everybody in the exchange, apart from those muted one by one.</param>
public sealed record RemindersUnmuted(PersonId? Person) : MutingEvent(Person);
