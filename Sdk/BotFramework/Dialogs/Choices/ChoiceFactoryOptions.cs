namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>The words and marks between choices that are written as text. What is null is as in English.</summary>
public class ChoiceFactoryOptions
{
    /// <summary>Between choices on one line; ", " by default.</summary>
    public string InlineSeparator { get; set; }

    /// <summary>Between two choices; " or " by default.</summary>
    public string InlineOr { get; set; }

    /// <summary>Before the last of more than two choices; ", or " by default.</summary>
    public string InlineOrMore { get; set; }

    /// <summary>Whether each choice has its number before it; true by default.</summary>
    public bool? IncludeNumbers { get; set; }
}
