#nullable enable
using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>A number in a text: from one character up to, not including, another.</summary>
internal readonly record struct NumberFound(int Start, int End, decimal Value);

/// <summary>
/// Understands numbers: digits with the separators of the language ("1,234.5", "12.0"), fractions ("1/2"), and words up to
/// the millions ("seven", "two hundred and five"). Digits that are part of something else (a time, a date, a code) are none.
/// </summary>
internal static class Numbers
{
    /// <summary>In characters. A decimal has 28 digits at most.</summary>
    private const int LongestNumber = 40;

    /// <summary>Finds the numbers of a text, in its order.</summary>
    public static List<NumberFound> In(Lexemes text)
    {
        var found = new List<NumberFound>();
        for (var at = 0; at < text.Count;)
        {
            var start = at;
            var sign = ReadSign(text, ref at);
            if (TryRead(text, ref at, out var value))
                found.Add(new NumberFound(text[start].Start, text[at - 1].End, sign * value));
            else
                at = Math.Max(at, start + 1);
        }
        return found;
    }

    /// <summary>Reads a number at a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The place; moved behind the number, or behind digits that turn out to be none.</param>
    /// <param name="value">The number.</param>
    public static bool TryRead(Lexemes text, ref int at, out decimal value)
    {
        if (!text.Is(at, LexemeKind.Digits) && !IsLeadingDecimal(text, at)) return TryReadWords(text, ref at, out value);
        if (!TryReadDigits(text, ref at, out value)) return false;
        while (text.Language.Multipliers.Read(text, ref at, out var factor) && value < 1_000_000_000) value *= factor;
        return true;
    }

    private static int ReadSign(Lexemes text, ref int at)
    {
        if (text.Language.Minus.Read(text, ref at, out var word)) return word;
        // A hyphen is a sign only before digits and after a space: "Room-3" is no negative number.
        if (!text.Is(at, "-") || text.IsGlued(at) || !text.IsGlued(at + 1) || !(text.Is(at + 1, LexemeKind.Digits) || IsLeadingDecimal(text, at + 1)))
            return 1;
        at++;
        return -1;
    }

    private static bool IsLeadingDecimal(Lexemes text, int at)
        => text.IsGlued(at + 1) && text.Is(at + 1, LexemeKind.Digits) && text.Read(at) is [var sign] && sign == text.Language.Decimal
            && !(text.IsGlued(at) && text.Is(at - 1, LexemeKind.Digits));

    private static bool TryReadDigits(Lexemes text, ref int at, out decimal value)
    {
        var start = at;
        // Whatever hangs together with the digits is read as one: "1,234.5", "10:30", "4th".
        do
            at++;
        while (IsGluedOn(text, at) || IsGroup(text, start, at));
        value = 0;
        var afterLetters = text.IsGlued(start) && text.Is(start - 1, LexemeKind.Word);
        return !afterLetters && Parse(text.Read(start, at), text.Language, out value);
    }

    private static bool IsGluedOn(Lexemes text, int at)
        => text.IsGlued(at) && (!text.Is(at, LexemeKind.Sign) || (text.IsGlued(at + 1) && text.Is(at + 1, LexemeKind.Digits)));

    /// <summary>Whether three digits after a space go on with a number, as in "1 234 567"; not in English.</summary>
    private static bool IsGroup(Lexemes text, int start, int at)
        => text.Language.Group != ',' && text.Is(at, LexemeKind.Digits) && text.Read(at).Length == 3
            && text.Is(at - 1, LexemeKind.Digits) && text[at].Start == text[at - 1].End + 1
            && (at - 1 == start ? text.Read(at - 1).Length <= 3 : text.Read(at - 1).Length == 3);

    private static bool Parse(ReadOnlySpan<char> written, Vocabulary language, out decimal value)
    {
        value = 0;
        var slash = written.IndexOf('/');
        if (slash >= 0)
        {
            if (!ParsePlain(written[..slash], language, out var above) || !ParsePlain(written[(slash + 1)..], language, out var below)
                || !decimal.IsInteger(above) || !decimal.IsInteger(below) || below == 0)
                return false;
            value = above / below;
            return true;
        }
        return ParsePlain(written, language, out value);
    }

    private static bool ParsePlain(ReadOnlySpan<char> written, Vocabulary language, out decimal value)
    {
        value = 0;
        if (written.Length is 0 or > LongestNumber) return false;
        var point = PointIn(written, language);
        var whole = point < 0 ? written : written[..point];
        Span<char> plain = stackalloc char[LongestNumber];
        var (length, digits, grouped) = (0, 0, false);
        foreach (var c in whole)
        {
            if (char.IsAsciiDigit(c))
            {
                plain[length++] = c;
                digits++;
            }
            else if (IsGroupSign(c, language) && (grouped ? digits == 3 : digits is >= 1 and <= 3))
                (grouped, digits) = (true, 0);
            else
                return false;
        }
        if (grouped && digits != 3) return false;
        written[whole.Length..].CopyTo(plain[length..]);
        if (point >= 0) plain[length] = '.';
        length += written.Length - whole.Length;
        return decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    private static int PointIn(ReadOnlySpan<char> written, Vocabulary language)
    {
        var point = written.LastIndexOf(language.Decimal);
        // "12.5" isn't thousands in any language: then the dot stands before decimals.
        var dot = written.IndexOf('.');
        return point < 0 && dot >= 0 && written.Count('.') == 1 && written.Length - dot - 1 != 3 ? dot : point;
    }

    private static bool IsGroupSign(char c, Vocabulary language)
        => c == language.Group || (language.Group != ',' && char.IsWhiteSpace(c));

    private static bool TryReadWords(Lexemes text, ref int at, out decimal value)
    {
        long total = 0, current = 0;
        var (next, any) = (at, false);
        while (true)
        {
            var peek = next;
            if (any && !text.Language.NumberJoins.Read(text, ref peek) && text.Is(peek, "-")) peek++;
            if (text.Language.Numbers.Read(text, ref peek, out var number))
            {
                if (!Joins(current, number, text.Language.CountsByScores)) break;
                current += number == 20 && current % 100 == 4 ? 76 : number;
            }
            else if (text.Language.Multipliers.Read(text, ref peek, out var factor) && Multiplies(current, total, factor))
                (total, current) = factor < 1000 ? (total, Math.Max(current, 1) * factor) : (total + (Math.Max(current, 1) * factor), 0);
            else
                break;
            (next, any) = (peek, true);
        }
        at = any ? next : at;
        value = total + current;
        return any;
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
