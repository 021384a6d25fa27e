#nullable enable
namespace Microsoft.Bot.Schema;

/// <summary>Writes a value as what it is, not as what its property is declared as.</summary>
internal sealed class AsItIs<T> : JsonConverter<T>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => ((JsonConverter<T>)options.GetConverter(typeof(T))).Read(ref reader, typeof(T), options);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        => WholeObjects.Write(writer, value, options);
}
