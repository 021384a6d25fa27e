namespace AdaptiveCards;

/// <summary>Text.</summary>
public class AdaptiveTextInput : AdaptiveInput
{
    /// <inheritdoc />
    public override string Type { get; set; } = "Input.Text";

    /// <summary>An example, shown while it is empty; no substitute for a label.</summary>
    public string? Placeholder { get; set; }

    /// <summary>The text at first.</summary>
    public string? Value { get; set; }

    /// <summary>What kind of text.</summary>
    public AdaptiveTextInputStyle Style { get; set; }

    /// <summary>Whether it may have several lines. Default: false.</summary>
    public bool IsMultiline { get; set; }

    /// <summary>The most characters. 0, the default: no limit.</summary>
    public int MaxLength { get; set; }

    /// <summary>A JavaScript regular expression the text must match. Schema 1.3.</summary>
    public string? Regex { get; set; }

    /// <summary>A button at its end. Schema 1.2.</summary>
    public AdaptiveAction? InlineAction { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Text("placeholder"u8, Placeholder)
        .Text("value"u8, Value)
        .Enum("style"u8, Style)
        .Flag("isMultiline"u8, IsMultiline)
        .Count("maxLength"u8, MaxLength)
        .Text("regex"u8, Regex)
        .Object("inlineAction"u8, InlineAction));
}
