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

/// <summary>The seat is taken: somebody else was quicker.</summary>
/// <param name="Holder">Who holds it.</param>
public sealed record SeatIsTaken(PersonId Holder) : Refusal;

/// <summary>There is no such seat in the delegation any more.</summary>
public sealed record SeatUnknown : Refusal;

/// <summary>The delegation has to be decided first.</summary>
public sealed record NotDecidedYet : Refusal;

/// <summary>Nobody of those chosen can be reminded now: they answered, are muted, or heard from the bot within a day.</summary>
public sealed record NobodyToRemind : Refusal;

/// <summary>Nothing has to be decided about that seat any more: an answer came, or somebody decided.</summary>
public sealed record SeatIsSettled : Refusal;

/// <summary>The days of the reminders are too many, or out of range.</summary>
/// <param name="Most">Most reminders.</param>
/// <param name="Min">Latest, in days before the last day to answer.</param>
/// <param name="Max">Earliest.</param>
public sealed record RemindersOutOfRange(int Most, int Min, int Max) : Refusal;
