#nullable enable
namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>A time of day as it was written.</summary>
/// <param name="Hour">From 0 to 23.</param>
/// <param name="Minute">Null where only the hour was given.</param>
/// <param name="Second">Null where it wasn't given.</param>
/// <param name="EitherHalf">Whether the same hour after noon can be meant.</param>
internal sealed record TimeFound(int Hour, int? Minute, int? Second, bool EitherHalf)
{
    /// <summary>What it can mean, with the timex of each; the hour as written first.</summary>
    public IEnumerable<(string Timex, string Value)> Meanings => EitherHalf ? [At(Hour), At((Hour + 12) % 24)] : [At(Hour)];

    private (string Timex, string Value) At(int hour)
        => ($"T{hour:00}{(Minute is null ? "" : $":{Minute:00}")}{(Second is null ? "" : $":{Second:00}")}", $"{hour:00}:{Minute ?? 0:00}:{Second ?? 0:00}");
}

/// <summary>
/// Reads times of day: <c>9:30</c>, <c>21:30:15</c>, <c>9:30am</c>, <c>9 pm</c>, <c>at 9.30</c>, <c>half past nine</c>, <c>noon</c>; <c>9h30</c>,
/// <c>9 heures et quart</c>, <c>a las 9 de la noche</c>; behind a date with the part of its day, <c>tomorrow <em>morning at 9</em></c>.
/// In English an hour from 1 to 12 without am or pm can be either, unless it is written with a leading zero; Spanish and French
/// count 24 hours.
/// </summary>
internal static class TimeReader
{
    private const int HoursOfDay = 24;

    /// <summary>Reads a time that comes next.</summary>
    /// <returns>The time, or null.</returns>
    public static TimeFound? Read(Scanner text) => text.Try(() => ReadTime(text, text.Words));

    private static TimeFound? ReadTime(Scanner text, Vocabulary words)
    {
        var before = text.Take(words.At);
        // Glued to a T, as in 2027-05-12T09:30, digits need no other mark to be a time.
        var marked = before is not null || (text.IsGlued() && text.Piece(-1) is "t");
        // Midnight "tomorrow night" is on another day than "tomorrow at midnight".
        if (text.Take(words.NamedTimes) is { } named) return named < before && before < HoursOfDay ? null : new TimeFound(named, text.Take(words.Quarters), null, false);
        var minute = text.Take(words.Quarters);
        var either = words.TwelveHours && text.Piece() is not ['0', _];
        if (Numbers.ReadShort(text) is not { } hour) return null;
        minute ??= TakeTwo(text, ":");
        marked |= minute is not null;
        minute ??= TakeTwo(text, ".");
        var second = minute is null ? null : TakeTwo(text, ":");
        if (text.Skip(words.HourEnds))
        {
            marked = true;
            minute ??= text.Piece().Length == 2 ? text.TakeDigits(2) : null;
        }
        if (minute is null && text.Take(words.Quarters) is { } past) (minute, marked) = (past, true);
        var half = text.Take(words.DayHalves);
        if (half is not null && text.IsGlued()) text.Skip(".");
        half ??= before < HoursOfDay ? before : null;
        if ((!marked && half is null) || hour >= HoursOfDay || minute > 59 || second > 59) return null;
        if (half is not { } begins) return new TimeFound(hour, minute, second, either && hour is >= 1 and <= 12);
        // The one hour of that name since the half began. The night of a day ends with the day: nobody can tell on which one "12 at night" is.
        var since = begins + ((hour + HoursOfDay - begins) % 12);
        return since < HoursOfDay && (hour is >= 1 and <= 12 || hour == since) ? new TimeFound(since, minute, second, false) : null;
    }

    /// <summary>Reads two digits behind a sign, without spaces.</summary>
    private static int? TakeTwo(Scanner text, string sign) => text.Piece(1).Length == 2 ? text.TakeDigits(sign, 2) : null;
}
