#nullable enable
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Microsoft.Bot.Schema;

/// <summary>Members of a JSON object that its type has no property for: as they were read, until somebody wants to see or change them.</summary>
internal struct UnknownMembers
{
    private IDictionary<string, JsonElement>? _json;
    private JsonObject? _properties;

    public IDictionary<string, JsonElement>? Json
    {
        readonly get => _properties is null
            ? _json
            : _properties.Count == 0 ? null : _properties.ToDictionary(member => member.Key, member => JsonSerializer.SerializeToElement(member.Value, SchemaContext.Default.JsonNode));
        set => (_json, _properties) = (value, null);
    }

    public JsonObject? Properties
    {
        get => _properties ??= new JsonObject((_json ?? new Dictionary<string, JsonElement>()).Select(member => KeyValuePair.Create(member.Key, Node(member.Value))));
        set => (_json, _properties) = (null, value ?? []);
    }

    private static JsonNode? Node(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(json),
        JsonValueKind.Array => JsonArray.Create(json),
        _ => JsonValue.Create(json),
    };
}
