using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Features.People;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Shows those who may form a delegation what was decided about it, by whom and why.</summary>
public sealed class ShowDecisions(WhichDelegation which, StreamGate<ExchangeState> gate, PeopleRegister people, DelegationReasons reasons) : IChatFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("decisions", Where.Personal, false, 255, ShowAsync, HelpTopic.Delegations)];

    private async ValueTask ShowAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await which.AskedAsync(turn, argument, true, cancellationToken) is { } open)
            turn.Replies.Show(await CardAsync(turn, open, cancellationToken), turn.Texts.Say("decisions.heading", ("city", open.Delegation.City)));
    }

    private async ValueTask<AdaptiveCard> CardAsync(Turn turn, OpenDelegation open, CancellationToken cancellationToken)
    {
        var log = DecisionLog.Of(await gate.ReadCommitsAsync(open.Exchange.Id.Value, 0, cancellationToken), open.Delegation.Id);
        var shown = log.Reverse().Take(DecisionsCard.Most).ToImmutableArray();
        var known = await people.FindAsync(shown.SelectMany(d => d.In.Concat(d.Out).Concat(d.By is { } by ? [by] : [])), cancellationToken);
        string NameOf(PersonId id) => known.GetValueOrDefault(id)?.Name ?? turn.Texts["people.nameless"];
        var lines = ImmutableArray.CreateBuilder<DecisionLine>();
        foreach (var d in shown)
            lines.Add(new DecisionLine(d, turn.Viewer.Zone.DateOf(d.At), d.By is { } by ? NameOf(by) : null, await reasons.TextAsync(open.Delegation.Id, d.Reason, cancellationToken)));
        return DecisionsCard.For(turn.Texts, DelegationDesk.RefOf(turn, open), open.Delegation.City, lines.ToImmutable(), log.Length - shown.Length, NameOf);
    }
}
