namespace AdaptiveCards;

/// <summary>A number. <see cref="double.NaN"/> stands for none; infinity can't be written.</summary>
public class AdaptiveNumberInput : AdaptiveInput
{
    /// <summary>The <see cref="Type"/> of this input.</summary>
    public const string TypeName = "Input.Number";

    /// <inheritdoc />
    public override string Type { get; set; } = TypeName;

    /// <summary>An example, shown while it is empty; no substitute for a label.</summary>
    public string? Placeholder { get; set; }

    /// <summary>The number at first. Default: none.</summary>
    public double Value { get; set; } = double.NaN;

    /// <summary>The least number. Default: none.</summary>
    public double Min { get; set; } = double.NaN;

    /// <summary>The greatest number. Default: none.</summary>
    public double Max { get; set; } = double.NaN;

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteText("placeholder"u8, Placeholder);
        writer.WriteUnlessNaN("value"u8, Value);
        writer.WriteUnlessNaN("min"u8, Min);
        writer.WriteUnlessNaN("max"u8, Max);
        base.WriteMembers(writer);
    }
}
