using System.Globalization;
using System.Text.Json.Nodes;

namespace CoordinatorBot.Simulator;

/// <summary>A refusal of the connector service, in the shape of <c>ErrorResponse</c>.</summary>
internal sealed record ConnectorError(int Status, string Code, string Message, int? RetryAfter = null) : IResult
{
    public static ConnectorError BadSyntax(string message) => new(400, "BadSyntax", message);

    public static ConnectorError BadArgument(string message) => new(400, "BadArgument", message);

    public static ConnectorError NoConversation { get; } = new(404, "ConversationNotFound", "The conversation was not found.");

    public static ConnectorError NoActivity { get; } =
        new(404, "ActivityNotFoundInConversation", "The message id was not found in the conversation.");

    public static ConnectorError NotInRoster { get; } =
        Forbidden("BotNotInConversationRoster");

    public static ConnectorError TooBig { get; } = new(413, "MessageSizeTooBig", "The message is larger than Teams allows.");

    public static ConnectorError BadGateway { get; } = new(502, "BadGateway", "The service could not be reached; try again.");

    public static ConnectorError Forbidden(string code) => new(403, code, code switch
    {
        "ConversationBlockedByUser" => "The person blocked the conversation with the bot.",
        "BotNotInConversationRoster" => "The bot is not part of the conversation roster.",
        "BotDisabledByAdmin" => "The tenant's administrator disabled this bot.",
        "MessageWritesBlocked" => "Messages to this conversation are blocked.",
        _ => "The bot may not do this.",
    });

    public static ConnectorError TooMany(int retryAfter) =>
        new(429, "TooManyRequests", "The rate limit was exceeded.", Math.Max(1, retryAfter));

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = Status;
        if (RetryAfter is { } seconds)
            httpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var body = new JsonObject { ["error"] = new JsonObject { ["code"] = Code, ["message"] = Message } };
        return httpContext.Response.WriteAsJsonAsync(body);
    }
}
