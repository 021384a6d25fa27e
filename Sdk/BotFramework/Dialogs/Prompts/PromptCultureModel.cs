namespace Microsoft.Bot.Builder.Dialogs.Prompts;

/// <summary>What prompts themselves write in a language: the answers of a confirmation, and what stands between choices.</summary>
public class PromptCultureModel
{
    /// <summary>The language, as <c>fr-fr</c>.</summary>
    public string Locale { get; set; }

    /// <summary>Between choices on one line.</summary>
    public string Separator { get; set; }

    /// <summary>Between two choices.</summary>
    public string InlineOr { get; set; }

    /// <summary>Before the last of more than two choices.</summary>
    public string InlineOrMore { get; set; }

    /// <summary>Yes.</summary>
    public string YesInLanguage { get; set; }

    /// <summary>No.</summary>
    public string NoInLanguage { get; set; }
}
