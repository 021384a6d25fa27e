using CoordinatorBot.Cards.Text;

using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace CoordinatorBot.Edges.Teams;

/// <summary>The adapter with the product's answer to a fault: say so, and that nothing was half-done.</summary>
public sealed partial class TeamsAdapter : CloudAdapter
{
    private readonly ILogger<TeamsAdapter> _logger;

    /// <summary>An adapter.</summary>
    public TeamsAdapter(BotFrameworkAuthentication authentication, Doorkeeper doorkeeper, ILogger<TeamsAdapter> logger)
        : base(authentication, logger)
    {
        _logger = logger;
        Use(doorkeeper).Use(new RepliesToMessages());
        OnTurnError = TellAsync;
    }

    private async Task TellAsync(ITurnContext turnContext, Exception fault)
    {
        Log.Fault(_logger, fault, turnContext.Activity.Type, turnContext.Activity.Name);
        var texts = Texts.In(Language.Of((turnContext.Activity as Activity)?.Locale));
        try
        {
            await turnContext.SendActivityAsync(MessageFactory.Text(texts["conversation.fault"]));
        }
        catch (Exception e) when (e is ErrorResponseException or HttpRequestException or IOException or OperationCanceledException)
        {
            // What was at fault may be the way to the person: the turn is over either way, and Teams gains nothing by sending it again.
            Log.Untold(_logger, e);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A turn failed: {Type} {Name}.")]
        public static partial void Fault(ILogger logger, Exception fault, string type, string? name);

        [LoggerMessage(2, LogLevel.Warning, "The person could not be told that the turn failed.")]
        public static partial void Untold(ILogger logger, Exception fault);
    }
}
