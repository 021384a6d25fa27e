#nullable enable
namespace Microsoft.Bot.Schema;

/// <summary>
/// A value whose type isn't known. Read as text, truth, long, double, or a <see cref="JsonObject"/> or
/// <see cref="JsonArray"/>, whose ToString is JSON; written as what it is.
/// </summary>
internal sealed class AnyValue : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null: return null;
            case JsonTokenType.String: return reader.GetString();
            case JsonTokenType.True: return true;
            case JsonTokenType.False: return false;
            case JsonTokenType.Number when reader.TryGetInt64(out var whole): return whole;
            case JsonTokenType.Number when double.IsFinite(reader.GetDouble()): return reader.GetDouble();
            case JsonTokenType.Number: throw new JsonException("A number is too large.");
            default:
                // By the converter of the options, which refuses members that are there twice.
                var json = ((JsonConverter<JsonElement>)options.GetConverter(typeof(JsonElement))).Read(ref reader, typeof(JsonElement), options);
                return json.ValueKind == JsonValueKind.Array ? JsonArray.Create(json) : JsonObject.Create(json);
        }
    }

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        if (value.GetType() != typeof(object))
        {
            WholeObjects.Write(writer, value, options);
            return;
        }

        writer.WriteStartObject();
        writer.WriteEndObject();
    }
}
