using System.Collections.Immutable;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>Somebody who stands behind a seat.</summary>
/// <param name="Member">Who.</param>
/// <param name="Reasons">What speaks for them.</param>
public sealed record BehindView(MemberView Member, ImmutableArray<AlternateReason> Reasons);

/// <summary>One seat with who holds it and who stands behind it.</summary>
/// <param name="Number">Its number in the delegation.</param>
/// <param name="Holder">Who holds it; null while it is free.</param>
/// <param name="Left">Name of whoever was invited to it and declined; null for nobody.</param>
/// <param name="Behind">Who could take it, the best first.</param>
public sealed record SeatView(SeatNumber Number, MemberView? Holder, string? Left, ImmutableArray<BehindView> Behind);

/// <summary>A sector with its seats.</summary>
/// <param name="Sector">The sector; null for seats that are sought for no sector in particular.</param>
/// <param name="Have">People of it who hold a seat.</param>
/// <param name="Range">Fewest and most by the plan; null where the plan leaves it free.</param>
/// <param name="Seats">Seats held by its people, and free ones sought for it, by number.</param>
public sealed record SectorLane(Sector? Sector, int Have, Domain.Delegations.Range? Range, ImmutableArray<SeatView> Seats)
{
    /// <summary>People it lacks by the plan.</summary>
    public int Missing => Math.Max(0, (Range?.Min ?? 0) - Have);

    /// <summary>People it has too many by the plan.</summary>
    public int Excess => Math.Max(0, Have - (Range?.Max ?? int.MaxValue));
}

/// <summary>Somebody who would move up.</summary>
/// <param name="Seat">To which seat.</param>
/// <param name="Name">Their name.</param>
public sealed record MoveView(SeatNumber Seat, string Name);

/// <summary>A delegation as a map of its seats by sector: shared by the card and the board.</summary>
/// <param name="Delegation">The delegation.</param>
/// <param name="Lanes">Its seats by sector, in the order of the plan; those of no sector last.</param>
/// <param name="Moves">Who would move up if each free seat went to its first alternate.</param>
/// <param name="After">How it would stand then.</param>
public sealed record SeatMapView(DelegationView Delegation, ImmutableArray<SectorLane> Lanes, ImmutableArray<MoveView> Moves, Balance After)
{
    /// <summary>The map of a delegation.</summary>
    /// <param name="state">The exchange.</param>
    /// <param name="delegation">The delegation.</param>
    /// <param name="view">The same as its viewer may see it.</param>
    public static SeatMapView Of(ExchangeState state, Delegation delegation, DelegationView view)
    {
        var members = view.Members.ToDictionary(m => m.Id);
        var left = LeftBy(state, delegation);
        SeatView Seat(Seat seat) => new(
            seat.Number, seat.Holder is { } holder ? members[holder] : null,
            seat.Holder is null && left.TryGetValue(seat.Number, out var who) && members.TryGetValue(who, out var member) ? member.Name : null,
            [.. Alternates.For(state, delegation, seat.Number).Select(a => new BehindView(members[a.Candidate.Id], a.Reasons))]);
        var seats = delegation.Seats.Select(s => (Sector: SectorOf(delegation, s), View: Seat(s))).ToLookup(s => s.Sector, s => s.View);
        var lanes = delegation.Plan.Sectors.Select(s => s.Sector)
            .Concat(Sector.All.Append(Sector.Unknown).Where(s => seats.Contains(s)))
            .Distinct()
            .Select(s => new SectorLane(s, delegation.Seated.Count(c => c.Sector == s), RangeOf(delegation.Plan, s), [.. seats[s]]));
        var after = Succession.Of(state, delegation);
        return new SeatMapView(
            view, [.. lanes, .. seats[null].Any() ? [new SectorLane(null, 0, null, [.. seats[null]])] : Array.Empty<SectorLane>()],
            [.. after.Moves.Select(m => new MoveView(m.Seat, members[m.Candidate.Id].Name))], after.Balance);
    }

    /// <summary>In what it would depart from its plan after the moves, the most serious first.</summary>
    public IEnumerable<string> GapsAfter(Texts texts) => After.Gaps.Select(g => GapText.Of(texts, g, Delegation.NameOf));

    // A seat stands with the people who sit on it; a free one with those it is sought for.
    private static Sector? SectorOf(Delegation delegation, Seat seat) =>
        seat.Holder is { } holder ? delegation.Candidates[holder].Sector : delegation.SoughtAt(seat.Number)?.Sector;

    private static Domain.Delegations.Range? RangeOf(SeatPlan plan, Sector sector) => plan.Sectors.Any(s => s.Sector == sector) ? plan.RangeOf(sector) : null;

    private static Dictionary<SeatNumber, CandidateId> LeftBy(ExchangeState state, Delegation delegation) => state.Invitations.Values
        .Where(i => i.Delegation == delegation.Id && i.Rsvp?.Answer is RsvpAnswer.Declined)
        .OrderBy(i => i.Rsvp!.At)
        .GroupBy(i => i.Seat)
        .ToDictionary(g => g.Key, g => g.Last().Candidate);
}
