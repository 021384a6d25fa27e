using System.Collections.Frozen;

namespace CoordinatorBot.Features.People.Import;

/// <summary>Lists of phrases, folded, divided by bars and line breaks, turned into a lookup. A phrase under two keys is a fault.</summary>
internal static class PhraseTable
{
    public static FrozenDictionary<string, T> Of<T>(IEnumerable<(T Key, string Phrases)> table) =>
        table.SelectMany(t => t.Phrases
                .Split(['|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(phrase => KeyValuePair.Create(phrase, t.Key)))
            .ToDictionary(StringComparer.Ordinal)
            .ToFrozenDictionary(StringComparer.Ordinal);
}
