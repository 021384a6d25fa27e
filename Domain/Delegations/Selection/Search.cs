using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations.Selection;

/// <summary>
/// One branch and bound over a problem: finds the best of one kind, or that there is none. What each leaf rests on is kept, checked in
/// whole numbers as it is made; the floating point of the relaxation only says where to look.
/// </summary>
internal sealed class Search
{
    private readonly SelectionProblem _problem;
    private readonly Relaxation _relaxation;
    private readonly PersonTypes _types;
    private readonly List<Tableau> _depths = [];
    private readonly Box _box;
    private readonly double[] _x;
    private readonly ImmutableArray<ProofStep>.Builder _tree = ImmutableArray.CreateBuilder<ProofStep>();
    private readonly Tableau _tableau;
    private readonly Tableau _kept;
    private readonly DualSimplex _simplex;
    private readonly Branching _branching;
    private int _aim = -1;
    private long _atLeast;

    public Search(SelectionProblem problem, Relaxation relaxation, PersonTypes types)
    {
        (_problem, _relaxation, _types) = (problem, relaxation, types);
        _tableau = relaxation.Tableau();
        _kept = new Tableau(_tableau.Width, _tableau.Height);
        _simplex = new DualSimplex(_tableau.Width);
        _box = new Box(problem);
        _branching = new Branching(types);
        _x = new double[_tableau.Width];
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
        if (kind is ClaimKind.Score)
            _tableau.Bound(_relaxation.ActivityOf(_relaxation.Score), ScoreFloor = floor, _relaxation.ScoreRange);
        else
            _tableau.Bound(_relaxation.ActivityOf(_relaxation.Worth), WorthFloor = floor, _relaxation.MostWorth + 1);
    }

    /// <summary>Remembers how things stand.</summary>
    public void Keep() => _kept.CopyFrom(_tableau);

    /// <summary>Goes back to what was remembered.</summary>
    /// <param name="open">Who was open then and was settled since.</param>
    public void Restore(IEnumerable<int> open)
    {
        _tableau.CopyFrom(_kept);
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
        var isSolved = SolveRoot();
        Descend(_tableau, 0);
        Explore(0, isSolved);
        return _tree.ToImmutable();
    }

    /// <summary>The highest score that isn't plainly impossible; null where that can't be told.</summary>
    public long? Top()
    {
        Kind = ClaimKind.Score;
        if (!SolveRoot())
            return null;
        _relaxation.WeighAim(_tableau, Kind);
        var most = _relaxation.Most(_box, out var times, out _);
        return (long)Math.Floor((decimal)most / times);
    }

    private int Aim => _relaxation.AimOf(Kind);

    private bool Maximises => Kind is ClaimKind.Score or ClaimKind.Worth;

    private long Floor => Maximises && Found is { } found ? ValueOf(found) + 1 : Maximises ? _atLeast : long.MinValue;

    private long ValueOf(ImmutableArray<int> chosen) => Kind is ClaimKind.Worth ? _problem.WorthOf(chosen) : _problem.ScoreOf(chosen);

    private bool SolveRoot()
    {
        if (_aim != Aim)
            _tableau.Aim(_aim = Aim);
        return _simplex.Solve(_tableau, Aim, double.NegativeInfinity) is SimplexEnd.Optimal;
    }

    private void Descend(Tableau from, int depth)
    {
        if (_depths.Count <= depth)
            _depths.Add(new Tableau(_x.Length, _tableau.Height));
        _depths[depth].SettledFrom(from, _box.Plain(), Aim);
    }

    // Returns whether the search goes on: one for anything at all ends with the first found.
    private bool Explore(int depth, bool isBounded = true)
    {
        if (Allowance.Take())
            return Look(depth);
        Stopped = true;
        Leave(depth, isBounded);
        return true;
    }

    private bool Look(int depth)
    {
        var (tableau, floor) = (_depths[depth], Floor);
        var end = _simplex.Solve(tableau, Aim, floor == long.MinValue ? double.NegativeInfinity : floor - Branching.Whole);
        if (end is SimplexEnd.Infeasible)
        {
            _relaxation.WeighRow(tableau, _simplex.Infeasible, _simplex.InfeasibleLow);
            if (Contradicted())
                return true;
        }
        else if (Maximises && floor != long.MinValue)
        {
            _relaxation.WeighAim(tableau, Kind);
            var spare = Spare();
            if (spare < 0)
                return Close();
            if (end is SimplexEnd.Optimal && spare is { } most && Settle(most) is { Count: > 0 } settled)
                return GoOn(depth, settled);
        }

        var branch = end is SimplexEnd.Optimal ? _branching.On(tableau, Aim, _box, _x) : _box.AnyOpen;
        if (branch < 0 && end is SimplexEnd.Optimal)
        {
            if (Take() && !Maximises)
                return false;
            _relaxation.WeighAim(tableau, Kind);
            if (Maximises && Contradicted())
                return true;
            branch = _box.AnyOpen;
        }

        return branch < 0 ? Everybody() : Branch(depth, branch);
    }

