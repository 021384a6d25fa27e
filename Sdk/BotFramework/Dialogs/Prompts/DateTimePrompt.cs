using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// Asks for a date, a time of day, or both. Unlike the official SDK, which looks for dates anywhere in the answer, this
/// prompt takes an answer only if all of it is understood, so that none is half understood. It reads, in English, Spanish
/// and French:
/// <list type="bullet">
/// <item>ISO dates and times: <c>2027-05-12</c>, <c>2027-05-12T09:30</c>, <c>2027-05-12 09:30</c>;</item>
/// <item>dates in numbers: <c>12/05/2027</c>, <c>12.05.2027</c>, <c>12/05/27</c>; the month first for <c>en-US</c> and <c>en</c>, else the day;</item>
/// <item>dates in words: <c>12 May 2027</c>, <c>May 12th, 2027</c>, <c>12 de mayo de 2027</c>, <c>1er mai 2027</c>; a day of the week before one must be right;</item>
/// <item>days without a year, <c>12 May</c>, and days of the week, <c>Tuesday</c>: two meanings, the last one first, then the coming one (today counts as coming);</item>
/// <item>days from today: <c>tomorrow</c>, <c>pasado mañana</c>, <c>in 3 days</c>, <c>dans deux semaines</c>;</item>
/// <item>a day of this, the last or the next week (from Monday): <c>next Tuesday</c>, <c>el próximo martes</c>, <c>mardi prochain</c>;</item>
/// <item>times: <c>9:30</c>, <c>9:30am</c>, <c>at 9</c>, <c>a las 9</c>, <c>9h30</c>, <c>noon</c>; in English up to 12 without am or pm two meanings;</item>
/// <item>a date and a time in either order: <c>tomorrow at 9</c>.</item>
/// </list>
/// Today is the day of the activity's local timestamp, else of its timestamp; with neither, only whole dates and times are understood.
/// </summary>
/// <param name="dialogId">Its id.</param>
/// <param name="validator">Decides whether a date will do, and can leave the meaning that fits.</param>
/// <param name="defaultLocale">The language of activities that don't name one; null for English as in the United States.</param>
public class DateTimePrompt(string dialogId, PromptValidator<IList<DateTimeResolution>> validator = null, string defaultLocale = null)
    : Prompt<IList<DateTimeResolution>>(dialogId, validator)
{
    /// <summary>The language of activities that don't name one, as <c>fr-FR</c>.</summary>
    public string DefaultLocale { get; set; } = defaultLocale;

    /// <inheritdoc/>
    protected override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry,
        CancellationToken cancellationToken = default)
        => AskAsync(turnContext, options, isRetry, cancellationToken);

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<IList<DateTimeResolution>>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        var read = Answer(turnContext) is { } text
            ? DateTimes.Read(text, activity.Locale ?? DefaultLocale, (activity.LocalTimestamp ?? activity.Timestamp)?.DateTime)
            : [];
        return Task.FromResult(new PromptRecognizerResult<IList<DateTimeResolution>> { Succeeded = read.Count > 0, Value = read });
    }
}
