#nullable enable
namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>A word of a text: from one character up to, not including, another.</summary>
internal readonly record struct Token(int Start, int End)
{
    /// <summary>The word itself.</summary>
    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, End - Start);
}

/// <summary>
/// Splits a text into words. Spaces and punctuation stand between words; a character outside the basic plane, such as an
/// emoji, is a word by itself.
/// </summary>
internal static class Tokenizer
{
    /// <summary>Splits a text.</summary>
    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>();
        var start = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var pair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (!pair && !IsBreak(text[i]))
            {
                start = start < 0 ? i : start;
                continue;
            }
            Close(i);
            if (pair) tokens.Add(new Token(i, ++i + 1));
        }
        Close(text.Length);
        return tokens;

        void Close(int end)
        {
            if (start >= 0) tokens.Add(new Token(start, end));
            start = -1;
        }
    }

    /// <summary>
    /// Whether a character stands between words, as the official SDK has it: ASCII and Latin-1 signs, modifiers and
    /// combining marks, and the blocks of punctuation, arrows and symbols.
    /// </summary>
    private static bool IsBreak(char c) => c switch
    {
        < '0' or (> '9' and < 'A') or (> 'Z' and < 'a') => true,
        > 'z' and <= '\u00bf' => true,
        >= '\u02b9' and <= '\u036f' => true,
        >= '\u2000' and <= '\u2bff' => true,
        >= '\u2e00' and <= '\u2e7f' => true,
        _ => false,
    };
}
