using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations.Selection;

/// <summary>How many of some people may be chosen.</summary>
/// <param name="Members">The people, by their place in the problem; each once.</param>
/// <param name="Min">Fewest of them, 0 for no matter.</param>
/// <param name="Max">Most of them.</param>
public sealed record HeadCount(ImmutableArray<int> Members, int Min, int Max)
{
    /// <summary>Whether it can rule anything out at all.</summary>
    public bool Rules => Min > 0 || Max < Members.Length;
}

/// <summary>Something good to have, where it costs nothing that weighs more.</summary>
/// <param name="Members">Who brings it, by their place in the problem; each once.</param>
/// <param name="UpTo">Up to how many of them are worth something, 1 or more.</param>
/// <param name="Worth">What each of those is worth, 1 or more.</param>
public sealed record Wish(ImmutableArray<int> Members, int UpTo, int Worth);

/// <summary>
/// Choosing some of many people. Of all choices that keep every head count, the best has the highest sum of scores; among those, the
/// highest worth of wishes; among those, the places that come first: written in ascending order, the lowest first place, then the
/// lowest second, and so on. So there is exactly one best choice, or none.
/// </summary>
/// <param name="Size">How many are chosen.</param>
/// <param name="Scores">What speaks for each person, -1,000,000 to 1,000,000, in the order that breaks ties.</param>
/// <param name="HeadCounts">Rules that must be kept.</param>
/// <param name="Wishes">What is good to have.</param>
/// <param name="In">Who must be chosen.</param>
/// <param name="Out">Who must not be chosen.</param>
public sealed record SelectionProblem(
    int Size, ImmutableArray<int> Scores, ImmutableArray<HeadCount> HeadCounts, ImmutableArray<Wish> Wishes, ImmutableArray<int> In, ImmutableArray<int> Out)
{
    /// <summary>How many people there are to choose from.</summary>
    public int People => Scores.Length;

    /// <summary>Two people who must not both be chosen.</summary>
    public static HeadCount NotTogether(int one, int other) => new([one, other], 0, 1);

    /// <summary>Sum of scores of a choice.</summary>
    public long ScoreOf(IEnumerable<int> chosen) => chosen.Sum(c => (long)Scores[c]);

    /// <summary>Worth of the wishes that a choice meets.</summary>
    public long WorthOf(ImmutableArray<int> chosen) => Wishes.Sum(w => (long)w.Worth * Math.Min(w.UpTo, w.Members.Count(chosen.Contains)));

    /// <summary>Whether a choice keeps every rule.</summary>
    public bool Allows(ImmutableArray<int> chosen) =>
        chosen.Length == Size && chosen.Distinct().Count() == Size && chosen.All(c => c >= 0 && c < People)
        && In.All(chosen.Contains) && !Out.Any(chosen.Contains)
        && HeadCounts.All(h => h.Members.Count(chosen.Contains) is var have && have >= h.Min && have <= h.Max);
}
