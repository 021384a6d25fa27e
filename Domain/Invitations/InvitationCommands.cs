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
public sealed record AcceptSubstitute(InvitationId Invitation, Delegations.Nomination Substitute, InvitationId New) : InvitationCommand;
