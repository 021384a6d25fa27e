namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How values are looked for in what the user wrote.</summary>
public class FindValuesOptions
{
    /// <summary>Whether some of a value's words are enough; false by default: all must be there.</summary>
    public bool AllowPartialMatches { get; set; }

    /// <summary>The language of texts that don't name one, as <c>en-US</c>; null leaves it to the prompt.</summary>
    public string Locale { get; set; }

    /// <summary>How many other words may stand between two words of a value; null for 2.</summary>
    public int? MaxTokenDistance { get; set; }
}
