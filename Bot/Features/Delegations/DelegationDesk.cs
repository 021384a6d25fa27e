using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Features.People;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Delegations;

/// <summary>A delegation somebody may form, with the exchange as it is.</summary>
public sealed record OpenDelegation(ExchangeState State, Delegation Delegation)
{
    /// <summary>Its exchange.</summary>
    public Exchange Exchange => State.Exchange!;

    /// <summary>The same after a change of the exchange.</summary>
    public OpenDelegation After(ExchangeState state) => new(state, state.Delegations.GetValueOrDefault(Delegation.Id, Delegation));
}

/// <summary>What all use cases of delegations share: which one is meant, who may see it, how it is shown, how it is changed.</summary>
public sealed class DelegationDesk(StreamGate<ExchangeState> gate, PeopleRegister people, Refusals refusals, CurrentExchange exchange, CurrentDelegation current, IDialogue dialogue)
{
    /// <summary>Handles a press on a card of a delegation: finds it, checks who asks, and leaves the question for nominees if it is open.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="press">The press; carries the ids of exchange and delegation.</param>
    /// <param name="then">What to do.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<PressAnswer> OnAsync(Turn turn, Press press, Func<OpenDelegation, ValueTask<PressAnswer>> then, CancellationToken cancellationToken)
    {
        var (open, why) = await FindAsync(turn, press.Id("exchange") ?? Guid.Empty, press.Id("delegation") ?? Guid.Empty, cancellationToken);
        if (open is null)
            return new PressAnswer.Told(await SayAsync(turn, why!, cancellationToken));
        dialogue.Answer(turn, NomineesDialogue.StepId, string.Empty);
        await exchange.SetAsync(turn, open.Exchange.Id, cancellationToken);
        await current.SetAsync(turn, open.Delegation.Id, cancellationToken);
        return await then(open);
    }

    /// <summary>The delegation, or why this person can't have it.</summary>
    public async ValueTask<(OpenDelegation? Open, Refusal? Why)> FindAsync(Turn turn, Guid exchangeId, Guid delegation, CancellationToken cancellationToken)
    {
        var state = (await gate.ReadAsync(exchangeId, cancellationToken)).State;
        if (state.Exchange is not { } x)
            return (null, new ExchangeUnknown());
        if (!state.Delegations.TryGetValue(new DelegationId(delegation), out var d))
            return (null, new DelegationUnknown());
        return RefusalOf(x, d, turn.Viewer) is { } why ? (null, why) : (new OpenDelegation(state, d), null);
    }

    /// <summary>Why somebody may not see or form a delegation; null when they may: those who coordinate the exchange, and its lead.</summary>
    public static Refusal? RefusalOf(Exchange x, Delegation d, Viewer viewer)
    {
        if (x.IsCoordinatedBy(viewer.Person) || d.Lead == viewer.Person)
            return null;
        return viewer.Standing is Standing.Coordinator ? new NotYourExchange(x.Owner) : new CoordinatorsOnly();
    }

    /// <summary>Has a command decided.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="open">The delegation.</param>
    /// <param name="command">The command.</param>
    /// <param name="part">Tells several commands of one turn apart.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The delegation as it is now, and why nothing was changed.</returns>
    public async ValueTask<(OpenDelegation Now, Refusal? Refusal)> SendAsync(Turn turn, OpenDelegation open, Command command, string part, CancellationToken cancellationToken)
    {
        var answer = await gate.SendAsync(open.Exchange.Id.Value, turn.Envelope(command, part), cancellationToken);
        return (answer.State.Exchange is null ? open : open.After(answer.State), answer.Outcome.Refusal);
    }

    /// <summary>Why a command would be refused as things are; null when it would not. Asked before documents are put for it.</summary>
    public static Refusal? WouldRefuse(Turn turn, OpenDelegation open, Command command) =>
        ExchangeStream.Decide(open.State, turn.Envelope(command, "would")).Refusal;

    /// <summary>The text of a refusal.</summary>
    public ValueTask<string> SayAsync(Turn turn, Refusal refusal, CancellationToken cancellationToken) => refusals.TextAsync(turn, refusal, cancellationToken);

