using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Confirms a delegation; where it departs from its plan, after the person has seen in what.</summary>
public sealed class DecideDelegation(WhichDelegation which, DelegationDesk desk, DelegationReasons reasons) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("confirm-delegation", Where.Personal, true, 250, AskAsync, HelpTopic.Delegations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new(DelegationVerbs.Confirm, (turn, press, ct) => desk.OnAsync(turn, press, async open => new PressAnswer.Replaced((await ConfirmAsync(turn, open, false, null, ct)).Card), ct)),
        new(DelegationVerbs.ConfirmAnyway, (turn, press, ct) => desk.OnAsync(turn, press, async open => new PressAnswer.Replaced((await ConfirmAsync(turn, open, true, press.Text(ConfirmAnywayCard.Reason), ct)).Card), ct)),
    ];

    private async ValueTask AskAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await which.AskedAsync(turn, argument, true, cancellationToken) is not { } open)
            return;
        var (card, summary) = await ConfirmAsync(turn, open, false, null, cancellationToken);
        turn.Replies.Show(card, summary);
    }

    private async ValueTask<(AdaptiveCards.AdaptiveCard Card, string Summary)> ConfirmAsync(Turn turn, OpenDelegation open, bool anyway, string? why, CancellationToken cancellationToken)
    {
        var texts = turn.Texts;
        var reason = await reasons.KeepAsync(open.Delegation, why, cancellationToken);
        var (now, refusal) = await desk.SendAsync(turn, open, new ConfirmDelegation(open.Delegation.Id, anyway, reason), "confirm", cancellationToken);
        var view = await desk.ViewAsync(turn, now, cancellationToken);
        var city = ("city", (object?)view.City);
        return refusal switch
        {
            DoesNotFitPlan => (ConfirmAnywayCard.For(texts, view, DelegationReasons.Most), texts.Say("delegation.anyway-heading", city)),
            { } refused => (DelegationCard.For(texts, view, await desk.SayAsync(turn, refused, cancellationToken)), DelegationCard.Summary(texts, view)),
            null => (DelegationCard.For(texts, view, Say.WithUndo(texts, "delegation.confirmed", city)), DelegationCard.Summary(texts, view)),
        };
    }
}
