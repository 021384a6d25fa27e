#nullable enable
using System.Collections;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>Words, and sequences of words, with what they mean; found by their first word, the longest sequence first.</summary>
/// <typeparam name="T">What they mean.</typeparam>
internal sealed class Phrases<T> : IEnumerable
{
    private readonly Dictionary<string, List<(string[] Words, T Value)>> _byFirstWord = new(StringComparer.Ordinal);

    /// <summary>Adds phrases of one meaning.</summary>
    /// <param name="value">The meaning.</param>
    /// <param name="phrases">The phrases; words are parted by single spaces.</param>
    public void Add(T value, params ReadOnlySpan<string> phrases)
    {
        foreach (var phrase in phrases)
        {
            var words = phrase.Split(' ');
            if (!_byFirstWord.TryGetValue(words[0], out var same)) _byFirstWord[words[0]] = same = [];
            var at = same.FindIndex(p => p.Words.Length < words.Length);
            same.Insert(at < 0 ? same.Count : at, (words, value));
        }
    }

    /// <summary>Looks for a phrase at a place of a text. Apostrophes, dots and hyphens between its words don't count.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The place; moved behind the phrase if there is one.</param>
    /// <param name="value">What the phrase means.</param>
    public bool Read(Lexemes text, ref int at, out T value)
    {
        if (_byFirstWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.Read(at), out var phrases))
        {
            foreach (var (words, meaning) in phrases)
            {
                var end = Match(words, text, at);
                if (end < 0) continue;
                at = end;
                value = meaning;
                return true;
            }
        }
        value = default!;
        return false;
    }

    /// <summary>Looks for a phrase whose meaning doesn't matter.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The place; moved behind the phrase if there is one.</param>
    public bool Read(Lexemes text, ref int at) => Read(text, ref at, out _);

    IEnumerator IEnumerable.GetEnumerator() => _byFirstWord.GetEnumerator();

    private static int Match(string[] words, Lexemes text, int at)
    {
        for (var i = 0; i < words.Length; i++)
        {
            while (i > 0 && (text.Is(at, "'") || text.Is(at, ".") || text.Is(at, "-"))) at++;
            if (!text.Is(at++, words[i])) return -1;
        }
        return at;
    }
}
