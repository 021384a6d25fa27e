namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are looked for in what the user wrote.</summary>
public class FindChoicesOptions : FindValuesOptions
{
    /// <summary>Whether a choice's own value doesn't count; false by default.</summary>
    public bool NoValue { get; set; }

    /// <summary>Whether the title of a choice's action doesn't count; false by default.</summary>
    public bool NoAction { get; set; }

    /// <summary>Whether a choice can be named by its number: "2", "two"; true by default.</summary>
    public bool RecognizeNumbers { get; set; } = true;

    /// <summary>Whether a choice can be named by its place: "the second", "the last one"; true by default.</summary>
    public bool RecognizeOrdinals { get; set; } = true;
}
