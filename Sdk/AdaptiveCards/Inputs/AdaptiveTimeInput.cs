namespace AdaptiveCards;

/// <summary>A time, written and sent as <c>16:30</c>.</summary>
public class AdaptiveTimeInput : AdaptiveInput
{
    /// <inheritdoc />
    public override string Type { get; set; } = "Input.Time";

    /// <summary>An example, shown while it is empty; no substitute for a label.</summary>
    public string? Placeholder { get; set; }

    /// <summary>The time at first.</summary>
    public string? Value { get; set; }

    /// <summary>The earliest time.</summary>
    public string? Min { get; set; }

    /// <summary>The latest time.</summary>
    public string? Max { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Text("placeholder"u8, Placeholder)
        .Text("value"u8, Value)
        .Text("min"u8, Min)
        .Text("max"u8, Max));
}
