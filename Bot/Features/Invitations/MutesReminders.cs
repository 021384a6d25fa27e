using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Invitations;

/// <summary>Whom the bot reminds: a coordinator says it for an exchange or a person, a delegate for themselves.</summary>
public sealed class MutesReminders(StreamGate<ExchangeState> gate, CurrentExchange current, ExchangeIndex index, InvitationViews views, Refusals refusals) : IChatFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands =>
    [
        new ChatCommand("mute-reminders", Where.Personal, CoordinatorsOnly: false, 62, (turn, name, ct) => MuteAsync(turn, name, true, ct), HelpTopic.Invitations),
        new ChatCommand("unmute-reminders", Where.Personal, CoordinatorsOnly: false, 63, (turn, name, ct) => MuteAsync(turn, name, false, ct), HelpTopic.Invitations),
    ];

    private async ValueTask MuteAsync(Turn turn, string name, bool muted, CancellationToken cancellationToken)
    {
        // Who coordinates the exchange they have open speaks for it; everybody else for themselves.
        if (await current.OfAsync(turn, cancellationToken) is { Exchange: { } x } state && x.IsCoordinatedBy(turn.Viewer.Person))
            await ForOthersAsync(turn, state, x, name, muted, cancellationToken);
        else
            await ForMyselfAsync(turn, muted, cancellationToken);
    }

    private async ValueTask ForOthersAsync(Turn turn, ExchangeState state, Exchange x, string name, bool muted, CancellationToken cancellationToken)
    {
        (PersonId Person, string Name)? about = null;
        if (name.Length > 0)
        {
            var wanted = CommandTable.Fold(name);
            var found = (await views.ListAsync(state, turn.Texts, cancellationToken)).FirstOrDefault(i => CommandTable.Fold(i.Name).Contains(wanted, StringComparison.Ordinal));
            if (found is null)
            {
                turn.Replies.Say(turn.Texts.Say("by-hand.not-found", ("name", name)));
                return;
            }

            about = (state.Invitations[found.Invitation].Person, found.Name);
        }

        var answer = await gate.SendAsync(x.Id.Value, turn.Envelope(new MuteReminders(about?.Person, muted)), cancellationToken);
        var undo = turn.Texts.WordOf("undo");
        turn.Replies.Say(answer.Outcome.Refusal is { } refusal ? await refusals.TextAsync(turn, refusal, cancellationToken) : (about, muted) switch
        {
            (null, true) => turn.Texts.Say("remind.mute-all", ("undo", undo)),
            (null, false) => turn.Texts["remind.unmute-all"],
            ({ } one, true) => turn.Texts.Say("remind.mute-one", ("name", one.Name), ("undo", undo)),
            ({ } one, false) => turn.Texts.Say("remind.unmute-one", ("name", one.Name)),
        });
    }

    private async ValueTask ForMyselfAsync(Turn turn, bool muted, CancellationToken cancellationToken)
    {
        var any = false;
        foreach (var known in (await index.OfAsync(turn.Viewer.Person, cancellationToken)).Where(x => x.Stage <= Stage.Preparing))
        {
            var state = (await gate.ReadAsync(known.Id.Value, cancellationToken)).State;
            if (state.Invitations.Values.All(i => i.Person != turn.Viewer.Person || i.Recalled))
                continue;
            var answer = await gate.SendAsync(known.Id.Value, turn.Envelope(new MuteReminders(turn.Viewer.Person, muted), known.Id.ToString()), cancellationToken);
            any |= answer.Outcome.Refusal is null;
        }

        turn.Replies.Say(!any ? turn.Texts["invitation.none"]
            : muted ? turn.Texts.Say("remind.mute-self", ("again", turn.Texts.WordOf("unmute-reminders")))
            : turn.Texts["remind.unmute-self"]);
    }
}
