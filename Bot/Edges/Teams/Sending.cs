using CoordinatorBot.Conversation;

using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CoordinatorBot.Edges.Teams;

/// <summary>Sends the replies of a turn.</summary>
internal static class Sending
{
    /// <summary>Sends them in order. A card goes alone: Teams splits a message that has both, and gives no id for it.</summary>
    public static async Task SendAllAsync(this ITurnContext turnContext, Turn turn, CancellationToken cancellationToken)
    {
        foreach (var reply in turn.Replies.All)
            await turnContext.SendActivityAsync(Activity(reply, turn.Place.Kind, turnContext.Activity.From.Id), cancellationToken);
    }

    /// <summary>A message with a card.</summary>
    public static IMessageActivity CardMessage(AdaptiveCards.AdaptiveCard card, string summary)
    {
        var message = MessageFactory.Attachment(ActivityJson.Attachment(card));
        message.Summary = summary;
        return message;
    }

    private static IMessageActivity Activity(Reply reply, PlaceKind place, string to)
    {
        if (reply is Reply.Shown shown)
            return CardMessage(shown.Card, shown.Summary);
        var words = (Reply.Words)reply;
        var message = MessageFactory.Text(words.Text);
        message.TextFormat = TextFormatTypes.Plain;
        if (words.Suggestions.Length > 0 && place is PlaceKind.Personal)
            message.SuggestedActions = new SuggestedActions
            {
                To = [to],
                Actions = [.. words.Suggestions.Select(s => new CardAction { Type = ActionTypes.ImBack, Title = s, Value = s })],
            };
        return message;
    }
}
