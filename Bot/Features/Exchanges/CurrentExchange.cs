using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Ports;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Exchanges;

/// <summary>
/// Which exchange a person means when they don't say: the one they opened last, on whichever device; otherwise the only one that is theirs.
/// </summary>
public sealed class CurrentExchange(ExchangeIndex index, StreamGate<ExchangeState> gate, IDocuments documents)
{
    /// <summary>The exchange the person has open; null when it isn't plain which one is meant.</summary>
    public async ValueTask<ExchangeState?> OfAsync(Turn turn, CancellationToken cancellationToken)
    {
        var theirs = await index.OfAsync(turn.Viewer.Person, cancellationToken);
        var opened = await OpenedAsync(turn.Viewer.Person, cancellationToken);
        var live = theirs.Where(x => x.IsLive).Take(2).ToList();
        var id = theirs.Any(x => x.Id == opened) ? opened : live is [var only] ? only.Id : null;
        return id is { } known && (await gate.ReadAsync(known.Value, cancellationToken)).State is { Exchange: not null } state ? state : null;
    }

    /// <summary>Opens an exchange for the person.</summary>
    public async ValueTask SetAsync(Turn turn, ExchangeId exchange, CancellationToken cancellationToken)
    {
        if (await OpenedAsync(turn.Viewer.Person, cancellationToken) != exchange)
            await documents.PutAsync(Key(turn.Viewer.Person), exchange.Value.ToByteArray(), PutCondition.Always, cancellationToken);
    }

    /// <summary>Asks which exchange is meant.</summary>
    public static void SayWhich(Turn turn)
    {
        var texts = turn.Texts;
        if (turn.Viewer.Standing is Standing.Coordinator)
            turn.Replies.Say(texts["exchange.which"], turn.Texts.WordOf("exchanges"), turn.Texts.WordOf("new-exchange"));
        else
            turn.Replies.Say(texts["exchange.which-guest"], turn.Texts.WordOf("exchanges"));
    }

    private async ValueTask<ExchangeId?> OpenedAsync(PersonId person, CancellationToken cancellationToken) =>
        await documents.GetAsync(Key(person), cancellationToken) is { } stored ? new ExchangeId(new Guid(stored.Body.Span)) : null;

    private static string Key(PersonId person) => $"{DocumentKey.Dialogs}open-exchange/{person}";
}
