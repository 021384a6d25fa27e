namespace AdaptiveCards;

/// <summary>A picture. PNG, JPEG and GIF are shown everywhere; Teams shows no SVG.</summary>
public class AdaptiveImage : AdaptiveElement
{
    /// <summary>Makes one without a picture yet.</summary>
    public AdaptiveImage() { }

    /// <summary>Makes one of the picture at this address.</summary>
    /// <exception cref="UriFormatException"><paramref name="url"/> is no absolute address.</exception>
    public AdaptiveImage(string url) => Url = new Uri(url);

    /// <inheritdoc />
    public override string Type { get; set; } = "Image";

    /// <summary>The address of the picture, or a data URL (schema 1.2). Required; written as it was given.</summary>
    public Uri? Url { get; set; }

    /// <summary>What those learn who can't see it.</summary>
    public string? AltText { get; set; }

    /// <summary>The approximate size. Default: its own.</summary>
    public AdaptiveImageSize Size { get; set; }

    /// <summary>The shape.</summary>
    public AdaptiveImageStyle Style { get; set; }

    /// <summary>Where it stands. Default: left.</summary>
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    /// <summary>The colour behind a transparent picture: <c>#RRGGBB</c> or <c>#AARRGGBB</c>. Schema 1.1.</summary>
    public string? BackgroundColor { get; set; }

    /// <summary>The width in pixels, which goes before <see cref="Size"/>. 0, the default: none given. Schema 1.1.</summary>
    public uint PixelWidth { get; set; }

    /// <summary>The height in pixels, which goes before <see cref="Size"/>; the same as <see cref="AdaptiveElement.Height"/>. 0, the default: none given. Schema 1.1.</summary>
    public uint PixelHeight { get => Height.Unit ?? 0; set => Height = new AdaptiveHeight(value); }

    /// <summary>What a click on it does. Schema 1.1.</summary>
    public AdaptiveAction? SelectAction { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Required("url"u8, Url, Type)
        .Text("altText"u8, AltText)
        .Enum("size"u8, Size)
        .Enum("style"u8, Style)
        .Enum("horizontalAlignment"u8, HorizontalAlignment)
        .Text("backgroundColor"u8, BackgroundColor)
        .Text("width"u8, PixelWidth > 0 ? $"{PixelWidth}px" : null)
        .Object("selectAction"u8, SelectAction));
}
