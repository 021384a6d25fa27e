using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Invitations;

/// <summary>What coordinators and delegates do with invitations.</summary>
public abstract record InvitationCommand : Command;

/// <summary>One person to invite.</summary>
/// <param name="Invitation">Made with the preview, so that a double click invites once.</param>
/// <param name="Delegation">The delegation.</param>
/// <param name="Candidate">Who; holds a seat of it.</param>
public sealed record NewInvitation(InvitationId Invitation, DelegationId Delegation, CandidateId Candidate);

/// <summary>
/// Sends what was previewed. Those who lost their seat since, or were invited by somebody else, are passed over. Decides the delegations
/// that were not decided yet.
/// </summary>
/// <param name="People">As previewed.</param>
/// <param name="Anyway">Also for delegations that don't fit their plan: the preview showed the gaps.</param>
public sealed record SendInvitations(ImmutableArray<NewInvitation> People, bool Anyway) : InvitationCommand;

/// <summary>Answers an invitation, or changes the answer: by the delegate until the deadline, by a coordinator at any time.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="Answer">What.</param>
/// <param name="TermsRevision">The terms that were shown.</param>
/// <param name="Words">Revision of the document put before, with the note and the substitute's name; 0 for none.</param>
public sealed record AnswerInvitation(InvitationId Invitation, RsvpAnswer Answer, int TermsRevision, int Words) : InvitationCommand;

/// <summary>Takes invitations back.</summary>
/// <param name="Invitations">Which.</param>
public sealed record RecallInvitations(ImmutableArray<InvitationId> Invitations) : InvitationCommand;

/// <summary>Puts the proposed substitute on the seat and invites them.</summary>
/// <param name="Invitation">The invitation whose delegate proposed them.</param>
/// <param name="Substitute">The substitute as a nomination.</param>
/// <param name="New">Identity of the substitute's invitation.</param>
/// <param name="Reason">Revision of the document that says why, once the roster is frozen; 0 for none.</param>
public sealed record AcceptSubstitute(InvitationId Invitation, Delegations.Nomination Substitute, InvitationId New, int Reason = 0) : InvitationCommand;

/// <summary>
/// Gives a free seat of a decided delegation to an alternate and invites them. By a coordinator, or by the bot where the exchange invites
/// alternates at once.
/// </summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Seat">The seat.</param>
/// <param name="Candidate">The alternate.</param>
/// <param name="Invitation">Made with the question, so that a double click invites once.</param>
/// <param name="Reason">Revision of the document that says why, once the roster is frozen; 0 for none.</param>
public sealed record PromoteAlternate(DelegationId Delegation, SeatNumber Seat, CandidateId Candidate, InvitationId Invitation, int Reason = 0) : InvitationCommand;

/// <summary>What follows when the last day to answer has passed. Only the bot sends it; the state decides for whom it has.</summary>
public sealed record LapseInvitations : InvitationCommand;

/// <summary>Keeps somebody who is undecided after the deadline.</summary>
/// <param name="Invitation">Their invitation.</param>
public sealed record KeepSeat(InvitationId Invitation) : InvitationCommand;

/// <summary>Gives the seat of somebody away who is undecided after the deadline: their invitation lapses.</summary>
/// <param name="Invitation">Their invitation.</param>
/// <param name="Reason">Revision of the document that says why, once the roster is frozen; 0 for none.</param>
public sealed record GiveSeatAway(InvitationId Invitation, int Reason = 0) : InvitationCommand;

/// <summary>Reminds people now. Those who answered, are muted, or heard from the bot within a day are passed over.</summary>
/// <param name="Invitations">Their invitations.</param>
public sealed record RemindNow(ImmutableArray<InvitationId> Invitations) : InvitationCommand;

/// <summary>Says whether somebody is reminded. A coordinator may for everybody, a delegate for themselves.</summary>
/// <param name="Person">Who; none for everybody in the exchange.</param>
/// <param name="Muted">Whether they are reminded no more.</param>
public sealed record MuteReminders(PersonId? Person, bool Muted) : InvitationCommand;
