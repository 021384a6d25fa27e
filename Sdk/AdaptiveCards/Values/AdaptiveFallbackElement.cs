namespace AdaptiveCards;

/// <summary>What stands in for an element or action that a host doesn't know: another one, or nothing.</summary>
public class AdaptiveFallbackElement : IJsonWritable
{
    /// <summary>Makes one that says nothing yet.</summary>
    public AdaptiveFallbackElement() { }

    /// <summary>Makes one of this kind.</summary>
    public AdaptiveFallbackElement(AdaptiveFallbackType fallbackType) => Type = fallbackType;

    /// <summary>Makes one that shows this instead.</summary>
    public AdaptiveFallbackElement(AdaptiveTypedElement? fallbackContent) => (Type, Content) = (AdaptiveFallbackType.Content, fallbackContent);

    /// <summary>What a host does.</summary>
    public enum AdaptiveFallbackType
    {
        /// <summary>Nothing is said; the host decides.</summary>
        None,

        /// <summary>It leaves the element out.</summary>
        Drop,

        /// <summary>It shows <see cref="AdaptiveFallbackElement.Content"/>.</summary>
        Content,
    }

    /// <summary>What a host does.</summary>
    public AdaptiveFallbackType Type { get; set; }

    /// <summary>What it shows instead, if <see cref="Type"/> says so.</summary>
    public AdaptiveTypedElement? Content { get; set; }

    private IJsonWritable? Shown => Type == AdaptiveFallbackType.Content ? Content : null;

    bool IJsonWritable.SaysNothing => Type != AdaptiveFallbackType.Drop && Shown is null;

    void IJsonWritable.Write(Utf8JsonWriter writer)
    {
        if (Shown is { } shown)
            shown.Write(writer);
        else
            writer.WriteStringValue("drop"u8);
    }
}
