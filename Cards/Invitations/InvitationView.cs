using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;

namespace CoordinatorBot.Cards.Invitations;

/// <summary>How an invitation stands for the delegate.</summary>
public enum InvitationStanding
{
    /// <summary>Waits for an answer.</summary>
    Open,

    /// <summary>Answered; can be changed while <see cref="InvitationView.MayAnswer"/>.</summary>
    Answered,

    /// <summary>Answered for dates or a place that have moved since: waits for an answer again.</summary>
    AskedAgain,

    /// <summary>Not answered, and the deadline is over.</summary>
    Late,

    /// <summary>Lapsed: not answered in time, and the seat given up.</summary>
    Lapsed,

    /// <summary>Undecided at the deadline, and a coordinator gave the seat away.</summary>
    GivenAway,

    /// <summary>Declined, and the seat is somebody else's now.</summary>
    SeatGiven,

    /// <summary>Taken back by a coordinator.</summary>
    Recalled,

    /// <summary>The exchange was called off.</summary>
    Cancelled,

    /// <summary>The exchange has begun or is over.</summary>
    Over,
}

/// <summary>An invitation as its delegate may see it.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="Invitation">The invitation.</param>
/// <param name="Revision">Counts what the card shows.</param>
/// <param name="Standing">How it stands.</param>
/// <param name="MayAnswer">Whether an answer is taken now.</param>
/// <param name="Design">What the exchange is for.</param>
/// <param name="Terms">Where and when.</param>
/// <param name="TermsRevision">Their revision: an answer counts for it.</param>
/// <param name="TermsBefore">The terms they knew before; null where nothing moved since.</param>
/// <param name="City">Their delegation's city.</param>
/// <param name="Seats">People in their delegation.</param>
/// <param name="Due">Last day to answer.</param>
/// <param name="Rsvp">Their newest answer; null for none.</param>
/// <param name="Words">What they wrote with it.</param>
/// <param name="Coordinator">Who asks, by name.</param>
/// <param name="CoordinatorMail">How to reach them; null where nobody gave an address.</param>
public sealed record InvitationView(
    ExchangeId Exchange, InvitationId Invitation, int Revision, InvitationStanding Standing, bool MayAnswer,
    Design Design, Terms Terms, int TermsRevision, Terms? TermsBefore, string City, int Seats, DateOnly Due,
    Rsvp? Rsvp, InvitationWords Words, string Coordinator, string? CoordinatorMail)
{
    /// <summary>Why they were chosen, as it was nominated; null where nobody said.</summary>
    public string? Reason { get; init; }

    /// <summary>What they are expected to bring; null where nobody said.</summary>
    public string? Contribution { get; init; }

    /// <summary>The zone they live in; null where it isn't known.</summary>
    public Zone? TheirZone { get; init; }

    /// <summary>Whether they can say, after the deadline, that they don't come: they hold a seat, and the exchange hasn't begun.</summary>
    public bool MayWithdraw { get; init; }

    /// <summary>Whether the bot reminds them.</summary>
    public bool Muted { get; init; }

    /// <summary>Days left to answer, 0 on the last; negative afterwards.</summary>
    public int DaysLeft { get; init; }

    /// <summary>The view of an invitation.</summary>
    /// <param name="state">The exchange; it has terms, since somebody was invited.</param>
    /// <param name="invitation">One of its invitations.</param>
    /// <param name="now">Now.</param>
    /// <param name="owner">The coordinator who owns the exchange; null where their data was erased.</param>
    /// <param name="nameless">What to call them then.</param>
    /// <param name="words">What the delegate wrote.</param>
    /// <param name="before">The terms the delegate knew before, where they moved.</param>
    public static InvitationView Of(
        ExchangeState state, Invitation invitation, DateTimeOffset now, Person? owner, string nameless, InvitationWords words, Terms? before)
    {
        var x = state.Exchange!;
        var terms = x.Terms!;
        var d = state.Delegations[invitation.Delegation];
        var due = state.AnswerDue(invitation)!.Value;
        var standing = StandingOf(state, x, invitation, now >= terms.Zone.EndOf(due));
        var mayAnswer = standing is InvitationStanding.Open or InvitationStanding.AskedAgain || (standing is InvitationStanding.Answered && now < terms.Zone.EndOf(due));
        return new InvitationView(
            x.Id, invitation.Id, invitation.Revision, standing, mayAnswer,
            x.Design, terms, x.TermsRevision, before == terms ? null : before, d.City, d.Plan.Seats, due,
            invitation.Rsvp, words, owner?.Name ?? nameless, owner?.Mail)
        {
            MayWithdraw = !mayAnswer && standing is (InvitationStanding.Answered or InvitationStanding.Late) && d.SeatOf(invitation.Candidate) is not null,
            Muted = state.Muting.Mutes(invitation.Person),
            DaysLeft = due.DayNumber - terms.Zone.DateOf(now).DayNumber,
        };
    }

    /// <summary>How an invitation of somebody would look who has not been invited yet: for the preview.</summary>
    public static InvitationView Sample(ExchangeState state, Domain.Delegations.Delegation delegation, DateTimeOffset now, Person? owner, string nameless)
    {
        var x = state.Exchange!;
        var fresh = new Invitation(default, delegation.Id, new SeatNumber(1), default, default, false, null, 1, now, x.TermsRevision, now, now, 0);
        return Of(state, fresh, now, owner, nameless, InvitationWords.None, null);
    }

    private static InvitationStanding StandingOf(ExchangeState state, Exchange x, Invitation invitation, bool late)
    {
        if (x.Stage is Stage.Cancelled)
            return InvitationStanding.Cancelled;
        if (invitation.Recalled)
            return InvitationStanding.Recalled;
        if (x.Stage > Stage.Preparing)
            return InvitationStanding.Over;
        var d = state.Delegations[invitation.Delegation];
        if (invitation.GivenAway)
            return InvitationStanding.GivenAway;
        // A deadline that moved on lets them answer after all, where a seat is free.
        if (invitation.Lapsed && (late || d.FreeSeat is null))
            return InvitationStanding.Lapsed;
        if (invitation.Rsvp is { Answer: RsvpAnswer.Declined } && d.SeatOf(invitation.Candidate) is null && d.FreeSeat is null)
            return InvitationStanding.SeatGiven;
        if (invitation.AnswerTo(x.TermsRevision) is not null)
            return InvitationStanding.Answered;
        if (late)
            return InvitationStanding.Late;
        return invitation.Rsvp is null ? InvitationStanding.Open : InvitationStanding.AskedAgain;
    }
}
