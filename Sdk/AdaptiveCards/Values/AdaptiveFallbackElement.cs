namespace AdaptiveCards;

/// <summary>What stands in for an element or action that a host doesn't know: another one, or nothing.</summary>
public class AdaptiveFallbackElement
{
    /// <summary>Makes one that says nothing yet.</summary>
    public AdaptiveFallbackElement() { }

    /// <summary>Makes one of this kind.</summary>
    public AdaptiveFallbackElement(AdaptiveFallbackType fallbackType) => Type = fallbackType;

    /// <summary>Makes one that shows this instead.</summary>
    public AdaptiveFallbackElement(AdaptiveTypedElement? fallbackContent)
    {
        Type = AdaptiveFallbackType.Content;
        Content = fallbackContent;
    }

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

    internal void WriteTo(Utf8JsonWriter writer)
    {
        if (Type == AdaptiveFallbackType.Drop)
            writer.WriteString("fallback"u8, "drop"u8);
        else if (Type == AdaptiveFallbackType.Content)
            writer.WriteObject("fallback"u8, Content);
    }
}
