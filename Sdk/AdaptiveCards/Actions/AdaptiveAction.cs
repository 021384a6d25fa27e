namespace AdaptiveCards;

/// <summary>What a button, or a click on an element, does.</summary>
public abstract class AdaptiveAction : AdaptiveTypedElement
{
    /// <summary>The label of the button.</summary>
    public string? Title { get; set; }

    /// <summary>The address of a picture beside the label. Schema 1.1.</summary>
    public string? IconUrl { get; set; }

    /// <summary>How it looks: <c>default</c>, <c>positive</c> or <c>destructive</c>. Schema 1.2.</summary>
    public string? Style { get; set; } = DefaultStyle;

    /// <summary>What is shown when the mouse rests on it. Schema 1.5.</summary>
    public string? Tooltip { get; set; }

    /// <summary>Whether it can be pressed. Default: true. Schema 1.5.</summary>
    public bool IsEnabled { get; set; } = true;

    /// <summary>A button, or an entry of the overflow menu. Schema 1.5.</summary>
    public AdaptiveActionMode Mode { get; set; }

    private const string DefaultStyle = "default";

    private protected override void WriteMembers(Utf8JsonWriter writer) => writer
        .Text("title"u8, Title)
        .Text("iconUrl"u8, IconUrl)
        .Text("style"u8, Style == DefaultStyle ? null : Style)
        .Text("tooltip"u8, Tooltip)
        .Flag("isEnabled"u8, IsEnabled, unless: true)
        .Enum("mode"u8, Mode);
}
