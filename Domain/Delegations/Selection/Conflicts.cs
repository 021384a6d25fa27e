using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations.Selection;

/// <summary>Which rules can't be kept together.</summary>
public static class Conflicts
{
    /// <summary>Up to how many rules the smallest set is found; of more, one from which nothing can be left out.</summary>
    public const int MostForSmallest = 30;

    /// <summary>
    /// The fewest rules that can't be kept together; each of them is needed for that. Empty where all can.
    /// <para>
    /// Every set of rules that can be kept and can't grow leaves some out, and a conflict holds at least one of those. So the fewest that meet
    /// all such remainders seen so far are tried: if they can't be kept together they are the smallest conflict, else they grow to another remainder.
    /// </para>
    /// </summary>
    /// <param name="rules">How many rules there are.</param>
    /// <param name="isPossible">Whether some of them, by number, can be kept together; asked often.</param>
    public static ImmutableArray<int> Smallest(int rules, Func<IReadOnlyCollection<int>, bool> isPossible)
    {
        var all = Enumerable.Range(0, rules).ToList();
        if (isPossible(all))
            return [];
        if (rules > MostForSmallest)
            return Any(all, isPossible);
        var remainders = new List<uint>();
        while (true)
        {
            var fewest = Meeting(remainders, rules);
            var kept = all.Where(i => (fewest >> i & 1) == 1).ToList();
            if (!isPossible(kept))
                return [.. kept];
            foreach (var i in all.Where(i => !kept.Contains(i)).ToList())
            {
                kept.Add(i);
                if (!isPossible(kept))
                    kept.Remove(i);
            }

            remainders.Add(all.Where(i => !kept.Contains(i)).Aggregate(0u, (set, i) => set | 1u << i));
        }
    }

    /// <summary>Some rules that can't be kept together and from which none can be left out; quicker than the smallest.</summary>
    public static ImmutableArray<int> Any(IReadOnlyCollection<int> rules, Func<IReadOnlyCollection<int>, bool> isPossible)
    {
        var needed = rules.ToList();
        foreach (var i in rules)
        {
            needed.Remove(i);
            if (isPossible(needed))
                needed.Add(i);
        }

        return [.. needed.Order()];
    }

    // The fewest rules, the first of as few, of which each remainder has one.
    private static uint Meeting(List<uint> remainders, int rules)
    {
        for (var size = 0; size <= rules; size++)
            if (Meet(remainders, 0, size) is { } found)
                return found;
        throw new System.Diagnostics.UnreachableException();
    }

    private static uint? Meet(List<uint> remainders, uint chosen, int left)
    {
        var open = remainders.Where(r => (r & chosen) == 0).OrderBy(System.Numerics.BitOperations.PopCount).FirstOrDefault();
        if (open == 0)
            return chosen;
        for (var i = 0; left > 0 && i < 32; i++)
            if ((open >> i & 1) == 1 && Meet(remainders, chosen | 1u << i, left - 1) is { } found)
                return found;
        return null;
    }
}
