using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks the user to choose one of <see cref="PromptOptions.Choices"/>, by its words, its place or its number.</summary>
public class ChoicePrompt : Prompt<FoundChoice>
{
    private readonly Dictionary<string, ChoiceFactoryOptions> _marks;

    /// <summary>Makes a prompt.</summary>
    /// <param name="dialogId">Its id.</param>
    /// <param name="validator">Decides whether a choice will do.</param>
    /// <param name="defaultLocale">The language of activities that don't name one; null for English.</param>
    public ChoicePrompt(string dialogId, PromptValidator<FoundChoice> validator = null, string defaultLocale = null)
        : this(dialogId, PromptCultureModels.GetSupportedCultures().ToDictionary(c => c.Locale, c => c.Marks()), validator, defaultLocale) { }

    /// <summary>Makes a prompt with words and marks of its own.</summary>
    /// <param name="dialogId">Its id.</param>
    /// <param name="choiceDefaults">What stands between choices written as text, by locale such as <c>fr-fr</c>.</param>
    /// <param name="validator">Decides whether a choice will do.</param>
    /// <param name="defaultLocale">The language of activities that don't name one; null for English.</param>
    public ChoicePrompt(
        string dialogId, Dictionary<string, ChoiceFactoryOptions> choiceDefaults, PromptValidator<FoundChoice> validator = null,
        string defaultLocale = null)
        : base(dialogId, validator)
    {
        ArgumentNullException.ThrowIfNull(choiceDefaults);
        (_marks, DefaultLocale) = (choiceDefaults, defaultLocale);
    }

    /// <summary>How choices are shown, unless the options say so; <see cref="ListStyle.Auto"/> by default.</summary>
    public ListStyle Style { get; set; } = ListStyle.Auto;

    /// <summary>The language of activities that don't name one, as <c>fr-FR</c>.</summary>
    public string DefaultLocale { get; set; }

    /// <summary>What stands between choices written as text; null for what is usual in the language.</summary>
    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    /// <summary>How choices are looked for in an answer; null for the defaults.</summary>
    public FindChoicesOptions RecognizerOptions { get; set; }

    /// <inheritdoc/>
    protected override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var marks = ChoiceOptions ?? PromptCultureModels.Of(_marks, turnContext.Activity.Locale ?? DefaultLocale);
        return AskAsync(turnContext, options, isRetry, options.Choices ?? [], options.Style ?? Style, marks, cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var result = new PromptRecognizerResult<FoundChoice>();
        if (Answer(turnContext) is { } text)
        {
            var recognizer = RecognizerOptions ?? new FindChoicesOptions();
            var locale = recognizer.Locale ?? options.RecognizeLanguage ?? turnContext.Activity.Locale ?? DefaultLocale;
            var found = ChoiceRecognizers.Recognize(text, options.Choices, recognizer, locale);
            if (found.Count > 0) (result.Succeeded, result.Value) = (true, found[0].Resolution);
        }
        return Task.FromResult(result);
    }
}
