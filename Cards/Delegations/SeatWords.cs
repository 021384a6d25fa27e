using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>How seats and sectors are written, on the card and on the board. A sign stands before each word: nothing is said by colour alone.</summary>
public static class SeatWords
{
    /// <summary>A sign for how far the holder of a seat is; one that every host's font has.</summary>
    public static string Sign(MemberView? holder) => holder is null ? "○" : holder.Answer switch
    {
        AnswerState.None => "●",
        AnswerState.Waiting => "…",
        AnswerState.Lapsed => "–",
        AnswerState.Accepted => "✓",
        AnswerState.Tentative => "?",
        AnswerState.Declined => "✗",
        AnswerState.SubstituteProposed => "⇄",
    };

    /// <summary>How far the holder of a seat is, in words.</summary>
    public static string Standing(Texts texts, SeatView seat) => seat switch
    {
        { Holder: { Answer: not AnswerState.None } holder } => texts[$"delegation.answer.{holder.Answer}"],
        { Holder: not null } => texts["seatmap.not-invited"],
        { Left: { } left } => texts.Say("seatmap.free-left", ("person", MemberLines.Isolated(MemberLines.Short(left)))),
        _ => texts["seatmap.free"],
    };

    /// <summary>A lane with its headcount against the plan: "Residents: 1 of 1–2".</summary>
    public static string Lane(Texts texts, SectorLane lane) => lane switch
    {
        { Sector: null } => texts["seatmap.any-sector"],
        { Sector: { } sector, Range: { } range } => texts.Say("seatmap.lane", ("sector", texts[$"sector.{sector.Code}"]), ("have", lane.Have), ("range", Span(range))),
        { Sector: { } sector } => texts.Say("seatmap.lane-free", ("sector", texts[$"sector.{sector.Code}"]), ("have", lane.Have)),
    };

    /// <summary>Whether a sector has what the plan wants, with a sign; empty where the plan leaves it free.</summary>
    public static string Verdict(Texts texts, SectorLane lane) => lane switch
    {
        { Missing: > 0 } => texts.Say("seatmap.short", ("count", lane.Missing)),
        { Excess: > 0 } => texts.Say("seatmap.over", ("count", lane.Excess)),
        { Range: not null } => texts["seatmap.enough"],
        _ => string.Empty,
    };

    /// <summary>Why somebody stands behind a seat.</summary>
    public static string Reason(Texts texts, AlternateReason reason) => texts[$"seatmap.reason.{reason}"];

    private static string Span(Domain.Delegations.Range range) => range.Min == range.Max ? $"{range.Min}" : $"{range.Min}–{range.Max}";
}
