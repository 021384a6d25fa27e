#nullable enable
using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>A time of day as it was written.</summary>
/// <param name="Hour">From 0 to 23.</param>
/// <param name="Minute">Null where only the hour was given.</param>
/// <param name="Second">Null where it wasn't given.</param>
/// <param name="EitherHalf">Whether the same hour after noon can be meant.</param>
internal sealed record TimeFound(int Hour, int? Minute, int? Second, bool EitherHalf)
{
    /// <summary>What it can mean, with the timex of each; the hour as written first.</summary>
    public IEnumerable<(string Timex, TimeOnly Clock)> Readings()
    {
        yield return Reading(Hour);
        if (EitherHalf) yield return Reading((Hour + 12) % 24);
    }

    private (string Timex, TimeOnly Clock) Reading(int hour)
    {
        var timex = string.Create(CultureInfo.InvariantCulture, $"T{hour:00}");
        if (Minute is not null) timex += string.Create(CultureInfo.InvariantCulture, $":{Minute:00}");
        if (Second is not null) timex += string.Create(CultureInfo.InvariantCulture, $":{Second:00}");
        return (timex, new TimeOnly(hour, Minute ?? 0, Second ?? 0));
    }
}

/// <summary>
/// Reads times of day: <c>9:30</c>, <c>21:30:15</c>, <c>9:30am</c>, <c>9 pm</c>, <c>at 9</c>, <c>noon</c>; <c>9h30</c>,
/// <c>9 heures</c>, <c>a las 9 de la tarde</c>. In English an hour from 1 to 12 without am or pm can be either, unless
/// it is written with a leading zero; Spanish and French count 24 hours.
/// </summary>
internal static class TimeReader
{
    /// <summary>Reads a time at a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The place; moved behind the time if there is one.</param>
    /// <returns>The time, or null.</returns>
    public static TimeFound? Read(Lexemes text, ref int at)
    {
        var words = text.Language;
        var next = at;
        // Glued to a T, as in 2027-05-12T09:30, digits need no other mark to be a time.
        var marked = words.At.Read(text, ref next) || (text.IsGlued(next) && text.Is(next - 1, "t"));
        if (words.NamedTimes.Read(text, ref next, out var named))
        {
            at = next;
            return new TimeFound(named, null, null, false);
        }
        if (!ReadHour(text, ref next, out var hour, out var zero)) return null;
        int? minute = null, second = null;
        if (ReadPart(text, ref next, ":", out var part) || (marked && ReadPart(text, ref next, ".", out part)))
        {
            (minute, marked) = (part, true);
            second = ReadPart(text, ref next, ":", out part) ? part : null;
            words.HourEnds.Read(text, ref next);
        }
        else if (words.HourEnds.Read(text, ref next))
        {
            marked = true;
            minute = text.Is(next, LexemeKind.Digits) && text.Read(next).Length == 2 ? Two(text.Read(next++)) : null;
        }
        var half = words.DayHalves.Read(text, ref next, out var begins);
        if (half && text.Is(next, ".") && text.IsGlued(next)) next++;
        if ((!marked && !half) || hour > 23 || minute > 59 || second > 59 || (half && hour is 0 or > 12)) return null;
        at = next;
        return half
            ? new TimeFound((hour % 12) + begins, minute, second, false)
            : new TimeFound(hour, minute, second, words.TwelveHours && !zero && hour is >= 1 and <= 12);
    }

    private static bool ReadHour(Lexemes text, ref int at, out int hour, out bool leadingZero)
    {
        leadingZero = false;
        if (text.Language.Numbers.Read(text, ref at, out hour)) return true;
        if (!text.Is(at, LexemeKind.Digits) || text.Read(at).Length > 2) return false;
        leadingZero = text.Read(at) is ['0', _];
        hour = Two(text.Read(at++));
        return true;
    }

    private static bool ReadPart(Lexemes text, ref int at, string sign, out int part)
    {
        part = 0;
        if (!text.Is(at, sign) || !text.IsGlued(at) || !text.IsGlued(at + 1) || !text.Is(at + 1, LexemeKind.Digits) || text.Read(at + 1).Length != 2)
            return false;
        part = Two(text.Read(at + 1));
        at += 2;
        return true;
    }

    private static int Two(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
