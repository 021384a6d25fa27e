namespace AdaptiveCards;

/// <summary>A paragraph of text. Hosts read a part of Markdown in it: put what people typed into an <see cref="AdaptiveTextRun"/>, or escape it.</summary>
public class AdaptiveTextBlock : AdaptiveElement, IAdaptiveTextElement
{
    /// <summary>Makes an empty one.</summary>
    public AdaptiveTextBlock() { }

    /// <summary>Makes one with this text.</summary>
    public AdaptiveTextBlock(string? text) => Text = text;

    /// <inheritdoc />
    public override string Type { get; set; } = "TextBlock";

    /// <summary>The text. Required, may be empty.</summary>
    public string? Text { get; set; } = "";

    /// <inheritdoc />
    public AdaptiveTextSize Size { get; set; }

    /// <inheritdoc />
    public AdaptiveTextWeight Weight { get; set; }

    /// <inheritdoc />
    public AdaptiveTextColor Color { get; set; }

    /// <inheritdoc />
    public AdaptiveFontType FontType { get; set; }

    /// <inheritdoc />
    public bool IsSubtle { get; set; }

    /// <summary>Whether it is in italics. Not part of the schema: use Markdown.</summary>
    public bool Italic { get; set; }

    /// <summary>Whether it is struck through. Not part of the schema.</summary>
    public bool Strikethrough { get; set; }

    /// <summary>Where the text stands. Default: left.</summary>
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    /// <summary>Whether long text goes on in the next line rather than being cut. Default: false.</summary>
    public bool Wrap { get; set; }

    /// <summary>The most lines that are shown. 0, the default: all.</summary>
    public int MaxLines { get; set; }

    /// <summary>Whether assistive software reads it as a heading. Schema 1.5.</summary>
    public AdaptiveTextBlockStyle Style { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Required("text"u8, Text, Type)
        .Look(this)
        .Enum("horizontalAlignment"u8, HorizontalAlignment)
        .Flag("wrap"u8, Wrap)
        .Count("maxLines"u8, MaxLines)
        .Enum("style"u8, Style));
}
