using System.Globalization;
using System.Text;

using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Conversation;

/// <summary>A command found in what somebody said.</summary>
/// <param name="Command">The command.</param>
/// <param name="Argument">The text after its words, as typed.</param>
/// <param name="Word">Its name for this person.</param>
/// <param name="Said">The words it was recognised by, folded.</param>
public sealed record Found(ChatCommand Command, string Argument, string Word, string Said);

/// <summary>Finds the command in what somebody said, in their language and in English: case, accents and punctuation at the ends don't count.</summary>
public sealed class CommandTable
{
    private readonly List<ChatCommand> _commands;

    /// <summary>The commands of all features.</summary>
    /// <exception cref="InvalidOperationException">Two commands share a word in one language: which is meant would depend on the order.</exception>
    public CommandTable(IEnumerable<IChatFeature> features)
    {
        _commands = [.. features.SelectMany(f => f.Commands).OrderBy(c => c.Order)];
        foreach (var language in Language.All)
            if (_commands.SelectMany(c => Words(c, language).Select(Fold).Distinct()).GroupBy(w => w).FirstOrDefault(g => g.Count() > 1) is { } twice)
                throw new InvalidOperationException($"Two commands are called '{twice.Key}' in {language}.");
    }

    /// <summary>What this person can say here, in the order of the help.</summary>
    public IEnumerable<ChatCommand> For(Viewer viewer, PlaceKind place) =>
        _commands.Where(c => c.Where.HasFlag(place is PlaceKind.Personal ? Where.Personal : Where.Shared) && viewer.MaySay(c));

    /// <summary>The command somebody said: its words alone, or followed by an argument.</summary>
    public Found? Find(string said, Viewer viewer)
    {
        var folded = Fold(said);
        return (from command in _commands
                from word in Words(command, viewer.Language).Concat(Words(command, Language.English))
                let key = Fold(word)
                where folded == key || folded.StartsWith(key + " ", StringComparison.Ordinal)
                orderby key.Length descending
                select new Found(command, Argument(said, key), NameOf(command, viewer), key)).FirstOrDefault();
    }

    /// <summary>The command somebody probably meant: at most two letters off.</summary>
    public Found? Guess(string said, Viewer viewer, PlaceKind place)
    {
        var folded = Fold(said);
        if (folded.Length is < 3 or > 40)
            return null;
        return (from command in For(viewer, place)
                from word in Words(command, viewer.Language).Concat(Words(command, Language.English))
                let off = Distance(folded, Fold(word))
                where off <= (word.Length < 6 ? 1 : 2)
                orderby off
                select new Found(command, string.Empty, word, word)).FirstOrDefault();
    }

    /// <summary>The name of a command for this person.</summary>
    public static string NameOf(ChatCommand command, Viewer viewer) => Words(command, viewer.Language)[0];

    private static string[] Words(ChatCommand command, Language language) => Texts.In(language)[$"commands.{command.Name}.words"].Split('|');

    // Words are compared folded, the argument is what was typed: skip as many words of it as the command has.
    private static string Argument(string said, string key)
    {
        var rest = said.AsSpan().Trim();
        for (var words = key.Count(c => c == ' ') + 1; words > 0; words--)
        {
            var end = rest.IndexOfAny(" \t\r\n\u00A0");
            if (end < 0)
                return string.Empty;
            rest = rest[end..].TrimStart();
        }

        return rest.ToString();
    }

    internal static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
                continue;
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                    folded.Append(' ');
            }
            else
            {
                folded.Append(char.ToLowerInvariant(c is '’' ? '\'' : c));
            }
        }

        return folded.ToString().Trim(' ', '.', '!', '?', '¿', '¡', '"', '“', '”', '«', '»');
    }

    // Damerau-Levenshtein, restricted: insert, delete, replace, or swap of neighbours. Lengths more than 2 apart count as infinitely far.
    internal static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2)
            return int.MaxValue;
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
