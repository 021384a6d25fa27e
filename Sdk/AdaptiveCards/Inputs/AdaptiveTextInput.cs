namespace AdaptiveCards;

/// <summary>Text.</summary>
public class AdaptiveTextInput : AdaptiveInput
{
    /// <summary>The <see cref="Type"/> of this input.</summary>
    public const string TypeName = "Input.Text";

    /// <inheritdoc />
    public override string Type { get; set; } = TypeName;

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

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteText("placeholder"u8, Placeholder);
        writer.WriteText("value"u8, Value);
        writer.WriteEnum("style"u8, Style);
        writer.WriteFlag("isMultiline"u8, IsMultiline);
        writer.WriteCount("maxLength"u8, MaxLength);
        writer.WriteText("regex"u8, Regex);
        writer.WriteObject("inlineAction"u8, InlineAction);
        base.WriteMembers(writer);
    }
}
