using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Features.Exchanges;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Makes a link to the board for whoever asks.</summary>
public sealed class OpenBoard(CurrentExchange exchange, DelegationDesk desk, BoardLinks links) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("board", Where.Personal, false, 262, OpenAsync, HelpTopic.Delegations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
        [new(BoardVerbs.Open, (turn, press, ct) => desk.OnAsync(turn, press, async open =>
        {
            await ShowAsync(turn, open.Exchange, ct);
            return new PressAnswer.Told(turn.Texts["board.below"]);
        }, ct))];

    private async ValueTask OpenAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await exchange.OfAsync(turn, cancellationToken) is not { Exchange: { } x } state)
            CurrentExchange.SayWhich(turn);
        else if (!state.InOrder.Any(d => DelegationDesk.RefusalOf(x, d, turn.Viewer) is null) && !x.IsCoordinatedBy(turn.Viewer.Person))
            turn.Replies.Say(await desk.SayAsync(turn, turn.Viewer.Standing is Domain.Standing.Coordinator ? new NotYourExchange(x.Owner) : new CoordinatorsOnly(), cancellationToken));
        else
            await ShowAsync(turn, x, cancellationToken);
    }

    private async ValueTask ShowAsync(Turn turn, Exchange x, CancellationToken cancellationToken) => turn.Replies.Show(
        LinkCard.ToBoard(turn.Texts, x.Design.Title, await links.OfAsync(x.Id, turn.Viewer.Person, turn.At, cancellationToken), BoardLinks.Hours),
        turn.Texts["board.heading"]);
}
