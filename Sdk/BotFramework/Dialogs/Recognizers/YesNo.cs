#nullable enable
namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>Understands whether a text means yes or no.</summary>
internal static class YesNo
{
    /// <summary>
    /// Finds the first word or phrase for yes or no. A phrase counts before a word in it ("not ok"), and a single letter
    /// only at the start of the text, where no other word goes on with it ("y", "y, please", but not "y a un souci").
    /// </summary>
    /// <param name="written">The text.</param>
    /// <param name="locale">Its language; null for English.</param>
    /// <returns>What is meant; null if neither can be told.</returns>
    public static bool? In(string written, string? locale)
    {
        var text = new Scanner(written, locale);
        while (!text.Ended)
        {
            var (from, letter) = (text.At, text.Kind() == PieceKind.Word && text.Piece().Length == 1);
            bool? answer = text.Skip(text.Words.Neither) ? null : text.Skip(text.Words.No) ? false : text.Skip(text.Words.Yes) ? true : null;
            var alone = from == 0 && (text.Kind() != PieceKind.Word || text.Skip(text.Words.Fillers));
            if (answer is not null && (alone || !letter || text.At > from + 1)) return answer;
            text.At = Math.Max(text.At, from + 1);
        }
        return null;
    }
}
