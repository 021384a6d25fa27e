using CoordinatorBot.Cards.Digests;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Digests;

/// <summary>Lets a channel subscribe to its digest, change when it comes, and ask for it at once.</summary>
public sealed class DigestFeature(StreamGate<ChannelState> gate, Refusals refusals, TimeProvider time) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands =>
    [
        new ChatCommand("digest", Where.Shared, false, 10, DigestAsync, HelpTopic.Staff),
        new ChatCommand("digest-here", Where.Personal, true, 90, (turn, _, _) =>
        {
            turn.Replies.Say(turn.Texts["digest.say-in-channel"]);
            return ValueTask.CompletedTask;
        }, HelpTopic.Staff),
    ];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs => [new CardVerb(DigestCard.UpdateVerb, UpdateAsync)];

    private async ValueTask DigestAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var texts = turn.Texts;
        if (DigestWords.Read(argument, texts) is not { } asked)
        {
            turn.Replies.Say(texts["digest.how"]);
            return;
        }

        var channel = turn.Place.Channel.Value;
        var state = (await gate.ReadAsync(channel, cancellationToken)).State;
        Command command = asked.Kind switch
        {
            DigestWords.Ask.Off => new UnsubscribeChannel(),
            DigestWords.Ask.Now => new AskForDigest(),
            DigestWords.Ask.Weekly => new SubscribeChannel(new Cadence(CadenceKind.Weekly, asked.At ?? state.Cadence?.At ?? Cadence.Default(turn.Viewer.Zone).At, turn.Viewer.Zone, asked.Day ?? DayOfWeek.Monday)),
            DigestWords.Ask.Daily => new SubscribeChannel(Cadence.Default(turn.Viewer.Zone) with { At = asked.At ?? Cadence.Default(turn.Viewer.Zone).At }),
            _ => new SubscribeChannel(state.Cadence ?? Cadence.Default(turn.Viewer.Zone)),
        };
        var answer = await gate.SendAsync(channel, turn.Envelope(command), cancellationToken);
        turn.Replies.Say(answer.Outcome.Refusal is { } why ? await refusals.TextAsync(turn, why, cancellationToken) : Said(turn, command, answer.State));
    }

    private async ValueTask<PressAnswer> UpdateAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var answer = await gate.SendAsync(turn.Place.Channel.Value, turn.Envelope(new AskForDigest(), $"{time.GetUtcNow().ToUnixTimeSeconds() / 10}"), cancellationToken);
        return new PressAnswer.Told(answer.Outcome.Refusal is { } why ? await refusals.TextAsync(turn, why, cancellationToken) : turn.Texts["digest.updating"]);
    }

    private string Said(Turn turn, Command command, ChannelState state)
    {
        var texts = turn.Texts;
        if (command is AskForDigest)
            return texts["digest.updating"];
        if (state.Cadence is not { } cadence)
            return texts["digest.off"];
        var next = cadence.Next(time.GetUtcNow());
        return texts.Say(cadence.Kind is CadenceKind.Weekly ? "digest.subscribed-weekly" : "digest.subscribed-daily",
            ("day", texts.Language.DayName(cadence.Day)), ("time", cadence.At.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)), ("zone", cadence.Zone.Name), ("next", next));
    }
}
