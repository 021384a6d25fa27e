using System.Collections.Immutable;

using CoordinatorBot.Domain;

namespace CoordinatorBot.Cards.Invitations;

/// <summary>Something a coordinator has to decide about invitations and delegations.</summary>
public abstract record AttentionItem;

/// <summary>How somebody gave a seat up.</summary>
public enum SeatLeft
{
    /// <summary>They declined.</summary>
    Declined,

    /// <summary>They had accepted, and declined after all.</summary>
    Withdrew,

    /// <summary>They didn't answer in time.</summary>
    Lapsed,

    /// <summary>They were undecided, and a coordinator gave the seat away.</summary>
    GivenAway,
}

/// <summary>Somebody who gave a seat up.</summary>
/// <param name="Name">Who.</param>
/// <param name="How">How.</param>
/// <param name="Note">The note they left; null for none.</param>
public sealed record Leaver(string Name, SeatLeft How, string? Note);

/// <summary>Seats of a decided delegation are free.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="City">Its city.</param>
/// <param name="Free">How many seats.</param>
/// <param name="Left">Who gave one up.</param>
/// <param name="Seat">The seat to fill first.</param>
/// <param name="Next">The best alternate for it; null where there is none.</param>
/// <param name="NextName">Their name.</param>
public sealed record SeatsToFill(DelegationId Delegation, string City, int Free, ImmutableArray<Leaver> Left, SeatNumber Seat, CandidateId? Next, string? NextName) : AttentionItem;

/// <summary>A delegate proposes somebody instead.</summary>
/// <param name="Invitation">Their invitation.</param>
/// <param name="Delegate">Their name.</param>
/// <param name="City">Their city.</param>
/// <param name="Substitute">The name of whom they propose.</param>
/// <param name="Mail">The address, where given.</param>
/// <param name="Note">Why, where given.</param>
/// <param name="Words">Revision of what they wrote: what is decided on is what was shown.</param>
/// <param name="SeatReason">Why the delegate was nominated, to hold the substitute against; null where nobody said.</param>
/// <param name="SeatBrings">What the delegate was expected to bring; null where nobody said.</param>
/// <param name="Frozen">Whether the roster is frozen, so that a yes has a reason.</param>
public sealed record SubstituteToDecide(
    InvitationId Invitation, string Delegate, string City, string Substitute, string? Mail, string? Note, int Words, string? SeatReason = null, string? SeatBrings = null, bool Frozen = false) : AttentionItem;

/// <summary>Why a seat is undecided.</summary>
public enum Undecided
{
    /// <summary>They said: not sure yet.</summary>
    Maybe,

    /// <summary>They answered terms that have moved since.</summary>
    AskedAgain,

    /// <summary>The invitation never reached them.</summary>
    Unreached,
}

/// <summary>The last day to answer is over, and somebody who holds a seat is undecided.</summary>
/// <param name="Invitation">Their invitation.</param>
/// <param name="Name">Who.</param>
/// <param name="City">Their city.</param>
/// <param name="Why">Why.</param>
/// <param name="Missed">Tells one such decision from the next.</param>
/// <param name="Frozen">Whether the roster is frozen, so that giving the seat away has a reason.</param>
public sealed record SeatToDecide(InvitationId Invitation, string Name, string City, Undecided Why, int Missed, bool Frozen) : AttentionItem;

/// <summary>A lead put a delegation forward.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="City">Its city.</param>
/// <param name="Lead">Who, by name.</param>
/// <param name="Seated">How many hold a seat.</param>
/// <param name="Seats">How many seats there are.</param>
/// <param name="Gaps">In what it departs from its plan, in words.</param>
/// <param name="Number">Tells one such from the next.</param>
public sealed record ProposalToDecide(DelegationId Delegation, string City, string Lead, int Seated, int Seats, ImmutableArray<string> Gaps, int Number) : AttentionItem;

/// <summary>A lead asks to change a frozen roster.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="City">Its city.</param>
/// <param name="Lead">Who asks, by name.</param>
/// <param name="Number">Number of the request.</param>
/// <param name="In">Who should come, by name.</param>
/// <param name="Out">Who shouldn't any more, by name.</param>
/// <param name="Reason">Why; null where it was erased.</param>
public sealed record ChangeToDecide(DelegationId Delegation, string City, string Lead, int Number, ImmutableArray<string> In, ImmutableArray<string> Out, string? Reason) : AttentionItem;

/// <summary>A message did not arrive.</summary>
/// <param name="Key">The duty.</param>
/// <param name="Name">Whom it was for; null for a channel.</param>
/// <param name="Reason">Why, and what helps.</param>
/// <param name="Since">When it was given up, which tells one press of "try again" from the next.</param>
public sealed record MessageToRetry(string Key, string? Name, string Reason, DateTimeOffset Since) : AttentionItem;

/// <summary>All that waits for a coordinator's decision in one exchange.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="Title">Its title.</param>
/// <param name="Items">What, the most urgent first.</param>
/// <param name="Ever">Invitations ever sent: makes a press on a later card another one.</param>
public sealed record AttentionView(ExchangeId Exchange, string Title, ImmutableArray<AttentionItem> Items, int Ever);
