using System.Globalization;
using System.Text;

namespace CoordinatorBot.Features.Exchanges.Typed;

/// <summary>
/// A typed text without what can't be seen: control characters, and marks that turn the direction of the text after them, with which a
/// title could disguise the sentence it stands in. Letters of every script, emoji and signs stay as they are.
/// </summary>
public static class PlainLine
{
    /// <summary>The text on one line, runs of white space as one space.</summary>
    public static string Of(string text) => Plain(text, keepLines: false);

    /// <summary>The text with its lines.</summary>
    public static string Lines(string text) => Plain(text, keepLines: true);

    private static string Plain(string text, bool keepLines)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (keepLines && c == '\n')
                EndLine(plain);
            else if (char.IsWhiteSpace(c))
                Space(plain);
            else if (!IsHidden(c))
                plain.Append(c);
        }

        return plain.ToString().Trim();
    }

    private static void Space(StringBuilder plain)
    {
        if (plain.Length > 0 && plain[^1] is not (' ' or '\n'))
            plain.Append(' ');
    }

    private static void EndLine(StringBuilder plain)
    {
        if (plain.Length > 0 && plain[^1] == ' ')
            plain.Length--;
        plain.Append('\n');
    }

    // Joiners stay: emoji and several scripts are written with them.
    private static bool IsHidden(char c) => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\uFEFF'
        || char.GetUnicodeCategory(c) is UnicodeCategory.Control;
}
