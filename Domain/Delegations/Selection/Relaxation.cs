using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations.Selection;

/// <summary>
/// A selection problem as rows over the people and one number for each wish (how much of it is met), with its rows numbered as in
/// <see cref="Weighted.Rule"/>; three rows more are what a search aims at.
/// </summary>
internal sealed class Relaxation
{
    // Whole numbers stand for multiples of this: fine enough that rounding hides nothing, coarse enough that sums stay below 2^63.
    private const double Unit = 1 << 24;

    private readonly SelectionProblem _problem;
    private readonly ImmutableArray<int>[] _rulesOf;
    private readonly long[] _weights;
    private readonly double[] _multipliers;

    public Relaxation(SelectionProblem problem)
    {
        _problem = problem;
        Score = 1 + problem.HeadCounts.Length + problem.Wishes.Length;
        Worth = Score + 1;
        _rulesOf = [.. Enumerable.Range(0, problem.People).Select(i => ImmutableArray.CreateRange(
            problem.HeadCounts.Select((h, r) => (h.Rules && h.Members.Contains(i), r + 1))
                .Concat(problem.Wishes.Select((w, r) => (w.Members.Contains(i), r + 1 + problem.HeadCounts.Length)))
                .Where(r => r.Item1).Select(r => r.Item2)))];
        MostWorth = problem.Wishes.Sum(w => (long)w.UpTo * w.Worth);
        _weights = new long[Worth + 1];
        _multipliers = new double[Worth + 1 + 3];
    }

    /// <summary>The row with the score.</summary>
    public int Score { get; }

    /// <summary>The row with the worth of the wishes.</summary>
    public int Worth { get; }

    /// <summary>The worth of all wishes met.</summary>
    public long MostWorth { get; }

    /// <summary>No score is as high as this, nor as low as its opposite.</summary>
    public double ScoreRange => _problem.Scores.Sum(s => Math.Abs((double)s)) + 1;

    /// <summary>The row a search for something aims at: the thing itself, with a little of what counts after it, so that few are as good.</summary>
    public int AimOf(ClaimKind kind) => Worth + 1 + (kind is ClaimKind.Score or ClaimKind.Nothing ? 0 : kind is ClaimKind.Worth ? 1 : 2);

    /// <summary>The tableau, nothing decided.</summary>
    public DualSimplex Tableau()
    {
        var columns = _problem.People + _problem.Wishes.Length;
        var rows = Worth + 1 + 3;
        var (lo, hi) = (new double[columns + rows], new double[columns + rows]);
        Array.Fill(hi, 1, 0, _problem.People);
        for (var w = 0; w < _problem.Wishes.Length; w++)
            hi[_problem.People + w] = _problem.Wishes[w].UpTo;
        (lo[columns], hi[columns]) = (_problem.Size, _problem.Size);
        for (var h = 0; h < _problem.HeadCounts.Length; h++)
            (lo[columns + 1 + h], hi[columns + 1 + h]) = _problem.HeadCounts[h] is { Rules: true } rule ? (rule.Min, rule.Max) : (0, 0);
        for (var w = 0; w < _problem.Wishes.Length; w++)
            lo[columns + 1 + _problem.HeadCounts.Length + w] = -_problem.People;
        (lo[columns + Score], hi[columns + Score]) = (-ScoreRange, ScoreRange);
        (lo[columns + Worth], hi[columns + Worth]) = (-1, MostWorth + 1);
        Array.Fill(lo, double.NegativeInfinity, columns + Worth + 1, 3);
        Array.Fill(hi, double.PositiveInfinity, columns + Worth + 1, 3);
        return new DualSimplex(columns, rows, Entries(), lo, hi);
    }

    /// <summary>The whole-number multipliers that a row of the tableau stands for.</summary>
    /// <param name="tableau">The tableau.</param>
    /// <param name="row">The row.</param>
    /// <param name="low">Whether its activity is too low for the others rather than too high.</param>
    /// <param name="scaled">Whether they may be multiplied by anything.</param>
    public ImmutableArray<Weighted> WeightsOf(DualSimplex tableau, int row, bool low, bool scaled)
    {
        tableau.Multipliers(row, _multipliers);
        var most = 0.0;
        if (scaled)
            for (var i = 0; i <= Worth; i++)
                most = Math.Max(most, Math.Abs(_multipliers[i]));
        var unit = (low ? -Unit : Unit) / (most > 0 ? most : 1);
        var weights = ImmutableArray.CreateBuilder<Weighted>();
        for (var i = 0; i <= Worth; i++)
        {
            var by = (long)Math.Round(_multipliers[i] * unit);
            if (i >= Score)
                by = -by;
            if (by != 0 && (by > 0 || i <= _problem.HeadCounts.Length))
                weights.Add(new Weighted(i, by));
        }

        return weights.DrainToImmutable();
    }

