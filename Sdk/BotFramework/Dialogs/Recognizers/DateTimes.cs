#nullable enable
using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>
/// Understands dates and times of day, by a closed grammar: the whole text must be one date, one time, or both, with no
/// word left over, so that nothing is half understood. See <see cref="DateReader"/> and <see cref="TimeReader"/> for what there is.
/// </summary>
internal static class DateTimes
{
    /// <summary>Reads a text.</summary>
    /// <param name="utterance">The text.</param>
    /// <param name="locale">Its language, and the order of day and month in numbers: <c>en-US</c>, or English alone, has the month first.</param>
    /// <param name="reference">The user's local time; null if it isn't known, then only whole dates and times are understood.</param>
    /// <returns>What can be meant: several where it is ambiguous, none if it isn't understood.</returns>
    public static List<DateTimeResolution> Read(string utterance, string? locale, DateTime? reference)
    {
        var text = new Lexemes(utterance, Vocabulary.For(locale));
        // A clock that is far off would lead out of the calendar.
        var today = reference is { Year: > 1900 and < 9000 } known ? DateOnly.FromDateTime(known) : (DateOnly?)null;
        var dates = new DateReader(text, IsMonthFirst(locale), today);
        var at = 0;
        SkipFillers(text, ref at);
        var time = TimeReader.Read(text, ref at);
        SkipFillers(text, ref at);
        var date = dates.Read(ref at);
        if (time is null)
        {
            SkipSeparator(text, ref at);
            time = TimeReader.Read(text, ref at);
        }
        SkipFillers(text, ref at);
        while (text.Is(at, ".") || text.Is(at, "!") || text.Is(at, "?")) at++;
        return at == text.Count ? Combine(date, time) : [];
    }

    private static bool IsMonthFirst(string? locale)
        => string.IsNullOrEmpty(locale) || (Vocabulary.LanguageOf(locale) is not ("es" or "fr")
            && (locale.Length == 2 || locale.EndsWith("-US", StringComparison.OrdinalIgnoreCase)));

    private static void SkipFillers(Lexemes text, ref int at)
    {
        bool skipped;
        do
        {
            skipped = text.Is(at, ",");
            at += skipped ? 1 : 0;
        }
        while (text.Language.Fillers.Read(text, ref at) || skipped);
    }

    private static void SkipSeparator(Lexemes text, ref int at)
    {
        if (text.Is(at, ",") || (text.Is(at, "t") && text.IsGlued(at))) at++;
    }

    private static List<DateTimeResolution> Combine(DateFound? date, TimeFound? time)
    {
        var resolutions = new List<DateTimeResolution>();
        var days = date?.Days ?? [];
        if (date is null && time is not null)
        {
            foreach (var (timex, clock) in time.Readings()) resolutions.Add(new DateTimeResolution { Timex = timex, Value = Written(clock) });
        }
        foreach (var day in days)
        {
            var written = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (time is null)
                resolutions.Add(new DateTimeResolution { Timex = date!.Timex, Value = written });
            else
            {
                foreach (var (timex, clock) in time.Readings())
                    resolutions.Add(new DateTimeResolution { Timex = date!.Timex + timex, Value = $"{written} {Written(clock)}" });
            }
        }
        return resolutions;
    }

    private static string Written(TimeOnly clock) => clock.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
