#nullable enable
using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Finds choices in a text by their words: their value, the title of their action, their synonyms.</summary>
internal static class Find
{
    private const int DefaultTokenDistance = 2;

    private readonly record struct Candidate(string Value, int Index);

    /// <summary>Where a value's words lie in the text (token positions), and how well they fit.</summary>
    private readonly record struct Match(Candidate Candidate, int Start, int End, float Score);

    /// <summary>Finds choices; the longest values are looked for first, a word counts for one choice only.</summary>
    /// <returns>The choices found, in the order of the text.</returns>
    public static List<ModelResult<FoundChoice>> Choices(string utterance, IList<Choice> choices, FindChoicesOptions options)
    {
        var tokens = Tokenizer.Tokenize(utterance);
        var found = new List<ModelResult<FoundChoice>>();
        var taken = new bool[tokens.Count];
        foreach (var match in Matches(utterance, tokens, Candidates(choices, options), options))
        {
            var span = taken.AsSpan(match.Start, match.End - match.Start + 1);
            if (span.Contains(true) || found.Exists(f => f.Resolution.Index == match.Candidate.Index)) continue;
            span.Fill(true);
            found.Add(Result(utterance, tokens, match, choices));
        }
        found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return found;
    }

    private static List<Candidate> Candidates(IList<Choice> choices, FindChoicesOptions options)
    {
        var candidates = new List<Candidate>();
        for (var i = 0; i < choices.Count; i++)
        {
            if (!options.NoValue) Add(choices[i].Value);
            if (!options.NoAction) Add(choices[i].Action?.Title);
            foreach (var synonym in choices[i].Synonyms ?? []) Add(synonym);

            void Add(string? value)
            {
                if (!string.IsNullOrWhiteSpace(value)) candidates.Add(new Candidate(value, i));
            }
        }
        return candidates;
    }

    private static List<Match> Matches(string utterance, List<Token> tokens, List<Candidate> candidates, FindChoicesOptions options)
    {
        var matches = new List<Match>();
        foreach (var candidate in candidates)
        {
            var wanted = Tokenizer.Tokenize(candidate.Value);
            for (var from = 0; from < tokens.Count && MatchFrom(from) is { } match; from = match.End + 1) matches.Add(match);

            Match? MatchFrom(int from) => MatchValue(utterance, tokens, candidate, wanted, from, options);
        }
        // Whole values come before parts; of these the longer value, else the choice named first.
        return [.. matches.OrderByDescending(m => m.Score >= 1).ThenByDescending(m => m.Candidate.Value.Length)];
    }

    /// <summary>Looks for the words of a value in their order, from a position on, with few other words between them.</summary>
    private static Match? MatchValue(string utterance, List<Token> tokens, Candidate candidate, List<Token> wanted, int from, FindChoicesOptions options)
    {
        var (matched, deviation, start, end) = (0, 0, -1, -1);
        var furthest = Math.Clamp(options.MaxTokenDistance ?? DefaultTokenDistance, 0, Lexemes.MaxLength);
        foreach (var word in wanted)
        {
            // The first word found can be anywhere, the others near the one before.
            var to = matched > 0 ? Math.Min(from + furthest + 1, tokens.Count) : tokens.Count;
            var at = IndexOf(word.Of(candidate.Value), utterance, tokens, from, to);
            if (at < 0) continue;
            deviation += matched > 0 ? at - from : 0;
            matched++;
            from = at + 1;
            start = start < 0 ? at : start;
            end = at;
        }
        if (matched == 0 || (matched < wanted.Count && !options.AllowPartialMatches)) return null;
        var completeness = matched / (float)wanted.Count;
        var accuracy = matched / (float)(matched + deviation);
        return new Match(candidate, start, end, completeness * accuracy);
    }

    private static int IndexOf(ReadOnlySpan<char> word, string utterance, List<Token> tokens, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (tokens[i].Of(utterance).Equals(word, StringComparison.OrdinalIgnoreCase)) return i;
        }
        return -1;
    }

    private static ModelResult<FoundChoice> Result(string utterance, List<Token> tokens, Match match, IList<Choice> choices)
    {
        var (start, end) = (tokens[match.Start].Start, tokens[match.End].End);
        var (value, index) = match.Candidate;
        return new ModelResult<FoundChoice>
        {
            Start = start,
            End = end - 1,
            Text = utterance[start..end],
            TypeName = "choice",
            Resolution = new FoundChoice { Value = choices[index].Value, Index = index, Score = match.Score, Synonym = value },
        };
    }
}
