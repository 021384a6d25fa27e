#nullable enable
namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>
/// Understands dates and times of day, by a closed grammar: the whole text must be one date, one time, or both, with no
/// word left over, so that nothing is half understood. See <see cref="DateReader"/> and <see cref="TimeReader"/> for what there is.
/// </summary>
internal static class DateTimes
{
    /// <summary>Reads a text.</summary>
    /// <param name="utterance">The text.</param>
    /// <param name="locale">Its language, and the order of day and month in numbers; none is English as in the United States.</param>
    /// <param name="reference">The user's local time; null if it isn't known, then only whole dates and times are understood.</param>
    /// <returns>What can be meant: several where it is ambiguous, none if it isn't understood.</returns>
    public static List<DateTimeResolution> Read(string utterance, string? locale, DateTime? reference)
    {
        var text = new Scanner(utterance, locale);
        // A clock that is far off would lead out of the calendar.
        var today = reference is { Year: > 1900 and < 9000 } known ? DateOnly.FromDateTime(known) : (DateOnly?)null;
        var monthFirst = text.Words.MonthFirst.Split(", ").Contains(string.IsNullOrEmpty(locale) ? "en" : locale.Replace('_', '-'), StringComparer.OrdinalIgnoreCase);
        text.SkipAll("¿¡");
        SkipFillers(text);
        var time = TimeReader.Read(text);
        SkipFillers(text);
        var date = new DateReader(text, monthFirst, today).Read();
        if (time is null)
        {
            _ = text.Skip(",") || (text.IsGlued() && text.Skip("t"));
            time = TimeReader.Read(text);
        }
        SkipFillers(text);
        text.SkipAll(".!?");
        return text.Ended && (date is not null || time is not null) ? Combine(date, time) : [];
    }

    /// <summary>Says what was understood as people write it, so that a day that wasn't meant is noticed: the day of the week and the month in words.</summary>
    /// <returns>All that can be meant; empty for values that aren't of a prompt.</returns>
    public static string Say(IEnumerable<DateTimeResolution> meanings, Vocabulary words)
        => string.Join($" {words.SayOr} ", meanings.Select(meaning => Say(meaning.Value, words.Culture)).OfType<string>());

    private static string? Say(string value, CultureInfo culture)
        => DateTime.TryParse(value, CultureInfo.InvariantCulture, out var at) ? at.ToString(value.Length switch { 8 => "t", 10 => "D", _ => "f" }, culture) : null;

    private static void SkipFillers(Scanner text)
    {
        do text.SkipAll(",");
        while (text.Skip(text.Words.Fillers));
    }

    private static List<DateTimeResolution> Combine(DateFound? date, TimeFound? time)
        => [.. from day in date?.Meanings ?? [("", "")]
               from clock in time?.Meanings ?? [("", "")]
               select new DateTimeResolution { Timex = day.Timex + clock.Timex, Value = $"{day.Value} {clock.Value}".Trim() }];
}
