using System.Collections.Immutable;
using System.Text.Json.Serialization;

using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Exchanges;

/// <summary>Where an exchange stands. Delegations move apart: each has a <see cref="Delegations.DelegationStage"/> of its own.</summary>
public enum Stage
{
    /// <summary>Being designed: the dates or the host city are not known yet.</summary>
    Draft,

    /// <summary>Designed; cities are forming their delegations.</summary>
    Forming,

    /// <summary>The first delegation has been invited.</summary>
    Inviting,

    /// <summary>The roster is frozen; delegates prepare.</summary>
    Preparing,

    /// <summary>The delegations meet.</summary>
    Underway,

    /// <summary>Over; action plans are followed up.</summary>
    FollowingUp,

    /// <summary>Followed up for a year.</summary>
    Closed,

    /// <summary>Called off.</summary>
    Cancelled,
}

/// <summary>How the delegations meet.</summary>
public enum Format
{
    /// <summary>Delegations visit one city.</summary>
    SiteVisit,

    /// <summary>Several cities discuss one theme.</summary>
    Roundtable,

    /// <summary>Peers look at one city's practice and report to it.</summary>
    PeerReview,

    /// <summary>One city accompanies another over time.</summary>
    Mentoring,
}

/// <summary>The kinds of session an agenda is made of.</summary>
public enum SessionKind
{
    /// <summary>Expert content.</summary>
    ExpertContent,

    /// <summary>Facilitated discussion.</summary>
    FacilitatedDiscussion,

    /// <summary>Site tour.</summary>
    SiteTour,

    /// <summary>Participant-led action planning.</summary>
    ActionPlanning,

    /// <summary>Social time.</summary>
    SocialTime,
}

/// <summary>One session of the agenda.</summary>
/// <param name="Day">Day of the exchange, from 1.</param>
/// <param name="Kind">What kind of session.</param>
/// <param name="Title">Its title; null for the plain name of the kind.</param>
/// <param name="Starts">When it begins, by the clock of the host city; null while that is open.</param>
/// <param name="Minutes">How long it lasts; 0 while that is open.</param>
/// <param name="Lead">The words that say who leads it; none for nobody yet.</param>
public sealed record AgendaItem(int Day, SessionKind Kind, string? Title = null, TimeOnly? Starts = null, int Minutes = 0, WordsId? Lead = null)
{
    /// <summary>When it ends, in minutes from midnight of its day; null while that is open.</summary>
    [JsonIgnore]
    public int? EndsAt => StartsAt + Minutes;

    /// <summary>When it begins, in minutes from midnight of its day; null while that is open.</summary>
    [JsonIgnore]
    public int? StartsAt => Starts is { } starts ? (starts.Hour * 60) + starts.Minute : null;

    /// <summary>Whether both take place at one time.</summary>
    public bool Overlaps(AgendaItem other) => Day == other.Day && StartsAt < other.EndsAt && other.StartsAt < EndsAt;
}

/// <summary>Who pays for travel and lodging, as a delegate is told in their own language; words of one's own can say more.</summary>
public enum CostSharing
{
    /// <summary>Still being settled: told before anybody books anything.</summary>
    ToldLater,

    /// <summary>The programme pays for travel, lodging and meals.</summary>
    Programme,

    /// <summary>Each city pays for travel, the host for lodging and meals.</summary>
    CityAndHost,

    /// <summary>Each city or organisation pays for its own people.</summary>
    OwnCity,
}

/// <summary>What the exchange is for and what it is made of: all that may change without asking delegates again.</summary>
/// <param name="Title">Title, 1 to 120 characters.</param>
/// <param name="Theme">The one theme; null while it is the title's.</param>
/// <param name="Goal">The development goal it serves; null where nobody said.</param>
/// <param name="Change">What should be different afterwards; null where nobody said.</param>
/// <param name="Format">How the delegations meet.</param>
/// <param name="SizeCap">Most people in all delegations together.</param>
/// <param name="LearningQuestions">What the delegations want to find out.</param>
/// <param name="Agenda">Its sessions, by day.</param>
/// <param name="Costs">Who pays what.</param>
/// <param name="CostWords">What there is to say about costs besides; null for nothing.</param>
public sealed record Design(
    string Title, string? Theme, string? Goal, string? Change, Format Format, int SizeCap,
    ImmutableArray<string> LearningQuestions, ImmutableArray<AgendaItem> Agenda, CostSharing Costs = CostSharing.ToldLater, string? CostWords = null)
{
    /// <summary>Value equality, the lists by their items.</summary>
    public bool Equals(Design? other) => other is not null
        && (Title, Theme, Goal, Change, Format, SizeCap) == (other.Title, other.Theme, other.Goal, other.Change, other.Format, other.SizeCap)
        && (Costs, CostWords) == (other.Costs, other.CostWords)
        && LearningQuestions.SequenceEqual(other.LearningQuestions) && Agenda.SequenceEqual(other.Agenda);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Title, Theme, Goal, Change, Format, SizeCap, LearningQuestions.Length, Agenda.Length);
}

/// <summary>What a delegate agrees to. A change asks everybody again: each answer counts for the revision it answered.</summary>
/// <param name="HostCity">The city that hosts.</param>
/// <param name="StartsOn">First day.</param>
/// <param name="EndsOn">Last day.</param>
/// <param name="Zone">Zone of the host city.</param>
/// <param name="Venue">Where they meet; null until it is known.</param>
public sealed record Terms(string HostCity, DateOnly StartsOn, DateOnly EndsOn, Zone Zone, string? Venue)
{
    /// <summary>Days of the exchange, 1 or more.</summary>
    public int Days => EndsOn.DayNumber - StartsOn.DayNumber + 1;
}

/// <summary>One learning exchange.</summary>
/// <param name="Id">Its identity, and that of its stream.</param>
/// <param name="Owner">The coordinator who made it.</param>
/// <param name="Coordinators">Further coordinators, added by the owner.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Design">What it is for and made of.</param>
/// <param name="Terms">Where and when; null while it is a draft.</param>
/// <param name="TermsRevision">Revision of the terms; 0 before the first.</param>
/// <param name="LastTermsRevision">Highest revision ever; an undone move doesn't give its number back.</param>
/// <param name="Deadlines">The dates counted back from the first day; null while it is a draft.</param>
/// <param name="StageBefore">Stage before it was cancelled.</param>
/// <param name="DeadlinesByHand">Whether the deadlines were set by hand: they then stay when the dates move, while they fit.</param>
public sealed record Exchange(
    ExchangeId Id, PersonId Owner, ImmutableSortedSet<Guid> Coordinators, Stage Stage, Design Design,
    Terms? Terms, int TermsRevision, int LastTermsRevision, Deadlines? Deadlines, Stage? StageBefore = null, bool DeadlinesByHand = false)
{
    /// <summary>How it goes after answers.</summary>
    public AnswerRules Rules { get; init; } = AnswerRules.Default;

    /// <summary>Whether this person coordinates the exchange.</summary>
    public bool IsCoordinatedBy(PersonId person) => Owner == person || Coordinators.Contains(person.Value);

    /// <summary>The instant until which delegates who were invited in time may answer; null while it is a draft. For one of them see <see cref="ExchangeState.AnswerDue"/>.</summary>
    public DateTimeOffset? RsvpDeadline => Terms is { } t && Deadlines is { } d ? t.Zone.EndOf(d.RsvpDue) : null;
}
