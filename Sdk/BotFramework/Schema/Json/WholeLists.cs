#nullable enable

namespace Microsoft.Bot.Schema;

/// <summary>
/// Lists of the types of <see cref="WholeObjects"/>. Elements are written as what they are, not as what the list is declared
/// as: a <see cref="Mention"/> among entities keeps its text.
/// </summary>
/// <param name="nulls">Whether a list may have a null among its elements; else it is refused.</param>
internal sealed class WholeLists(bool nulls) : JsonConverterFactory
{
    private static readonly WholeObjects Objects = new();

    public override bool CanConvert(Type typeToConvert)
        => typeToConvert.IsGenericType && (typeToConvert.GetGenericTypeDefinition() == typeof(List<>) || typeToConvert.GetGenericTypeDefinition() == typeof(IList<>))
            && Objects.CanConvert(typeToConvert.GenericTypeArguments[0]);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => (JsonConverter)Activator.CreateInstance(typeof(WholeList<,>).MakeGenericType(typeToConvert, typeToConvert.GenericTypeArguments[0]), args: [nulls])!;
}

/// <inheritdoc cref="WholeLists"/>
internal sealed class WholeList<TList, T>(bool nulls) : JsonConverter<TList>
    where TList : class, IList<T>
    where T : class
{
    private JsonConverter<T>? _item;

    public override TList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException();
        var converter = Item(options);
        var list = new List<T?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Null && !nulls) throw new JsonException();
            list.Add(reader.TokenType == JsonTokenType.Null ? null : converter.Read(ref reader, typeof(T), options));
        }

        return (TList)(object)list;
    }

    public override void Write(Utf8JsonWriter writer, TList value, JsonSerializerOptions options)
    {
        var converter = Item(options);
        writer.WriteStartArray();
        for (var at = 0; at < value.Count; at++)
        {
            if (value[at] is not { } item) writer.WriteNullValue();
            else if (item.GetType() == typeof(T)) converter.Write(writer, item, options);
            else WholeObjects.Write(writer, item, options);
        }

        writer.WriteEndArray();
    }

    // Not from the beginning: the type may hold a list of its own kind.
    private JsonConverter<T> Item(JsonSerializerOptions options) => _item ??= (JsonConverter<T>)options.GetConverter(typeof(T));
}
