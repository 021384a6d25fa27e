using System.Collections.Immutable;

using CoordinatorBot.Cards.Exchanges;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Features.Exchanges.Typed;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Exchanges;

/// <summary>Lets cities take part, and takes them out again.</summary>
public sealed class ChangeCities(
    CurrentExchange current, ExchangeCards cards, ExchangeIndex index, StreamGate<ExchangeState> gate, Refusals refusals, IDialogue dialogue)
    : IChatFeature, ICardFeature, IDialogueFeature
{
    private const string DialogueId = "add-cities";

    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands =>
    [
        new("add-city", Where.Personal, true, 60, AddAsync),
        new("remove-city", Where.Personal, true, 61, RemoveAsync),
    ];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs => [new(ExchangeVerbs.AskCities, AskCitiesAsync)];

    /// <inheritdoc/>
    public IEnumerable<StepList> Dialogues =>
    [
        new(DialogueId, "exchange.dialog-cities",
            [new("cities", async (turn, id, ct) => await AskAsync(turn, await ReadAsync(id, ct), ct), async (turn, id, answer, ct) => await TakeAsync(turn, await ReadAsync(id, ct), answer, ct))],
            async (turn, id, ct) => await cards.ShowAsync(turn, await ReadAsync(id, ct), ct)),
    ];

    /// <summary>The question which cities take part, with those of the person's other exchanges as suggestions.</summary>
    public async ValueTask<Question?> AskAsync(Turn turn, ExchangeState state, CancellationToken cancellationToken)
    {
        var (texts, has) = (turn.Texts, state.InOrder.Select(d => d.City).ToList());
        if (has.Count > 0)
            return new Question(texts.Say("exchange.ask-cities-again", ("cities", texts.List(has))), [turn.Texts.FirstOf("exchange.words.keep")]);
        var others = (await index.OfAsync(turn.Viewer.Person, cancellationToken)).SelectMany(x => x.Cities.Skip(1)).Distinct(StringComparer.OrdinalIgnoreCase).Take(3);
        return new Question(texts["exchange.ask-cities"], [.. others, turn.Texts.FirstOf("exchange.words.skip")]);
    }

    /// <summary>Takes a list of cities; those that can't take part are named with the reason, the others do.</summary>
    public async ValueTask<Course> TakeAsync(Turn turn, ExchangeState state, string answer, CancellationToken cancellationToken)
    {
        if (Said.Skip(turn, answer) || (Said.Keep(turn, answer) && !state.Delegations.IsEmpty))
            return Course.Next;
        var (added, problems) = await AddAsync(turn, state.Exchange!.Id, CitiesText.Read(answer), cancellationToken);
        if (added.IsEmpty)
            return Course.Again(problems.IsEmpty ? turn.Texts["exchange.cities-not-understood"] : string.Join('\n', problems));
        SayAdded(turn, added, problems);
        return Course.Next;
    }

    private async ValueTask AddAsync(Turn turn, string names, CancellationToken cancellationToken)
    {
        if (await current.OfAsync(turn, cancellationToken) is not { Exchange: { } x })
        {
            CurrentExchange.SayWhich(turn);
            return;
        }

        if (CitiesText.Read(names) is not { Count: > 0 } cities)
        {
            dialogue.Begin(turn, DialogueId, x.Id.Value);
            return;
        }

        var (added, problems) = await AddAsync(turn, x.Id, cities, cancellationToken);
        SayAdded(turn, added, problems);
        if (!added.IsEmpty)
            await cards.ShowAsync(turn, await ReadAsync(x.Id.Value, cancellationToken), cancellationToken);
    }

    private async ValueTask<(ImmutableArray<string> Added, ImmutableArray<string> Problems)> AddAsync(
        Turn turn, ExchangeId exchange, IReadOnlyList<string> cities, CancellationToken cancellationToken)
    {
        var added = ImmutableArray.CreateBuilder<string>();
        var problems = ImmutableArray.CreateBuilder<string>();
        foreach (var city in cities)
        {
            var part = $"city/{CommandTable.Fold(city)}";
            var answer = await gate.SendAsync(exchange.Value, turn.Envelope(new AddCity(new DelegationId(turn.NewId(part)), city), part), cancellationToken);
            if (answer.Outcome.Refusal is { } refusal)
                problems.Add(await refusals.TextAsync(turn, refusal, cancellationToken));
            else
                added.Add(city);
        }

        return (added.ToImmutable(), [.. problems.Distinct()]);
    }

    private static void SayAdded(Turn turn, ImmutableArray<string> added, ImmutableArray<string> problems)
    {
        if (!added.IsEmpty)
            turn.Replies.Say(turn.Texts.Say("exchange.cities-added", ("count", added.Length), ("cities", turn.Texts.List(added))));
        if (!problems.IsEmpty)
            turn.Replies.Say(string.Join('\n', problems));
    }

    private async ValueTask RemoveAsync(Turn turn, string name, CancellationToken cancellationToken)
    {
        if (await current.OfAsync(turn, cancellationToken) is not { Exchange: { } x } state)
        {
            CurrentExchange.SayWhich(turn);
            return;
        }

        var said = CommandTable.Fold(name);
        if (state.InOrder.FirstOrDefault(d => CommandTable.Fold(d.City) == said) is not { } delegation)
        {
            var word = turn.Texts.WordOf("remove-city");
            turn.Replies.Say(turn.Texts["exchange.which-city"], [.. state.InOrder.Where(d => d.Candidates.IsEmpty).Select(d => $"{word} {d.City}")]);
            return;
        }

        var answer = await gate.SendAsync(x.Id.Value, turn.Envelope(new RemoveCity(delegation.Id)), cancellationToken);
        if (answer.Outcome.Refusal is { } refusal)
            turn.Replies.Say(await refusals.TextAsync(turn, refusal, cancellationToken));
        else
            await cards.ShowAsync(turn, answer.State, cancellationToken, turn.Texts.Say("exchange.city-removed", ("city", delegation.City)));
    }

    private async ValueTask<PressAnswer> AskCitiesAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var state = press.Id(ExchangeVerbs.Exchange) is { } id ? await ReadAsync(id, cancellationToken) : ExchangeState.Initial;
        if (state.Exchange is { } x && x.IsCoordinatedBy(turn.Viewer.Person))
            dialogue.Begin(turn, DialogueId, x.Id.Value);
        return await cards.AnswerAsync(turn, state, cancellationToken);
    }

    private async ValueTask<ExchangeState> ReadAsync(Guid id, CancellationToken cancellationToken) => (await gate.ReadAsync(id, cancellationToken)).State;
}
