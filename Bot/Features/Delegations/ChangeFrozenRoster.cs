using System.Collections.Immutable;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Changes who comes once the roster is frozen: asks why, then makes a coordinator's change, and puts a lead's before the coordinator.</summary>
public sealed class ChangeFrozenRoster(DelegationDesk desk, DelegationReasons reasons) : ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs => [new(FrozenRosterCard.ChangeVerb, (turn, press, ct) => desk.OnAsync(turn, press, open => ChangeAsync(turn, open, press, ct), ct))];

    /// <summary>The question why, in place of the card on which somebody said who should hold the seats.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="open">The delegation.</param>
    /// <param name="chosen">Who should hold the seats.</param>
    /// <param name="why">What was said already; null for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<PressAnswer> AskAsync(Turn turn, OpenDelegation open, ImmutableArray<CandidateId> chosen, string? why, CancellationToken cancellationToken)
    {
        var d = open.Delegation;
        ImmutableArray<CandidateId> coming = [.. chosen.Where(c => d.Candidates.ContainsKey(c) && d.SeatOf(c) is null)];
        ImmutableArray<CandidateId> leaving = [.. d.Seated.Select(c => c.Id).Where(c => !chosen.Contains(c))];
        return new PressAnswer.Replaced(FrozenRosterCard.For(turn.Texts, await desk.ViewAsync(turn, open, cancellationToken), coming, leaving, why: why));
    }

    /// <summary>The question why somebody shouldn't come any more.</summary>
    public async ValueTask<AdaptiveCards.AdaptiveCard> RemovalAsync(Turn turn, OpenDelegation open, CandidateId leaving, CancellationToken cancellationToken) =>
        FrozenRosterCard.For(turn.Texts, await desk.ViewAsync(turn, open, cancellationToken), [], [leaving]);

    private async ValueTask<PressAnswer> ChangeAsync(Turn turn, OpenDelegation open, Press press, CancellationToken cancellationToken)
    {
        var (coming, leaving) = (Ids(press, "in"), Ids(press, "out"));
        var reason = await reasons.KeepAsync(open.Delegation, press.Text(FrozenRosterCard.Reason), cancellationToken);
        var (now, refusal) = await desk.SendAsync(turn, open, new ChangeRoster(open.Delegation.Id, coming, leaving, reason), "frozen", cancellationToken);
        var view = await desk.ViewAsync(turn, now, cancellationToken);
        if (refusal is not null)
            return new PressAnswer.Replaced(FrozenRosterCard.For(turn.Texts, view, coming, leaving, await desk.SayAsync(turn, refusal, cancellationToken)));
        return await desk.ReplacedAsync(turn, now, view.MayDecide ? turn.Texts["delegation.frozen-changed"] : Say.WithUndo(turn.Texts, "delegation.frozen-asked"), cancellationToken);
    }

    private static ImmutableArray<CandidateId> Ids(Press press, string name) => [.. press.Choices(name).Select(c => Guid.TryParse(c, out var id) ? new CandidateId(id) : default)];
}
