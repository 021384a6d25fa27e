#nullable enable
using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds choices in a text by their names: their value, the title of their action, their synonyms.</summary>
internal static class Find
{
    private const int DefaultTokenDistance = 2;

    private readonly record struct Name(string Value, int Index);

    /// <summary>Which words of the text name a choice, from 0, and how well they fit.</summary>
    private readonly record struct Match(Name Name, int Start, int End, float Score);

    /// <summary>
    /// Finds choices. A text that is a name, but for capitals, means that choice alone. Else the better fit counts first, of
    /// equal ones the longer name; a word counts for one choice only.
    /// </summary>
    /// <returns>The choices found, in the order of the text.</returns>
    public static List<FoundChoice> Choices(string utterance, IList<Choice> choices, FindChoicesOptions options)
    {
        var names = Names(choices, options).ToList();
        var whole = names.FindIndex(n => n.Value.Equals(utterance, StringComparison.OrdinalIgnoreCase));
        if (whole >= 0) return [Found(names[whole], 1)];

        // Lists sort like the official SDK's, so that of equals the same one comes first.
        names.Sort((a, b) => b.Value.Length - a.Value.Length);
        var words = Tokenizer.Words(utterance);
        var matches = names.SelectMany(n => Matches(words, n, options)).ToList();
        matches.Sort((a, b) => b.Score.CompareTo(a.Score));
        var taken = new bool[words.Count];
        var found = new SortedList<int, FoundChoice>();
        foreach (var (name, start, end, score) in matches)
        {
            var span = taken.AsSpan(start..(end + 1));
            if (span.Contains(true) || found.Values.Any(f => f.Index == name.Index)) continue;
            span.Fill(true);
            found.Add(start, Found(name, score));
        }
        return [.. found.Values];

        FoundChoice Found(Name name, float score) => new() { Value = choices[name.Index].Value, Index = name.Index, Score = score, Synonym = name.Value };
    }

    private static IEnumerable<Name> Names(IList<Choice> choices, FindChoicesOptions options)
        => from choice in choices.Index()
           let value = options.NoValue ? null : choice.Item.Value
           let title = options.NoAction ? null : choice.Item.Action?.Title
           from name in (IEnumerable<string?>)[value, title, .. choice.Item.Synonyms ?? []]
           where !string.IsNullOrWhiteSpace(name)
           select new Name(name, choice.Index);

    private static IEnumerable<Match> Matches(List<string> words, Name name, FindChoicesOptions options)
    {
        var wanted = Tokenizer.Words(name.Value);
        for (var from = 0; from < words.Count && MatchFrom(words, name, wanted, from, options) is { } match; from = match.End + 1) yield return match;
    }

    /// <summary>Looks for the words of a name in their order, from a place on, with few other words between them.</summary>
    private static Match? MatchFrom(List<string> words, Name name, List<string> wanted, int from, FindChoicesOptions options)
    {
        var (matched, others, start, end) = (0, 0, -1, -1);
        var furthest = Math.Clamp(options.MaxTokenDistance ?? DefaultTokenDistance, 0, Scanner.MaxLength);
        foreach (var word in wanted)
        {
            // The first word found can be anywhere, the others near the one before.
            var reach = matched > 0 ? Math.Min(furthest + 1, words.Count - from) : words.Count - from;
            var at = words.FindIndex(from, reach, w => w.Equals(word, StringComparison.OrdinalIgnoreCase));
            if (at < 0) continue;
            others += matched > 0 ? at - from : 0;
            start = matched > 0 ? start : at;
            (matched, end, from) = (matched + 1, at, at + 1);
        }
        if (matched == 0 || (matched < wanted.Count && !options.AllowPartialMatches)) return null;
        return new Match(name, start, end, matched < wanted.Count ? 0 : matched / (float)(matched + others));
    }
}
