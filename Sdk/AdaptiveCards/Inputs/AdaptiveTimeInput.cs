namespace AdaptiveCards;

/// <summary>A time, written and sent as <c>16:30</c>.</summary>
public class AdaptiveTimeInput : AdaptiveInput
{
    /// <summary>The <see cref="Type"/> of this input.</summary>
    public const string TypeName = "Input.Time";

    /// <inheritdoc />
    public override string Type { get; set; } = TypeName;

    /// <summary>An example, shown while it is empty; no substitute for a label.</summary>
    public string? Placeholder { get; set; }

    /// <summary>The time at first.</summary>
    public string? Value { get; set; }

    /// <summary>The earliest time.</summary>
    public string? Min { get; set; }

    /// <summary>The latest time.</summary>
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
