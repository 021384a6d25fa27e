using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations.Selection;

/// <summary>
/// One branch and bound over a problem: finds the best of one kind, or that there is none. What each leaf rests on is kept, checked in
/// whole numbers as it is made; the floating point of the relaxation only says where to look.
/// </summary>
internal sealed class Search
{
    private const double Whole = 1e-6;

    private readonly SelectionProblem _problem;
    private readonly Relaxation _relaxation;
    private readonly PersonTypes _types;
    private readonly List<DualSimplex> _kept = [];
    private readonly sbyte[] _box;
    private readonly double[] _x;
    private readonly ImmutableArray<ProofStep>.Builder _tree = ImmutableArray.CreateBuilder<ProofStep>();
    private readonly DualSimplex _tableau;
    private readonly DualSimplex _root;
    private readonly DualSimplex _begun;
    private long _atLeast;

    public Search(SelectionProblem problem, Relaxation relaxation, PersonTypes types)
    {
        (_problem, _relaxation, _types) = (problem, relaxation, types);
        _tableau = relaxation.Tableau();
        _root = _tableau.Copy();
        _begun = _tableau.Copy();
        _box = new sbyte[problem.People];
        Array.Fill(_box, (sbyte)-1);
        _x = new double[_tableau.Columns];
        foreach (var i in problem.In)
            Fix(i, 1);
        foreach (var i in problem.Out)
            Fix(i, 0);
    }

    /// <summary>What it may take.</summary>
    public Allowance Allowance { get; set; } = new(new SelectionBudget(0));

    /// <summary>What is searched.</summary>
    public ClaimKind Kind { get; private set; }

    /// <summary>The best found; null for none yet. A search for better ones begins with it.</summary>
    public ImmutableArray<int>? Found { get; private set; }

    /// <summary>What of the kind nothing can exceed, as far as was proven; below what was found only in a search that found nothing.</summary>
    public long Bound { get; private set; }

    /// <summary>Whether the search was stopped before its end.</summary>
    public bool Stopped { get; private set; }

    private long ScoreFloor { get; set; } = long.MinValue;

    private long WorthFloor { get; set; } = long.MinValue;

    /// <summary>Only those at least as good are searched from now on.</summary>
    public void Demand(ClaimKind kind, long floor)
    {
        var activities = _problem.People + _problem.Wishes.Length;
        if (kind is ClaimKind.Score)
            _tableau.Bound(activities + _relaxation.Score, ScoreFloor = floor, _relaxation.ScoreRange);
        else
            _tableau.Bound(activities + _relaxation.Worth, WorthFloor = floor, _relaxation.MostWorth + 1);
    }

    /// <summary>Remembers how things stand.</summary>
    public void Keep() => _root.CopyFrom(_tableau);

    /// <summary>Goes back to what was remembered.</summary>
    /// <param name="open">Who was open then and was settled since.</param>
    public void Restore(IEnumerable<int> open)
    {
        _tableau.CopyFrom(_root);
        foreach (var person in open)
            _box[person] = -1;
    }

    /// <summary>Settles that somebody is chosen, or isn't, from now on.</summary>
    public void Fix(int person, sbyte to)
    {
        _box[person] = to;
        _tableau.Bound(person, to, to);
    }

    /// <summary>Whether a person is settled: 1 chosen, 0 not, -1 open.</summary>
    public sbyte this[int person] => _box[person];

    /// <summary>Searches; the proof is that there is nothing better than what was found, or nothing at all.</summary>
    /// <param name="kind">What is searched.</param>
    /// <param name="known">A choice to begin with; null for none.</param>
    /// <param name="atLeast">Passes over what is less: then nothing found only proves that nothing is so much.</param>
    public ImmutableArray<ProofStep> Run(ClaimKind kind, ImmutableArray<int>? known, long atLeast = long.MinValue)
    {
        _atLeast = atLeast;
        (Kind, Found, Stopped) = (kind, known, false);
        Bound = known is { } k ? ValueOf(k) : long.MinValue;
        _tree.Clear();
        _tableau.Aim(_relaxation.AimOf(kind));
        _begun.CopyFrom(_tableau);
        Explore(0, _relaxation.Obvious(kind));
        _tableau.CopyFrom(_begun);
        return _tree.ToImmutable();
    }

