using System.Collections.Immutable;

using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Features.People;
using CoordinatorBot.Features.People.Import;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Invitations;

/// <summary>A coordinator sees who would get what, sends it, and sees what became of it.</summary>
public sealed class SendInvitations(
    StreamGate<ExchangeState> gate, CurrentExchange current, InvitationPreviews previews, InvitationDocuments documents, PeopleRegister people, Refusals refusals) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new ChatCommand("invite", Where.Personal, CoordinatorsOnly: true, 30, InviteAsync, HelpTopic.Invitations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new CardVerb(InviteCards.PreviewVerb, PreviewAsync),
        new CardVerb(InviteCards.SendVerb, SendAsync),
        new CardVerb(InviteCards.AddMailVerb, AddMailAsync),
        new CardVerb(InviteCards.ProgressVerb, ProgressAsync),
    ];

    private async ValueTask InviteAsync(Turn turn, string city, CancellationToken cancellationToken)
    {
        if (await current.OfAsync(turn, cancellationToken) is not { Exchange: { } x } state)
        {
            CurrentExchange.SayWhich(turn);
            return;
        }

        DelegationId? only = null;
        if (city.Length > 0)
        {
            if (CityNamed(state, city) is not { } named)
            {
                turn.Replies.Say(state.DelegationOrder.IsEmpty
                    ? turn.Texts["invite.no-cities"]
                    : turn.Texts.Say("invite.no-such-city", ("city", city), ("cities", turn.Texts.List(state.InOrder.Select(d => d.City)))));
                return;
            }

            only = named.Id;
        }

        var (preview, why) = await NewAsync(turn, x.Id, only, cancellationToken);
        if (preview is null)
            turn.Replies.Say(why!);
        else
            turn.Replies.Show(InviteCards.Preview(preview, turn.Texts), turn.Texts.Say("invite.preview-title", ("count", preview.Count)));
    }

    private async ValueTask<PressAnswer> PreviewAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (press.Id("exchange") is not { } exchange)
            return new PressAnswer.Told(turn.Texts["refusal.ExchangeUnknown"]);
        if (press.Id("preview") is { } id && await documents.PreviewAsync(id, cancellationToken) is { } shown && shown.Exchange.Value == exchange)
        {
            var state = (await gate.ReadAsync(exchange, cancellationToken)).State;
            if (await RefusedAsync(turn, state, cancellationToken) is { } refused)
                return refused;
            return new PressAnswer.Replaced(InviteCards.Preview(await previews.OfAsync(state, id, shown, turn.Texts, cancellationToken), turn.Texts));
        }

        var only = press.Id("delegation") is { } delegation ? new DelegationId(delegation) : (DelegationId?)null;
        var (preview, why) = await NewAsync(turn, new ExchangeId(exchange), only, cancellationToken);
        return preview is null ? new PressAnswer.Told(why!) : new PressAnswer.Replaced(InviteCards.Preview(preview, turn.Texts));
    }

    // A preview of those who can be invited now, or why there is none.
    private async ValueTask<(InvitePreview? Preview, string? Why)> NewAsync(Turn turn, ExchangeId exchange, DelegationId? only, CancellationToken cancellationToken)
    {
        var folded = await gate.ReadAsync(exchange.Value, cancellationToken);
        var state = folded.State;
        if (MayNot(turn, state) is { } refusal)
            return (null, await refusals.TextAsync(turn, refusal, cancellationToken));
        var delegations = state.InOrder.Where(d => only is null || d.Id == only).ToList();
        var invitees = delegations.SelectMany(d => d.Seated.Where(c => state.InvitationOf(c.Id) is null).Select(c => new StoredInvitee(d.Id, c.Id))).ToImmutableArray();
        if (invitees.IsEmpty)
            return (null, await refusals.TextAsync(turn, delegations.Any(d => d.Seated.Any()) ? new NobodyToInvite() : new NobodySeated(), cancellationToken));
        var gaps = delegations.Any(d => d.Stage < DelegationStage.Confirmed && !Composition.BalanceOf(d).FitsPlan && invitees.Any(i => i.Delegation == d.Id));
        var shown = new StoredPreview(exchange, invitees, gaps);
        // The same press on another state of the exchange is another preview.
        var id = Ids.Of(turn.NewId("preview").ToString("N"), folded.Position.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await documents.KeepAsync(id, shown, cancellationToken);
        return (await previews.OfAsync(state, id, shown, turn.Texts, cancellationToken), null);
    }

    private async ValueTask<PressAnswer> SendAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await FindAsync(press, cancellationToken) is not var (state, id, shown))
            return new PressAnswer.Told(turn.Texts["invite.preview-gone"]);
        if (await RefusedAsync(turn, state, cancellationToken) is { } refused)
            return refused;
        await SetLanguagesAsync(press, state, shown, cancellationToken);
        if (shown.People.Length > InviteCards.AskAgainAbove && !press.Flag("sure") && !IsSent(state, id, shown))
            return new PressAnswer.Replaced(InviteCards.AskAgain(await previews.OfAsync(state, id, shown, turn.Texts, cancellationToken), turn.Texts));
        var people = shown.People.Select(p => new NewInvitation(InvitationPreviews.InvitationOf(id, p.Candidate), p.Delegation, p.Candidate)).ToImmutableArray();
        var answer = await gate.SendAsync(shown.Exchange.Value, turn.Envelope(new Domain.Invitations.SendInvitations(people, shown.WithGaps)), cancellationToken);
        if (answer.Outcome.Refusal is { } refusal && !IsSent(answer.State, id, shown))
            return await NotSentAsync(turn, shown, refusal, cancellationToken);
        await current.SetAsync(turn, shown.Exchange, cancellationToken);
        return new PressAnswer.Replaced(InviteCards.Result(await previews.ResultAsync(answer.State, id, shown, 0, turn.Texts, cancellationToken), turn.Texts));
    }

    // Its alternates too: they are of the same city, and may be written to later.
    private async ValueTask SetLanguagesAsync(Press press, ExchangeState state, StoredPreview shown, CancellationToken cancellationToken)
    {
        foreach (var id in shown.People.Select(p => p.Delegation).Distinct())
        {
            if (!state.Delegations.TryGetValue(id, out var d) || Language.Find(press.Text(InviteCards.LanguageOf(id))) is not { } language)
                continue;
            foreach (var candidate in d.Candidates.Values)
                if (await people.FindAsync(candidate.Person, cancellationToken) is { Language: null } person)
                    await people.PutAsync(person with { Language = language.Code }, cancellationToken);
        }
    }

    // Who has the same address already is another person: said, and the others are taken.
    private async ValueTask<PressAnswer> AddMailAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await FindAsync(press, cancellationToken) is not var (state, id, shown))
            return new PressAnswer.Told(turn.Texts["invite.preview-gone"]);
        if (await RefusedAsync(turn, state, cancellationToken) is { } refused)
            return refused;
        var said = new List<string>();
        var added = 0;
        foreach (var invitee in shown.People)
        {
            if (press.Text(InviteCards.MailOf(invitee.Candidate)) is not { } typed
                || state.Delegations.GetValueOrDefault(invitee.Delegation)?.Candidates.GetValueOrDefault(invitee.Candidate) is not { } candidate)
                continue;
            if (await WhyNotAsync(turn, candidate.Person, typed, cancellationToken) is { } why)
                said.Add(why);
            else
                added++;
        }

        if (added > 0)
            said.Insert(0, turn.Texts.Say("invite.mail-added", ("count", added)));
        var notice = said.Count == 0 ? turn.Texts["invite.mail-none"] : string.Join('\n', said);
        return new PressAnswer.Replaced(InviteCards.Preview(await previews.OfAsync(state, id, shown, turn.Texts, cancellationToken), turn.Texts, notice));
    }

    private async ValueTask<string?> WhyNotAsync(Turn turn, PersonId id, string typed, CancellationToken cancellationToken)
    {
        if (!NomineeMail.TryParse(typed, out var mail))
            return turn.Texts.Say("invitation.mail-odd", ("mail", typed));
        if (await people.FindAsync(id, cancellationToken) is not { } person || person.Mail == mail.Address)
            return null;
        return await people.CorrectAsync(person with { Mail = mail.Address }, cancellationToken) is { } owner
            ? turn.Texts.Say("invite.mail-taken", ("mail", mail.Address), ("name", (await people.FindAsync(owner, cancellationToken))?.Name ?? turn.Texts["people.nameless"]))
            : null;
    }

    private async ValueTask<PressAnswer> NotSentAsync(Turn turn, StoredPreview shown, Refusal refusal, CancellationToken cancellationToken)
    {
        var why = await refusals.TextAsync(turn, refusal, cancellationToken);
        if (refusal is not DoesNotFitPlan)
            return new PressAnswer.Told(why);
        // Somebody changed the delegation since the preview: nothing goes out that wasn't seen.
        turn.Replies.Say(why);
        var (preview, other) = await NewAsync(turn, shown.Exchange, null, cancellationToken);
        return preview is null ? new PressAnswer.Told(other!) : new PressAnswer.Replaced(InviteCards.Preview(preview, turn.Texts));
    }

    private async ValueTask<PressAnswer> ProgressAsync(Turn turn, Press press, CancellationToken cancellationToken)
    {
        if (await FindAsync(press, cancellationToken) is not var (state, id, shown))
            return new PressAnswer.Told(turn.Texts["invite.preview-gone"]);
        if (await RefusedAsync(turn, state, cancellationToken) is { } refused)
            return refused;
        return new PressAnswer.Replaced(InviteCards.Result(await previews.ResultAsync(state, id, shown, press.Number("round") ?? 0, turn.Texts, cancellationToken), turn.Texts));
    }

    private async ValueTask<(ExchangeState State, Guid Preview, StoredPreview Shown)?> FindAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.Id("exchange") is not { } exchange || press.Id("preview") is not { } id
            || await documents.PreviewAsync(id, cancellationToken) is not { } shown || shown.Exchange.Value != exchange)
            return null;
        return ((await gate.ReadAsync(exchange, cancellationToken)).State, id, shown);
    }

    private async ValueTask<PressAnswer?> RefusedAsync(Turn turn, ExchangeState state, CancellationToken cancellationToken) =>
        MayNot(turn, state) is { } refusal ? new PressAnswer.Told(await refusals.TextAsync(turn, refusal, cancellationToken)) : null;

    // Said before anything is shown: a preview tells names.
    private static Refusal? MayNot(Turn turn, ExchangeState state)
    {
        if (state.Exchange is not { } x)
            return new ExchangeUnknown();
        if (!x.IsCoordinatedBy(turn.Viewer.Person))
            return turn.Viewer.Standing is Standing.Coordinator ? new NotYourExchange(x.Owner) : new CoordinatorsOnly();
        if (x.Stage is Stage.Cancelled)
            return new ExchangeIsCancelled();
        if (x.Terms is null)
            return new TermsMissing();
        return x.Stage > Stage.Preparing ? new TooLateInStage(x.Stage) : null;
    }

    private static bool IsSent(ExchangeState state, Guid preview, StoredPreview shown) =>
        shown.People.Any(p => state.Invitations.ContainsKey(InvitationPreviews.InvitationOf(preview, p.Candidate)));

    private static Delegation? CityNamed(ExchangeState state, string city)
    {
        var wanted = CommandTable.Fold(city);
        return state.InOrder.FirstOrDefault(d => CommandTable.Fold(d.City) == wanted)
            ?? state.InOrder.FirstOrDefault(d => CommandTable.Fold(d.City).StartsWith(wanted, StringComparison.Ordinal));
    }
}
