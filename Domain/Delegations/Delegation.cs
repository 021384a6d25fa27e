using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>Where one city's delegation stands.</summary>
public enum DelegationStage
{
    /// <summary>Nominees are gathered and seated.</summary>
    Forming,

    /// <summary>Put forward by its lead, waits for the coordinator.</summary>
    Proposed,

    /// <summary>Decided by a coordinator; its members can be invited.</summary>
    Confirmed,

    /// <summary>The roster is frozen: a change needs a reason.</summary>
    Frozen,
}

/// <summary>A person nominated to a delegation, as far as rules need to know; name and reason are documents.</summary>
/// <param name="Id">The nomination.</param>
/// <param name="Person">The person.</param>
/// <param name="Sector">What they stand for.</param>
/// <param name="Organisation">Where they work; none for those who stand for themselves.</param>
/// <param name="Rank">Order of nomination in the delegation, from 1: the order of alternates.</param>
/// <param name="Role">What they can do for the change at home; null where nobody said.</param>
/// <param name="Language">Two-letter code (ISO 639-1) of the language they work in; null while unknown.</param>
/// <param name="Newcomer">Whether they never took part in an exchange; null while unknown.</param>
/// <param name="Words">Revision of the document with reason, expected contribution and replacement; 0 where there is none.</param>
public sealed record Candidate(
    CandidateId Id, PersonId Person, Sector Sector, OrganisationId? Organisation, int Rank,
    RoleInChange? Role = null, string? Language = null, bool? Newcomer = null, int Words = 0);

/// <summary>One seat.</summary>
/// <param name="Number">Its number in the delegation, from 1.</param>
/// <param name="Holder">Who holds it; none while it is free.</param>
public readonly record struct Seat(SeatNumber Number, CandidateId? Holder);

/// <summary>What a seat was given for: what its holder stood for when the delegation was decided. It outlives the holder.</summary>
/// <param name="Seat">The seat.</param>
/// <param name="Sector">The sector.</param>
/// <param name="Role">The role in the change; null where nobody said.</param>
public sealed record Sought(SeatNumber Seat, Sector Sector, RoleInChange? Role = null);

/// <summary>What somebody was told who was nominated and holds no seat.</summary>
public enum Told
{
    /// <summary>Kept on hold: an alternate, should a seat become free.</summary>
    OnHold,

    /// <summary>Not chosen this time: no alternate any more.</summary>
    NotChosen,
}

/// <summary>A lead's wish to change a frozen roster.</summary>
/// <param name="Number">Its number in the delegation, from 1.</param>
/// <param name="By">The lead.</param>
/// <param name="In">Who should come.</param>
/// <param name="Out">Who shouldn't any more.</param>
/// <param name="Reason">Revision of the document that says why.</param>
/// <param name="At">When it was asked for.</param>
public sealed record ChangeRequest(int Number, PersonId By, ImmutableArray<CandidateId> In, ImmutableArray<CandidateId> Out, int Reason, DateTimeOffset At);

/// <summary>Something a lead is to hear about their delegation.</summary>
/// <param name="News">What.</param>
/// <param name="Number">Tells one such from the next, from 1.</param>
/// <param name="Reason">Revision of the document that says why; 0 for none.</param>
/// <param name="At">When it happened.</param>
public sealed record LeadTidings(LeadNews News, int Number, int Reason, DateTimeOffset At);

/// <summary>The people one city sends.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="City">The city.</param>
/// <param name="Lead">Who leads it at home; none until named.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Plan">What it should be made of.</param>
/// <param name="Candidates">Everybody nominated.</param>
/// <param name="Seats">As many as the plan has, by number.</param>
/// <param name="LastRank">Highest rank given so far.</param>
/// <param name="Sought">What its seats were given for, by seat, as decided; empty until then.</param>
public sealed record Delegation(
    DelegationId Id, string City, PersonId? Lead, DelegationStage Stage, SeatPlan Plan,
    ImmutableDictionary<CandidateId, Candidate> Candidates, ImmutableArray<Seat> Seats, int LastRank, ImmutableArray<Sought> Sought)
{
    /// <summary>An empty delegation of a city, with the default plan.</summary>
    public static Delegation Empty(DelegationId id, string city) =>
        new(id, city, null, DelegationStage.Forming, SeatPlan.Default, ImmutableDictionary<CandidateId, Candidate>.Empty, SeatsOf(SeatPlan.Default.Seats, []), 0, []);

    /// <summary>How often it was put forward.</summary>
    public int Proposals { get; init; }

    /// <summary>Requests to change the frozen roster that wait for an answer, by number.</summary>
    public ImmutableSortedDictionary<int, ChangeRequest> Requests { get; init; } = ImmutableSortedDictionary<int, ChangeRequest>.Empty;

    /// <summary>Highest number of a request so far.</summary>
    public int LastRequest { get; init; }

    /// <summary>Highest revision of its reasons.</summary>
    public int LastReason { get; init; }

    /// <summary>What its lead is to hear, the newest last.</summary>
    public ImmutableArray<LeadTidings> Tidings { get; init; } = [];

    /// <summary>Who without a seat was told what, and when.</summary>
    public ImmutableDictionary<CandidateId, (Told Word, DateTimeOffset At)> TellingOf { get; init; } = ImmutableDictionary<CandidateId, (Told Word, DateTimeOffset At)>.Empty;

    /// <summary>Those who hold a seat, by seat number.</summary>
    public IEnumerable<Candidate> Seated => Seats.Where(s => s.Holder is not null).Select(s => Candidates[s.Holder!.Value]);

    /// <summary>Those who don't, in the order they were nominated.</summary>
    public IEnumerable<Candidate> Alternates => Candidates.Values.Where(c => SeatOf(c.Id) is null).OrderBy(c => c.Rank);

    /// <summary>The seat somebody holds; null for none.</summary>
    public SeatNumber? SeatOf(CandidateId candidate)
    {
        foreach (var seat in Seats)
            if (seat.Holder == candidate)
                return seat.Number;
        return null;
    }

    /// <summary>What is sought on a seat: what it was decided for, else what whoever holds it stands for; null for a free seat nobody decided.</summary>
    public Sought? SoughtAt(SeatNumber seat) => Sought.FirstOrDefault(s => s.Seat == seat)
        ?? (Seats.FirstOrDefault(s => s.Number == seat).Holder is { } holder ? SoughtOf(seat, Candidates[holder]) : null);

    internal static Sought SoughtOf(SeatNumber seat, Candidate holder) => new(seat, holder.Sector, holder.Role);

    /// <summary>Whether somebody was told that they weren't chosen: they are no alternate any more.</summary>
    public bool IsReleased(CandidateId candidate) => TellingOf.TryGetValue(candidate, out var told) && told.Word is Told.NotChosen;

    /// <summary>Whether the delegation has this seat, and nobody holds it.</summary>
    public bool IsFree(SeatNumber seat) => seat.Value >= 1 && seat.Value <= Seats.Length && Seats[seat.Value - 1].Holder is null;

    /// <summary>The lowest free seat; null when all are taken.</summary>
    public SeatNumber? FreeSeat
    {
        get
        {
            foreach (var seat in Seats)
                if (seat.Holder is null)
                    return seat.Number;
            return null;
        }
    }

    internal static ImmutableArray<Seat> SeatsOf(int count, IEnumerable<CandidateId?> holders)
    {
        var held = holders.ToList();
        return [.. Enumerable.Range(0, count).Select(i => new Seat(new SeatNumber(i + 1), i < held.Count ? held[i] : null))];
    }
}
