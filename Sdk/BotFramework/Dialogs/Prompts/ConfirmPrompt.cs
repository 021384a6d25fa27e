using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for yes or no, which are offered as choices; words for them are understood, and their numbers where these are shown.</summary>
/// <param name="dialogId">Its id.</param>
/// <param name="validator">Decides whether an answer will do.</param>
/// <param name="defaultLocale">The language of activities that don't name one; null for English.</param>
public class ConfirmPrompt(string dialogId, PromptValidator<bool> validator = null, string defaultLocale = null) : Prompt<bool>(dialogId, validator)
{
    /// <summary>How yes and no are shown, unless the options say so; <see cref="ListStyle.Auto"/> by default.</summary>
    public ListStyle Style { get; set; } = ListStyle.Auto;

    /// <summary>The language of activities that don't name one, as <c>fr-FR</c>.</summary>
    public string DefaultLocale { get; set; } = defaultLocale;

    /// <summary>What stands between yes and no written as text; null for what is usual in the language.</summary>
    public ChoiceFactoryOptions ChoiceOptions { get; set; }

    /// <summary>What is shown for yes, and for no; null for the words of the language.</summary>
    public Tuple<Choice, Choice> ConfirmChoices { get; set; }

    /// <inheritdoc/>
    protected override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry,
        CancellationToken cancellationToken = default)
    {
        var (choices, marks) = Offered(turnContext.Activity.Locale ?? DefaultLocale);
        return AskAsync(turnContext, options, isRetry, choices, options.Style ?? Style, marks, cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        var answer = Answer(turnContext) is { } text ? Understand(text, turnContext.Activity.Locale ?? DefaultLocale) : null;
        return Task.FromResult(new PromptRecognizerResult<bool> { Succeeded = answer is not null, Value = answer ?? false });
    }

    private bool? Understand(string text, string locale)
    {
        if (YesNo.In(text, locale) is { } answer) return answer;
        var (choices, marks) = Offered(locale);
        if (marks.IncludeNumbers == false) return null;
        var found = ChoiceRecognizers.Recognize(text, choices, new FindChoicesOptions(), locale);
        return found.Count > 0 ? found[0].Index == 0 : null;
    }

    private (Choice[] Choices, ChoiceFactoryOptions Marks) Offered(string locale)
    {
        var words = Vocabulary.For(locale);
        return ([ConfirmChoices?.Item1 ?? new Choice(words.SayYes), ConfirmChoices?.Item2 ?? new Choice(words.SayNo)], ChoiceOptions ?? words.Marks);
    }
}
