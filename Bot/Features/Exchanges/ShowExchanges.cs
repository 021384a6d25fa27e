using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Exchanges;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Exchanges;

/// <summary>Lists exchanges, opens one, and shows how it stands.</summary>
public sealed class ShowExchanges(ExchangeIndex index, CurrentExchange current, ExchangeCards cards, StreamGate<ExchangeState> gate) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands =>
    [
        new("exchanges", Where.Personal, false, 20, (turn, _, ct) => ListAsync(turn, ct)),
        new("open", Where.Personal, false, 30, OpenAsync),
        new("status", Where.Personal, false, 40, StatusAsync),
    ];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs => [new(ExchangeVerbs.Open, OpenAsync), new(ExchangeVerbs.Show, ShowAsync)];

    private async ValueTask ListAsync(Turn turn, CancellationToken cancellationToken)
    {
        var theirs = await index.OfAsync(turn.Viewer.Person, cancellationToken);
        if (theirs.Count == 0)
            SayNone(turn);
        else
            turn.Replies.Show(await ListCardAsync(turn, theirs, null, cancellationToken), turn.Texts.Say("exchange.list-title", ("count", theirs.Count)));
    }

    private async ValueTask OpenAsync(Turn turn, string title, CancellationToken cancellationToken)
    {
        if (title.Length == 0)
        {
            await ListAsync(turn, cancellationToken);
            return;
        }

        var theirs = await index.OfAsync(turn.Viewer.Person, cancellationToken);
        switch (Matching(theirs, title))
        {
            case [var only]:
                await OpenAsync(turn, only.Id, cancellationToken);
                break;
            case [] when theirs.Count > 0:
                turn.Replies.Say(turn.Texts.Say("exchange.no-such-title", ("title", title)), turn.Texts.WordOf("exchanges"));
                break;
            case []:
                SayNone(turn);
                break;
            case var several:
                turn.Replies.Show(await ListCardAsync(turn, several, null, cancellationToken), turn.Texts["exchange.several"]);
                break;
        }
    }

    private async ValueTask StatusAsync(Turn turn, string title, CancellationToken cancellationToken)
    {
        if (title.Length > 0)
            await OpenAsync(turn, title, cancellationToken);
        else if (await current.OfAsync(turn, cancellationToken) is { } state)
            await cards.ShowAsync(turn, state, cancellationToken);
        else
            CurrentExchange.SayWhich(turn);
    }

    private async ValueTask OpenAsync(Turn turn, ExchangeId id, CancellationToken cancellationToken)
    {
        await current.SetAsync(turn, id, cancellationToken);
        await cards.ShowAsync(turn, (await gate.ReadAsync(id.Value, cancellationToken)).State, cancellationToken);
    }

    // The list stays, with the one that is open marked; the exchange comes below it.
    private async ValueTask<PressAnswer> OpenAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var state = await OfAsync(press, cancellationToken);
        if (await cards.ForAsync(turn, state, cancellationToken) is not { } card)
            return await cards.AnswerAsync(turn, state, cancellationToken);
        await current.SetAsync(turn, state.Exchange!.Id, cancellationToken);
        turn.Replies.Show(card, state.Exchange.Design.Title);
        return new PressAnswer.Replaced(await ListCardAsync(turn, await index.OfAsync(turn.Viewer.Person, cancellationToken), state.Exchange.Id, cancellationToken));
    }

    private async ValueTask<PressAnswer> ShowAsync(Turn turn, Press press, CancellationToken cancellationToken) =>
        await cards.AnswerAsync(turn, await OfAsync(press, cancellationToken), cancellationToken);

    private async ValueTask<ExchangeState> OfAsync(Press press, CancellationToken cancellationToken) =>
        press.Id(ExchangeVerbs.Exchange) is { } id ? (await gate.ReadAsync(id, cancellationToken)).State : ExchangeState.Initial;

    private async ValueTask<AdaptiveCard> ListCardAsync(Turn turn, IReadOnlyList<IndexedExchange> exchanges, ExchangeId? open, CancellationToken cancellationToken)
    {
        open ??= (await current.OfAsync(turn, cancellationToken))?.Exchange?.Id;
        var listed = ImmutableArray.CreateBuilder<ListedExchange>();
        foreach (var x in exchanges.Take(ExchangeListCard.Most))
            listed.Add(ListedExchange.Of((await gate.ReadAsync(x.Id.Value, cancellationToken)).State, turn.At, x.Id == open));
        return ExchangeListCard.For(listed.ToImmutable(), exchanges.Count - listed.Count, turn.Texts);
    }

    private static List<IndexedExchange> Matching(IReadOnlyList<IndexedExchange> theirs, string title)
    {
        var said = CommandTable.Fold(title);
        var exact = theirs.Where(x => CommandTable.Fold(x.Title) == said).ToList();
        return exact.Count > 0 ? exact : [.. theirs.Where(x => CommandTable.Fold(x.Title).Contains(said, StringComparison.Ordinal))];
    }

    private static void SayNone(Turn turn)
    {
        if (turn.Viewer.Standing is Standing.Coordinator)
            turn.Replies.Say(turn.Texts["exchange.none"], turn.Texts.WordOf("new-exchange"));
        else
            turn.Replies.Say(turn.Texts["exchange.none-guest"]);
    }
}
