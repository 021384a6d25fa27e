using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace AdaptiveCards.Serialization;

/// <summary>Writes values whose type the caller chose: the data of an action, additional properties.</summary>
internal static class JsonData
{
    // For objects of the caller's own types, such as anonymous ones: names as they are, fields too, nulls kept.
    private static readonly JsonSerializerOptions OwnTypes = new()
    {
        Encoder = CardJson.Encoder,
        IncludeFields = true,
        MaxDepth = 256,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    internal static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case IJsonWritable part: part.Write(writer); break;
            case JsonNode node: node.WriteTo(writer); break;
            case JsonElement element: element.WriteTo(writer); break;
            case IEnumerable<KeyValuePair<string, object?>> members: WriteMembers(writer, members); break;
            case IEnumerable<KeyValuePair<string, string?>> members: WriteMembers(writer, members); break;
            case IEnumerable<object?> items: WriteItems(writer, items); break;
            default: JsonSerializer.Serialize(writer, value, value.GetType(), OwnTypes); break;
        }
    }

    /// <summary>The value a JSON text stands for: a string, bool, number or null as such, an object or array as a node.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    internal static object? Parse(string json)
    {
        var node = JsonNode.Parse(json);
        return node?.GetValueKind() switch
        {
            null => null,
            // Cast, lest all become nodes: a string converts to one.
            JsonValueKind.String => (object)node.GetValue<string>(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => node.AsValue().TryGetValue<long>(out var whole) ? (object)whole : node.GetValue<double>(),
            _ => node,
        };
    }

    private static void WriteMembers<T>(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, T>> members)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            Write(writer, value);
        }
        writer.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter writer, IEnumerable<object?> items)
    {
        writer.WriteStartArray();
        foreach (var item in items) Write(writer, item);
        writer.WriteEndArray();
    }
}