    /// <summary>The highest score that isn't plainly impossible; null where that can't be told.</summary>
    public long? Top()
    {
        Kind = ClaimKind.Score;
        _tableau.Aim(_relaxation.AimOf(Kind));
        if (_tableau.Solve(_relaxation.AimOf(Kind), double.NegativeInfinity) is not SimplexEnd.Optimal)
            return null;
        var most = _relaxation.Most(_relaxation.WeightsOfAim(_tableau, Kind), _box, out var times, out _);
        return (long)Math.Floor((decimal)most / times);
    }

    private bool Maximises => Kind is ClaimKind.Score or ClaimKind.Worth;

    private long Floor => Maximises && Found is { } found ? ValueOf(found) + 1 : Maximises ? _atLeast : long.MinValue;

    private long ValueOf(ImmutableArray<int> chosen) => Kind is ClaimKind.Worth ? _problem.WorthOf(chosen) : _problem.ScoreOf(chosen);

    // Returns whether the search goes on: one for anything at all ends with the first found.
    private bool Explore(int depth, ImmutableArray<Weighted> above)
    {
        if (!Allowance.Take())
        {
            Stopped = true;
            Leave(above);
            return true;
        }

        var floor = Floor;
        var end = _tableau.Solve(_relaxation.AimOf(Kind), floor == long.MinValue ? double.NegativeInfinity : floor - 1e-6);
        if (end is SimplexEnd.Infeasible && Contradicted(_relaxation.WeightsOf(_tableau, _tableau.Infeasible, _tableau.InfeasibleLow, true)))
            return true;
        var aim = Maximises && end is not SimplexEnd.Infeasible ? _relaxation.WeightsOfAim(_tableau, Kind) : above;
        if (Maximises && Contradicted(aim))
            return true;
        var branch = end is SimplexEnd.Optimal ? Fraction() : AnyOpen();
        if (branch < 0 && end is SimplexEnd.Optimal)
        {
            if (Take() && !Maximises)
                return false;
            if (Maximises && Contradicted(aim))
                return true;
            branch = AnyOpen();
        }

        return branch < 0 ? Settled() : Branch(depth, branch, aim);
    }

    private bool Branch(int depth, int person, ImmutableArray<Weighted> aim)
    {
        while (_kept.Count <= depth)
            _kept.Add(_tableau.Copy());
        _kept[depth].CopyFrom(_tableau);
        _tree.Add(new ProofStep(person, []));
        var first = Side(depth, person, 1, aim);
        if (!first)
            return false;
        _tableau.CopyFrom(_kept[depth]);
        return Side(depth, person, 0, aim);
    }

    private bool Side(int depth, int person, sbyte to, ImmutableArray<Weighted> aim)
    {
        var drawn = new List<int>();
        foreach (var other in to == 1 ? _types.UpTo(person) : _types.From(person))
        {
            if (_box[other] >= 0)
                continue;
            drawn.Add(other);
            Fix(other, to);
        }

        var goesOn = Explore(depth + 1, aim);
        foreach (var other in drawn)
            _box[other] = -1;
        return goesOn;
    }

    // A leaf nobody looked into: it only bounds what could be there.
    private void Leave(ImmutableArray<Weighted> above)
    {
        var most = _relaxation.Most(above, _box, out var forScore, out var forWorth);
        var times = Kind is ClaimKind.Worth ? forWorth : forScore;
        if (Kind is ClaimKind.Worth && ScoreFloor != long.MinValue)
            most -= forScore * ScoreFloor;
        if (Maximises && times > 0)
            Bound = Math.Max(Bound, (long)Math.Floor((decimal)most / times));
        else
            Bound = long.MaxValue;
        _tree.Add(new ProofStep(-1, above));
    }

