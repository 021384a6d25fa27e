using System.Collections.Immutable;

using CoordinatorBot.Domain.Delegations.Selection;

namespace CoordinatorBot.Domain.Tests.Delegations.Selection;

/// <summary>Small problems by seed, loose and tight, possible and impossible, with few different scores so that ties are common.</summary>
internal static class SelectionCases
{
    public static SelectionProblem Of(int seed)
    {
        var r = new Random(seed);
        var people = r.Next(1, 15);
        var size = r.Next(0, Math.Min(people, 7) + 1);
        var kinds = r.Next(1, 5);
        var planted = Enumerable.Range(0, people).OrderBy(_ => r.Next()).Take(size).ToHashSet();
        var counts = ImmutableArray.CreateBuilder<HeadCount>();
        for (var k = 0; k < kinds; k++)
        {
            var values = r.Next(2, 5);
            var value = Enumerable.Range(0, people).Select(_ => r.Next(values)).ToArray();
            for (var v = 0; v < values; v++)
            {
                ImmutableArray<int> members = [.. Enumerable.Range(0, people).Where(i => value[i] == v)];
                var have = members.Count(planted.Contains);
                counts.Add(r.Next(4) switch
                {
                    0 => new HeadCount(members, have, have),
                    1 => new HeadCount(members, Math.Max(0, have - 1), have + r.Next(2)),
                    2 => new HeadCount(members, 0, r.Next(0, size + 1)),
                    _ => new HeadCount(members, r.Next(0, 2), size),
                });
            }
        }

        for (var pairs = r.Next(3); pairs > 0 && people > 1; pairs--)
            if (r.Next(people) is var one && r.Next(people) is var other && one != other)
                counts.Add(SelectionProblem.NotTogether(one, other));
        var most = r.Next(1, 6);
        ImmutableArray<Wish> wishes = [.. Enumerable.Range(0, r.Next(4)).Select(_ =>
            new Wish([.. Enumerable.Range(0, people).Where(_ => r.Next(3) == 0)], r.Next(1, 3), r.Next(1, 4)))];
        var locked = Enumerable.Range(0, people).OrderBy(_ => r.Next()).Take(r.Next(3)).ToList();
        return new SelectionProblem(
            size, [.. Enumerable.Range(0, people).Select(_ => r.Next(most))], counts.ToImmutable(), wishes, [.. locked.Take(1).Where(_ => r.Next(2) == 0)], [.. locked.Skip(1)]);
    }

    /// <summary>60 people, 8 seats, five attributes of which the numbers are exact, by seed: too much to try every choice, enough to take a while.</summary>
    public static SelectionProblem Tight(int seed)
    {
        var r = new Random(seed);
        var counts = ImmutableArray.CreateBuilder<HeadCount>();
        for (var attribute = 0; attribute < 5; attribute++)
        {
            var value = Enumerable.Range(0, 60).Select(_ => r.Next(4)).ToArray();
            for (var v = 0; v < 4; v++)
                counts.Add(new HeadCount([.. Enumerable.Range(0, 60).Where(i => value[i] == v)], value.Take(8).Count(x => x == v), value.Take(8).Count(x => x == v)));
        }

        return new SelectionProblem(8, [.. Enumerable.Range(0, 60).Select(_ => r.Next(10, 51))], counts.ToImmutable(), [], [], []);
    }

    /// <summary>Every choice that keeps the rules, tried one by one.</summary>
    public static IEnumerable<ImmutableArray<int>> All(SelectionProblem problem)
    {
        for (var set = 0; set < 1 << problem.People; set++)
        {
            if (System.Numerics.BitOperations.PopCount((uint)set) != problem.Size)
                continue;
            ImmutableArray<int> chosen = [.. Enumerable.Range(0, problem.People).Where(i => (set >> i & 1) == 1)];
            if (problem.Allows(chosen))
                yield return chosen;
        }
    }

    /// <summary>The best of them by the rule as it is written; null for none.</summary>
    public static ImmutableArray<int>? Best(SelectionProblem problem)
    {
        var all = All(problem).ToList();
        return all.Count == 0 ? null : all
            .OrderByDescending(c => problem.ScoreOf(c)).ThenByDescending(problem.WorthOf)
            .ThenBy(c => string.Concat(c.Select(i => (char)('a' + i))), StringComparer.Ordinal).First();
    }
}
