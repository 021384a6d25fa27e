namespace CoordinatorBot.Domain.Invitations;

/// <summary>There is no such invitation.</summary>
public sealed record InvitationUnknown : Refusal;

/// <summary>The invitation is somebody else's: a card was forwarded.</summary>
public sealed record NotYourInvitation : Refusal;

/// <summary>The invitation was taken back.</summary>
public sealed record InvitationIsRecalled : Refusal;

/// <summary>The deadline for answers has passed.</summary>
/// <param name="Due">Last day for answers.</param>
/// <param name="Coordinator">Who can move it, or record the answer.</param>
public sealed record RsvpDeadlinePassed(DateOnly Due, PersonId Coordinator) : Refusal;

/// <summary>Dates or place changed since the card was shown: look at the new ones, then answer.</summary>
public sealed record TermsChangedSince : Refusal;

/// <summary>The seat was given to somebody else after this person declined.</summary>
/// <param name="Coordinator">Whom to ask.</param>
public sealed record SeatIsGiven(PersonId Coordinator) : Refusal;

/// <summary>Everybody who holds a seat has been invited.</summary>
public sealed record NobodyToInvite : Refusal;

/// <summary>No substitute waits for a decision there.</summary>
public sealed record NoSubstituteProposed : Refusal;

/// <summary>A substitute needs a name.</summary>
public sealed record SubstituteWithoutName : Refusal;

/// <summary>There is no such invitation that could be taken back.</summary>
public sealed record NothingToRecall : Refusal;