    private bool Contradicted(ImmutableArray<Weighted> weights)
    {
        var most = _relaxation.Most(weights, _box, out var forScore, out var forWorth);
        var (score, worth) = (Kind is ClaimKind.Score ? Floor : ScoreFloor, Kind is ClaimKind.Worth ? Floor : WorthFloor);
        if ((forScore > 0 && score == long.MinValue) || (forWorth > 0 && worth == long.MinValue))
            return false;
        if (most - (forScore > 0 ? forScore * score : 0) - (forWorth > 0 ? forWorth * worth : 0) >= 0)
            return false;
        _tree.Add(new ProofStep(-1, weights));
        return true;
    }

    // Everybody is settled, and still no contradiction was found: one rule alone must be broken, or it is a choice.
    private bool Settled()
    {
        var chosen = Enumerable.Range(0, _box.Length).Where(i => _box[i] == 1).ToImmutableArray();
        if (Accept(chosen) && !Maximises)
            return false;
        for (var rule = 0; rule <= _relaxation.Worth; rule++)
            if (Contradicted([new Weighted(rule, 1)]) || Contradicted([new Weighted(rule, -1)]) || (rule == _relaxation.Worth && Contradicted(WishesAsTheyAre(chosen))))
                return true;
        throw new System.Diagnostics.UnreachableException();
    }

    private ImmutableArray<Weighted> WishesAsTheyAre(ImmutableArray<int> chosen) =>
    [
        .. _problem.Wishes.Select((w, i) => new Weighted(1 + _problem.HeadCounts.Length + i, w.Members.Count(chosen.Contains) < w.UpTo ? w.Worth : 0)),
        new Weighted(_relaxation.Worth, 1),
    ];

    // Where a type's number is a fraction: the person on whom the bound falls most, whichever way they go; -1 where all are whole.
    private int Fraction()
    {
        _tableau.Read(_x);
        var (best, found) = (-1.0, -1);
        foreach (var members in _types.Members)
        {
            var sum = 0.0;
            foreach (var m in members)
                sum += _x[m];
            var below = (int)Math.Floor(sum + Whole);
            var distance = Math.Min(sum - below, below + 1 - sum);
            if (distance < Whole)
                continue;
            var (down, up) = members.Length > 1 ? (0, 0) : _tableau.Penalties(members[0], _relaxation.AimOf(Kind));
            var weight = (Math.Min(down, 1e6) + 1e-3) * (Math.Min(up, 1e6) + 1e-3) * (1 + distance);
            if (weight > best)
                (best, found) = (weight, members[below]);
        }

        return found;
    }

    private int AnyOpen() => Array.IndexOf(_box, (sbyte)-1);

    private bool Take() => Accept([.. _types.Members.SelectMany(members => members.Take((int)Math.Round(members.Sum(m => _x[m])))).Order()]);

    private bool Accept(ImmutableArray<int> chosen)
    {
        if (!_problem.Allows(chosen) || _problem.ScoreOf(chosen) < ScoreFloor || _problem.WorthOf(chosen) < WorthFloor
            || (Maximises && Found is { } found && ValueOf(chosen) <= ValueOf(found)) || chosen.Any(c => _box[c] == 0) || chosen.Count(c => _box[c] == 1) < _box.Count(b => b == 1))
            return false;
        Found = chosen;
        if (Maximises)
            Bound = Math.Max(Bound, ValueOf(chosen));
        return true;
    }
}

/// <summary>What is left of a budget.</summary>
internal sealed class Allowance(SelectionBudget budget)
{
    /// <summary>Steps taken.</summary>
    public int Taken { get; private set; }

    /// <summary>Takes a step; false when there is none left.</summary>
    public bool Take()
    {
        if (Taken >= budget.Steps || budget.GoOn?.Invoke() == false)
            return false;
        Taken++;
        return true;
    }
}
