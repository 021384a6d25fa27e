using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>
/// The seats of a delegation by sector: who holds each, how far they are, who stands behind it; and the balance as it is, and as it would be if the
/// first alternates moved up. The board shows the same as a picture.
/// </summary>
public static class SeatMapCard
{
    // With 20 seats and these the card stays below 25 KB, long names and all.
    private const int MostBehind = 2;

    /// <summary>The card.</summary>
    public static AdaptiveCard For(Texts texts, SeatMapView view)
    {
        var d = view.Delegation;
        return Ui.Card(
            texts.Language,
            [
                Ui.Heading(texts.Say("seatmap.heading", ("city", d.City))),
                Ui.Subtle(d.Title),
                Ui.Fact(texts["delegation.stage-label"], texts[$"delegation.stage.{d.Stage}"]),
                .. view.Lanes.SelectMany(lane => Of(texts, lane)),
                Standing(texts, texts["seatmap.now"], d.Balance, d.Gaps(texts)),
                view.Moves.IsEmpty ? null : Ui.Text(texts.Say("seatmap.moves", ("count", view.Moves.Length), ("moves", Moves(texts, view)))),
                view.Moves.IsEmpty ? null : Standing(texts, texts["seatmap.after"], view.After, view.GapsAfter(texts)),
            ],
            Ui.Button(texts["seatmap.board"], BoardVerbs.Open, d.Ref.Data(), "positive"),
            Ui.Button(texts["delegation.choose-seats"], DelegationVerbs.Seats, d.Ref.Data()),
            Ui.Button(texts["seatmap.back"], DelegationVerbs.Show, d.Ref.Data()));
    }

    /// <summary>Who would move up where: "Eli to seat 4".</summary>
    public static string Moves(Texts texts, SeatMapView view) => texts.List(view.Moves.Select(m =>
        texts.Say("seatmap.move", ("person", MemberLines.Isolated(MemberLines.Short(m.Name))), ("seat", m.Seat.Value))));

    private static IEnumerable<AdaptiveElement?> Of(Texts texts, SectorLane lane)
    {
        var verdict = SeatWords.Verdict(texts, lane);
        yield return Ui.Section(verdict.Length == 0 ? SeatWords.Lane(texts, lane) : $"{SeatWords.Lane(texts, lane)} · {verdict}");
        foreach (var seat in lane.Seats)
            yield return Of(texts, seat);
    }

    private static AdaptiveRichTextBlock Of(Texts texts, SeatView seat)
    {
        var block = new AdaptiveRichTextBlock { Spacing = AdaptiveSpacing.Small };
        block.Inlines.Add(new AdaptiveTextRun($"{seat.Number.Value}\u2002") { IsSubtle = true });
        if (seat.Holder is { } holder)
            block.Inlines.Add(new AdaptiveTextRun(MemberLines.Isolated(MemberLines.Short(holder.Name))) { Weight = AdaptiveTextWeight.Bolder });
        if (seat.Holder?.Organisation is { } organisation)
            block.Inlines.Add(new AdaptiveTextRun($", {MemberLines.Isolated(MemberLines.Short(organisation))}"));
        block.Inlines.Add(new AdaptiveTextRun($"{(seat.Holder is null ? "" : " · ")}{SeatWords.Sign(seat.Holder)} {SeatWords.Standing(texts, seat)}")
        {
            Color = seat.Holder is null ? AdaptiveTextColor.Attention : MemberLines.ColorOf(seat.Holder.Answer),
        });
        if (!seat.Behind.IsEmpty)
            block.Inlines.Add(new AdaptiveTextRun($" · {Behind(texts, seat)}") { IsSubtle = true });
        return block;
    }

    private static string Behind(Texts texts, SeatView seat)
    {
        var names = string.Join(", ", seat.Behind.Take(MostBehind).Select(b => MemberLines.Isolated(MemberLines.Short(b.Member.Name))));
        return seat.Behind.Length > MostBehind
            ? texts.Say("seatmap.behind-more", ("people", names), ("count", seat.Behind.Length - MostBehind))
            : texts.Say("seatmap.behind", ("people", names));
    }

    private static AdaptiveElement? Standing(Texts texts, string label, Balance balance, IEnumerable<string> gaps) => Ui.Box(
        balance.FitsPlan ? AdaptiveContainerStyle.Good : AdaptiveContainerStyle.Warning,
        Ui.Section($"{label} {texts.Say("delegation.seats-taken", ("seated", balance.Seated), ("seats", balance.Seats))}"),
        balance.FitsPlan ? Ui.Text(texts["delegation.plan-met"]) : null,
        Ui.Bullets(gaps));
}