    /// <summary>The multipliers that show what is plain without solving anything: no score is higher than that of the highest so many.</summary>
    public ImmutableArray<Weighted> Obvious(ClaimKind kind) => kind switch
    {
        ClaimKind.Score when _problem.Size > 0 && _problem.Size <= _problem.People =>
            [new Weighted(0, _problem.Scores.OrderDescending().ElementAt(_problem.Size - 1)), new Weighted(Score, 1)],
        ClaimKind.Score => [new Weighted(Score, 1)],
        ClaimKind.Worth => [new Weighted(Worth, 1)],
        _ => [],
    };

    /// <summary>The multipliers of an objective: those of its own row, with the row it stands for taken once.</summary>
    public ImmutableArray<Weighted> WeightsOfAim(DualSimplex tableau, ClaimKind kind)
    {
        tableau.Multipliers(AimOf(kind), _multipliers);
        var weights = ImmutableArray.CreateBuilder<Weighted>();
        var aimed = kind is ClaimKind.Worth ? Worth : Score;
        for (var i = 0; i <= Worth; i++)
        {
            var by = (long)Math.Round(-_multipliers[i] * Unit);
            if (i >= Score)
                by = -by;
            if (i == aimed)
                by += (long)Unit;
            // The wishes are only a shade in what a search for scores aims at.
            if (kind is ClaimKind.Score && i > _problem.HeadCounts.Length && i != Score)
                continue;
            if (by != 0 && (by > 0 || i <= _problem.HeadCounts.Length))
                weights.Add(new Weighted(i, by));
        }

        return weights.DrainToImmutable();
    }

    /// <summary>
    /// The most that the weighted rules can come to, over everything the box leaves open, when neither score nor worth is asked for; negative for a
    /// contradiction. In whole numbers, so it is certain.
    /// </summary>
    /// <param name="weights">The multipliers.</param>
    /// <param name="box">For each person: 1 chosen, 0 not, -1 open.</param>
    /// <param name="forScore">What the score is multiplied by.</param>
    /// <param name="forWorth">What the worth is multiplied by.</param>
    public long Most(ImmutableArray<Weighted> weights, ReadOnlySpan<sbyte> box, out long forScore, out long forWorth)
    {
        var by = _weights.AsSpan();
        by.Clear();
        foreach (var w in weights)
            by[w.Rule] = w.By;
        (forScore, forWorth) = (by[Score], by[Worth]);
        var sum = by[0] * _problem.Size;
        for (var h = 0; h < _problem.HeadCounts.Length; h++)
            sum += by[1 + h] * (by[1 + h] > 0 ? _problem.HeadCounts[h].Max : _problem.HeadCounts[h].Min);
        var firstWish = 1 + _problem.HeadCounts.Length;
        for (var w = 0; w < _problem.Wishes.Length; w++)
            sum += Math.Max(0, (forWorth * _problem.Wishes[w].Worth) - by[firstWish + w]) * _problem.Wishes[w].UpTo;
        for (var i = 0; i < box.Length; i++)
        {
            if (box[i] == 0)
                continue;
            var own = (forScore * _problem.Scores[i]) - by[0];
            foreach (var rule in _rulesOf[i])
                own += rule < firstWish ? -by[rule] : by[rule];
            if (box[i] > 0 || own > 0)
                sum += own;
        }

        return sum;
    }

    private double WorthShare => 0.01 / (1 + MostWorth);

    private IEnumerable<(int Row, int Column, double By)> Entries()
    {
        var placeShare = 0.001 / ((1 + _problem.People) * Math.Max(1, _problem.Size));
        for (var i = 0; i < _problem.People; i++)
        {
            yield return (0, i, 1);
            foreach (var rule in _rulesOf[i])
                yield return (rule, i, rule <= _problem.HeadCounts.Length ? 1 : -1);
            yield return (Score, i, _problem.Scores[i]);
            var place = placeShare * (_problem.People - i);
            yield return (Worth + 1, i, _problem.Scores[i] + place);
            yield return (Worth + 2, i, place);
            yield return (Worth + 3, i, place);
        }

        for (var w = 0; w < _problem.Wishes.Length; w++)
        {
            var column = _problem.People + w;
            yield return (1 + _problem.HeadCounts.Length + w, column, 1);
            yield return (Worth, column, _problem.Wishes[w].Worth);
            yield return (Worth + 1, column, _problem.Wishes[w].Worth * WorthShare);
            yield return (Worth + 2, column, _problem.Wishes[w].Worth);
        }
    }
}
