using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Prompts;
using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for yes or no, which are offered as choices; words for them are understood, and their numbers where these are shown.</summary>
public class ConfirmPrompt : Prompt<bool>
{
    private readonly Dictionary<string, (Choice Yes, Choice No, ChoiceFactoryOptions Marks)> _answers;

    /// <summary>Makes a prompt.</summary>
    /// <param name="dialogId">Its id.</param>
    /// <param name="validator">Decides whether an answer will do.</param>
    /// <param name="defaultLocale">The language of activities that don't name one; null for English.</param>
    public ConfirmPrompt(string dialogId, PromptValidator<bool> validator = null, string defaultLocale = null)
        : this(dialogId, PromptCultureModels.GetSupportedCultures().ToDictionary(c => c.Locale, Answers), validator, defaultLocale) { }

    /// <summary>Makes a prompt with answers of its own.</summary>
    /// <param name="dialogId">Its id.</param>
    /// <param name="choiceDefaults">Yes, no, and what stands between them written as text, by locale such as <c>fr-fr</c>.</param>
    /// <param name="validator">Decides whether an answer will do.</param>
    /// <param name="defaultLocale">The language of activities that don't name one; null for English.</param>
    public ConfirmPrompt(
        string dialogId, Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> choiceDefaults, PromptValidator<bool> validator = null,
        string defaultLocale = null)
        : base(dialogId, validator)
    {
        ArgumentNullException.ThrowIfNull(choiceDefaults);
        (_answers, DefaultLocale) = (choiceDefaults, defaultLocale);
    }

    /// <summary>How yes and no are shown, unless the options say so; <see cref="ListStyle.Auto"/> by default.</summary>
    public ListStyle Style { get; set; } = ListStyle.Auto;

    /// <summary>The language of activities that don't name one, as <c>fr-FR</c>.</summary>
    public string DefaultLocale { get; set; }

    /// <summary>What stands between yes and no written as text; null for what is usual in the language.</summary>
    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    /// <summary>What is shown for yes, and for no; null for the words of the language.</summary>
    public Tuple<Choice, Choice> ConfirmChoices { get; set; }

    /// <inheritdoc/>
    protected override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var (choices, marks) = Offered(turnContext.Activity.Locale ?? DefaultLocale);
        return AskAsync(turnContext, options, isRetry, choices, options.Style ?? Style, marks, cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        var result = new PromptRecognizerResult<bool>();
        if (Answer(turnContext) is { } text && Understand(text, options?.RecognizeLanguage ?? turnContext.Activity.Locale ?? DefaultLocale) is { } answer)
            (result.Succeeded, result.Value) = (true, answer);
        return Task.FromResult(result);
    }

    private static (Choice, Choice, ChoiceFactoryOptions) Answers(PromptCultureModel culture)
        => (new Choice(culture.YesInLanguage), new Choice(culture.NoInLanguage), culture.Marks());

    private bool? Understand(string text, string locale)
    {
        if (YesNo.In(new Lexemes(text, Vocabulary.For(locale))) is { } answer) return answer;
        var (choices, marks) = Offered(locale);
        if (marks?.IncludeNumbers == false) return null;
        var found = ChoiceRecognizers.Recognize(text, choices, new FindChoicesOptions(), locale);
        return found.Count > 0 ? found[0].Resolution.Index == 0 : null;
    }

    private (Choice[] Choices, ChoiceFactoryOptions Marks) Offered(string locale)
    {
        var (yes, no, marks) = PromptCultureModels.Of(_answers, locale);
        if (ConfirmChoices is { } own) (yes, no) = own;
        return ([yes, no], ChoiceOptions ?? marks);
    }
}
