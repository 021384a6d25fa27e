#nullable enable
using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization.Metadata;

namespace Microsoft.Bot.Builder;

/// <summary>
/// JSON of state. Where a member is declared as object, its value is written as it is if JSON has it (null, text, truth,
/// numbers), and else as <c>{"$type": name, "$value": JSON}</c>, so that it comes back as what it was. As in the official
/// SDK, whole numbers come back as long and others as double.
/// </summary>
internal static class StateJson
{
    /// <summary>First member of a document: the version of its shape.</summary>
    public const string VersionName = "$state";

    /// <summary>A document without properties.</summary>
    public static readonly byte[] EmptyDocument = "{\"$state\":1}"u8.ToArray();

    private const int Version = 1;
    private static readonly JsonEncodedText VersionMember = JsonEncodedText.Encode(VersionName);
    private static readonly JsonEncodedText TypeMember = JsonEncodedText.Encode("$type");
    private static readonly JsonEncodedText ValueMember = JsonEncodedText.Encode("$value");

    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>A reader of all of a text, as deep as is written.</summary>
    public static Utf8JsonReader Reader(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonOutput.MaxDepth });
        reader.Read();
        return reader;
    }

    public static void WriteProperties(IBufferWriter<byte> output, Dictionary<string, object?> properties) => JsonOutput.Write(output, properties, static (writer, properties) =>
    {
        writer.WriteStartObject();
        writer.WriteNumber(VersionMember, Version);
        foreach (var (name, value) in properties) WriteMember(writer, name, value);
        writer.WriteEndObject();
    });

    /// <exception cref="JsonException">The version isn't known, or a value can't be read.</exception>
    public static void ReadProperties(ref Utf8JsonReader reader, Dictionary<string, object?> properties)
    {
        if (reader.TokenType != JsonTokenType.StartObject || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals(VersionMember.EncodedUtf8Bytes))
        {
            throw new JsonException("The document doesn't begin with its version.");
        }

        if (!reader.Read() || reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var version) || version != Version)
        {
            throw new JsonException("The document is of a version that isn't known.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Names.Read(ref reader);
            reader.Read();
            if (!properties.TryAdd(name, ReadValue(ref reader))) throw new JsonException($"The document has '{name}' twice.");
        }
    }

    public static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool truth: writer.WriteBooleanValue(truth); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): WriteDouble(writer, number); break;
            case { } when value.GetType() == typeof(object): writer.WriteRawValue("{}"u8, skipInputValidation: true); break;
            default: WriteTyped(writer, value); break;
        }
    }

    public static object? ReadValue(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number when reader.TryGetInt64(out var whole) => whole,
        JsonTokenType.Number => reader.GetDouble(),
        JsonTokenType.StartObject => ReadTyped(ref reader),
        _ => JsonElement.ParseValue(ref reader),
    };

    private static void WriteMember(Utf8JsonWriter writer, string name, object? value)
    {
        writer.WritePropertyName(name);
        WriteValue(writer, value);
    }

    // A double that happens to be whole must not come back as a long.
    private static void WriteDouble(Utf8JsonWriter writer, double number)
    {
        if (number == Math.Truncate(number) && Math.Abs(number) < 1e15) writer.WriteRawValue(number.ToString("F1", CultureInfo.InvariantCulture), skipInputValidation: true);
        else writer.WriteNumberValue(number);
    }

    private static void WriteTyped(Utf8JsonWriter writer, object value)
    {
        var type = StateTypes.Of(value is JsonNode ? typeof(JsonNode) : value.GetType());
        writer.WriteStartObject();
        writer.WriteString(TypeMember, type.Name);
        writer.WritePropertyName(ValueMember);
        type.Write(writer, value);
        writer.WriteEndObject();
    }

    private static object? ReadTyped(ref Utf8JsonReader reader)
    {
        var ahead = reader;
        if (!ahead.Read() || ahead.TokenType != JsonTokenType.PropertyName || !ahead.ValueTextEquals(TypeMember.EncodedUtf8Bytes)) return JsonElement.ParseValue(ref reader);
        reader.Read();
        if (!reader.Read() || reader.TokenType != JsonTokenType.String) throw new JsonException("A $type is a text.");
        var type = TypeIn(ref reader);
        if (!reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !reader.ValueTextEquals(ValueMember.EncodedUtf8Bytes) || !reader.Read())
        {
            throw new JsonException("After $type comes $value.");
        }

        var value = type.Read(ref reader);
        if (!reader.Read() || reader.TokenType != JsonTokenType.EndObject) throw new JsonException("After $value comes nothing.");
        return value;
    }

    private static StateType TypeIn(ref Utf8JsonReader reader)
    {
        Span<char> name = stackalloc char[512];
        return reader.ValueSpan.Length <= name.Length ? StateTypes.Find(name[..reader.CopyString(name)]) : StateTypes.Find(reader.GetString());
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            AllowDuplicateProperties = false,
            Converters = { new Values(), new Members<Dictionary<string, object?>>(), new Members<IDictionary<string, object?>>(), new WholeLists(nulls: true), new WholeObjects() },
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            IncludeFields = true,
            MaxDepth = JsonOutput.MaxDepth,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(SchemaContext.Default, new DefaultJsonTypeInfoResolver()),
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>What a dialog remembers. Read and written directly, as it nests and every turn does both.</summary>
    private sealed class Members<T> : JsonConverter<T>
        where T : class, IDictionary<string, object?>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException();
            var members = new Dictionary<string, object?>();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = Names.Read(ref reader);
                reader.Read();
                if (!members.TryAdd(name, ReadValue(ref reader))) throw new JsonException($"There is '{name}' twice.");
            }

            return (T)(object)members;
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            if (value is Dictionary<string, object?> members)
            {
                // Without an enumerator on the heap.
                foreach (var (name, member) in members) WriteMember(writer, name, member);
            }
            else
            {
                foreach (var (name, member) in value) WriteMember(writer, name, member);
            }

            writer.WriteEndObject();
        }
    }

    private sealed class Values : JsonConverter<object>
    {
        public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => ReadValue(ref reader);

        public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => WriteValue(writer, value);
    }
}
