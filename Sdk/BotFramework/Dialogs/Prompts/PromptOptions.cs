using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt asks. It is stored with the prompt's state until the prompt ends.</summary>
public class PromptOptions
{
    /// <summary>The question.</summary>
    public Activity Prompt { get; set; }

    /// <summary>The question after an answer that wasn't understood; the same question if null.</summary>
    public Activity RetryPrompt { get; set; }

    /// <summary>What a <see cref="ChoicePrompt"/> offers.</summary>
    public IList<Choice> Choices { get; set; }

    /// <summary>How choices are shown; null leaves it to the prompt.</summary>
    public ListStyle? Style { get; set; }

    /// <summary>Anything the prompt's validator wants to know.</summary>
    public object Validations { get; set; }
}
