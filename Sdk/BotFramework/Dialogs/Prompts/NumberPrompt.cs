using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for a number, in digits or words, in English, Spanish or French. The first number of the answer counts; one that doesn't fit the type doesn't.</summary>
/// <typeparam name="T">One of int, long, float, double and decimal.</typeparam>
public class NumberPrompt<T> : Prompt<T>
    where T : struct
{
    /// <summary>Makes a prompt.</summary>
    /// <param name="dialogId">Its id.</param>
    /// <param name="validator">Decides whether a number will do.</param>
    /// <param name="defaultLocale">The language of activities that don't name one; null for English.</param>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no type that is known.</exception>
    public NumberPrompt(string dialogId, PromptValidator<T> validator = null, string defaultLocale = null)
        : base(dialogId, validator)
    {
        if (typeof(T) != typeof(int) && typeof(T) != typeof(long) && typeof(T) != typeof(float) && typeof(T) != typeof(double) && typeof(T) != typeof(decimal))
            throw new NotSupportedException($"A number prompt asks for int, long, float, double or decimal, not for {typeof(T).Name}.");
        DefaultLocale = defaultLocale;
    }

    /// <summary>The language of activities that don't name one, as <c>fr-FR</c>.</summary>
    public string DefaultLocale { get; set; }

    /// <inheritdoc/>
    protected override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry,
        CancellationToken cancellationToken = default)
        => AskAsync(turnContext, options, isRetry, cancellationToken);

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        var text = Answer(turnContext);
        var locale = turnContext.Activity.Locale ?? DefaultLocale;
        var value = text is not null && Numbers.In(text, locale) is [var number, ..] ? Fitting(number) : null;
        return Task.FromResult(new PromptRecognizerResult<T> { Succeeded = value is not null, Value = value.GetValueOrDefault() });
    }

    private static T? Fitting(decimal value)
    {
        var (least, most) = typeof(T) == typeof(int) ? (int.MinValue, int.MaxValue) : (long.MinValue, long.MaxValue);
        var whole = typeof(T) == typeof(int) || typeof(T) == typeof(long);
        return whole && !(decimal.IsInteger(value) && value >= least && value <= most) ? null : (T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture);
    }
}
