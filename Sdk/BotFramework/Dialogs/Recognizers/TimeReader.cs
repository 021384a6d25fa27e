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
/// Reads times of day: <c>9:30</c>, <c>21:30:15</c>, <c>9:30am</c>, <c>9 pm</c>, <c>at 9</c>, <c>noon</c>; <c>9h30</c>,
/// <c>9 heures</c>, <c>a las 9 de la tarde</c>. In English an hour from 1 to 12 without am or pm can be either, unless
/// it is written with a leading zero; Spanish and French count 24 hours.
/// </summary>
internal static class TimeReader
{
    /// <summary>Reads a time that comes next.</summary>
    /// <returns>The time, or null.</returns>
    public static TimeFound? Read(Scanner text) => text.Try(() => ReadTime(text, text.Words));

    private static TimeFound? ReadTime(Scanner text, Vocabulary words)
    {
        // Glued to a T, as in 2027-05-12T09:30, digits need no other mark to be a time.
        var marked = text.Skip(words.At) || (text.IsGlued() && text.Piece(-1) is "t");
        if (text.Take(words.NamedTimes) is { } named) return new TimeFound(named, null, null, false);
        var either = words.TwelveHours && text.Piece() is not ['0', _];
        if ((text.Take(words.Numbers) ?? text.TakeDigits(2)) is not { } hour) return null;
        var minute = TakeTwo(text, ":") ?? (marked ? TakeTwo(text, ".") : null);
        var second = minute is null ? null : TakeTwo(text, ":");
        if (text.Skip(words.HourEnds))
        {
            marked = true;
            minute ??= text.Piece().Length == 2 ? text.TakeDigits(2) : null;
        }
        var half = text.Take(words.DayHalves);
        if (half is not null && text.IsGlued()) text.Skip(".");
        if ((!marked && minute is null && half is null) || hour > 23 || minute > 59 || second > 59 || (half is not null && hour is 0 or > 12)) return null;
        return half is { } begins
            ? new TimeFound((hour % 12) + begins, minute, second, false)
            : new TimeFound(hour, minute, second, either && hour is >= 1 and <= 12);
    }

    /// <summary>Reads two digits behind a sign, without spaces.</summary>
    private static int? TakeTwo(Scanner text, string sign) => text.Piece(1).Length == 2 ? text.TakeDigits(sign, 2) : null;
}