    private bool Branch(int depth, int person)
    {
        _tree.Add(new ProofStep(person, [], []));
        return Explored(1) && Explored(0);

        bool Explored(sbyte to)
        {
            var settled = Put([], person, to);
            Descend(_depths[depth], depth + 1);
            var goesOn = Explore(depth + 1);
            Reopen(settled);
            return goesOn;
        }
    }

    // Whoever can't be otherwise without the sum of the weighted rules falling below 0.
    private List<int> Settle(long most)
    {
        var own = _relaxation.Own;
        var sure = new List<int>();
        for (var i = 0; i < _box.People; i++)
            if (_box[i] < 0 && most - Math.Abs(own[i]) < 0)
                sure.Add(i);
        var settled = new List<int>();
        if (sure.Count == 0)
            return settled;
        _tree.Add(new ProofStep(ProofStep.Settles, _relaxation.Weights(), [.. sure]));
        foreach (var person in sure)
            if (_box[person] < 0)
                Put(settled, person, own[person] > 0 ? (sbyte)1 : (sbyte)0);
        return settled;
    }

    private bool GoOn(int depth, List<int> settled)
    {
        Descend(_depths[depth], depth + 1);
        var goesOn = Look(depth + 1);
        Reopen(settled);
        return goesOn;
    }

    private List<int> Put(List<int> settled, int person, sbyte to)
    {
        foreach (var other in to == 1 ? _types.UpTo(person) : _types.From(person))
        {
            if (_box[other] >= 0)
                continue;
            _box[other] = to;
            settled.Add(other);
        }

        return settled;
    }

    private void Reopen(List<int> settled)
    {
        foreach (var person in settled)
            _box[person] = -1;
    }

    // A leaf nobody looked into: it only bounds what could be there, by what bounded the part it is of.
    private void Leave(int depth, bool isBounded)
    {
        if (isBounded && Maximises)
            _relaxation.WeighAim(_depths[depth], Kind);
        else
            _relaxation.WeighObvious(Kind);
        var most = _relaxation.Most(_box, out var forScore, out var forWorth);
        var times = Kind is ClaimKind.Worth ? forWorth : forScore;
        if (Kind is ClaimKind.Worth && ScoreFloor != long.MinValue)
            most -= forScore * ScoreFloor;
        Bound = Maximises && times > 0 ? Math.Max(Bound, (long)Math.Floor((decimal)most / times)) : long.MaxValue;
        Close();
    }

    private bool Contradicted() => Spare() < 0 && Close();

    private bool Close()
    {
        _tree.Add(new ProofStep(ProofStep.Leaf, _relaxation.Weights(), []));
        return true;
    }

    private bool Contradicted(ImmutableArray<Weighted> weights)
    {
        _relaxation.Weigh(weights);
        return Contradicted();
    }

    // What the weighted rules leave at most; null where they rest on something that nobody asked for.
    private long? Spare()
    {
        var most = _relaxation.Most(_box, out var forScore, out var forWorth);
        var (score, worth) = (Kind is ClaimKind.Score ? Floor : ScoreFloor, Kind is ClaimKind.Worth ? Floor : WorthFloor);
        if ((forScore > 0 && score == long.MinValue) || (forWorth > 0 && worth == long.MinValue))
            return null;
        return most - (forScore > 0 ? forScore * score : 0) - (forWorth > 0 ? forWorth * worth : 0);
    }

    // Everybody is settled, and still no contradiction was found: one rule alone must be broken, or it is a choice.
    private bool Everybody()
    {
        var chosen = Enumerable.Range(0, _box.People).Where(i => _box[i] == 1).ToImmutableArray();
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

    private bool Take() => Accept([.. _types.Members.SelectMany(members => members.Take((int)Math.Round(members.Sum(m => _x[m])))).Order()]);

    private bool Accept(ImmutableArray<int> chosen)
    {
        if (!_problem.Allows(chosen) || _problem.ScoreOf(chosen) < ScoreFloor || _problem.WorthOf(chosen) < WorthFloor
            || (Maximises && Found is { } found && ValueOf(chosen) <= ValueOf(found)) || chosen.Any(c => _box[c] == 0) || chosen.Count(c => _box[c] == 1) < _box.All.Count((sbyte)1))
            return false;
        Found = chosen;
        if (Maximises)
            Bound = Math.Max(Bound, ValueOf(chosen));
        return true;
    }
}
