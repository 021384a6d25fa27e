using AdaptiveCards;

using CoordinatorBot.Cards.Exchanges;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Exchanges;

/// <summary>Calls an exchange off, after a question that says how many people will be told.</summary>
public sealed class CallOffExchange(CurrentExchange current, ExchangeCards cards, StreamGate<ExchangeState> gate, Refusals refusals) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("cancel-exchange", Where.Personal, true, 90, AskAsync)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs => [new(ExchangeVerbs.AskCancel, AskAsync), new(ExchangeVerbs.Cancel, CancelAsync)];

    private async ValueTask AskAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await current.OfAsync(turn, cancellationToken) is not { } state)
            CurrentExchange.SayWhich(turn);
        else if (WhyNot(turn, state) is { } refusal)
            turn.Replies.Say(await refusals.TextAsync(turn, refusal, cancellationToken));
        else
            turn.Replies.Show(Question(turn, state), turn.Texts["exchange.cancel-question"]);
    }

    private async ValueTask<PressAnswer> AskAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var state = await ReadAsync(press, cancellationToken);
        return WhyNot(turn, state) is null ? new PressAnswer.Replaced(Question(turn, state)) : await cards.AnswerAsync(turn, state, cancellationToken);
    }

    private async ValueTask<PressAnswer> CancelAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var state = await ReadAsync(press, cancellationToken);
        if (WhyNot(turn, state) is { } refused)
            return state.Exchange is { Stage: Stage.Cancelled } ? await cards.AnswerAsync(turn, state, cancellationToken) : new PressAnswer.Told(await refusals.TextAsync(turn, refused, cancellationToken));
        // Somebody was invited since the question was asked: the number agreed to is not the number told.
        if (Told(state) > press.Number(ExchangeVerbs.Asked))
            return new PressAnswer.Replaced(Question(turn, state));
        var answer = await gate.SendAsync(state.Exchange!.Id.Value, turn.Envelope(new CancelExchange()), cancellationToken);
        return answer.Outcome.Refusal is { } refusal
            ? new PressAnswer.Told(await refusals.TextAsync(turn, refusal, cancellationToken))
            : await cards.AnswerAsync(turn, answer.State, cancellationToken, turn.Texts["exchange.cancelled-now"]);
    }

    private static AdaptiveCard Question(Turn turn, ExchangeState state) =>
        CancelCard.For(state.Exchange!.Id, state.Exchange.Design.Title, Told(state), ExchangeCards.Once(turn, state), turn.Texts);

    private static int Told(ExchangeState state) => state.Invitations.Values.Count(i => !i.Recalled);

    // What can be seen before asking; the domain decides once more.
    private static Refusal? WhyNot(Turn turn, ExchangeState state) => state.Exchange switch
    {
        null => new ExchangeUnknown(),
        { } x when !x.IsCoordinatedBy(turn.Viewer.Person) => new NotYourExchange(x.Owner),
        { Stage: Stage.Cancelled } => new ExchangeIsCancelled(),
        { Stage: var stage } when !StageMachine.MayCancel(stage) => new TooLateInStage(stage),
        _ => null,
    };

    private async ValueTask<ExchangeState> ReadAsync(Press press, CancellationToken cancellationToken) =>
        press.Id(ExchangeVerbs.Exchange) is { } id ? (await gate.ReadAsync(id, cancellationToken)).State : ExchangeState.Initial;
}