    /// <summary>The delegation's card, with what was just done.</summary>
    public async ValueTask<AdaptiveCard> CardAsync(Turn turn, OpenDelegation open, string? note, CancellationToken cancellationToken) =>
        DelegationCard.For(turn.Texts, await ViewAsync(turn, open, cancellationToken), note);

    /// <summary>The delegation's card in place of the one that was pressed, with what was just done.</summary>
    public async ValueTask<PressAnswer> ReplacedAsync(Turn turn, OpenDelegation open, string? note, CancellationToken cancellationToken) =>
        new PressAnswer.Replaced(await CardAsync(turn, open, note, cancellationToken));

    /// <summary>Shows the delegation's card.</summary>
    public async ValueTask ShowAsync(Turn turn, OpenDelegation open, string? note, CancellationToken cancellationToken)
    {
        var view = await ViewAsync(turn, open, cancellationToken);
        turn.Replies.Show(DelegationCard.For(turn.Texts, view, note), DelegationCard.Summary(turn.Texts, view));
    }

    /// <summary>The seats of the delegation by sector.</summary>
    public async ValueTask<SeatMapView> MapAsync(Turn turn, OpenDelegation open, CancellationToken cancellationToken) =>
        SeatMapView.Of(open.State, open.Delegation, await ViewAsync(turn, open, cancellationToken));

    /// <summary>The delegation joined with the people in it.</summary>
    public ValueTask<DelegationView> ViewAsync(Turn turn, OpenDelegation open, CancellationToken cancellationToken) =>
        ViewAsync(turn.Viewer.Person, turn.Texts, RefOf(turn, open), open, cancellationToken);

    /// <summary>The same for somebody whose turn it isn't, on a page.</summary>
    public async ValueTask<DelegationView> ViewAsync(PersonId viewer, Texts texts, DelegationRef reference, OpenDelegation open, CancellationToken cancellationToken)
    {
        var (x, d) = (open.Exchange, open.Delegation);
        var known = await people.FindAsync([.. d.Candidates.Values.Select(c => c.Person), .. d.Lead is { } lead ? [lead] : Array.Empty<PersonId>()], cancellationToken);
        return new DelegationView(
            reference, x.Design.Title, d.City, d.Stage,
            d.Lead is { } l ? known.GetValueOrDefault(l)?.Name ?? texts["people.nameless"] : null, d.Lead, d.Plan, Composition.BalanceOf(d),
            [.. d.Seated.Concat(d.Alternates).Select(c => MemberOf(texts, open, c, known))], x.IsCoordinatedBy(viewer));
    }

    /// <summary>What a card about the delegation carries.</summary>
    public static DelegationRef RefOf(Turn turn, OpenDelegation open) => new(open.Exchange.Id, open.Delegation.Id, turn.NewId("once").ToString("N"));

    private static MemberView MemberOf(Texts texts, OpenDelegation open, Candidate c, ImmutableDictionary<PersonId, Person> known)
    {
        var person = known.GetValueOrDefault(c.Person);
        return new MemberView(
            c.Id, c.Person, person?.Name ?? texts["people.nameless"], person?.Title, person?.Organisation, person?.Mail, person?.TeamsId is not null,
            c.Sector, open.Delegation.SeatOf(c.Id), AnswerOf(open, c));
    }

    private static AnswerState AnswerOf(OpenDelegation open, Candidate candidate) => open.State.InvitationOf(candidate.Id) switch
    {
        null => AnswerState.None,
        // Who declined stays declined: moved dates don't ask them again.
        { Rsvp.Answer: RsvpAnswer.Declined } => AnswerState.Declined,
        var invitation when invitation.AnswerTo(open.Exchange.TermsRevision) is { } rsvp => StateOf(rsvp.Answer),
        { Lapsed: true } => AnswerState.Lapsed,
        _ => AnswerState.Waiting,
    };

    private static AnswerState StateOf(RsvpAnswer answer) => answer switch
    {
        RsvpAnswer.Accepted => AnswerState.Accepted,
        RsvpAnswer.Tentative => AnswerState.Tentative,
        RsvpAnswer.Declined => AnswerState.Declined,
        RsvpAnswer.SubstituteProposed => AnswerState.SubstituteProposed,
    };
}
