using System.Collections.Immutable;

using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Invitations;

/// <summary>A coordinator sees who still owes an answer, chooses, and reminds them now.</summary>
public sealed class RemindPeople(StreamGate<ExchangeState> gate, CurrentExchange current, InvitationViews views, Refusals refusals, TimeProvider time) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new ChatCommand("remind", Where.Personal, CoordinatorsOnly: true, 34, ChooseAsync, HelpTopic.Invitations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs => [new CardVerb(RemindCards.AskVerb, AskAsync), new CardVerb(RemindCards.SendVerb, SendAsync)];

    private async ValueTask ChooseAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await current.OfAsync(turn, cancellationToken) is not { Exchange: { } x } state)
        {
            CurrentExchange.SayWhich(turn);
            return;
        }

        if (AttentionDesk.MayNot(turn, x) is { } refusal)
        {
            turn.Replies.Say(await refusals.TextAsync(turn, refusal, cancellationToken));
            return;
        }

        var view = await ViewAsync(turn, state, cancellationToken);
        if (view.Now.IsEmpty && view.Later.IsEmpty)
            turn.Replies.Say(turn.Texts["remind.nobody"]);
        else
            turn.Replies.Show(RemindCards.Choose(view, turn.Texts), turn.Texts["remind.title"]);
    }

    private async ValueTask<RemindView> ViewAsync(Turn turn, ExchangeState state, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var owing = (await views.ListAsync(state, turn.Texts, cancellationToken)).Where(i => state.OwesAnswer(state.Invitations[i.Invitation])).ToImmutableArray();
        bool May(ListedInvitation i) => Reminders.MayRemind(state, state.Invitations[i.Invitation], now);
        return new RemindView(
            state.Exchange!.Id, state.Exchange.Design.Title, turn.NewId("once"), [.. owing.Where(May)], [.. owing.Where(i => !May(i)).Select(i => (i.Name, WhyNot(state, state.Invitations[i.Invitation], now)))]);
    }

    private static NotNow WhyNot(ExchangeState state, Invitation invitation, DateTimeOffset now)
    {
        if (state.Muting.Mutes(invitation.Person))
            return NotNow.Muted;
        return state.AnswerDue(invitation) is { } due && now < state.Exchange!.Terms!.Zone.EndOf(due) ? NotNow.Recently : NotNow.Over;
    }

    private async ValueTask<PressAnswer> AskAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var (state, refused) = await OpenAsync(turn, press, cancellationToken);
        if (refused is not null)
            return refused;
        var wanted = Ids(press.Choices(ByHandCards.Who)).ToHashSet();
        var chosen = (await views.ListAsync(state, turn.Texts, cancellationToken)).Where(i => wanted.Contains(i.Invitation)).ToImmutableArray();
        return chosen.IsEmpty
            ? new PressAnswer.Told(turn.Texts["by-hand.who-missing"])
            : new PressAnswer.Replaced(RemindCards.Ask(state.Exchange!.Id, turn.NewId("once"), chosen, turn.Texts));
    }

    private async ValueTask<PressAnswer> SendAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var (state, refused) = await OpenAsync(turn, press, cancellationToken);
        if (refused is not null)
            return refused;
        var answer = await gate.SendAsync(state.Exchange!.Id.Value, turn.Envelope(new RemindNow(Ids(press.Choices("invitations")))), cancellationToken);
        return answer.Outcome.Refusal is { } refusal
            ? new PressAnswer.Told(await refusals.TextAsync(turn, refusal, cancellationToken))
            : new PressAnswer.Replaced(ByHandCards.Done(turn.Texts.Say("remind.sent", ("count", answer.Outcome.Events.OfType<ReminderAsked>().Count())), turn.Texts));
    }

    private static ImmutableArray<InvitationId> Ids(ImmutableArray<string> ids) => [.. ids.Select(i => Guid.TryParse(i, out var id) ? new InvitationId(id) : default)];

    private async ValueTask<(ExchangeState State, PressAnswer? Refused)> OpenAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var state = press.Id("exchange") is { } id ? (await gate.ReadAsync(id, cancellationToken)).State : ExchangeState.Initial;
        Refusal? refusal = state.Exchange is { } x ? AttentionDesk.MayNot(turn, x) : new ExchangeUnknown();
        return (state, refusal is null ? null : new PressAnswer.Told(await refusals.TextAsync(turn, refusal, cancellationToken)));
    }
}
