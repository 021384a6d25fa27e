namespace CoordinatorBot.Domain.Invitations;

/// <summary>What a delegate can answer.</summary>
public enum RsvpAnswer
{
    /// <summary>Comes.</summary>
    Accepted,

    /// <summary>Doesn't know yet; keeps the seat until the deadline.</summary>
    Tentative,

    /// <summary>Doesn't come; the seat is free.</summary>
    Declined,

    /// <summary>Doesn't come and names somebody instead; keeps the seat until a coordinator decides.</summary>
    SubstituteProposed,
}

/// <summary>An answer to an invitation.</summary>
/// <param name="Answer">What.</param>
/// <param name="TermsRevision">The terms it answers; an answer to older terms counts no more.</param>
/// <param name="At">When.</param>
/// <param name="Words">Revision of the document with the note and the substitute's name; 0 for none.</param>
/// <param name="RecordedBy">The coordinator who recorded it; none when the delegate answered.</param>
public sealed record Rsvp(RsvpAnswer Answer, int TermsRevision, DateTimeOffset At, int Words, PersonId? RecordedBy);

/// <summary>An invitation to one person for one seat.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Delegation">The delegation.</param>
/// <param name="Seat">The seat.</param>
/// <param name="Candidate">The candidate.</param>
/// <param name="Person">The person: only they may answer.</param>
/// <param name="Recalled">Whether it was taken back.</param>
/// <param name="Rsvp">The newest answer; none yet.</param>
/// <param name="Revision">Counts what its card should show, from 1.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="SentTerms">Revision of the terms it was sent with.</param>
/// <param name="FirstChange">When the oldest change came that the card doesn't show yet, as far as known here.</param>
/// <param name="LastChange">When the newest came.</param>
/// <param name="LastWords">Highest revision of its words.</param>
/// <param name="Epoch">Counts how often its links were revoked, from 1: only those of the newest epoch are good.</param>
public sealed record Invitation(
    InvitationId Id, DelegationId Delegation, SeatNumber Seat, CandidateId Candidate, PersonId Person, bool Recalled, Rsvp? Rsvp,
    int Revision, DateTimeOffset SentAt, int SentTerms, DateTimeOffset FirstChange, DateTimeOffset LastChange, int LastWords, int Epoch = 1)
{
    /// <summary>When it lapsed: the last day to answer passed without an answer, or a coordinator gave the seat away; null while it stands.</summary>
    public DateTimeOffset? LapsedAt { get; init; }

    /// <summary>Whether a coordinator gave the seat away: then a later deadline doesn't revive it, nor does an answer.</summary>
    public bool GivenAway { get; init; }

    /// <summary>The last day to answer that passed with a maybe, or an answer to older terms: a coordinator decides. Null where none did.</summary>
    public DateOnly? OverdueOn { get; init; }

    /// <summary>The last day to answer for which a coordinator decided to keep them all the same.</summary>
    public DateOnly? KeptOn { get; init; }

    /// <summary>How often its last day to answer passed so far without one.</summary>
    public int Missed { get; init; }

    /// <summary>Reminders that a coordinator asked for.</summary>
    public int Reminders { get; init; }

    /// <summary>When the last of these was asked for.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>How often the delegate accepted and then declined after all.</summary>
    public int Withdrawals { get; init; }

    /// <summary>When they last did; null while their answer is another.</summary>
    public DateTimeOffset? WithdrewAt { get; init; }

    /// <summary>Whether it lapsed.</summary>
    public bool Lapsed => LapsedAt is not null;

    /// <summary>When the seat was given up by a decline or a lapse; null while neither is so.</summary>
    public DateTimeOffset? LeftAt => LapsedAt ?? (Rsvp is { Answer: RsvpAnswer.Declined } r ? r.At : null);

    /// <summary>The duty to show its card: what was delivered of it is in the ledger under this key.</summary>
    public Duties.DutyKey Card => InvitationWants.CardOf(Id);

    /// <summary>The answer as it counts for these terms; none when it answered older ones.</summary>
    public Rsvp? AnswerTo(int termsRevision) => Rsvp is { } r && r.TermsRevision == termsRevision ? r : null;
}
