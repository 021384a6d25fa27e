namespace AdaptiveCards;

/// <summary>A choice between two values: a box to tick.</summary>
public class AdaptiveToggleInput : AdaptiveInput
{
    /// <inheritdoc />
    public override string Type { get; set; } = "Input.Toggle";

    /// <summary>The text beside the box. Required.</summary>
    public string? Title { get; set; }

    /// <summary>The value at first: <see cref="ValueOn"/>, <see cref="ValueOff"/>, or null for off.</summary>
    public string? Value { get; set; }

    /// <summary>What is sent if it is ticked. Default: <c>True</c>.</summary>
    public string? ValueOn { get; set; } = bool.TrueString;

    /// <summary>What is sent if it isn't. Default: <c>False</c>.</summary>
    public string? ValueOff { get; set; } = bool.FalseString;

    /// <summary>Whether a long title goes on in the next line. Default: false. Schema 1.2.</summary>
    public bool Wrap { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Required("title"u8, Title, Type)
        .Text("value"u8, Value)
        .Text("valueOn"u8, ValueOn)
        .Text("valueOff"u8, ValueOff)
        .Flag("wrap"u8, Wrap));
}
