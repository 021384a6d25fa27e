namespace AdaptiveCards;

/// <summary>A date, written and sent as <c>2027-05-12</c>.</summary>
public class AdaptiveDateInput : AdaptiveInput
{
    /// <inheritdoc />
    public override string Type { get; set; } = "Input.Date";

    /// <summary>An example, shown while it is empty; no substitute for a label.</summary>
    public string? Placeholder { get; set; }

    /// <summary>The date at first.</summary>
    public string? Value { get; set; }

    /// <summary>The earliest date.</summary>
    public string? Min { get; set; }

    /// <summary>The latest date.</summary>
    public string? Max { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Text("placeholder"u8, Placeholder)
        .Text("value"u8, Value)
        .Text("min"u8, Min)
        .Text("max"u8, Max));
}
