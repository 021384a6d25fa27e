namespace AdaptiveCards;

/// <summary>The picture behind a card, container or column, and how it fills it.</summary>
public class AdaptiveBackgroundImage : IJsonWritable
{
    /// <summary>The name of the member that holds one.</summary>
    public const string TypeName = "backgroundImage";

    /// <summary>Makes one without a picture yet.</summary>
    public AdaptiveBackgroundImage() { }

    /// <summary>Makes one that covers the area.</summary>
    /// <exception cref="UriFormatException"><paramref name="url"/> is no address.</exception>
    public AdaptiveBackgroundImage(string url)
        : this(new Uri(url, UriKind.RelativeOrAbsolute)) { }

    /// <summary>Makes one that covers the area.</summary>
    public AdaptiveBackgroundImage(Uri? url) => Url = url;

    /// <summary>Makes one that fills the area as said.</summary>
    /// <exception cref="UriFormatException"><paramref name="url"/> is no address.</exception>
    public AdaptiveBackgroundImage(string url, AdaptiveImageFillMode fillMode, AdaptiveHorizontalAlignment hAlignment, AdaptiveVerticalAlignment vAlignment)
        : this(new Uri(url, UriKind.RelativeOrAbsolute), fillMode, hAlignment, vAlignment) { }

    /// <summary>Makes one that fills the area as said.</summary>
    public AdaptiveBackgroundImage(Uri? url, AdaptiveImageFillMode fillMode, AdaptiveHorizontalAlignment hAlignment, AdaptiveVerticalAlignment vAlignment)
    {
        Url = url;
        FillMode = fillMode;
        HorizontalAlignment = hAlignment;
        VerticalAlignment = vAlignment;
    }

    /// <summary>The address of the picture (PNG, JPEG or GIF) or a data URL.</summary>
    public Uri? Url { get; set; }

    /// <summary><see cref="Url"/> as text.</summary>
    /// <exception cref="UriFormatException">The value set is no absolute address.</exception>
    public string? UrlString { get => Url?.ToString(); set => Url = value is null ? null : new Uri(value); }

    /// <summary>How the picture fills the area. Default: it covers it.</summary>
    public AdaptiveImageFillMode FillMode { get; set; }

    /// <summary>Where it stands if it is cut or repeats downwards. Default: left.</summary>
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    /// <summary>Where it stands if it is cut or repeats sideways. Default: top.</summary>
    public AdaptiveVerticalAlignment VerticalAlignment { get; set; }

    /// <summary>Makes one that covers the area.</summary>
    public static implicit operator AdaptiveBackgroundImage(Uri? backgroundImageUrl) => new(backgroundImageUrl);

    /// <summary>Whether nothing but the address is set.</summary>
    public bool HasDefaultValues() =>
        FillMode == AdaptiveImageFillMode.Cover && HorizontalAlignment == AdaptiveHorizontalAlignment.Left && VerticalAlignment == AdaptiveVerticalAlignment.Top;

    /// <summary>Writes the member: the bare address if that says all, which older hosts understand too; nothing if there is none.</summary>
    internal void WriteTo(Utf8JsonWriter writer)
    {
        if (string.IsNullOrEmpty(UrlString)) return;
        if (HasDefaultValues())
            writer.WriteString("backgroundImage"u8, UrlString);
        else
            writer.WriteObject("backgroundImage"u8, this);
    }

    void IJsonWritable.Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteRequired("url"u8, Url, TypeName);
        writer.WriteEnum("fillMode"u8, FillMode);
        writer.WriteEnum("horizontalAlignment"u8, HorizontalAlignment);
        writer.WriteEnum("verticalAlignment"u8, VerticalAlignment);
        writer.WriteEndObject();
    }
}
