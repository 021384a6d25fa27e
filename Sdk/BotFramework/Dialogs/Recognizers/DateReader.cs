#nullable enable
namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>A date as it was written: its timex, and the days it can mean, the past one first.</summary>
internal sealed record DateFound(string Timex, params DateOnly[] Days)
{
    /// <summary>One certain day.</summary>
    public DateFound(DateOnly day)
        : this(Written(day), day) { }

    /// <summary>What it can mean, with its timex.</summary>
    public IEnumerable<(string Timex, string Value)> Meanings => Days.Select(day => (Timex, Written(day)));

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>
/// Reads dates: <c>2027-05-12</c>; <c>12/05/2027</c> (also with dots, hyphens, two digits of the year); <c>12 May 2027</c>,
/// <c>May 12th, 2027</c>, <c>12-May-2027</c>; <c>12 May</c> and <c>12/05</c>, which mean the last or the coming one; <c>Tuesday</c> likewise;
/// <c>next Tuesday</c>, which is the one of next week; <c>tomorrow</c>; <c>in 3 days</c>, <c>in two weeks</c>. A day of the
/// week before a date must be right.
/// </summary>
internal sealed class DateReader(Scanner text, bool monthFirst, DateOnly? today)
{
    private const int LongestSpan = 3660;

    // What may stand between a day and the name of its month, or behind that where it is cut short.
    private const string Between = ".-/";

    private readonly Vocabulary _words = text.Words;

    /// <summary>Reads a date that comes next.</summary>
    /// <returns>The date, or null.</returns>
    public DateFound? Read() => text.Try(ReadNumbers) ?? text.Try(ReadMonth) ?? text.Try(ReadRelative) ?? text.Try(ReadWeekday);

    private DateFound? ReadNumbers()
    {
        var yearFirst = text.Piece().Length == 4;
        if (text.TakeDigits(4) is not { } first) return null;
        var sign = text.Piece().ToString();
        if (sign is not ("/" or "-" or ".") || text.TakeDigits(sign, 2) is not { } second) return null;
        var third = text.TakeDigits(sign, yearFirst ? 2 : 4);
        if (yearFirst) return third is { } last ? Whole(first, second, last) : null;
        var (day, month) = monthFirst ? (second, first) : (first, second);
        if (month > 12 && day <= 12) (day, month) = (month, day);
        return third switch
        {
            // Two parts with a dot or a hyphen are a time or a span as well.
            null => sign == "/" ? Yearly(month, day) : null,
            < 100 => Whole(CultureInfo.InvariantCulture.Calendar.ToFourDigitYear(third.Value), month, day),
            < 1000 => null,
            _ => Whole(third.Value, month, day),
        };
    }

    private DateFound? ReadMonth()
    {
        var dayFirst = text.Try(ReadDay);
        if (dayFirst is not null && !text.Skip(_words.Of)) text.SkipAll(Between);
        if (text.Take(_words.Months) is not { } month) return null;
        text.SkipAll(Between);
        if ((dayFirst ?? ReadDay()) is not { } day) return null;
        return text.Try(() => ReadYear() is { } year ? Whole(year, month, day) : null) ?? Yearly(month, day);
    }

    private int? ReadYear()
    {
        text.SkipAll(",-/");
        text.Skip(_words.Of);
        return text.Piece().Length == 4 ? text.TakeDigits(4) : null;
    }

    private int? ReadDay() => text.Try(() => Ordinals.Read(text) is > 0 and var day ? day : (int?)null) ?? Numbers.ReadShort(text);

    private DateFound? ReadRelative()
    {
        if (today is not { } day) return null;
        if (text.Take(_words.RelativeDays) is { } offset) return new DateFound(day.AddDays(offset));
        return text.Skip(_words.In) && Numbers.Read(text) is >= 0 and <= LongestSpan and var count && decimal.IsInteger(count) && text.Take(_words.Spans) is { } days
            ? new DateFound(day.AddDays((int)count * days))
            : null;
    }

    /// <summary>Reads a day of the week: by itself, with a week beside it, or before a date.</summary>
    private DateFound? ReadWeekday()
    {
        var week = text.Take(_words.RelativeWeeks);
        if (text.Take(_words.Weekdays) is not { } weekday) return null;
        week ??= text.Take(_words.RelativeWeeks);
        text.Skip(".");
        if (week is null && text.Try(() => ReadBehind(weekday)) is { } date) return date;
        if (today is not { } day) return null;
        var coming = day.AddDays((weekday - IsoWeekday(day) + 7) % 7);
        return week is { } weeks
            ? new DateFound(day.AddDays((7 * weeks) + weekday - IsoWeekday(day)))
            : new DateFound($"XXXX-WXX-{weekday}", coming.AddDays(-7), coming);
    }

    /// <summary>Reads the date behind a day of the week. If they contradict each other it stays unread, and nothing is understood.</summary>
    private DateFound? ReadBehind(int weekday)
    {
        text.Skip(",");
        text.Skip(_words.Fillers);
        if ((text.Try(ReadNumbers) ?? text.Try(ReadMonth)) is not { } date) return null;
        var fitting = Array.FindAll(date.Days, d => IsoWeekday(d) == weekday);
        return fitting.Length == 0 ? null : date with { Days = fitting };
    }

    private static DateFound? Whole(int year, int month, int day)
        => Exists(year, month, day) ? new DateFound(new DateOnly(year, month, day)) : null;

    private static bool Exists(int year, int month, int day)
        => year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    /// <summary>A date without a year: the last one before today, and the coming one, which can be today.</summary>
    private DateFound? Yearly(int month, int day)
    {
        // 2000 is a leap year: then the day exists in some year. At most eight years lie between two 29ths of February.
        if (today is not { } now || !Exists(2000, month, day)) return null;
        var years = Enumerable.Range(now.Year - 8, 17).Where(y => Exists(y, month, day)).Select(y => new DateOnly(y, month, day)).ToList();
        return new DateFound(string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}-{day:00}"), years.FindLast(d => d < now), years.Find(d => d >= now));
    }

    private static int IsoWeekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;
}
