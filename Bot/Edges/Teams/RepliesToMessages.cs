using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoordinatorBot.Edges.Teams;

/// <summary>
/// Lets a reply stand under what it answers only where that is a message. An installation or the press of a button has an id, but there is no message of that
/// id to stand under: Teams refuses such a reply in a channel. The conversation's own id names the thread of a pressed card.
/// </summary>
public sealed class RepliesToMessages : Microsoft.Bot.Builder.IMiddleware
{
    /// <inheritdoc/>
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (turnContext.Activity.Type != ActivityTypes.Message)
            turnContext.OnSendActivities((_, activities, send) =>
            {
                activities.ForEach(a => a.ReplyToId = null);
                return send();
            });
        return next(cancellationToken);
    }
}
