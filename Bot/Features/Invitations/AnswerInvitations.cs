using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Features.People.Import;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Invitations;

/// <summary>Delegates see their invitations, answer them, and change their answers.</summary>
public sealed class AnswerInvitations(
    StreamGate<ExchangeState> gate, InvitationViews views, InvitationDocuments documents, ExchangeIndex index, Refusals refusals) : IChatFeature, ICardFeature
{
    // Nobody is invited to more at once; more cards than these would bury each other.
    private const int MostShown = 5;

    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new ChatCommand("my-invitations", Where.Personal, CoordinatorsOnly: false, 60, ShowMineAsync, HelpTopic.Invitations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new CardVerb(InvitationCard.AnswerVerb, AnswerAsync),
        new CardVerb(InvitationCard.ChangeVerb, (turn, press, ct) => ShowAsync(turn, press, changing: true, ct)),
        new CardVerb(ReminderCard.MuteVerb, MuteAsync),
        new CardVerb(InvitationCard.ShowVerb, (turn, press, ct) => ShowAsync(turn, press, changing: false, ct)),
    ];

    private async ValueTask ShowMineAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var shown = 0;
        foreach (var known in (await index.OfAsync(turn.Viewer.Person, cancellationToken)).Where(x => x.Stage is not Stage.Closed))
        {
            var state = (await gate.ReadAsync(known.Id.Value, cancellationToken)).State;
            foreach (var invitation in state.Invitations.Values.Where(i => i.Person == turn.Viewer.Person && !i.Recalled))
            {
                if (++shown > MostShown)
                    return;
                var view = await views.OfAsync(state, invitation, turn.Texts, cancellationToken);
                turn.Replies.Show(InvitationCard.For(view, turn.Texts), InvitationCard.Summary(view, turn.Texts));
            }
        }

        if (shown == 0)
            turn.Replies.Say(turn.Texts["invitation.none"]);
    }

    private async ValueTask<PressAnswer> ShowAsync(Turn turn, Press press, bool changing, CancellationToken cancellationToken)
    {
        if (await FindAsync(press, cancellationToken) is not var (state, invitation))
            return await RefusedAsync(turn, new InvitationUnknown(), cancellationToken);
        // A refresh is always answered with a card: a refused one would stick.
        if (invitation.Person != turn.Viewer.Person)
            return new PressAnswer.Replaced(InvitationCard.NotYours(turn.Texts));
        return await CardAsync(turn, state, invitation, null, changing, cancellationToken);
    }

    private async ValueTask<PressAnswer> AnswerAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await FindAsync(press, cancellationToken) is not var (state, invitation))
            return await RefusedAsync(turn, new InvitationUnknown(), cancellationToken);
        if (invitation.Person != turn.Viewer.Person)
            return await RefusedAsync(turn, new NotYourInvitation(), cancellationToken);
        if (!Enum.TryParse<RsvpAnswer>(press.Text("answer"), out var answer) || press.Number("terms") is not { } terms)
            return await CardAsync(turn, state, invitation, null, false, cancellationToken);
        var (words, flaw) = await WordsAsync(turn, press, answer, cancellationToken);
        if (flaw is not null)
            return await AgainAsync(turn, state, invitation, words, flaw, cancellationToken);
        var revision = await documents.KeepAsync(invitation, words, cancellationToken);
        var answered = await gate.SendAsync(state.Exchange!.Id.Value, turn.Envelope(new AnswerInvitation(invitation.Id, answer, terms, revision)), cancellationToken);
        state = answered.State;
        invitation = state.Invitations[invitation.Id];
        if (answered.Outcome.Refusal is { } refusal)
            return await AgainAsync(turn, state, invitation, words, await refusals.TextAsync(turn, refusal, cancellationToken), cancellationToken);
        await AdoptAsync(turn, press, state, invitation, cancellationToken);
        return await CardAsync(turn, state, invitation, null, false, cancellationToken);
    }

    private async ValueTask<PressAnswer> MuteAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await FindAsync(press, cancellationToken) is not var (state, invitation))
            return await RefusedAsync(turn, new InvitationUnknown(), cancellationToken);
        if (invitation.Person != turn.Viewer.Person)
            return await RefusedAsync(turn, new NotYourInvitation(), cancellationToken);
        var muted = press.Flag("muted");
        var answer = await gate.SendAsync(state.Exchange!.Id.Value, turn.Envelope(new MuteReminders(invitation.Person, muted)), cancellationToken);
        if (answer.Outcome.Refusal is { } refusal)
            return await RefusedAsync(turn, refusal, cancellationToken);
        var view = await views.OfAsync(answer.State, answer.State.Invitations[invitation.Id], turn.Texts, cancellationToken);
        return new PressAnswer.Replaced(ReminderCard.For(view, turn.Texts, turn.NewId("once").ToString("N"), turn.Texts.Say(muted ? "reminder.muted" : "reminder.unmuted", ("due", view.Due))));
    }

    // What was written, or why it can't be taken.
    private async ValueTask<(InvitationWords Words, string? Flaw)> WordsAsync(Turn turn, Press press, RsvpAnswer answer, CancellationToken cancellationToken)
    {
        if (answer is not RsvpAnswer.SubstituteProposed)
            return Checked(turn, new InvitationWords(press.Text(InvitationCard.Note)));
        var words = new InvitationWords(press.Text(InvitationCard.SubstituteNote),
            new SubstituteWords(press.Text(InvitationCard.SubstituteName) ?? string.Empty, press.Text(InvitationCard.SubstituteMail)));
        if (words.Substitute!.Name.Length == 0)
            return (words, await refusals.TextAsync(turn, new SubstituteWithoutName(), cancellationToken));
        return Checked(turn, words);
    }

    private static (InvitationWords Words, string? Flaw) Checked(Turn turn, InvitationWords words)
    {
        if (words.Note?.Length > InvitationWords.NoteMost)
            return (words, turn.Texts.Say("invitation.too-long", ("most", InvitationWords.NoteMost)));
        if (words.Substitute is not { } substitute)
            return (words, null);
        if (substitute.Name.Length > InvitationWords.NameMost)
            return (words, turn.Texts.Say("invitation.too-long", ("most", InvitationWords.NameMost)));
        return substitute.Mail is { } mail && !NomineeMail.TryParse(mail, out _)
            ? (words, turn.Texts.Say("invitation.mail-odd", ("mail", mail)))
            : (words, null);
    }

    // A press proves that the card arrived: where its delivery ended unsure, it is not sent again.
    private async ValueTask AdoptAsync(Turn turn, Press press, ExchangeState state, Invitation invitation, CancellationToken cancellationToken)
    {
        if (press.ActivityId is not { } message || state.Ledger[invitation.Card].Receipt is not null)
            return;
        var shown = Math.Clamp(press.Number("revision") ?? 1, 1, invitation.Revision);
        var adopt = new Envelope(new CommandId(turn.NewId("adopt")), Actor.Bot, Way.Card, turn.At, new RecordDuties([new DutyDone(invitation.Card, shown, message)]));
        await gate.SendAsync(state.Exchange!.Id.Value, adopt, cancellationToken);
    }

    private async ValueTask<PressAnswer> CardAsync(Turn turn, ExchangeState state, Invitation invitation, string? notice, bool changing, CancellationToken cancellationToken) =>
        new PressAnswer.Replaced(InvitationCard.For(await views.OfAsync(state, invitation, turn.Texts, cancellationToken), turn.Texts, notice, changing));

    // With what was typed, so that nothing has to be typed twice.
    private async ValueTask<PressAnswer> AgainAsync(
        Turn turn, ExchangeState state, Invitation invitation, InvitationWords typed, string why, CancellationToken cancellationToken)
    {
        var view = await views.OfAsync(state, invitation, turn.Texts, cancellationToken);
        return new PressAnswer.Replaced(InvitationCard.For(view.MayAnswer ? view with { Words = typed } : view, turn.Texts, why, changing: view.MayAnswer));
    }

    private async ValueTask<PressAnswer> RefusedAsync(Turn turn, Refusal refusal, CancellationToken cancellationToken) =>
        new PressAnswer.Told(await refusals.TextAsync(turn, refusal, cancellationToken));

    private async ValueTask<(ExchangeState State, Invitation Invitation)?> FindAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.Id("exchange") is not { } exchange || press.Id("invitation") is not { } id)
            return null;
        var state = (await gate.ReadAsync(exchange, cancellationToken)).State;
        return state.Invitations.TryGetValue(new InvitationId(id), out var invitation) ? (state, invitation) : null;
    }
}
