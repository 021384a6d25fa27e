using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CoordinatorBot.Sdk.Tests.Conformance;

/// <summary>
/// Takes out of what happened whatever differs from run to run: the connector's address, the token of the run, ids and
/// instants that the bot made itself.
/// </summary>
/// <param name="sink">Address of the connector.</param>
/// <param name="run">Token of the run.</param>
/// <param name="known">The scenario's own text, whose GUIDs are data.</param>
/// <param name="now">When it was played.</param>
public sealed partial class Normaliser(string sink, string run, string known, DateTimeOffset now)
{
    public JsonNode? Apply(JsonNode? node) => node switch
    {
        JsonObject value => Members(value),
        JsonArray list => new JsonArray([.. list.Select(Apply)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Text((string)value!),
        _ => node?.DeepClone(),
    };

    /// <summary>A call; one outside a turn may be the answer to an id that was made up, or to none.</summary>
    public JsonObject Apply(ConnectorCall call)
    {
        const string Reply = "/activities/{guid}";
        var (path, body) = (Text(call.Path), Apply(call.Body));
        if (call.Method == "POST" && path.EndsWith(Reply, StringComparison.Ordinal))
        {
            path = path[..^"/{guid}".Length];
            if ((string?)body?["replyToId"] == "{guid}") body.AsObject().Remove("replyToId");
        }

        return new JsonObject { ["method"] = call.Method, ["path"] = path, ["body"] = body };
    }

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex GuidText();

    [GeneratedRegex(@"^20\d\d-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$")]
    private static partial Regex InstantText();

    private string Text(string text)
    {
        text = text.Replace(sink, "{serviceUrl}", StringComparison.Ordinal).Replace(run, "{run}", StringComparison.Ordinal);
        text = GuidText().Replace(text, guid => known.Contains(guid.Value, StringComparison.Ordinal) ? guid.Value : "{guid}");
        return InstantText().IsMatch(text) && (DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) - now).Duration() < TimeSpan.FromHours(1) ? "{now}" : text;
    }

    private JsonObject Members(JsonObject value)
    {
        // An empty list in an activity says the same as none.
        var isActivity = value["type"] is JsonValue type && type.GetValueKind() == JsonValueKind.String
            && (value.ContainsKey("conversation") || value.ContainsKey("channelId") || value.ContainsKey("inputHint") || value.ContainsKey("attachments"));
        var result = new JsonObject();
        foreach (var (name, member) in value)
        {
            if (isActivity && member is JsonArray { Count: 0 }) continue;
            result[Text(name)] = Apply(member);
        }

        return result;
    }
}
