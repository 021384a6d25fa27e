using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// Asks for a date, a time of day, or both, and says back what it understood. Unlike the official SDK, which looks for dates
/// anywhere in the answer, this prompt takes an answer only if all of it is understood, so that none is half understood. It
/// reads, in English, Spanish and French (<c>Sdk/README.md</c> has more of each, and what is asked again):
/// <list type="bullet">
/// <item>ISO dates and times: <c>2027-05-12</c>, <c>2027-05-12T09:30</c>, <c>2027-05-12 09:30</c>;</item>
/// <item>dates in numbers: <c>12/05/2027</c>, <c>12.05.2027</c>, <c>12/05/27</c>; the month first for <c>en-US</c>, <c>en</c> and where it is usual, else the day;</item>
/// <item>dates in words: <c>12 May 2027</c>, <c>May 12th, 2027</c>, <c>12 de mayo de 2027</c>, <c>1er mai 2027</c>; a day of the week before one must be right;</item>
/// <item>days without a year, <c>12 May</c>, and days of the week, <c>Tuesday</c>: two meanings, the last one first, then the coming one (today counts as coming);</item>
/// <item>days from today: <c>tomorrow</c>, <c>pasado mañana</c>, <c>in 3 days</c>, <c>dans deux semaines</c>;</item>
/// <item>a day of this, the last or the next week (from Monday): <c>next Tuesday</c>, <c>el próximo martes</c>, <c>mardi prochain</c>;</item>
/// <item>times: <c>9:30</c>, <c>9:30am</c>, <c>at 9</c>, <c>a las 9</c>, <c>9h30</c>, <c>noon</c>; in English up to 12 without am or pm two meanings;</item>
/// <item>a date and a time in either order: <c>tomorrow at 9</c>.</item>
/// </list>
/// Today is the day of the activity's local timestamp, else of its timestamp in the sender's zone, else in UTC; with neither timestamp, only whole dates and times are understood.
/// </summary>
/// <param name="dialogId">Its id.</param>
/// <param name="validator">Decides whether a date will do, and can leave the meaning that fits; if it says something itself, the prompt says nothing back.</param>
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
        var read = Answer(turnContext) is { } text ? DateTimes.Read(text, activity.Locale ?? DefaultLocale, ClockOfSender(activity)) : [];
        return Task.FromResult(new PromptRecognizerResult<IList<DateTimeResolution>> { Succeeded = read.Count > 0, Value = read });
    }

    private protected override Task SayBackAsync(ITurnContext turnContext, IList<DateTimeResolution> value, CancellationToken cancellationToken)
        => DateTimes.Say(value ?? [], Vocabulary.For(turnContext.Activity.Locale ?? DefaultLocale)) is { Length: > 0 } said
            ? turnContext.SendActivityAsync(said, cancellationToken: cancellationToken)
            : Task.CompletedTask;

    private static DateTime? ClockOfSender(Activity activity)
    {
        if (activity.LocalTimestamp is { } local) return local.DateTime;
        // A name of a zone is a path on Linux: one that begins with a slash or has dots could lead to any file.
        var named = activity.LocalTimezone is [not '/', ..] name && !name.Contains('.') && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var found) ? found : TimeZoneInfo.Utc;
        return activity.Timestamp is { } at ? TimeZoneInfo.ConvertTime(at, named).DateTime : null;
    }
}
