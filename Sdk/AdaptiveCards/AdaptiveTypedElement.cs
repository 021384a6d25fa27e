namespace AdaptiveCards;

/// <summary>Whatever carries a <c>type</c> in the JSON of a card: the card itself, its elements and its actions.</summary>
public abstract class AdaptiveTypedElement : IJsonWritable
{
    private SerializableDictionary<string, object?>? _additionalProperties;

    /// <summary>The name a host knows this by, such as <c>TextBlock</c>.</summary>
    public abstract string Type { get; set; }

    /// <summary>Unique within the card. An input's value is submitted under it; a toggle action finds its targets by it.</summary>
    public string? Id { get; set; }

    /// <summary>What a host shows instead if it doesn't know <see cref="Type"/> or lacks something of <see cref="Requires"/>. Schema 1.2.</summary>
    public AdaptiveFallbackElement? Fallback { get; set; }

    /// <summary>Features the host must have, each with its lowest version or <c>*</c>. Null, the default: none. Schema 1.2.</summary>
#pragma warning disable CA1051 // A field, not a property, as in the official package.
    public IDictionary<string, string>? Requires;
#pragma warning restore CA1051

    /// <summary>
    /// Members that this library has no property for, such as <c>msteams</c> on a card. They are written as they are, after the known
    /// ones. A value may be a string, number, bool, null, dictionary, list, JSON node, another element, or an object of your own.
    /// </summary>
    public SerializableDictionary<string, object?> AdditionalProperties
    {
        get => _additionalProperties ??= new SerializableDictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        set => _additionalProperties = value;
    }

    void IJsonWritable.Write(Utf8JsonWriter writer)
    {
        WriteMembers(writer.Start().Text("type"u8, Type).Text("id"u8, Id));
        writer.Object("fallback"u8, Fallback).Data("requires"u8, Requires).Additional(_additionalProperties).End();
    }

    /// <summary>Writes the members that are particular to the kind of element.</summary>
    private protected virtual void WriteMembers(Utf8JsonWriter writer) { }
}
