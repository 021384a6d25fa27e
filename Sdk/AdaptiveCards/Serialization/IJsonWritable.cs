namespace AdaptiveCards.Serialization;

/// <summary>A part of a card that writes itself as one JSON value.</summary>
internal interface IJsonWritable
{
    /// <summary>True if there is nothing to write, so that the member that holds it is left out.</summary>
    bool SaysNothing => false;

    void Write(Utf8JsonWriter writer);
}
