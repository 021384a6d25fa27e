using CoordinatorBot.Cards.Exchanges;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Exchanges;

/// <summary>Undoes the last thing a person did in an exchange, and says what that was.</summary>
public sealed class UndoLastAct(CurrentExchange current, ExchangeCards cards, StreamGate<ExchangeState> gate, Refusals refusals) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("undo", Where.Personal, false, 80, UndoAsync)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs => [new(ExchangeVerbs.Undo, UndoAsync)];

    private async ValueTask UndoAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await current.OfAsync(turn, cancellationToken) is not { Exchange: { } x } before)
        {
            CurrentExchange.SayWhich(turn);
            return;
        }

        var answer = await gate.SendAsync(x.Id.Value, turn.Envelope(new UndoLast()), cancellationToken);
        if (answer.Outcome.Refusal is { } refusal)
            turn.Replies.Say(await refusals.TextAsync(turn, refusal, cancellationToken));
        else
            await ShowAsync(turn, answer.State, UndoneText.Of(turn.Texts, answer.Outcome.Events, before, answer.State), cancellationToken);
    }

    // A reviewer takes back a score and doesn't see how the exchange stands; a lead sees less of it.
    private async ValueTask ShowAsync(Turn turn, ExchangeState state, string undone, CancellationToken cancellationToken)
    {
        if (state.Exchange!.IsCoordinatedBy(turn.Viewer.Person))
            await cards.ShowAsync(turn, state, cancellationToken, undone);
        else
            turn.Replies.Say(undone);
    }

    private async ValueTask<PressAnswer> UndoAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var before = press.Id(ExchangeVerbs.Exchange) is { } id ? (await gate.ReadAsync(id, cancellationToken)).State : ExchangeState.Initial;
        if (before.Exchange is not { } x)
            return await cards.AnswerAsync(turn, before, cancellationToken);
        var answer = await gate.SendAsync(x.Id.Value, turn.Envelope(new UndoLast()), cancellationToken);
        if (answer.Outcome.Refusal is { } refusal)
            return new PressAnswer.Told(await refusals.TextAsync(turn, refusal, cancellationToken));
        // A second press of the same card undoes nothing more.
        return answer.Repeated
            ? await cards.AnswerAsync(turn, answer.State, cancellationToken)
            : await cards.AnswerAsync(turn, answer.State, cancellationToken, UndoneText.Of(turn.Texts, answer.Outcome.Events, before, answer.State));
    }
}
