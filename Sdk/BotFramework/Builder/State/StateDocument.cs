#nullable enable
using System.Runtime.InteropServices;
using Microsoft.Bot.Connector;

namespace Microsoft.Bot.Builder;

/// <summary>
/// The properties of a state document, and its JSON. A storage may write it by <see cref="JsonSerializer"/> as the type it
/// is, and give back what it reads as the bytes they are, or as <see cref="JsonElement"/>.
/// </summary>
[JsonConverter(typeof(Converter))]
internal sealed class StateDocument : Dictionary<string, object?>
{
    private byte[]? _kept;

    /// <summary>The document of a conversation that has none yet: as long as it stays empty there is nothing to store.</summary>
    public static StateDocument Missing() => new() { _kept = StateJson.EmptyDocument, Json = StateJson.EmptyDocument };

    public StateDocument()
        : base(StringComparer.Ordinal) { }

    public StateDocument(IDictionary<string, object> properties)
        : base(properties!, StringComparer.Ordinal) { }

    /// <summary>The document's JSON as of the last <see cref="Render"/>.</summary>
    public byte[] Json { get; private set; } = [];

    /// <summary>What a storage gave back.</summary>
    /// <exception cref="InvalidOperationException">It is of a version or shape that isn't known. Nothing is read then: an empty document in its place would be saved over it.</exception>
    public static StateDocument From(object stored)
    {
        try
        {
            var document = stored switch
            {
                StateDocument already => already,
                byte[] json => Parse(json),
                JsonElement { ValueKind: not JsonValueKind.Undefined } json => Parse(JsonMarshal.GetRawUtf8Value(json).ToArray()),
                JsonNode json => Parse(JsonSerializer.SerializeToUtf8Bytes(json, StateJson.Options)),
                IDictionary<string, object> values when values.ContainsKey(StateJson.VersionName) => Parse(JsonSerializer.SerializeToUtf8Bytes(values)),
                IDictionary<string, object> values => new StateDocument(values),
                _ => throw new JsonException($"A {stored.GetType()} is no state document."),
            };
            document._kept ??= document.Json;
            return document;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            throw new InvalidOperationException("Data is not in the correct format for BotState. " + e.Message, e);
        }
    }

    /// <exception cref="JsonException">It isn't a state document of this version.</exception>
    public static StateDocument Parse(byte[] json)
    {
        var document = new StateDocument();
        var reader = StateJson.Reader(json);
        StateJson.ReadProperties(ref reader, document);
        if (reader.Read()) throw new JsonException("There is more after the end of the document.");
        (document._kept, document.Json) = (json, json);
        return document;
    }

    /// <summary>Writes the JSON anew.</summary>
    /// <returns>True if it differs from what is kept in the storage.</returns>
    public bool Render()
    {
        using var output = new PooledBuffer();
        StateJson.WriteProperties(output, this);
        if (_kept is not null && output.Written.Span.SequenceEqual(_kept)) return false;
        Json = output.Written.ToArray();
        return true;
    }

    /// <summary>The JSON has been stored.</summary>
    public void Keep() => _kept = Json;

    private sealed class Converter : JsonConverter<StateDocument>
    {
        public override StateDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var json = JsonDocument.ParseValue(ref reader);
            return From(json.RootElement);
        }

        public override void Write(Utf8JsonWriter writer, StateDocument value, JsonSerializerOptions options)
        {
            if (value.Json.Length == 0) value.Render();
            writer.WriteRawValue(value.Json, skipInputValidation: true);
        }
    }
}
