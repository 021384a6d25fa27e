#nullable enable
using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace Microsoft.Bot.Schema;

/// <summary>
/// Reads and writes the types of this library member by member. They are the serializer's own names and members, without its
/// bookkeeping for JSON that comes in pieces, which took half of the time: here all of it is in memory.
/// </summary>
internal sealed class WholeObjects : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert)
        => typeToConvert.Assembly == typeof(WholeObjects).Assembly && typeToConvert is { IsClass: true, IsAbstract: false } && typeToConvert.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, Type.EmptyTypes) is { } made && (made.IsPublic || made.IsDefined(typeof(JsonConstructorAttribute)))
            && !typeof(IEnumerable).IsAssignableFrom(typeToConvert) && !typeToConvert.IsDefined(typeof(JsonConverterAttribute), inherit: false);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        // What the serializer would do with the type by itself.
        var plain = new JsonSerializerOptions(options);
        plain.Converters.Remove(this);
        return (JsonConverter)Activator.CreateInstance(typeof(WholeObject<>).MakeGenericType(typeToConvert), plain.GetTypeInfo(typeToConvert), options)!;
    }

    /// <summary>Writes a value as what it is, whatever it is declared as.</summary>
    public static void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        if (options.GetConverter(value.GetType()) is IWholeObject whole) whole.Write(writer, value, options);
        else JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
    }
}

/// <summary>A <see cref="WholeObject{T}"/> of whichever type.</summary>
internal interface IWholeObject
{
    void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options);
}

/// <inheritdoc cref="WholeObjects"/>
internal sealed class WholeObject<T> : JsonConverter<T>, IWholeObject
    where T : class
{
    private const int MostMembers = 64;

    private readonly Func<T> _make;
    private readonly Member<T>[] _members;
    private readonly int[][] _byLength;
    private readonly bool _anyCase;
    private readonly OtherMembers<T> _others;

    public WholeObject(JsonTypeInfo<T> type, JsonSerializerOptions options)
    {
        _make = type.CreateObject!;
        _members = [.. type.Properties.Where(property => !property.IsExtensionData && (property.Get ?? (object?)property.Set) is not null).Select(property => Member<T>.Of(property, options))];
        if (_members.Length > MostMembers) throw new NotSupportedException($"{typeof(T)} has more members than can be told apart.");
        _byLength = [.. Enumerable.Range(0, _members.Max(member => (int?)member.Name.EncodedUtf8Bytes.Length + 1) ?? 0).Select(OfLength)];
        _anyCase = options.PropertyNameCaseInsensitive;
        _others = new OtherMembers<T>(type.Properties.FirstOrDefault(property => property.IsExtensionData), options);

        int[] OfLength(int length) => [.. Enumerable.Range(0, _members.Length).Where(at => _members[at].Name.EncodedUtf8Bytes.Length == length)];
    }

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException();
        var owner = _make();
        var seen = 0UL;
        IDictionary<string, object?>? others = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = Find(ref reader);
            if (at >= 0)
            {
                if ((seen & (1UL << at)) != 0) throw new JsonException($"There is '{_members[at].Name}' twice.");
                seen |= 1UL << at;
                reader.Read();
                _members[at].Read(ref reader, owner, options);
            }
            else
            {
                _others.Read(ref reader, others ??= _others.Of(owner));
            }
        }

        return owner;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var member in _members) member.Write(writer, value, options);
        _others.Write(writer, value);
        writer.WriteEndObject();
    }

    void IWholeObject.Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) => Write(writer, (T)value, options);

    private int Find(ref Utf8JsonReader reader)
    {
        var name = reader.ValueIsEscaped || reader.HasValueSequence ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan;
        if (name.Length >= _byLength.Length) return -1;
        foreach (var at in _byLength[name.Length])
        {
            var known = _members[at].Name.EncodedUtf8Bytes;
            if (_anyCase ? Ascii.EqualsIgnoreCase(name, known) : name.SequenceEqual(known)) return at;
        }

        return -1;
    }
}

/// <summary>A member of a type.</summary>
internal abstract class Member<T>(JsonEncodedText name)
{
    public JsonEncodedText Name { get; } = name;

    public static Member<T> Of(JsonPropertyInfo property, JsonSerializerOptions options)
    {
        if (property.PropertyType == typeof(string) && property.CustomConverter is null) return new Text(property, options);
        return (Member<T>)Activator.CreateInstance(typeof(Value<>).MakeGenericType(typeof(T), property.PropertyType), property, options)!;
    }

    public abstract void Read(ref Utf8JsonReader reader, T owner, JsonSerializerOptions options);

    public abstract void Write(Utf8JsonWriter writer, T owner, JsonSerializerOptions options);

