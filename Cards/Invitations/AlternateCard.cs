using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Cards.Invitations;

/// <summary>An alternate for a free seat, joined with the documents behind them.</summary>
/// <param name="Exchange">The exchange.</param>
/// <param name="Delegation">The delegation.</param>
/// <param name="City">Its city.</param>
/// <param name="Seat">The seat.</param>
/// <param name="Alternate">Who, why they fit, and the balance then.</param>
/// <param name="Name">Their name.</param>
/// <param name="Detail">Title and organisation; null where neither is known.</param>
/// <param name="Reason">Why they were nominated; null where nobody said.</param>
/// <param name="Brings">What they are expected to bring; null where nobody said.</param>
/// <param name="Left">Who gave the seat up and why they had been chosen; null where nobody said.</param>
/// <param name="Gaps">In what the delegation would depart from its plan, in words.</param>
/// <param name="Frozen">Whether the roster is frozen, so that the change has a reason.</param>
/// <param name="Ever">Invitations ever sent: makes a press on a later card another one.</param>
public sealed record AlternateView(
    ExchangeId Exchange, DelegationId Delegation, string City, SeatNumber Seat, SeatAlternate Alternate, string Name, string? Detail,
    string? Reason, string? Brings, (string Name, string Reason)? Left, ImmutableArray<string> Gaps, bool Frozen, int Ever);

/// <summary>The question before an alternate is invited: who, why they fit, and how the delegation stands with them.</summary>
public static class AlternateCard
{
    /// <summary>The card.</summary>
    /// <param name="view">The alternate.</param>
    /// <param name="texts">The coordinator's language.</param>
    /// <param name="flaw">What was wrong with the last press; null for nothing.</param>
    public static AdaptiveCard For(AlternateView view, Texts texts, string? flaw = null)
    {
        var balance = view.Alternate.Balance;
        var why = view.Alternate.Reasons.IsEmpty ? texts["alternate.turn"] : texts.List(view.Alternate.Reasons.Select(r => SeatWords.Reason(texts, r)));
        return Ui.Card(texts.Language,
            [
                Ui.Heading(texts.Say("alternate.title", ("name", view.Name), ("city", view.City))),
                flaw is null ? null : Ui.Box(AdaptiveContainerStyle.Attention, Ui.Text(flaw)),
                Ui.Fact(texts["alternate.who"], view.Detail is null ? view.Name : $"{view.Name}, {view.Detail}"),
                Ui.Fact(texts["alternate.sector"], texts[$"sector.{view.Alternate.Candidate.Sector.Code}"]),
                Ui.Fact(texts["alternate.why"], why),
                Ui.Fact(texts["alternate.nominated-for"], view.Reason),
                Ui.Fact(texts["alternate.brings"], view.Brings),
                view.Left is { } left ? Ui.Fact(texts.Say("alternate.left-reason", ("name", left.Name)), left.Reason) : null,
                Ui.Fact(texts["alternate.after"], view.Gaps.IsEmpty
                    ? texts.Say("alternate.after-fits", ("seated", balance.Seated), ("seats", balance.Seats))
                    : texts.Say("alternate.after-gaps", ("seated", balance.Seated), ("seats", balance.Seats), ("gaps", string.Join("; ", view.Gaps)))),
                view.Frozen ? Ui.Text(texts["alternate.frozen"]) : null,
                view.Frozen ? Ui.TextInput(AttentionVerbs.Reason, texts["attention.reason"], null, AttentionVerbs.ReasonMost, texts["refusal.ReasonMissing"], lines: true) : null,
            ],
            Ui.Button(texts["alternate.send"], AttentionCard.NextVerb, VerbData.Of(
                ("exchange", view.Exchange.ToString()), ("delegation", view.Delegation.ToString()), ("seat", AttentionVerbs.Text(view.Seat.Value)),
                ("candidate", view.Alternate.Candidate.Id.ToString()), ("once", AttentionVerbs.Text(view.Ever))), "positive", inputs: true),
            Ui.Button(texts["alternate.back"], AttentionCard.ShowVerb, VerbData.Of(("exchange", view.Exchange.ToString()))));
    }
}
