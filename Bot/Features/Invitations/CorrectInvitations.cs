using System.Collections.Immutable;

using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Invitations;

/// <summary>A coordinator does by hand what usually happens by itself: records an answer given by phone, takes invitations back.</summary>
public sealed class CorrectInvitations(
    StreamGate<ExchangeState> gate, CurrentExchange current, InvitationViews views, InvitationDocuments documents, Refusals refusals) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands =>
    [
        new ChatCommand("record-answer", Where.Personal, CoordinatorsOnly: true, 32, (turn, name, ct) => ChooseAsync(turn, name, RecordCard, ct), HelpTopic.Invitations),
        new ChatCommand("recall", Where.Personal, CoordinatorsOnly: true, 33, (turn, name, ct) => ChooseAsync(turn, name, RecallCard, ct), HelpTopic.Invitations),
    ];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new CardVerb(ByHandCards.RecordVerb, RecordAsync),
        new CardVerb(ByHandCards.AskRecallVerb, AskRecallAsync),
        new CardVerb(ByHandCards.RecallVerb, RecallAsync),
    ];

    private async ValueTask ChooseAsync(
        Turn turn, string name, Action<Turn, Exchange, ImmutableArray<ListedInvitation>, ImmutableArray<ListedInvitation>> show, CancellationToken cancellationToken)
    {
        if (await current.OfAsync(turn, cancellationToken) is not { Exchange: { } x } state)
        {
            CurrentExchange.SayWhich(turn);
            return;
        }

        if (MayNot(turn, x) is { } refusal)
        {
            turn.Replies.Say(await refusals.TextAsync(turn, refusal, cancellationToken));
            return;
        }

        var all = await views.ListAsync(state, turn.Texts, cancellationToken);
        var wanted = CommandTable.Fold(name);
        var chosen = wanted.Length == 0 ? [] : all.Where(i => CommandTable.Fold(i.Name).Contains(wanted, StringComparison.Ordinal)).ToImmutableArray();
        if (all.IsEmpty)
            turn.Replies.Say(turn.Texts["by-hand.nobody"]);
        else if (wanted.Length > 0 && chosen.IsEmpty)
            turn.Replies.Say(turn.Texts.Say("by-hand.not-found", ("name", name)));
        else
            show(turn, x, all, chosen);
    }

    private static void RecordCard(Turn turn, Exchange x, ImmutableArray<ListedInvitation> all, ImmutableArray<ListedInvitation> chosen) => turn.Replies.Show(
        ByHandCards.Record(x.Id, x.TermsRevision, turn.NewId("once"), all, chosen is [var only] ? only.Invitation : null, turn.Texts), turn.Texts["by-hand.record-title"]);

    private static void RecallCard(Turn turn, Exchange x, ImmutableArray<ListedInvitation> all, ImmutableArray<ListedInvitation> chosen) => turn.Replies.Show(
        ByHandCards.ChooseRecall(x.Id, turn.NewId("once"), all, chosen.Select(c => c.Invitation), turn.Texts), turn.Texts["by-hand.recall-title"]);

    private async ValueTask<PressAnswer> RecordAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var (state, refused) = await OpenAsync(turn, press, cancellationToken);
        if (refused is not null)
            return refused;
        var x = state.Exchange!;
        if (press.Id(ByHandCards.Who) is not { } id || !state.Invitations.TryGetValue(new InvitationId(id), out var invitation))
            return await AgainAsync(turn, state, x, turn.Texts["by-hand.who-missing"], cancellationToken);
        if (!Enum.TryParse<RsvpAnswer>(press.Text(ByHandCards.What), out var answer) || answer is RsvpAnswer.SubstituteProposed)
            return await AgainAsync(turn, state, x, turn.Texts["by-hand.what-missing"], cancellationToken);
        var words = new InvitationWords(press.Text(InvitationCard.Note));
        if (words.Note?.Length > InvitationWords.NoteMost)
            return await AgainAsync(turn, state, x, turn.Texts.Say("invitation.too-long", ("most", InvitationWords.NoteMost)), cancellationToken);
        var revision = await documents.KeepAsync(invitation, words, cancellationToken);
        var record = new AnswerInvitation(invitation.Id, answer, press.Number("terms") ?? x.TermsRevision, revision);
        var answered = await gate.SendAsync(x.Id.Value, turn.Envelope(record), cancellationToken);
        if (answered.Outcome.Refusal is { } refusal)
            return await AgainAsync(turn, answered.State, answered.State.Exchange!, await refusals.TextAsync(turn, refusal, cancellationToken), cancellationToken);
        var name = (await views.ListAsync(answered.State, turn.Texts, cancellationToken)).FirstOrDefault(i => i.Invitation == invitation.Id)?.Name ?? turn.Texts["people.nameless"];
        return new PressAnswer.Replaced(ByHandCards.Done(turn.Texts.Say("by-hand.recorded", ("name", name), ("answer", turn.Texts[$"rsvp.{answer}"])), turn.Texts));
    }

    private async ValueTask<PressAnswer> AgainAsync(Turn turn, ExchangeState state, Exchange x, string why, CancellationToken cancellationToken) => new PressAnswer.Replaced(
        ByHandCards.Record(x.Id, x.TermsRevision, turn.NewId("once"), await views.ListAsync(state, turn.Texts, cancellationToken), null, turn.Texts, why));

    private async ValueTask<PressAnswer> AskRecallAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var (state, refused) = await OpenAsync(turn, press, cancellationToken);
        if (refused is not null)
            return refused;
        var chosen = Chosen(await views.ListAsync(state, turn.Texts, cancellationToken), press.Choices(ByHandCards.Who));
        return chosen.IsEmpty
            ? new PressAnswer.Told(turn.Texts["by-hand.who-missing"])
            : new PressAnswer.Replaced(ByHandCards.AskRecall(state.Exchange!.Id, chosen, turn.Texts));
    }

    private async ValueTask<PressAnswer> RecallAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var (state, refused) = await OpenAsync(turn, press, cancellationToken);
        if (refused is not null)
            return refused;
        var ids = press.Choices("invitations").Select(c => Guid.TryParse(c, out var id) ? new InvitationId(id) : default).ToImmutableArray();
        var answer = await gate.SendAsync(state.Exchange!.Id.Value, turn.Envelope(new RecallInvitations(ids)), cancellationToken);
        if (answer.Outcome.Refusal is { } refusal)
            return new PressAnswer.Told(await refusals.TextAsync(turn, refusal, cancellationToken));
        return new PressAnswer.Replaced(ByHandCards.Done(turn.Texts.Say("by-hand.recalled", ("count", answer.Outcome.Events.OfType<InvitationRecalled>().Count())), turn.Texts));
    }

    private static ImmutableArray<ListedInvitation> Chosen(ImmutableArray<ListedInvitation> all, ImmutableArray<string> ids)
    {
        var wanted = ids.Select(i => Guid.TryParse(i, out var id) ? id : Guid.Empty).ToHashSet();
        return [.. all.Where(i => wanted.Contains(i.Invitation.Value))];
    }

    private async ValueTask<(ExchangeState State, PressAnswer? Refused)> OpenAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        var state = press.Id("exchange") is { } id ? (await gate.ReadAsync(id, cancellationToken)).State : ExchangeState.Initial;
        Refusal? refusal = state.Exchange is { } x ? MayNot(turn, x) : new ExchangeUnknown();
        return (state, refusal is null ? null : new PressAnswer.Told(await refusals.TextAsync(turn, refusal, cancellationToken)));
    }

    private static Refusal? MayNot(Turn turn, Exchange x) =>
        x.IsCoordinatedBy(turn.Viewer.Person) ? null : turn.Viewer.Standing is Standing.Coordinator ? new NotYourExchange(x.Owner) : new CoordinatorsOnly();
}
