namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>The words and marks between choices that are written as text. What is null is as in English.</summary>
public class ChoiceFactoryOptions
{
    /// <summary>Makes options with everything left to its default.</summary>
    public ChoiceFactoryOptions() { }

    /// <summary>Makes options.</summary>
    /// <param name="inlineSeparator">Between choices on one line.</param>
    /// <param name="inlineOr">Between two choices.</param>
    /// <param name="inlineOrMore">Before the last of more than two choices.</param>
    /// <param name="includeNumbers">Whether each choice has its number before it.</param>
    public ChoiceFactoryOptions(string inlineSeparator, string inlineOr, string inlineOrMore, bool? includeNumbers)
        => (InlineSeparator, InlineOr, InlineOrMore, IncludeNumbers) = (inlineSeparator, inlineOr, inlineOrMore, includeNumbers);

    /// <summary>Between choices on one line; ", " by default.</summary>
    public string InlineSeparator { get; set; }

    /// <summary>Between two choices; " or " by default.</summary>
    public string InlineOr { get; set; }

    /// <summary>Before the last of more than two choices; ", or " by default.</summary>
    public string InlineOrMore { get; set; }

    /// <summary>Whether each choice has its number before it; true by default.</summary>
    public bool? IncludeNumbers { get; set; }
}
