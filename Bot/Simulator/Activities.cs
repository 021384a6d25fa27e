using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CoordinatorBot.Simulator;

/// <summary>
/// Makes activities as the Teams client sends them. Where the conversation is a channel its id names the thread,
/// and a message begins with the mention of the bot, since Teams brings it no others.
/// </summary>
internal sealed partial class Activities(TimeProvider clock, IConfiguration configuration, OwnAddress address)
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";
    public const string FileType = "application/vnd.microsoft.teams.file.download.info";
    public const string BotName = "CoordinatorBot";

    /// <summary>The bot's account id in Teams.</summary>
    public string BotId { get; } =
        "28:" + (configuration["MicrosoftAppId"] is { Length: > 0 } appId ? appId : Person.StableGuid("bot"));

    /// <summary>A message somebody typed; with html when it was pasted with a table in it.</summary>
    public JsonObject Text(Person from, Conversation conversation, string? threadId, string id, string text, string? html, JsonArray? files)
    {
        var activity = Envelope("message", from, conversation, threadId, id, context: null);
        activity["textFormat"] = "plain";
        activity["text"] = html is null ? text : PlainText(html);
        var attachments = new JsonArray();
        foreach (var file in files ?? [])
            attachments.Add(file!.DeepClone());
        if (html is not null)
            attachments.Add(new JsonObject { ["contentType"] = "text/html", ["content"] = $"<div>{html}</div>" });
        if (attachments.Count > 0)
            activity["attachments"] = attachments;
        if (conversation.IsChannel)
            Mention(activity);
        return activity;
    }

    /// <summary>The press of an Action.Submit: a message without text that carries the action's data.</summary>
    public JsonObject Submit(Person from, Conversation conversation, Message pressed, JsonNode? data)
    {
        var activity = Envelope("message", from, conversation, pressed.ThreadId ?? pressed.Id, NewId(), "message");
        activity["replyToId"] = pressed.Id;
        activity["value"] = data?.DeepClone();
        return activity;
    }

    /// <summary>An invoke on a card, or on the dialog that a card opened.</summary>
    public JsonObject Invoke(Person from, Conversation conversation, Message? pressed, string name, JsonNode value)
    {
        var activity = Envelope("invoke", from, conversation, pressed?.ThreadId ?? pressed?.Id, NewId(), "message");
        if (pressed is not null)
            activity["replyToId"] = pressed.Id;
        activity["name"] = name;
        activity["value"] = value;
        return activity;
    }

    /// <summary>Tells the bot that the app was added or removed; from a channel it says which one was chosen.</summary>
    public JsonObject Installation(Person from, Conversation conversation, bool added)
    {
        var activity = Envelope("installationUpdate", from, conversation, null, NewId(), "message");
        activity["action"] = added ? "add" : "remove";
        activity["channelData"]!["settings"] = SelectedChannel(conversation);
        return activity;
    }

    /// <summary>Tells the bot that it is now a member of a conversation.</summary>
    public JsonObject BotAdded(Person from, Conversation conversation)
    {
        var activity = Envelope("conversationUpdate", from, conversation, null, NewId(), context: null);
        activity.Remove("entities");
        activity.Remove("locale");
        JsonArray members = [new JsonObject { ["id"] = BotId }];
        if (!conversation.IsChannel)
            members.Insert(0, new JsonObject { ["id"] = from.Mri, ["aadObjectId"] = from.AadObjectId });
        activity["membersAdded"] = members;
        if (conversation.Team is { } team)
        {
            activity["channelData"]!["eventType"] = "teamMemberAdded";
            activity["channelData"]!["team"] = TeamInfo(team);
            activity["channelData"]!["settings"] = SelectedChannel(conversation);
        }
        return activity;
    }

    /// <summary>A file as Teams hands it to a bot: an address that needs no further permission.</summary>
    public static JsonObject File(string name, string downloadUrl, string uniqueId) => new()
    {
        ["contentType"] = FileType,
        ["contentUrl"] = downloadUrl,
        ["name"] = name,
        ["content"] = new JsonObject
        {
            ["downloadUrl"] = downloadUrl,
            ["uniqueId"] = uniqueId,
            ["fileType"] = Path.GetExtension(name).TrimStart('.').ToLowerInvariant(),
        },
    };

    public static JsonObject TeamInfo(Team team) => new()
    {
        ["id"] = team.Id,
        ["name"] = team.Name,
        ["aadGroupId"] = team.AadGroupId,
    };

    private JsonObject Envelope(string type, Person from, Conversation conversation, string? threadId, string id, string? context)
    {
        var now = clock.GetUtcNow();
        var local = TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(from.Zone));
        var channelData = new JsonObject { ["tenant"] = new JsonObject { ["id"] = from.TenantId } };
        if (context is not null)
            channelData["source"] = new JsonObject { ["name"] = context };
        if (conversation.Team is { } team)
        {
            channelData["team"] = new JsonObject { ["id"] = team.Id };
            channelData["channel"] = new JsonObject { ["id"] = conversation.Id };
            channelData["teamsTeamId"] = team.Id;
            channelData["teamsChannelId"] = conversation.Id;
        }
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["localTimestamp"] = local.ToString("O", CultureInfo.InvariantCulture),
            ["localTimezone"] = from.Zone,
            ["serviceUrl"] = address.ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = from.Mri, ["name"] = from.Name, ["aadObjectId"] = from.AadObjectId },
            ["conversation"] = ConversationInfo(conversation, threadId),
            ["recipient"] = new JsonObject { ["id"] = BotId, ["name"] = BotName },
            ["locale"] = from.Locale,
            ["entities"] = new JsonArray(ClientInfo(from)),
            ["channelData"] = channelData,
        };
    }

    private static JsonObject ConversationInfo(Conversation conversation, string? threadId)
    {
        var info = new JsonObject
        {
            ["conversationType"] = conversation.IsChannel ? "channel" : "personal",
            ["tenantId"] = Person.HomeTenant,
            ["id"] = conversation.IsChannel && threadId is not null ? $"{conversation.Id};messageid={threadId}" : conversation.Id,
        };
        if (conversation.IsChannel)
            info["isGroup"] = true;
        return info;
    }

    private static JsonObject ClientInfo(Person from) => new()
    {
        ["type"] = "clientInfo",
        ["locale"] = from.Locale,
        ["country"] = from.Locale.Split('-')[^1],
        ["platform"] = "Web",
        ["timezone"] = from.Zone,
    };

    private static JsonObject SelectedChannel(Conversation conversation) =>
        new() { ["selectedChannel"] = new JsonObject { ["id"] = conversation.Id } };

    private void Mention(JsonObject activity)
    {
        const string At = $"<at>{BotName}</at>";
        activity["text"] = $"{At} {(string?)activity["text"]}";
        activity["entities"]!.AsArray().Insert(0, new JsonObject
        {
            ["type"] = "mention",
            ["mentioned"] = new JsonObject { ["id"] = BotId, ["name"] = BotName },
            ["text"] = At,
        });
    }

    private string NewId() => Guid.CreateVersion7(clock.GetUtcNow()).ToString();

    // Teams gives the text of what was pasted without its marks, a cell to a line: a table has to be read from the html.
    private static string PlainText(string html) =>
        WebUtility.HtmlDecode(Tag().Replace(BlockEnd().Replace(html, "\n"), "")).Trim();

    [GeneratedRegex("</(?:td|th|tr|p|div|li)>|<br\\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex BlockEnd();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
