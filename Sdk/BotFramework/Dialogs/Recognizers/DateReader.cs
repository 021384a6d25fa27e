#nullable enable
using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>A date as it was written: its timex, and the days it can mean, the past one first.</summary>
internal sealed record DateFound(string Timex, params DateOnly[] Days)
{
    /// <summary>One certain day.</summary>
    public DateFound(DateOnly day)
        : this(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day) { }
}

/// <summary>
/// Reads dates: <c>2027-05-12</c>; <c>12/05/2027</c> (also with dots, hyphens, two digits of the year); <c>12 May 2027</c>,
/// <c>May 12th, 2027</c>; <c>12 May</c> and <c>12/05</c>, which mean the last or the coming one; <c>Tuesday</c> likewise;
/// <c>next Tuesday</c>, which is the one of next week; <c>tomorrow</c>; <c>in 3 days</c>, <c>in two weeks</c>. A day of the
/// week before a date must be right.
/// </summary>
internal sealed class DateReader(Lexemes text, bool monthFirst, DateOnly? today)
{
    private const int LongestSpan = 3660;

    private readonly Vocabulary _words = text.Language;

    /// <summary>Reads a date at a place.</summary>
    /// <param name="at">The place; moved behind the date if there is one.</param>
    /// <returns>The date, or null.</returns>
    public DateFound? Read(ref int at)
    {
        var next = at;
        if ((ReadNumbers(ref next) ?? ReadMonth(ref next) ?? ReadRelative(ref next) ?? ReadWeekday(ref next)) is not { } date) return null;
        at = next;
        return date;
    }

    private DateFound? ReadNumbers(ref int at)
    {
        var next = at;
        if (!ReadNumber(ref next, 4, out var first) || !text.IsGlued(next) || text.Read(next) is not ['/' or '-' or '.']) return null;
        var (sign, yearFirst) = (text.Read(next)[0], next == at + 1 && text.Read(at).Length == 4);
        if (!text.IsGlued(++next) || !ReadNumber(ref next, 2, out var second)) return null;
        int? third = null;
        if (text.Is(next, [sign]) && text.IsGlued(next) && text.IsGlued(next + 1) && text.Is(next + 1, LexemeKind.Digits))
        {
            var length = text.Read(++next).Length;
            if (length == 3 || !ReadNumber(ref next, 4, out var number)) return null;
            third = number + (!yearFirst && length <= 2 ? 2000 : 0);
        }
        // Two parts with a dot or a hyphen are a time or a span as well.
        if (third is null && (sign != '/' || yearFirst)) return null;
        var (day, month) = monthFirst ? (second, first) : (first, second);
        if (month > 12 && day <= 12) (day, month) = (month, day);
        var date = yearFirst ? Whole(first, second, third!.Value) : third is { } year ? Whole(year, month, day) : Yearly(month, day);
        at = date is null ? at : next;
        return date;
    }

    private DateFound? ReadMonth(ref int at)
    {
        var next = at;
        if (_words.Months.Read(text, ref next, out var month))
        {
            Skip(ref next, ".");
            if (!ReadDay(ref next, out var day)) return null;
            Skip(ref next, ",");
            return Ended(ref at, next, month, day);
        }
        if (ReadDay(ref next, out var number))
        {
            _words.Of.Read(text, ref next);
            if (!_words.Months.Read(text, ref next, out month)) return null;
            Skip(ref next, ".");
            Skip(ref next, ",");
            return Ended(ref at, next, month, number);
        }
        return null;
    }

    /// <summary>Reads the year, if there is one, and with it the date is complete.</summary>
    private DateFound? Ended(ref int at, int next, int month, int day)
    {
        var withYear = next;
        _words.Of.Read(text, ref withYear);
        var whole = text.Read(withYear).Length == 4 && ReadNumber(ref withYear, 4, out var year) ? Whole(year, month, day) : null;
        // A comma after the month belongs to the date only before a year.
        var date = whole ?? (withYear == next ? Yearly(month, day) : null);
        at = whole is not null ? withYear : date is null ? at : text.Is(next - 1, ",") ? next - 1 : next;
        return date;
    }

    private DateFound? ReadRelative(ref int at)
    {
        if (today is not { } day) return null;
        var next = at;
        if (_words.RelativeDays.Read(text, ref next, out var offset))
        {
            at = next;
            return new DateFound(day.AddDays(offset));
        }
        if (!_words.In.Read(text, ref next) || !Numbers.TryRead(text, ref next, out var count) || !_words.Spans.Read(text, ref next, out var days)
            || !decimal.IsInteger(count) || count is < 0 or > LongestSpan)
            return null;
        at = next;
        return new DateFound(day.AddDays((int)count * days));
    }

    /// <summary>Reads a day of the week: by itself, with a week beside it, or before a date.</summary>
    private DateFound? ReadWeekday(ref int at)
    {
        var next = at;
        var relative = _words.RelativeWeeks.Read(text, ref next, out var week);
        if (!_words.Weekdays.Read(text, ref next, out var weekday)) return null;
        relative = relative || _words.RelativeWeeks.Read(text, ref next, out week);
        Skip(ref next, ".");
        var date = relative ? null : ReadBehind(ref next, weekday);
        if (date is null && today is { } day)
        {
            var monday = day.AddDays(1 - IsoWeekday(day));
            var coming = day.AddDays((weekday - IsoWeekday(day) + 7) % 7);
            date = relative
                ? new DateFound(monday.AddDays((7 * week) + weekday - 1))
                : new DateFound($"XXXX-WXX-{weekday}", coming.AddDays(-7), coming);
        }
        at = date is null ? at : next;
        return date;
    }

    /// <summary>Reads the date behind a day of the week. If they contradict each other it stays unread, and nothing is understood.</summary>
    private DateFound? ReadBehind(ref int at, int weekday)
    {
        var next = at;
        Skip(ref next, ",");
        _words.Fillers.Read(text, ref next);
        if ((ReadNumbers(ref next) ?? ReadMonth(ref next)) is not { } date) return null;
        var fitting = Array.FindAll(date.Days, d => IsoWeekday(d) == weekday);
        if (fitting.Length == 0) return null;
        at = next;
        return date with { Days = fitting };
    }

    private bool ReadDay(ref int at, out int day)
    {
        var next = at;
        if (Ordinals.TryRead(text, ref next, out day) && day > 0 && next > at)
            at = next;
        else if (!ReadNumber(ref at, 2, out day))
            return false;
        return true;
    }

    private bool ReadNumber(ref int at, int digits, out int number)
    {
        number = 0;
        if (!text.Is(at, LexemeKind.Digits) || text.Read(at).Length > digits) return false;
        number = int.Parse(text.Read(at++), NumberStyles.None, CultureInfo.InvariantCulture);
        return true;
    }

    private void Skip(ref int at, string sign)
    {
        if (text.Is(at, sign)) at++;
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
