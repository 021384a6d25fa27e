#nullable enable
namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>
/// Splits a text into words. Spaces and punctuation stand between words; a character outside the basic plane, such as an
/// emoji, is a word by itself.
/// </summary>
internal static class Tokenizer
{
    /// <summary>The words of a text, in its order.</summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var pair = char.IsSurrogatePair(text, i);
            if (!pair && !IsBreak(text[i])) continue;
            if (start < i) words.Add(text[start..i]);
            if (pair) words.Add(text.Substring(i++, 2));
            start = i + 1;
        }
        if (start < text.Length) words.Add(text[start..]);
        return words;
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
