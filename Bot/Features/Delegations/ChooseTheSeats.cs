using System.Collections.Immutable;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Says who holds the seats of a delegation.</summary>
public sealed class ChooseTheSeats(WhichDelegation which, DelegationDesk desk, DelegationReasons reasons, ChangeFrozenRoster frozen) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("choose-seats", Where.Personal, false, 210, AskAsync, HelpTopic.Delegations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new(DelegationVerbs.Seats, (turn, press, ct) => desk.OnAsync(turn, press, async open => new PressAnswer.Replaced(Form(turn, await desk.ViewAsync(turn, open, ct))), ct)),
        new(DelegationVerbs.ChooseSeats, (turn, press, ct) => desk.OnAsync(turn, press, open => ChooseAsync(turn, open, press, ct), ct)),
    ];

    private async ValueTask AskAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await which.AskedAsync(turn, argument, true, cancellationToken) is not { } open)
            return;
        if (open.Delegation.Candidates.IsEmpty)
            await desk.ShowAsync(turn, open, null, cancellationToken);
        else
            turn.Replies.Show(Form(turn, await desk.ViewAsync(turn, open, cancellationToken)), turn.Texts.Say("delegation.seats-heading", ("city", open.Delegation.City)));
    }

    private async ValueTask<PressAnswer> ChooseAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var chosen = press.Choices(ChooseSeatsCard.Chosen);
        // Who did not fit the form keeps the seat they hold.
        var beyond = open.Delegation.Seated.Concat(open.Delegation.Alternates).Skip(ChooseSeatsCard.MostPeople).Where(c => open.Delegation.SeatOf(c.Id) is not null).Select(c => c.Id);
        ImmutableArray<CandidateId> candidates = [.. chosen.Select(Id).OfType<CandidateId>(), .. beyond];
        var why = press.Text(ChooseSeatsCard.Reason);
        var choose = new ChooseSeats(open.Delegation.Id, candidates);
        if (DelegationDesk.WouldRefuse(turn, open, choose) is null)
            choose = choose with { Reason = await reasons.KeepAsync(open.Delegation, why, cancellationToken) };
        var (now, refusal) = await desk.SendAsync(turn, open, choose, "seats", cancellationToken);
        if (refusal is null)
            return await desk.ReplacedAsync(turn, now, Say.WithUndo(turn.Texts, "delegation.seats-saved"), cancellationToken);
        if (refusal is RosterIsFrozen)
            return await frozen.AskAsync(turn, now, candidates, why, cancellationToken);
        var flaw = refusal is MoreSeatedThanSeats more
            ? turn.Texts.Say("delegation.seats-too-many", ("chosen", more.Seated), ("count", more.Seats))
            : await desk.SayAsync(turn, refusal, cancellationToken);
        return new PressAnswer.Replaced(ChooseSeatsCard.For(turn.Texts, await desk.ViewAsync(turn, now, cancellationToken), chosen, flaw, why));
    }

    private static AdaptiveCards.AdaptiveCard Form(Turn turn, DelegationView view) => ChooseSeatsCard.For(turn.Texts, view, view.Seated.Select(m => m.Id.ToString()));

    private static CandidateId? Id(string text) => Guid.TryParse(text, out var id) ? new CandidateId(id) : null;
}
