namespace AdaptiveCards;

/// <summary>A number. <see cref="double.NaN"/> stands for none; infinity can't be written.</summary>
public class AdaptiveNumberInput : AdaptiveInput
{
    /// <inheritdoc />
    public override string Type { get; set; } = "Input.Number";

    /// <summary>An example, shown while it is empty; no substitute for a label.</summary>
    public string? Placeholder { get; set; }

    /// <summary>The number at first. Default: none.</summary>
    public double Value { get; set; } = double.NaN;

    /// <summary>The least number. Default: none.</summary>
    public double Min { get; set; } = double.NaN;

    /// <summary>The greatest number. Default: none.</summary>
    public double Max { get; set; } = double.NaN;

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Text("placeholder"u8, Placeholder)
        .Number("value"u8, Value)
        .Number("min"u8, Min)
        .Number("max"u8, Max));
}
