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
        => typeToConvert.Assembly == typeof(WholeObjects).Assembly && typeToConvert is { IsClass: true, IsAbstract: false } && typeToConvert.GetConstructor(Type.EmptyTypes) is not null
            && !typeof(IEnumerable).IsAssignableFrom(typeToConvert) && !typeToConvert.IsDefined(typeof(JsonConverterAttribute), inherit: false);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
    {
        // What the serializer would do with the type by itself.
        var plain = new JsonSerializerOptions(options);
        plain.Converters.Remove(this);
        return (JsonConverter)Activator.CreateInstance(typeof(WholeObject<>).MakeGenericType(typeToConvert), plain.GetTypeInfo(typeToConvert), options)!;
    }
}

/// <inheritdoc cref="WholeObjects"/>
internal sealed class WholeObject<T> : JsonConverter<T>
    where T : class, new()
{
    private const int MostMembers = 64;

    private readonly Member<T>[] _members;
    private readonly int[][] _byLength;
    private readonly bool _anyCase;
    private readonly OtherMembers<T>? _others;

    public WholeObject(JsonTypeInfo type, JsonSerializerOptions options)
    {
        _members = [.. type.Properties.Where(property => !property.IsExtensionData && (property.Get ?? (object?)property.Set) is not null).Select(property => Member<T>.Of(property, options))];
        if (_members.Length > MostMembers) throw new NotSupportedException($"{typeof(T)} has more members than can be told apart.");
        _byLength = [.. Enumerable.Range(0, _members.Max(member => (int?)member.Name.EncodedUtf8Bytes.Length + 1) ?? 0).Select(OfLength)];
        _anyCase = options.PropertyNameCaseInsensitive;
        if (type.Properties.FirstOrDefault(property => property.IsExtensionData) is { } others) _others = OtherMembers<T>.In(others, options);

        int[] OfLength(int length) => [.. Enumerable.Range(0, _members.Length).Where(at => _members[at].Name.EncodedUtf8Bytes.Length == length)];
    }

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException();
        var owner = new T();
        var seen = 0UL;
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
            else if (_others is null)
            {
                reader.Skip();
            }
            else
            {
                _others.Read(ref reader, owner, options);
            }
        }

        return owner;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var member in _members) member.Write(writer, value, options);
        _others?.Write(writer, value, options);
        writer.WriteEndObject();
    }

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
        var made = typeof(Made<>).MakeGenericType(typeof(T), property.PropertyType);
        return (Member<T>)made.GetMethod(nameof(Made<>.Make))!.Invoke(null, [property, options])!;
    }

    public abstract void Read(ref Utf8JsonReader reader, T owner, JsonSerializerOptions options);

    public abstract void Write(Utf8JsonWriter writer, T owner, JsonSerializerOptions options);

    private sealed class Made<TValue>(JsonEncodedText name, JsonConverter<TValue> converter, Func<T, TValue?>? get, Action<T, TValue?>? set) : Member<T>(name)
    {
        public static Made<TValue> Make(JsonPropertyInfo property, JsonSerializerOptions options)
        {
            var member = (PropertyInfo)property.AttributeProvider!;
            return new Made<TValue>(
                JsonEncodedText.Encode(property.Name, options.Encoder),
                (JsonConverter<TValue>)(property.CustomConverter ?? options.GetConverter(typeof(TValue))),
                property.Get is null ? null : member.GetMethod!.CreateDelegate<Func<T, TValue?>>(),
                property.Set is null ? null : member.SetMethod!.CreateDelegate<Action<T, TValue?>>());
        }

        public override void Read(ref Utf8JsonReader reader, T owner, JsonSerializerOptions options)
        {
            if (set is null) reader.Skip();
            else if (reader.TokenType == JsonTokenType.Null && default(TValue) is null && !converter.HandleNull) set(owner, default);
            else set(owner, converter.Read(ref reader, typeof(TValue), options));
        }

        public override void Write(Utf8JsonWriter writer, T owner, JsonSerializerOptions options)
        {
            if (get is null || get(owner) is not { } value) return;
            writer.WritePropertyName(Name);
            converter.Write(writer, value, options);
        }
    }
}

/// <summary>Members that a type has no property for, kept by their names.</summary>
internal abstract class OtherMembers<T>
{
    public static OtherMembers<T> In(JsonPropertyInfo property, JsonSerializerOptions options) => property.PropertyType == typeof(IDictionary<string, JsonElement>)
        ? new Kept<JsonElement>(property, options)
        : new Kept<object>(property, options);

    public abstract void Read(ref Utf8JsonReader reader, T owner, JsonSerializerOptions options);

    public abstract void Write(Utf8JsonWriter writer, T owner, JsonSerializerOptions options);

    private sealed class Kept<TValue>(JsonPropertyInfo property, JsonSerializerOptions options) : OtherMembers<T>
    {
        private readonly JsonConverter<TValue> _converter = (JsonConverter<TValue>)options.GetConverter(typeof(TValue));

        public override void Read(ref Utf8JsonReader reader, T owner, JsonSerializerOptions options)
        {
            if (property.Get!(owner!) is not IDictionary<string, TValue?> kept) property.Set!(owner!, kept = new Dictionary<string, TValue?>());
            var name = reader.GetString()!;
            reader.Read();
            var value = reader.TokenType == JsonTokenType.Null && default(TValue) is null ? default : _converter.Read(ref reader, typeof(TValue), options);
            if (!kept.TryAdd(name, value)) throw new JsonException($"There is '{name}' twice.");
        }

        public override void Write(Utf8JsonWriter writer, T owner, JsonSerializerOptions options)
        {
            if (property.Get!(owner!) is not IDictionary<string, TValue?> kept) return;
            foreach (var (name, value) in kept)
            {
                writer.WritePropertyName(name);
                if (value is null) writer.WriteNullValue();
                else _converter.Write(writer, value, options);
            }
        }
    }
}
