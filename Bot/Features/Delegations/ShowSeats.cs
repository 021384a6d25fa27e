using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Shows the seats of a delegation by sector.</summary>
public sealed class ShowSeats(WhichDelegation which, DelegationDesk desk) : IChatFeature, ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<ChatCommand> Commands => [new("seats", Where.Personal, false, 205, ShowAsync, HelpTopic.Delegations)];

    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
        [new(BoardVerbs.Map, (turn, press, ct) => desk.OnAsync(turn, press, async open => new PressAnswer.Replaced(SeatMapCard.For(turn.Texts, await desk.MapAsync(turn, open, ct))), ct))];

    private async ValueTask ShowAsync(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (await which.AskedAsync(turn, argument, false, cancellationToken) is { } open)
            turn.Replies.Show(SeatMapCard.For(turn.Texts, await desk.MapAsync(turn, open, cancellationToken)), turn.Texts.Say("seatmap.heading", ("city", open.Delegation.City)));
    }
}
