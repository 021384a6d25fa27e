using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Features.Delegations;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Features.People;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Invitations;

/// <summary>A coordinator sees what needs them, decides on substitutes, and tries again what didn't arrive.</summary>
public sealed class SettleAttention(
    StreamGate<ExchangeState> gate, CurrentExchange current, AttentionDesk desk, AttentionViews views, InvitationDocuments documents, DelegationReasons reasons, PeopleRegister people, Refusals refusals) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new ChatCommand("invite-next", Where.Personal, CoordinatorsOnly: true, 31, ShowAsync, HelpTopic.Invitations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new CardVerb(AttentionCard.ShowVerb, (turn, press, ct) => desk.WithAsync(turn, press, (state, x) => desk.CardAsync(turn, state, null, ct), ct)),
        new CardVerb(AttentionCard.SubstituteVerb, (turn, press, ct) => desk.WithAsync(turn, press, (state, x) => SubstituteAsync(turn, press, state, x, ct), ct)),
        new CardVerb(AttentionCard.KeepVerb, (turn, press, ct) => desk.WithAsync(turn, press, (state, x) => KeepAsync(turn, press, state, x, ct), ct)),
        new CardVerb(AttentionCard.RetryVerb, (turn, press, ct) => desk.WithAsync(turn, press, (state, x) => RetryAsync(turn, press, x, ct), ct)),
    ];

    private async ValueTask ShowAsync(Turn turn, string argument, CancellationToken cancellationToken)
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

        var view = await views.OfAsync(state, turn.Texts, cancellationToken);
        turn.Replies.Show(AttentionCard.For(view, turn.Texts), AttentionCard.Summary(view, turn.Texts));
    }

    private async ValueTask<PressAnswer> SubstituteAsync(Turn turn, Press press, ExchangeState state, Exchange x, CancellationToken cancellationToken)
    {
        if (Proposed(press, state) is not { } invitation)
            return await desk.StaleAsync(turn, state, cancellationToken);
        var words = await documents.WordsAsync(invitation, cancellationToken);
        if (words.Substitute is not { } named)
            return await desk.StaleAsync(turn, state, cancellationToken);
        var d = state.Delegations[invitation.Delegation];
        // They take the seat of somebody of this sector; the coordinator can correct it.
        var sector = d.Candidates[invitation.Candidate].Sector;
        var person = await people.NominatedAsync(new Person(new PersonId(turn.NewId("person")), named.Name, named.Mail, City: d.City, Sector: sector), cancellationToken);
        // Whom nobody knows the language of is likely to read that of the one who named them.
        if (person.Language is null && (await people.FindAsync(invitation.Person, cancellationToken))?.Language is { } theirs)
            await people.PutAsync(person with { Language = theirs }, cancellationToken);
        var nomination = new Nomination(new CandidateId(turn.NewId("candidate")), person.Id, person.Sector ?? sector, null);
        var accept = new AcceptSubstitute(invitation.Id, nomination, new InvitationId(turn.NewId("invitation")), await reasons.KeepAsync(d, press.Text(AttentionVerbs.Reason), cancellationToken));
        var answer = await gate.SendAsync(x.Id.Value, turn.Envelope(accept), cancellationToken);
        return await SettledAsync(turn, answer, "attention.did-substitute", person.Id, cancellationToken);
    }

    private async ValueTask<PressAnswer> KeepAsync(Turn turn, Press press, ExchangeState state, Exchange x, CancellationToken cancellationToken)
    {
        if (Proposed(press, state) is not { } invitation)
            return await desk.StaleAsync(turn, state, cancellationToken);
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
            return await desk.RefusedAsync(turn, answer.State, refusal, cancellationToken);
        var name = about is { } id ? await desk.NameAsync(turn, id, cancellationToken) : string.Empty;
        return await desk.CardAsync(turn, answer.State, turn.Texts.Say(key, ("name", name)), cancellationToken);
    }
}
