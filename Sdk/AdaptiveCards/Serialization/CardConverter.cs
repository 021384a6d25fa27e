using System.Text.Json.Serialization;

namespace AdaptiveCards.Serialization;

/// <summary>Lets a card be the content of an attachment without a string in between.</summary>
internal sealed class CardConverter : JsonConverter<AdaptiveCard>
{
    public override AdaptiveCard Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Cards are made and written, not read.");

    public override void Write(Utf8JsonWriter writer, AdaptiveCard value, JsonSerializerOptions options) =>
        ((IJsonWritable)value).Write(writer);
}
