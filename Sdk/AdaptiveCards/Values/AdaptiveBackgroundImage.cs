namespace AdaptiveCards;

/// <summary>The picture behind a card, container or column, and how it fills it.</summary>
public class AdaptiveBackgroundImage : IJsonWritable
{
    /// <summary>Makes one without a picture yet.</summary>
    public AdaptiveBackgroundImage() { }

    /// <summary>Makes one that covers the area.</summary>
    /// <exception cref="UriFormatException"><paramref name="url"/> is no address.</exception>
    public AdaptiveBackgroundImage(string url) => Url = new Uri(url, UriKind.RelativeOrAbsolute);

    /// <summary>Makes one that fills the area as said.</summary>
    /// <exception cref="UriFormatException"><paramref name="url"/> is no address.</exception>
    public AdaptiveBackgroundImage(string url, AdaptiveImageFillMode fillMode, AdaptiveHorizontalAlignment hAlignment, AdaptiveVerticalAlignment vAlignment)
        : this(url) => (FillMode, HorizontalAlignment, VerticalAlignment) = (fillMode, hAlignment, vAlignment);

    /// <summary>The address of the picture (PNG, JPEG or GIF) or a data URL.</summary>
    public Uri? Url { get; set; }

    /// <summary>How the picture fills the area. Default: it covers it.</summary>
    public AdaptiveImageFillMode FillMode { get; set; }

    /// <summary>Where it stands if it is cut or repeats downwards. Default: left.</summary>
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    /// <summary>Where it stands if it is cut or repeats sideways. Default: top.</summary>
    public AdaptiveVerticalAlignment VerticalAlignment { get; set; }

    /// <summary>Makes one that covers the area.</summary>
    public static implicit operator AdaptiveBackgroundImage(Uri? backgroundImageUrl) => new() { Url = backgroundImageUrl };

    bool IJsonWritable.SaysNothing => string.IsNullOrEmpty(Url?.OriginalString);

    // The bare address if that says all, which older hosts understand too.
    void IJsonWritable.Write(Utf8JsonWriter writer)
    {
        if ((FillMode, HorizontalAlignment, VerticalAlignment) is (AdaptiveImageFillMode.Cover, AdaptiveHorizontalAlignment.Left, AdaptiveVerticalAlignment.Top))
            writer.WriteStringValue(Url!.ToString());
        else
            writer.Start().Text("url"u8, Url!.OriginalString).Enum("fillMode"u8, FillMode).Enum("horizontalAlignment"u8, HorizontalAlignment).Enum("verticalAlignment"u8, VerticalAlignment).End();
    }
}
