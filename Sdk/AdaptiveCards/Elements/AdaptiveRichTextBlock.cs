namespace AdaptiveCards;

/// <summary>A paragraph of runs, each with its own looks. Hosts read no Markdown in them. Schema 1.2.</summary>
public class AdaptiveRichTextBlock : AdaptiveElement
{
    /// <inheritdoc />
    public override string Type { get; set; } = "RichTextBlock";

    /// <summary>Where the text stands. Default: left.</summary>
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    /// <summary>The runs, one after the other without a space between.</summary>
    public List<AdaptiveInline> Inlines { get; set; } = [];

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Enum("horizontalAlignment"u8, HorizontalAlignment)
        .Required("inlines"u8, Inlines, Type));
}

/// <summary>A part of a paragraph.</summary>
public abstract class AdaptiveInline : IJsonWritable
{
    private SerializableDictionary<string, object?>? _additionalProperties;

    /// <summary>The name a host knows this by.</summary>
    public abstract string Type { get; set; }

    /// <summary>Members that this library has no property for, written as they are.</summary>
    public SerializableDictionary<string, object?> AdditionalProperties
    {
        get => _additionalProperties ??= new SerializableDictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        set => _additionalProperties = value;
    }

    void IJsonWritable.Write(Utf8JsonWriter writer)
    {
        WriteMembers(writer.Start().Text("type"u8, Type));
        writer.Additional(_additionalProperties).End();
    }

    private protected virtual void WriteMembers(Utf8JsonWriter writer) { }
}

/// <summary>Text with one look. No Markdown is read in it, so it is the place for what people typed.</summary>
public class AdaptiveTextRun : AdaptiveInline, IAdaptiveTextElement
{
    /// <summary>Makes one of a single space.</summary>
    public AdaptiveTextRun() { }

    /// <summary>Makes one with this text.</summary>
    public AdaptiveTextRun(string? text) => Text = text;

    /// <inheritdoc />
    public override string Type { get; set; } = "TextRun";

    /// <summary>The text. Required.</summary>
    public string? Text { get; set; } = " ";

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

    /// <inheritdoc />
    public bool Italic { get; set; }

    /// <inheritdoc />
    public bool Strikethrough { get; set; }

    /// <summary>Whether it is marked, as with a pen.</summary>
    public bool Highlight { get; set; }

    /// <summary>Whether it is underlined. Schema 1.3.</summary>
    public bool Underline { get; set; }

    /// <summary>What a click on it does.</summary>
    public AdaptiveAction? SelectAction { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer) => writer
        .Required("text"u8, Text, Type)
        .Look(this)
        .Flag("highlight"u8, Highlight)
        .Flag("underline"u8, Underline)
        .Object("selectAction"u8, SelectAction);
}
