namespace AdaptiveCards;

/// <summary>Facts about a card. Schema 1.6.</summary>
public class AdaptiveMetadata : IJsonWritable
{
    /// <summary>An address that stands for the card, which a host can open in a browser instead.</summary>
    public string? WebUrl { get; set; }

    /// <summary>Members that this library has no property for, written as they are.</summary>
    public SerializableDictionary<string, object?> AdditionalProperties { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    void IJsonWritable.Write(Utf8JsonWriter writer) => writer.Start()
        .Text("webUrl"u8, WebUrl)
        .Additional(AdditionalProperties)
        .End();
}
