#nullable enable
namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>Understands whether a text means yes or no.</summary>
internal static class YesNo
{
    /// <summary>
    /// Finds the first word or phrase for yes or no. A phrase counts before a word in it ("not ok"), and a single letter
    /// only at the start of the text.
    /// </summary>
    /// <returns>What is meant; null if neither can be told.</returns>
    public static bool? In(Lexemes text)
    {
        for (var at = 0; at < text.Count; at++)
        {
            var (next, letter) = (at, text.Is(at, LexemeKind.Word) && text.Read(at).Length == 1);
            if (!text.Language.YesNo.Read(text, ref next, out var answer)) continue;
            if (letter && next == at + 1 && at > 0) continue;
            if (answer is not null) return answer;
            at = next - 1;
        }
        return null;
    }
}
