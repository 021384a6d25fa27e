using System.Collections.Immutable;

using CoordinatorBot.Domain.Delegations.Selection;

namespace CoordinatorBot.Benchmarks;

/// <summary>
/// Selection problems by seed: people with eight attributes of two to eight values each. A choice is planted, and the head counts are
/// made from it, so that every problem but the impossible ones has an answer, and none is easy by being loose.
/// <list type="bullet">
/// <item><c>equal</c>: of each value exactly as many as planted.</item>
/// <item><c>narrow</c>: of each value from one fewer to one more.</item>
/// <item><c>correlated</c>: exact; attributes go together (three quarters of the people have the same place in each), and scores are the
/// lower the rarer somebody's values are.</item>
/// <item><c>ties</c>: exact; scores are 1 or 2.</item>
/// <item><c>delegation</c>: as seat plans are: six sectors and four roles exact, 60 organisations at most two, government at most half,
/// newcomers exact, five languages at least, ten pairs apart, two people in.</item>
/// <item><c>impossible</c>: exact, but one value wants one more and another of the same attribute one less than can be had beside the rest; mostly without an answer.</item>
/// </list>
/// </summary>
internal static class TightProblems
{
    private const int Attributes = 8;

    public static ImmutableArray<string> Families { get; } = ["equal", "narrow", "correlated", "ties", "delegation", "impossible"];

    public static SelectionProblem Of(string family, int seed, int people, int size)
    {
        var r = new Random(seed);
        if (family == "delegation")
            return Delegation(r, people, size);
        var values = Enumerable.Range(0, Attributes).Select(_ => r.Next(2, 9)).ToArray();
        var common = Enumerable.Range(0, people).Select(_ => r.NextDouble()).ToArray();
        var of = values.Select(v => Enumerable.Range(0, people).Select(i => (int)(v * (family == "correlated" && r.Next(4) > 0 ? common[i] : r.NextDouble()))).ToArray()).ToArray();
        var planted = Enumerable.Range(0, people).OrderBy(_ => r.Next()).Take(size).ToArray();
        var slack = family == "narrow" ? 1 : 0;
        var counts = ImmutableArray.CreateBuilder<HeadCount>();
        for (var a = 0; a < Attributes; a++)
            for (var v = 0; v < values[a]; v++)
            {
                var have = planted.Count(i => of[a][i] == v);
                counts.Add(new HeadCount([.. Enumerable.Range(0, people).Where(i => of[a][i] == v)], Math.Max(0, have - slack), have + slack));
            }

        if (family == "impossible")
            for (var i = 0; i < 2; i++)
                counts[i] = counts[i] with { Min = Math.Max(0, counts[i].Min + (i == 0 ? 1 : -1)), Max = Math.Max(0, counts[i].Max + (i == 0 ? 1 : -1)) };
        return new SelectionProblem(size, [.. Enumerable.Range(0, people).Select(i => Score(family, r, of, i))], counts.ToImmutable(), [], [], []);
    }

    private static int Score(string family, Random r, int[][] of, int person) => family switch
    {
        "ties" => r.Next(1, 3),
        "correlated" => 10 + of.Sum(a => a.Count(v => v == a[person]) / 8) + r.Next(4),
        _ => r.Next(10, 51),
    };

    private static SelectionProblem Delegation(Random r, int people, int size)
    {
        var sector = Enumerable.Range(0, people).Select(_ => r.Next(6)).ToArray();
        var role = sector.Select(s => r.Next(3) == 0 ? r.Next(4) : s % 4).ToArray();
        var organisation = sector.Select(s => (s * 10) + r.Next(10)).ToArray();
        var newcomer = sector.Select(s => r.Next(6) > s).ToArray();
        var language = sector.Select(s => Math.Max(0, r.Next(9) - 4)).ToArray();
        var planted = Enumerable.Range(0, people).OrderBy(_ => r.Next()).Take(size).ToArray();
        ImmutableArray<int> Where(Func<int, bool> which) => [.. Enumerable.Range(0, people).Where(which)];
        HeadCount Exactly(Func<int, bool> which) => new(Where(which), planted.Count(which), planted.Count(which));
        HeadCount AtLeast(Func<int, bool> which) => new(Where(which), planted.Count(which), size);
        HeadCount AtMost(Func<int, bool> which, int most) => new(Where(which), 0, Math.Max(most, planted.Count(which)));
        var pairs = Enumerable.Range(0, 10).Select(_ => (One: r.Next(people), Other: r.Next(people)))
            .Where(p => p.One != p.Other && !(planted.Contains(p.One) && planted.Contains(p.Other)));
        return new SelectionProblem(
            size, [.. Enumerable.Range(0, people).Select(_ => r.Next(10, 51))],
            [
                .. Enumerable.Range(0, 6).Select(s => Exactly(i => sector[i] == s)),
                .. Enumerable.Range(0, 4).Select(v => Exactly(i => role[i] == v)),
                .. Enumerable.Range(0, 60).Select(o => AtMost(i => organisation[i] == o, 2)),
                AtMost(i => sector[i] < 2, size / 2), Exactly(i => newcomer[i]),
                .. Enumerable.Range(0, 5).Select(l => AtLeast(i => language[i] == l)),
                .. pairs.Select(p => SelectionProblem.NotTogether(p.One, p.Other)),
            ],
            [.. Enumerable.Range(0, 6).Select(s => new Wish(Where(i => sector[i] == s), 1, 1)), .. Enumerable.Range(0, 4).Select(v => new Wish(Where(i => role[i] == v), 1, 1))],
            [.. planted.Take(2)], []);
    }
}
