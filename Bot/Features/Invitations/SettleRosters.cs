using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Features.Delegations;

namespace CoordinatorBot.Features.Invitations;

/// <summary>A coordinator decides about undecided seats, about what leads put forward, and about changes they ask for.</summary>
public sealed class SettleRosters(AttentionDesk desk, DelegationReasons reasons) : ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new CardVerb(AttentionVerbs.KeepSeat, (turn, press, ct) => desk.WithAsync(turn, press, (state, x) => KeepAsync(turn, press, state, x, ct), ct)),
        new CardVerb(AttentionVerbs.GiveAway, (turn, press, ct) => desk.WithAsync(turn, press, (state, x) => GiveAwayAsync(turn, press, state, x, ct), ct)),
        new CardVerb(AttentionVerbs.Approve, (turn, press, ct) => OfDelegationAsync(turn, press, (x, d, _) => ApproveAsync(turn, press, x, d, ct), ct)),
        new CardVerb(AttentionVerbs.SendBack, (turn, press, ct) => OfDelegationAsync(turn, press, (x, d, _) => SendBackAsync(turn, press, x, d, ct), ct)),
        new CardVerb(AttentionVerbs.ApproveChange, (turn, press, ct) => OfDelegationAsync(turn, press, (x, d, n) => AnswerAsync(turn, press, x, d, n, true, ct), ct)),
        new CardVerb(AttentionVerbs.DeclineChange, (turn, press, ct) => OfDelegationAsync(turn, press, (x, d, n) => AnswerAsync(turn, press, x, d, n, false, ct), ct)),
    ];

    private async ValueTask<PressAnswer> KeepAsync(Turn turn, Press press, ExchangeState state, Exchange x, CancellationToken cancellationToken) =>
        Undecided(press, state) is { } invitation
            ? await desk.SettleAsync(turn, x, new KeepSeat(invitation.Id), "attention.did-keep-seat", await desk.NameAsync(turn, invitation.Person, cancellationToken), cancellationToken)
            : await desk.StaleAsync(turn, state, cancellationToken);

    private async ValueTask<PressAnswer> GiveAwayAsync(Turn turn, Press press, ExchangeState state, Exchange x, CancellationToken cancellationToken)
    {
        if (Undecided(press, state) is not { } invitation)
            return await desk.StaleAsync(turn, state, cancellationToken);
        var reason = await reasons.KeepAsync(state.Delegations[invitation.Delegation], press.Text(AttentionVerbs.Reason), cancellationToken);
        var name = await desk.NameAsync(turn, invitation.Person, cancellationToken);
        return await desk.SettleAsync(turn, x, new GiveSeatAway(invitation.Id, reason), "attention.did-give-away", name, cancellationToken);
    }

    private ValueTask<PressAnswer> ApproveAsync(Turn turn, Press press, Exchange x, Delegation d, CancellationToken cancellationToken) =>
        desk.SettleAsync(turn, x, new ConfirmDelegation(d.Id, press.Flag("anyway")), "attention.did-approve", d.City, cancellationToken);

    private async ValueTask<PressAnswer> SendBackAsync(Turn turn, Press press, Exchange x, Delegation d, CancellationToken cancellationToken)
    {
        var reason = await reasons.KeepAsync(d, press.Text(AttentionVerbs.Reason), cancellationToken);
        return await desk.SettleAsync(turn, x, new SendBackDelegation(d.Id, reason), "attention.did-send-back", d.City, cancellationToken);
    }

    private async ValueTask<PressAnswer> AnswerAsync(Turn turn, Press press, Exchange x, Delegation d, int number, bool approve, CancellationToken cancellationToken)
    {
        var reason = await reasons.KeepAsync(d, press.Text(AttentionVerbs.Reason), cancellationToken);
        return await desk.SettleAsync(turn, x, new AnswerChange(d.Id, number, approve, reason), approve ? "attention.did-approve-change" : "attention.did-decline-change", null, cancellationToken);
    }

    // What is decided on is what was shown: a later deadline, or another proposal, is another decision.
    private static Invitation? Undecided(Press press, ExchangeState state) =>
        press.Id("invitation") is { } id && state.Invitations.TryGetValue(new InvitationId(id), out var invitation)
            && state.IsUndecided(invitation) && invitation.Missed == press.Number("missed")
            ? invitation
            : null;

    private ValueTask<PressAnswer> OfDelegationAsync(Turn turn, Press press, Func<Exchange, Delegation, int, ValueTask<PressAnswer>> then, CancellationToken cancellationToken) =>
        desk.WithAsync(turn, press, (state, x) =>
            press.Id("delegation") is { } id && state.Delegations.TryGetValue(new DelegationId(id), out var d) && press.Number("number") is { } number
                && (d.Stage is not DelegationStage.Proposed || d.Proposals == number)
                ? then(x, d, number)
                : desk.StaleAsync(turn, state, cancellationToken), cancellationToken);
}
