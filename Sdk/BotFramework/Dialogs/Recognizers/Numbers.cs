#nullable enable
namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>
/// Understands numbers: digits with the separators of the language ("1,234.5", "12.0"), fractions ("1/2"), and words up to
/// the millions ("seven", "two hundred and five"). Digits that are part of something else (a time, a date, a code) are none.
/// </summary>
internal static class Numbers
{
    // What stands between thousands everywhere but in English: a space, and those that don't break a line.
    private const string GroupSpaces = " \u00a0\u202f";

    /// <summary>Finds the numbers of a text, in its order.</summary>
    /// <param name="written">The text.</param>
    /// <param name="locale">Its language; null for English.</param>
    public static List<decimal> In(string written, string? locale)
    {
        var text = new Scanner(written, locale);
        var found = new List<decimal>();
        while (!text.Ended)
        {
            var start = text.At;
            var sign = ReadSign(text);
            if (Read(text) is { } value) found.Add(sign * value);
            else text.At = Math.Max(text.At, start + 1);
        }
        return found;
    }

    /// <summary>Reads a number that comes next.</summary>
    /// <returns>The number, or null; then digits that turned out to be none have been read.</returns>
    public static decimal? Read(Scanner text)
    {
        if (text.Kind() != PieceKind.Digits && !IsPointBeforeDigits(text)) return ReadWords(text);
        if (ReadDigits(text) is not { } value) return null;
        while (value < 1_000_000_000 && text.Take(text.Words.Multipliers) is { } factor) value *= factor;
        return value;
    }

    /// <summary>Reads a number below 100 that comes next: one of a day, or of an hour.</summary>
    /// <returns>The number, or null.</returns>
    public static int? ReadShort(Scanner text) => text.TakeDigits(2) ?? text.Try(() => ReadWords(text) is < 100 and var value ? (int)value : (int?)null);

    /// <summary>Reads what may stand between the words of a number: twenty<em>-</em>one, treinta <em>y</em> uno.</summary>
    public static void SkipJoin(Scanner text) => _ = text.Skip(text.Words.NumberJoins) || text.Skip("-");

    private static int ReadSign(Scanner text)
    {
        if (text.Skip(text.Words.Minus)) return -1;
        // A hyphen is a sign only before digits and after a space: "Room-3" is no negative number.
        var negative = !text.IsGlued() && text.IsGlued(1) && (text.Kind(1) == PieceKind.Digits || IsPointBeforeDigits(text, 1)) && text.Skip("-");
        return negative ? -1 : 1;
    }

    private static bool IsPointBeforeDigits(Scanner text, int ahead = 0)
        => text.Piece(ahead) is [var sign] && sign == text.Words.Decimal && text.IsGlued(ahead + 1) && text.Kind(ahead + 1) == PieceKind.Digits
            && !(text.IsGlued(ahead) && text.Kind(ahead - 1) == PieceKind.Digits);

    private static decimal? ReadDigits(Scanner text)
    {
        var start = text.At;
        var afterLetters = text.IsGlued() && text.Kind(-1) == PieceKind.Word;
        // Whatever hangs together with the digits is read as one: "1,234.5", "10:30", "4th".
        do text.At++;
        while (HangsOn(text) || IsGroup(text, text.At - start == 1));
        return afterLetters ? null : Parse(text.Since(start), text.Words);
    }

    private static bool HangsOn(Scanner text)
        => text.IsGlued() && (text.Kind() != PieceKind.Sign || (text.IsGlued(1) && text.Kind(1) == PieceKind.Digits));

    /// <summary>Whether three digits after a space go on with a number, as in "1 234 567"; not in English.</summary>
    private static bool IsGroup(Scanner text, bool behindFirst)
        => text.Words.Group != ',' && text.Kind() == PieceKind.Digits && text.Piece().Length == 3 && text.Before() is [var space] && GroupSpaces.Contains(space)
            && text.Kind(-1) == PieceKind.Digits && (behindFirst ? text.Piece(-1).Length <= 3 : text.Piece(-1).Length == 3);

    private static decimal? Parse(string written, Vocabulary words)
    {
        if (written.Split('/') is not [var above, var below]) return ParsePlain(written, words);
        return ParsePlain(above, words) is { } dividend && ParsePlain(below, words) is { } divisor
            && decimal.IsInteger(dividend) && decimal.IsInteger(divisor) && divisor != 0 ? dividend / divisor : null;
    }

    private static decimal? ParsePlain(string written, Vocabulary words)
    {
        var point = written.LastIndexOf(words.Decimal);
        // "12.5" isn't thousands in any language: then the dot stands before decimals.
        if (point < 0 && written.Split('.') is [_, { Length: not 3 }]) point = written.IndexOf('.', StringComparison.Ordinal);
        var (whole, decimals) = point < 0 ? (written, "") : (written[..point], written[(point + 1)..]);
        var groups = whole.Split([words.Group, .. GroupSpaces]);
        var grouped = groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3));
        return grouped && decimal.TryParse($"{string.Concat(groups)}.{decimals}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    private static decimal? ReadWords(Scanner text)
    {
        long total = 0, current = 0;
        for (var any = false; ; any = true)
        {
            var from = text.At;
            if (any) SkipJoin(text);
            var number = text.Take(text.Words.Numbers);
            var factor = number is null ? text.Take(text.Words.Multipliers) : null;
            if (number is { } next && Joins(current, next, text.Words.CountsByScores))
                current += next == 20 && current % 100 == 4 ? 76 : next;
            else if (factor is { } times && Multiplies(current, total, times))
                (total, current) = times < 1000 ? (total, Math.Max(current, 1) * times) : (total + (Math.Max(current, 1) * times), 0);
            else
            {
                text.At = from;
                return any ? total + current : null;
            }
        }
    }

    /// <summary>
    /// Whether a number word goes on with what was read: "twenty" with "one", "hundred" with "five"; and in French
    /// "soixante" with "onze", "quatre" with "vingt", "dix" with "sept".
    /// </summary>
    private static bool Joins(long current, int number, bool byScores)
    {
        var low = current % 100;
        return number switch
        {
            >= 100 => current == 0,
            20 when low == 4 => byScores,
            0 => current == 0,
            _ => low == 0
                || (low >= 20 && low % 10 == 0 && number < 10)
                || (byScores && (low is 60 or 80) && number is >= 10 and < 20)
                || (byScores && low is 10 && number is >= 7 and <= 9),
        };
    }

    private static bool Multiplies(long current, long total, int factor)
        => factor < 1000 ? current < 100 : current < 1000 && (total == 0 || (total % 1_000_000 == 0 && factor == 1000 && current > 0));
}
