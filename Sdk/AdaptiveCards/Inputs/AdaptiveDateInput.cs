namespace AdaptiveCards;

/// <summary>A date, written and sent as <c>2027-05-12</c>.</summary>
public class AdaptiveDateInput : AdaptiveInput
{
    /// <summary>The <see cref="Type"/> of this input.</summary>
    public const string TypeName = "Input.Date";

    /// <inheritdoc />
    public override string Type { get; set; } = TypeName;

    /// <summary>An example, shown while it is empty; no substitute for a label.</summary>
    public string? Placeholder { get; set; }

    /// <summary>The date at first.</summary>
    public string? Value { get; set; }

    /// <summary>The earliest date.</summary>
    public string? Min { get; set; }

    /// <summary>The latest date.</summary>
    public string? Max { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteText("placeholder"u8, Placeholder);
        writer.WriteText("value"u8, Value);
        writer.WriteText("min"u8, Min);
        writer.WriteText("max"u8, Max);
        base.WriteMembers(writer);
    }
}