    private static JsonEncodedText NameOf(JsonPropertyInfo property, JsonSerializerOptions options) => JsonEncodedText.Encode(property.Name, options.Encoder);

    private static Func<T, TValue?>? Getter<TValue>(JsonPropertyInfo property)
        => property.Get is null ? null : ((PropertyInfo)property.AttributeProvider!).GetMethod!.CreateDelegate<Func<T, TValue?>>();

    private static Action<T, TValue?>? Setter<TValue>(JsonPropertyInfo property)
        => property.Set is null ? null : ((PropertyInfo)property.AttributeProvider!).SetMethod!.CreateDelegate<Action<T, TValue?>>();

    private sealed class Value<TValue>(JsonPropertyInfo property, JsonSerializerOptions options) : Member<T>(NameOf(property, options))
    {
        private readonly Type _type = typeof(TValue);
        private readonly JsonConverter<TValue> _converter = (JsonConverter<TValue>)(property.CustomConverter ?? options.GetConverter(typeof(TValue)));
        private readonly Func<T, TValue?>? _get = Getter<TValue>(property);
        private readonly Action<T, TValue?>? _set = Setter<TValue>(property);

        public override void Read(ref Utf8JsonReader reader, T owner, JsonSerializerOptions options)
        {
            if (_set is null) reader.Skip();
            else if (reader.TokenType == JsonTokenType.Null && default(TValue) is null && !_converter.HandleNull) _set(owner, default);
            else _set(owner, _converter.Read(ref reader, _type, options));
        }

        public override void Write(Utf8JsonWriter writer, T owner, JsonSerializerOptions options)
        {
            if (_get is null || _get(owner) is not { } value) return;
            writer.WritePropertyName(Name);
            _converter.Write(writer, value, options);
        }
    }

    private sealed class Text(JsonPropertyInfo property, JsonSerializerOptions options) : Member<T>(NameOf(property, options))
    {
        // What is the same in most activities of a bot, and says nothing about a person.
        private static readonly string[] Repeating = ["type", "channelId", "serviceUrl", "conversationType", "tenantId", "locale", "localTimezone", "textFormat", "inputHint"];
        private readonly bool _repeats = Repeating.Contains(property.Name, StringComparer.OrdinalIgnoreCase);
        private readonly Func<T, string?>? _get = Getter<string>(property);
        private readonly Action<T, string?>? _set = Setter<string>(property);

        public override void Read(ref Utf8JsonReader reader, T owner, JsonSerializerOptions options)
        {
            if (_set is null) reader.Skip();
            else _set(owner, _repeats && reader.TokenType == JsonTokenType.String ? Names.Read(ref reader) : reader.GetString());
        }

        public override void Write(Utf8JsonWriter writer, T owner, JsonSerializerOptions options)
        {
            if (_get is not null && _get(owner) is { } value) writer.WriteString(Name, value);
        }
    }
}

/// <summary>Members that a type has no property for, kept by their names, or let fall where the type has no place for them.</summary>
internal sealed class OtherMembers<T>(JsonPropertyInfo? property, JsonSerializerOptions options)
{
    private const int Usual = 4;
    private readonly JsonConverter<JsonElement> _json = (JsonConverter<JsonElement>)options.GetConverter(typeof(JsonElement));
    private readonly JsonConverter<object> _any = (JsonConverter<object>)options.GetConverter(typeof(object));

    // What only we see is kept as it was read; what the bot sees comes as values.
    private readonly bool _seen = ((PropertyInfo?)property?.AttributeProvider)?.GetMethod!.IsPublic == true;

    /// <summary>Those of an object.</summary>
    public IDictionary<string, object?> Of(T owner)
    {
        if (property?.Get!(owner!) is IDictionary<string, object?> kept) return kept;
        kept = new Dictionary<string, object?>(Usual);
        property?.Set!(owner!, kept);
        return kept;
    }

    public void Read(ref Utf8JsonReader reader, IDictionary<string, object?> others)
    {
        var name = Names.Read(ref reader);
        reader.Read();
        if (!others.TryAdd(name, Value(ref reader))) throw new JsonException($"There is '{name}' twice.");
    }

    public void Write(Utf8JsonWriter writer, T owner)
    {
        if (property?.Get!(owner!) is not IDictionary<string, object?> kept) return;
        foreach (var (name, value) in kept)
        {
            writer.WritePropertyName(name);
            switch (value)
            {
                case null: writer.WriteNullValue(); break;
                case string text: writer.WriteStringValue(text); break;
                case JsonElement json: json.WriteTo(writer); break;
                default: _any.Write(writer, value, options); break;
            }
        }
    }

    private object? Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Null => null,
        _ => _seen ? _any.Read(ref reader, typeof(object), options) : _json.Read(ref reader, typeof(JsonElement), options),
    };
}
