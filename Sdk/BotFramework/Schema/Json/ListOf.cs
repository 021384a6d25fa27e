#nullable enable
namespace Microsoft.Bot.Schema;

/// <summary>
/// A list whose elements are written as what they are, not as what the list is declared as: a <see cref="Mention"/> among
/// entities keeps its text. A list with a null among its elements is refused.
/// </summary>
internal sealed class ListOf<T> : JsonConverter<IList<T>>
    where T : class
{
    public override IList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException();
        var converter = (JsonConverter<T>)options.GetConverter(typeof(T));
        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException();
            list.Add(converter.Read(ref reader, typeof(T), options) ?? throw new JsonException());
        }

        return list;
    }

    public override void Write(Utf8JsonWriter writer, IList<T> value, JsonSerializerOptions options)
    {
        var converter = (JsonConverter<T>)options.GetConverter(typeof(T));
        writer.WriteStartArray();
        foreach (var item in value)
        {
            if (item is null) writer.WriteNullValue();
            else if (item.GetType() == typeof(T)) converter.Write(writer, item, options);
            else JsonSerializer.Serialize(writer, item, options.GetTypeInfo(item.GetType()));
        }

        writer.WriteEndArray();
    }
}
