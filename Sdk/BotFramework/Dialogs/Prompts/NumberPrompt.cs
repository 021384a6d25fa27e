using System.Numerics;
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
        var value = text is not null && Numbers.In(text, locale) is [var number, ..] ? Convert(number) : null;
        return Task.FromResult(new PromptRecognizerResult<T> { Succeeded = value is not null, Value = value.GetValueOrDefault() });
    }

    private static T? Convert(decimal value)
    {
        if (typeof(T) == typeof(int)) return Whole<int>(value);
        if (typeof(T) == typeof(long)) return Whole<long>(value);
        if (typeof(T) == typeof(float)) return (T)(object)(float)value;
        if (typeof(T) == typeof(double)) return (T)(object)(double)value;
        return (T)(object)value;
    }

    private static T? Whole<TInteger>(decimal value)
        where TInteger : struct, IBinaryInteger<TInteger>, IMinMaxValue<TInteger>
        => decimal.IsInteger(value) && value >= decimal.CreateChecked(TInteger.MinValue) && value <= decimal.CreateChecked(TInteger.MaxValue)
            ? (T)(object)TInteger.CreateChecked(value)
            : null;
}
