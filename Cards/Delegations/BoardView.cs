using System.Collections.Immutable;

using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>The delegations of an exchange as the board draws them: every text in the language of the viewer, nothing they may not see.</summary>
/// <param name="Language">Code of that language.</param>
/// <param name="Title">Title of the exchange.</param>
/// <param name="Subtitle">When and where.</param>
/// <param name="Words">Further texts of the page, by name.</param>
/// <param name="Delegations">In the order of the cities.</param>
public sealed record BoardView(
    string Language, string Title, string Subtitle, ImmutableSortedDictionary<string, string> Words, ImmutableArray<BoardDelegation> Delegations)
{
    private static readonly string[] Names =
        ["board", "updated", "offline", "print", "overview", "sector", "seat", "together", "who", "answer", "behind", "picture", "table", "now", "after", "missing", "none"];

    /// <summary>The board.</summary>
    /// <param name="texts">The language.</param>
    /// <param name="exchange">The exchange.</param>
    /// <param name="maps">The delegations that the viewer may see.</param>
    public static BoardView Of(Texts texts, Exchange exchange, IEnumerable<SeatMapView> maps) => new(
        texts.Language.Code, exchange.Design.Title,
        exchange.Terms is { } t ? string.Join(" · ", new[] { texts.Days(t.StartsOn, t.EndsOn), t.HostCity, t.Venue }.OfType<string>()) : texts["exchange.not-set"],
        Names.ToImmutableSortedDictionary(n => n, n => texts[$"board.page.{n}"], StringComparer.Ordinal),
        [.. maps.Select(m => BoardDelegation.Of(texts, m))]);
}

/// <summary>One delegation on the board.</summary>
/// <param name="City">The city.</param>
/// <param name="Summary">The delegation in a sentence, for whoever doesn't see the picture.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Lead">Its lead; null for none.</param>
/// <param name="Standing">How many seats are taken.</param>
/// <param name="Fits">Whether it fits its plan.</param>
/// <param name="Gaps">In what it departs from it; a sentence that it fits, where it does.</param>
/// <param name="Moves">Who would move up if each free seat went to its first alternate; null for nobody.</param>
/// <param name="StandingAfter">How many seats would be taken then.</param>
/// <param name="FitsAfter">Whether it would fit its plan then.</param>
/// <param name="GapsAfter">In what it would depart from it.</param>
/// <param name="Lanes">Its seats by sector.</param>
public sealed record BoardDelegation(
    string City, string Summary, string Stage, string? Lead, string Standing, bool Fits, ImmutableArray<string> Gaps,
    string? Moves, string StandingAfter, bool FitsAfter, ImmutableArray<string> GapsAfter, ImmutableArray<BoardLane> Lanes)
{
    internal static BoardDelegation Of(Texts texts, SeatMapView map)
    {
        var d = map.Delegation;
        return new BoardDelegation(
            d.City,
            $"{DelegationCard.Summary(texts, d)}. {string.Join(". ", map.Lanes.Where(l => l.Sector is not null).Select(l => $"{SeatWords.Lane(texts, l)} {SeatWords.Verdict(texts, l)}".TrimEnd()))}.",
            texts[$"delegation.stage.{d.Stage}"], d.Lead,
            texts.Say("delegation.seats-taken", ("seated", d.Balance.Seated), ("seats", d.Balance.Seats)), d.Balance.FitsPlan, Said(texts, d.Balance.FitsPlan, d.Gaps(texts)),
            map.Moves.IsEmpty ? null : texts.Say("seatmap.moves", ("count", map.Moves.Length), ("moves", SeatMapCard.Moves(texts, map))),
            texts.Say("delegation.seats-taken", ("seated", map.After.Seated), ("seats", map.After.Seats)), map.After.FitsPlan, Said(texts, map.After.FitsPlan, map.GapsAfter(texts)),
            [.. map.Lanes.Select(l => BoardLane.Of(texts, l))]);
    }

    private static ImmutableArray<string> Said(Texts texts, bool fits, IEnumerable<string> gaps) => [.. fits ? [texts["delegation.plan-met"]] : Array.Empty<string>(), .. gaps];
}

/// <summary>A sector on the board.</summary>
/// <param name="Code">Code of the sector; null for seats of none in particular.</param>
/// <param name="Name">Its name.</param>
/// <param name="Have">People of it who hold a seat.</param>
/// <param name="Min">Fewest by the plan; null where the plan leaves it free.</param>
/// <param name="Max">Most by the plan.</param>
/// <param name="Missing">People it lacks.</param>
/// <param name="Excess">People it has too many.</param>
/// <param name="Count">Its headcount against the plan.</param>
/// <param name="Verdict">Whether that is as planned.</param>
/// <param name="Seats">Its seats.</param>
public sealed record BoardLane(
    string? Code, string Name, int Have, int? Min, int? Max, int Missing, int Excess, string Count, string Verdict, ImmutableArray<BoardSeat> Seats)
{
    internal static BoardLane Of(Texts texts, SectorLane lane) => new(
        lane.Sector?.Code, lane.Sector is { } sector ? texts[$"sector.{sector.Code}"] : texts["seatmap.any-sector"], lane.Have, lane.Range?.Min, lane.Range?.Max,
        lane.Missing, lane.Excess, SeatWords.Lane(texts, lane), SeatWords.Verdict(texts, lane), [.. lane.Seats.Select(s => BoardSeat.Of(texts, s))]);
}

/// <summary>A seat on the board.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Who holds it; null while it is free.</param>
/// <param name="Work">What they do, and where.</param>
/// <param name="State">How far they are: <c>Free</c>, or an <see cref="AnswerState"/>.</param>
/// <param name="Sign">A sign for that.</param>
/// <param name="Standing">The same in words.</param>
/// <param name="Behind">Who stands behind it, the best first.</param>
public sealed record BoardSeat(int Number, string? Name, string? Work, string State, string Sign, string Standing, ImmutableArray<BoardAlternate> Behind)
{
    internal static BoardSeat Of(Texts texts, SeatView seat) => new(
        seat.Number.Value, seat.Holder?.Name, seat.Holder is { } holder ? WorkOf(holder) : null, seat.Holder?.Answer.ToString() ?? "Free",
        SeatWords.Sign(seat.Holder), SeatWords.Standing(texts, seat), [.. seat.Behind.Select(b => BoardAlternate.Of(texts, b))]);

    internal static string? WorkOf(MemberView member) => string.Join(", ", new[] { member.Title, member.Organisation }.OfType<string>()) is { Length: > 0 } work ? work : null;
}

/// <summary>Somebody behind a seat on the board.</summary>
/// <param name="Name">Who.</param>
/// <param name="Sector">What they stand for.</param>
/// <param name="Reasons">What speaks for them.</param>
public sealed record BoardAlternate(string Name, string Sector, string Reasons)
{
    internal static BoardAlternate Of(Texts texts, BehindView behind) => new(
        behind.Member.Name, texts[$"sector.{behind.Member.Sector.Code}"], string.Join(", ", behind.Reasons.Select(r => SeatWords.Reason(texts, r))));
}
