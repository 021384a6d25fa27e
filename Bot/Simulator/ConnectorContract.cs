using System.Text;
using System.Text.Json.Nodes;

namespace CoordinatorBot.Simulator;

/// <summary>What Teams asks of an activity that a bot sends, whatever it says.</summary>
internal static class ConnectorContract
{
    /// <summary>The largest card or text, in bytes of UTF-8: the limit that some senders see.</summary>
    public const int MostBytes = 28 * 1024;

    private static readonly string[] Strings = ["text", "summary", "textFormat", "attachmentLayout", "speak", "inputHint"];

    private static readonly Version NewestCard = new(1, 5);

    /// <summary>The refusal that an activity deserves, or null.</summary>
    public static ConnectorError? Check(JsonObject activity)
    {
        switch (Text(activity, "type"))
        {
            case null:
                return ConnectorError.BadSyntax("The activity has no type.");
            case "typing":
                return null;
            case "message":
                break;
            case var other:
                return ConnectorError.BadSyntax($"Teams takes no activity of type '{other}' from a bot.");
        }
        if (Strings.FirstOrDefault(name => activity[name] is not null && Text(activity, name) is null) is { } notText)
            return ConnectorError.BadSyntax($"The member '{notText}' is not a string.");
        if (activity["suggestedActions"] is { } suggested && (suggested as JsonObject)?["actions"] is not JsonArray)
            return ConnectorError.BadSyntax("The suggestedActions are not an object with an array of actions.");
        if (Encoding.UTF8.GetByteCount(Text(activity, "text") ?? "") > MostBytes)
            return ConnectorError.TooBig;
        if (activity["attachments"] is not (null or JsonArray))
            return ConnectorError.BadSyntax("The attachments are not an array.");
        var attachments = activity["attachments"] as JsonArray ?? [];
        if (string.IsNullOrWhiteSpace(Text(activity, "text")) && attachments.Count == 0)
            return ConnectorError.BadSyntax("The message has neither text nor attachments.");
        return attachments.Select(CheckAttachment).FirstOrDefault(e => e is not null);
    }

    private static ConnectorError? CheckAttachment(JsonNode? attachment)
    {
        if (attachment is not JsonObject a || Text(a, "contentType") is not { Length: > 0 } type)
            return ConnectorError.BadSyntax("An attachment has no contentType.");
        if (a["content"] is null && Text(a, "contentUrl") is null)
            return ConnectorError.BadSyntax("An attachment has neither content nor contentUrl.");
        if (a["content"] is null || type == "text/html")
            return null;
        if (a["content"] is not JsonObject content)
            return ConnectorError.BadSyntax("The content of an attachment is not an object.");
        if (Encoding.UTF8.GetByteCount(content.ToJsonString()) > MostBytes)
            return ConnectorError.TooBig;
        return type == Activities.CardType ? CheckCard(content) : null;
    }

    private static ConnectorError? CheckCard(JsonObject card)
    {
        if (Text(card, "type") != "AdaptiveCard")
            return ConnectorError.BadArgument("The card's type is not 'AdaptiveCard'.");
        if (!Version.TryParse(Text(card, "version"), out var version))
            return ConnectorError.BadArgument("The card has no version.");
        if (version > NewestCard)
            return ConnectorError.BadArgument($"Teams renders cards up to version {NewestCard}, not {version}.");
        if (card["refresh"] is not (null or JsonObject))
            return ConnectorError.BadArgument("The card's refresh is not an object.");
        if (card["refresh"]?["userIds"] is JsonArray { Count: > 60 })
            return ConnectorError.BadArgument("A card is refreshed for at most 60 people.");
        return null;
    }

    /// <summary>A member that is a string; null when it is missing or something else.</summary>
    public static string? Text(JsonNode? parent, string name) =>
        parent is JsonObject o && o[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
