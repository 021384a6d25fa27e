using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Features.People;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Invitations;

/// <summary>A coordinator settles what needs them: fills free seats, decides on substitutes, tries again what didn't arrive.</summary>
public sealed class SettleAttention(
    StreamGate<ExchangeState> gate, CurrentExchange current, AttentionViews views, InvitationDocuments documents, PeopleRegister people, Refusals refusals) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new ChatCommand("invite-next", Where.Personal, CoordinatorsOnly: true, 31, ShowAsync, HelpTopic.Invitations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new CardVerb(AttentionCard.ShowVerb, (turn, press, ct) => WithAsync(turn, press, (state, x) => CardAsync(turn, state, null, ct), ct)),
        new CardVerb(AttentionCard.NextVerb, (turn, press, ct) => WithAsync(turn, press, (state, x) => InviteNextAsync(turn, press, state, x, ct), ct)),
        new CardVerb(AttentionCard.SubstituteVerb, (turn, press, ct) => WithAsync(turn, press, (state, x) => SubstituteAsync(turn, press, state, x, ct), ct)),
        new CardVerb(AttentionCard.KeepVerb, (turn, press, ct) => WithAsync(turn, press, (state, x) => KeepAsync(turn, press, state, x, ct), ct)),
        new CardVerb(AttentionCard.RetryVerb, (turn, press, ct) => WithAsync(turn, press, (state, x) => RetryAsync(turn, press, x, ct), ct)),
    ];

    private async ValueTask ShowAsync(Turn turn, string argument, CancellationToken cancellationToken)
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

        var view = await views.OfAsync(state, turn.Texts, cancellationToken);
        turn.Replies.Show(AttentionCard.For(view, turn.Texts), AttentionCard.Summary(view, turn.Texts));
    }

    // Two commands: the seat, then the invitation. Of two coordinators who fill one seat at once, the second is refused by the first's.
    private async ValueTask<PressAnswer> InviteNextAsync(Turn turn, Press press, ExchangeState state, Exchange x, CancellationToken cancellationToken)
    {
        if (press.Id("delegation") is not { } id || !state.Delegations.TryGetValue(new DelegationId(id), out var d)
            || press.Id("candidate") is not { } next || !d.Candidates.TryGetValue(new CandidateId(next), out var candidate))
            return await StaleAsync(turn, state, cancellationToken);
        var seat = new ChooseSeats(d.Id, [.. d.Seated.Select(c => c.Id), candidate.Id]);
        var seated = await gate.SendAsync(x.Id.Value, turn.Envelope(seat, "seat"), cancellationToken);
        if (seated.Outcome.Refusal is { } full)
            return await RefusedAsync(turn, seated.State, full, cancellationToken);
        var invite = new Domain.Invitations.SendInvitations([new NewInvitation(new InvitationId(turn.NewId("invitation")), d.Id, candidate.Id)], Anyway: true);
        var sent = await gate.SendAsync(x.Id.Value, turn.Envelope(invite, "send"), cancellationToken);
        return await SettledAsync(turn, sent, "attention.did-next", candidate.Person, cancellationToken);
    }

    private async ValueTask<PressAnswer> SubstituteAsync(Turn turn, Press press, ExchangeState state, Exchange x, CancellationToken cancellationToken)
    {
        if (Proposed(press, state) is not { } invitation)
            return await StaleAsync(turn, state, cancellationToken);
        var words = await documents.WordsAsync(invitation, cancellationToken);
        if (words.Substitute is not { } named)
            return await StaleAsync(turn, state, cancellationToken);
        var d = state.Delegations[invitation.Delegation];
        // They take the seat of somebody of this sector; the coordinator can correct it.
        var sector = d.Candidates[invitation.Candidate].Sector;
        var person = await people.NominatedAsync(new Person(new PersonId(turn.NewId("person")), named.Name, named.Mail, City: d.City, Sector: sector), cancellationToken);
        var nomination = new Nomination(new CandidateId(turn.NewId("candidate")), person.Id, person.Sector ?? sector, null);
        var accept = new AcceptSubstitute(invitation.Id, nomination, new InvitationId(turn.NewId("invitation")));
        var answer = await gate.SendAsync(x.Id.Value, turn.Envelope(accept), cancellationToken);
        return await SettledAsync(turn, answer, "attention.did-substitute", person.Id, cancellationToken);
    }

    private async ValueTask<PressAnswer> KeepAsync(Turn turn, Press press, ExchangeState state, Exchange x, CancellationToken cancellationToken)
    {
        if (Proposed(press, state) is not { } invitation)
            return await StaleAsync(turn, state, cancellationToken);
        var keep = new AnswerInvitation(invitation.Id, RsvpAnswer.Tentative, x.TermsRevision, invitation.Rsvp!.Words);
        var answer = await gate.SendAsync(x.Id.Value, turn.Envelope(keep), cancellationToken);
        return await SettledAsync(turn, answer, "attention.did-keep", invitation.Person, cancellationToken);
    }

    private async ValueTask<PressAnswer> RetryAsync(Turn turn, Press press, Exchange x, CancellationToken cancellationToken)
    {
        var key = press.Text("key") is { } text ? new DutyKey(text) : (DutyKey?)null;
        var answer = await gate.SendAsync(x.Id.Value, turn.Envelope(new RetryDuties(key)), cancellationToken);
        return await SettledAsync(turn, answer, "attention.did-retry", null, cancellationToken);
    }

    // What is decided on is what was shown: another proposal since is another decision.
    private static Invitation? Proposed(Press press, ExchangeState state) =>
        press.Id("invitation") is { } id && state.Invitations.TryGetValue(new InvitationId(id), out var invitation)
            && invitation is { Recalled: false, Rsvp.Answer: RsvpAnswer.SubstituteProposed } && invitation.Rsvp.Words == press.Number("words")
            ? invitation
            : null;

    private async ValueTask<PressAnswer> SettledAsync(Turn turn, Answer<ExchangeState> answer, string key, PersonId? about, CancellationToken cancellationToken)
    {
        if (answer.Outcome.Refusal is { } refusal)
            return await RefusedAsync(turn, answer.State, refusal, cancellationToken);
        var name = about is { } id ? (await people.FindAsync(id, cancellationToken))?.Name ?? turn.Texts["people.nameless"] : string.Empty;
        return await CardAsync(turn, answer.State, turn.Texts.Say(key, ("name", name)), cancellationToken);
    }

    private async ValueTask<PressAnswer> RefusedAsync(Turn turn, ExchangeState state, Refusal refusal, CancellationToken cancellationToken) =>
        await CardAsync(turn, state, await refusals.TextAsync(turn, refusal, cancellationToken), cancellationToken);

    private ValueTask<PressAnswer> StaleAsync(Turn turn, ExchangeState state, CancellationToken cancellationToken) =>
        CardAsync(turn, state, turn.Texts["attention.stale"], cancellationToken);

    private async ValueTask<PressAnswer> CardAsync(Turn turn, ExchangeState state, string? notice, CancellationToken cancellationToken) =>
        new PressAnswer.Replaced(AttentionCard.For(await views.OfAsync(state, turn.Texts, cancellationToken), turn.Texts, notice));

    private async ValueTask<PressAnswer> WithAsync(Turn turn, Press press, Func<ExchangeState, Exchange, ValueTask<PressAnswer>> then, CancellationToken cancellationToken)
    {
        var state = press.Id("exchange") is { } id ? (await gate.ReadAsync(id, cancellationToken)).State : ExchangeState.Initial;
        if (state.Exchange is not { } x)
            return new PressAnswer.Told(await refusals.TextAsync(turn, new ExchangeUnknown(), cancellationToken));
        return MayNot(turn, x) is { } refusal
            ? new PressAnswer.Told(await refusals.TextAsync(turn, refusal, cancellationToken))
            : await then(state, x);
    }

    private static Refusal? MayNot(Turn turn, Exchange x) =>
        x.IsCoordinatedBy(turn.Viewer.Person) ? null : turn.Viewer.Standing is Standing.Coordinator ? new NotYourExchange(x.Owner) : new CoordinatorsOnly();
}
