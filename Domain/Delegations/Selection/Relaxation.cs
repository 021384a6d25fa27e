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
    private readonly int[] _scores;
    private readonly int[][] _rulesOf;
    private readonly long[] _weights;
    private readonly long[] _own;
    private readonly double[] _multipliers;

    public Relaxation(SelectionProblem problem)
    {
        _problem = problem;
        _scores = [.. problem.Scores];
        Score = 1 + problem.HeadCounts.Length + problem.Wishes.Length;
        Worth = Score + 1;
        var rules = Enumerable.Range(0, problem.People).Select(_ => new List<int>()).ToList();
        foreach (var (members, rule) in problem.HeadCounts.Select(h => h.Members).Concat(problem.Wishes.Select(w => w.Members)).Select((members, r) => (members, r + 1)))
            foreach (var m in members)
                rules[m].Add(rule);
        _rulesOf = [.. rules.Select(r => r.ToArray())];
        MostWorth = problem.Wishes.Sum(w => (long)w.UpTo * w.Worth);
        _weights = new long[Worth + 1];
        _own = new long[problem.People];
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

    /// <summary>The activity of a row.</summary>
    public int ActivityOf(int row) => _problem.People + _problem.Wishes.Length + row;

    /// <summary>The activity a search for something aims at: the thing itself, with a little of what counts after it, so that few are as good.</summary>
    public int AimOf(ClaimKind kind) => ActivityOf(Worth + 1) + (kind is ClaimKind.Score or ClaimKind.Nothing ? 0 : kind is ClaimKind.Worth ? 1 : 2);

    /// <summary>The tableau, nothing decided.</summary>
    public Tableau Tableau()
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
        Array.Fill(lo, double.NegativeInfinity, columns + Score, rows - Score);
        Array.Fill(hi, double.PositiveInfinity, columns + Score, rows - Score);
        return new Tableau(columns, rows, Entries(), lo, hi);
    }

    /// <summary>What everybody open brings to the sum of the rules as they are weighted.</summary>
    public ReadOnlySpan<long> Own => _own;

    /// <summary>Weights the rules by the whole numbers that a row of the tableau stands for.</summary>
    /// <param name="tableau">The tableau.</param>
    /// <param name="row">The row.</param>
    /// <param name="low">Whether its activity is too low for the others rather than too high.</param>
    public void WeighRow(Tableau tableau, int row, bool low)
    {
        tableau.Multipliers(row, _multipliers);
        var most = 0.0;
        for (var i = 0; i <= Worth; i++)
            most = Math.Max(most, Math.Abs(_multipliers[i]));
        Take((low ? -Unit : Unit) / (most > 0 ? most : 1));
    }

    /// <summary>Weights the rules by what an objective stands for: its own row, with what it aims at taken once.</summary>
    public void WeighAim(Tableau tableau, ClaimKind kind)
    {
        tableau.Multipliers(tableau.RowOf(AimOf(kind)), _multipliers);
        var aimed = kind is ClaimKind.Worth ? Worth : Score;
        _multipliers[aimed] += 1;
        // The wishes are only a shade in what a search for scores aims at.
        if (kind is ClaimKind.Score)
            foreach (var i in Enumerable.Range(1 + _problem.HeadCounts.Length, _problem.Wishes.Length).Append(Worth))
                _multipliers[i] = 0;
        Take(-Unit);
    }

    /// <summary>Weights the rules to show what is plain without solving anything: no score is higher than that of the highest so many.</summary>
    public void WeighObvious(ClaimKind kind)
    {
        Array.Clear(_weights);
        if (kind is ClaimKind.Score && _problem.Size > 0 && _problem.Size <= _problem.People)
            _weights[0] = _problem.Scores.OrderDescending().ElementAt(_problem.Size - 1);
        if (kind is ClaimKind.Score or ClaimKind.Worth)
            _weights[kind is ClaimKind.Score ? Score : Worth] = 1;
    }

    /// <summary>Weights the rules as said.</summary>
    public void Weigh(ImmutableArray<Weighted> weights)
    {
        Array.Clear(_weights);
        foreach (var w in weights)
            _weights[w.Rule] = w.By;
    }

    /// <summary>The weights, to keep.</summary>
    public ImmutableArray<Weighted> Weights()
    {
        var weights = ImmutableArray.CreateBuilder<Weighted>(_weights.Length);
        for (var i = 0; i < _weights.Length; i++)
            if (_weights[i] != 0)
                weights.Add(new Weighted(i, _weights[i]));
        return weights.ToImmutable();
    }

    /// <summary>
    /// The most that the weighted rules can come to, over everything the box leaves open, when neither score nor worth is asked for; negative for a
    /// contradiction. In whole numbers, so it is certain.
    /// </summary>
    /// <param name="box">Who is settled.</param>
    /// <param name="forScore">What the score is multiplied by.</param>
    /// <param name="forWorth">What the worth is multiplied by.</param>
    public long Most(Box box, out long forScore, out long forWorth)
    {
        (forScore, forWorth) = (_weights[Score], _weights[Worth]);
        var firstWish = 1 + _problem.HeadCounts.Length;
        for (var i = 0; i < _own.Length; i++)
        {
            if (box[i] == 0)
                continue;
            var own = (forScore * _scores[i]) - _weights[0];
            foreach (var rule in _rulesOf[i])
                own += rule < firstWish ? -_weights[rule] : _weights[rule];
            _own[i] = own;
        }

        Fill(box);
        var sum = _weights[0] * _problem.Size;
        for (var h = 0; h < _problem.HeadCounts.Length; h++)
            sum += _weights[1 + h] * (_weights[1 + h] > 0 ? _problem.HeadCounts[h].Max : _problem.HeadCounts[h].Min);
        for (var w = 0; w < _problem.Wishes.Length; w++)
            sum += Math.Max(0, (forWorth * _problem.Wishes[w].Worth) - _weights[firstWish + w]) * _problem.Wishes[w].UpTo;
        for (var i = 0; i < _own.Length; i++)
            if (box[i] > 0 || (box[i] < 0 && _own[i] > 0))
                sum += _own[i];
        return sum;
    }

    // The weight of a head count of which no more may be chosen may as well be so high that nobody open of it brings anything.
    private void Fill(Box box)
    {
        for (var h = 0; h < _problem.HeadCounts.Length; h++)
        {
            if (!box.IsFull(h))
                continue;
            var most = 0L;
            foreach (var m in _problem.HeadCounts[h].Members)
                if (box[m] < 0)
                    most = Math.Max(most, _own[m]);
            if (most == 0)
                continue;
            _weights[1 + h] += most;
            foreach (var m in _problem.HeadCounts[h].Members)
                _own[m] -= most;
        }
    }

    private void Take(double unit)
    {
        for (var i = 0; i <= Worth; i++)
        {
            var by = (long)Math.Round(_multipliers[i] * (i >= Score ? -unit : unit));
            _weights[i] = by > 0 || i <= _problem.HeadCounts.Length ? by : 0;
        }
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
