using System.Globalization;
using System.Text;

namespace CoordinatorBot.Features.People.Import;

/// <summary>Text as people see it: what can't be seen is taken out, white space is one blank; any script and emoji stay as they are.</summary>
internal static class CellText
{
    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "n/a", "n.a.", "none", "tbd", "tba", "tbc", "unknown", "vacant", "nobody", "null",
        "ninguno", "ninguna", "no tiene", "por definir", "por confirmar", "pendiente", "vacante", "s/d",
        "aucun", "aucune", "à définir", "à confirmer", "inconnu", "s/o", "n/d",
    };

    /// <param name="raw">As it was sent.</param>
    /// <param name="removed">How many unseen characters were taken out; line breaks and tabs become blanks and don't count.</param>
    public static string Clean(string raw, out int removed)
    {
        removed = 0;
        if (IsClean(raw))
            return raw;
        var clean = new StringBuilder(raw.Length);
        var blank = false;
        foreach (var rune in raw.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                blank = clean.Length > 0;
            }
            else if (IsUnseen(rune))
            {
                removed++;
            }
            else
            {
                if (blank)
                    clean.Append(' ');
                blank = false;
                clean.Append(rune.ToString());
            }
        }
        return clean.ToString();
    }

    public static string Clean(string raw) => Clean(raw, out _);

    /// <summary>The beginning of a text, short enough to be shown.</summary>
    public static string Excerpt(string text)
    {
        const int Most = 200;
        if (text.Length <= Most)
            return text;
        var end = char.IsHighSurrogate(text[Most - 2]) ? Most - 2 : Most - 1;
        return text[..end] + "…";
    }

    /// <summary>Whether the text stands for 'nothing here': empty, dashes and question marks, or a word such as "n/a".</summary>
    public static bool IsPlaceholder(string clean) =>
        clean.AsSpan().TrimEnd("-–—−_?.*/ ").IsEmpty || Placeholders.Contains(clean);

    /// <summary>
    /// The words of a text to compare by: lower case, accents folded, anything but letters, digits and symbols a blank.
    /// Marks that tell words apart (Indic vowels, Japanese voicing) stay.
    /// </summary>
    public static string Fold(string clean)
    {
        var folded = new StringBuilder(clean.Length);
        var blank = false;
        foreach (var rune in clean.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (IsAccent(rune.Value))
                continue;
            if (!Rune.IsLetterOrDigit(rune) && !IsKeptInKeys(Rune.GetUnicodeCategory(rune)))
            {
                // An apostrophe parts no words: O'Neil, ONeil.
                blank |= rune.Value is not ('\'' or '’' or '‘' or 'ʼ' or '`');
                continue;
            }
            if (blank && folded.Length > 0)
                folded.Append(' ');
            blank = false;
            folded.Append(Unjoined(rune));
        }
        return folded.ToString();
    }

    private static string Unjoined(Rune rune) => rune.Value switch
    {
        'ß' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' => "d",
        'ı' => "i",
        _ => Rune.ToLowerInvariant(rune).ToString(),
    };

    private static bool IsKeptInKeys(UnicodeCategory category) => category
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.OtherSymbol;

    // Combining marks of Latin, Greek and Cyrillic; Hebrew points; Arabic vowel marks.
    private static bool IsAccent(int value) => value is >= 0x0300 and <= 0x036F or >= 0x0591 and <= 0x05C7 or >= 0x064B and <= 0x0652;

    // Zero width joiners (200C, 200D) and the marks 200E, 200F are part of how Persian, Indic scripts, emoji and Hebrew are written.
    private static bool IsUnseen(Rune rune) =>
        Rune.IsControl(rune)
        || rune.Value is 0x00AD or 0x200B or 0x2060 or 0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFFFE or 0xFFFF;

    private static bool IsClean(string raw)
    {
        var before = ' ';
        foreach (var c in raw)
        {
            if (c is < ' ' or > '~' and (< '¡' or '\u00AD' or > '\u167F') || (c == ' ' && before == ' '))
                return false;
            before = c;
        }
        return raw.Length == 0 || before != ' ';
    }
}
