using System.Collections.Immutable;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Features.Exchanges;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Shows who is in: all cities to those who coordinate the exchange, their own to leads.</summary>
public sealed class ShowRoster(CurrentExchange exchange, WhichDelegation which, DelegationDesk desk) : IChatFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("roster", Where.Personal, false, 260, ShowAsync, HelpTopic.Delegations)];

    private async ValueTask ShowAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var asked = await AskedAsync(turn, argument, cancellationToken);
        if (asked.IsEmpty)
            return;
        var views = ImmutableArray.CreateBuilder<DelegationView>();
        foreach (var open in asked)
            views.Add(await desk.ViewAsync(turn, open, cancellationToken));
        foreach (var card in RosterCard.For(turn.Texts, asked[0].Exchange.Design.Title, views.ToImmutable()))
            turn.Replies.Show(card, turn.Texts["delegation.roster-heading"]);
    }

    private async ValueTask<ImmutableArray<OpenDelegation>> AskedAsync(Turn turn, string city, CancellationToken cancellationToken)
    {
        if (city.Length == 0 && await exchange.OfAsync(turn, cancellationToken) is { Exchange: { } x } state)
        {
            var theirs = state.InOrder.Where(d => DelegationDesk.RefusalOf(x, d, turn.Viewer) is null).Select(d => new OpenDelegation(state, d)).ToImmutableArray();
            if (!theirs.IsEmpty)
                return theirs;
        }

        return await which.AskedAsync(turn, city, false, cancellationToken) is { } one ? [one] : [];
    }
}
