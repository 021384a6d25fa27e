using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks the user to choose one of <see cref="PromptOptions.Choices"/>, by its words, its place or its number.</summary>
/// <param name="dialogId">Its id.</param>
/// <param name="validator">Decides whether a choice will do.</param>
/// <param name="defaultLocale">The language of activities that don't name one; null for English.</param>
public class ChoicePrompt(string dialogId, PromptValidator<FoundChoice> validator = null, string defaultLocale = null)
    : Prompt<FoundChoice>(dialogId, validator)
{
    /// <summary>How choices are shown, unless the options say so; <see cref="ListStyle.Auto"/> by default.</summary>
    public ListStyle Style { get; set; } = ListStyle.Auto;

    /// <summary>The language of activities that don't name one, as <c>fr-FR</c>.</summary>
    public string DefaultLocale { get; set; } = defaultLocale;

    /// <summary>What stands between choices written as text; null for what is usual in the language.</summary>
    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    /// <summary>How choices are looked for in an answer; null for the defaults.</summary>
    public FindChoicesOptions RecognizerOptions { get; set; }

    /// <inheritdoc/>
    protected override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry,
        CancellationToken cancellationToken = default)
    {
        var marks = ChoiceOptions ?? Vocabulary.For(turnContext.Activity.Locale ?? DefaultLocale).Marks;
        return AskAsync(turnContext, options, isRetry, options.Choices ?? [], options.Style ?? Style, marks, cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        var result = new PromptRecognizerResult<FoundChoice>();
        if (Answer(turnContext) is { } text)
        {
            var recognizer = RecognizerOptions ?? new FindChoicesOptions();
            var locale = turnContext.Activity.Locale ?? recognizer.Locale ?? DefaultLocale;
            result.Value = ChoiceRecognizers.Recognize(text, options.Choices ?? [], recognizer, locale).FirstOrDefault();
            result.Succeeded = result.Value is not null;
        }
        return Task.FromResult(result);
    }
}
