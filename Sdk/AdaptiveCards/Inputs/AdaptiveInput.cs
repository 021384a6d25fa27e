namespace AdaptiveCards;

/// <summary>Something to fill in. Give it an id: its value is sent under that. Hosts check the rules; the bot checks again.</summary>
public abstract class AdaptiveInput : AdaptiveElement
{
    /// <summary>What is asked, shown above and read out. Schema 1.3.</summary>
    public string? Label { get; set; }

    /// <summary>Whether an action waits until it is filled in. Default: false. Schema 1.3.</summary>
    public bool IsRequired { get; set; }

    /// <summary>What is shown if it is missing or against the rules. Schema 1.3.</summary>
    public string? ErrorMessage { get; set; }

    private protected override void WriteMembers(Utf8JsonWriter writer) => base.WriteMembers(writer
        .Text("label"u8, Label)
        .Flag("isRequired"u8, IsRequired)
        .Text("errorMessage"u8, ErrorMessage));
}
