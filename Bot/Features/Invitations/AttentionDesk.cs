using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Features.People;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Invitations;

/// <summary>What all that is settled on the attention card shares: who may, what is shown afterwards, what of a stale press.</summary>
public sealed class AttentionDesk(StreamGate<ExchangeState> gate, AttentionViews views, PeopleRegister people, Refusals refusals)
{
    /// <summary>Handles a press on such a card, once it is known who may.</summary>
    public async ValueTask<PressAnswer> WithAsync(Turn turn, Press press, Func<ExchangeState, Exchange, ValueTask<PressAnswer>> then, CancellationToken cancellationToken)
    {
        var state = press.Id("exchange") is { } id ? (await gate.ReadAsync(id, cancellationToken)).State : ExchangeState.Initial;
        if (state.Exchange is not { } x)
            return new PressAnswer.Told(await refusals.TextAsync(turn, new ExchangeUnknown(), cancellationToken));
        return MayNot(turn, x) is { } refusal
            ? new PressAnswer.Told(await refusals.TextAsync(turn, refusal, cancellationToken))
            : await then(state, x);
    }

    /// <summary>Has a command decided, and shows what still waits.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="x">The exchange.</param>
    /// <param name="command">The command.</param>
    /// <param name="key">What is said when it was done, with <c>name</c>.</param>
    /// <param name="name">The name; null for nobody's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<PressAnswer> SettleAsync(Turn turn, Exchange x, Command command, string key, string? name, CancellationToken cancellationToken)
    {
        var answer = await gate.SendAsync(x.Id.Value, turn.Envelope(command), cancellationToken);
        return answer.Outcome.Refusal is { } refusal
            ? await RefusedAsync(turn, answer.State, refusal, cancellationToken)
            : await CardAsync(turn, answer.State, turn.Texts.Say(key, ("name", name ?? string.Empty)), cancellationToken);
    }

    /// <summary>The name of a person.</summary>
    public async ValueTask<string> NameAsync(Turn turn, PersonId person, CancellationToken cancellationToken) =>
        (await people.FindAsync(person, cancellationToken))?.Name ?? turn.Texts["people.nameless"];

    /// <summary>Why it was not done, and what waits.</summary>
    public async ValueTask<PressAnswer> RefusedAsync(Turn turn, ExchangeState state, Refusal refusal, CancellationToken cancellationToken) =>
        await CardAsync(turn, state, await refusals.TextAsync(turn, refusal, cancellationToken), cancellationToken);

    /// <summary>What was pressed has been settled meanwhile.</summary>
    public ValueTask<PressAnswer> StaleAsync(Turn turn, ExchangeState state, CancellationToken cancellationToken) => CardAsync(turn, state, turn.Texts["attention.stale"], cancellationToken);

    /// <summary>What waits.</summary>
    public async ValueTask<PressAnswer> CardAsync(Turn turn, ExchangeState state, string? notice, CancellationToken cancellationToken) =>
        new PressAnswer.Replaced(AttentionCard.For(await views.OfAsync(state, turn.Texts, cancellationToken), turn.Texts, notice));

    /// <summary>Why somebody may not settle things; null where they may.</summary>
    public static Refusal? MayNot(Turn turn, Exchange x) =>
        x.IsCoordinatedBy(turn.Viewer.Person) ? null : turn.Viewer.Standing is Standing.Coordinator ? new NotYourExchange(x.Owner) : new CoordinatorsOnly();
}
