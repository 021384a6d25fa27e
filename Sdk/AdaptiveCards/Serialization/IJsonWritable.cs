namespace AdaptiveCards.Serialization;

/// <summary>A part of a card that writes itself as one JSON value.</summary>
internal interface IJsonWritable
{
    void Write(Utf8JsonWriter writer);
}
