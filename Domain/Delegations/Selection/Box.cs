namespace CoordinatorBot.Domain.Delegations.Selection;

/// <summary>What a search has settled so far: who is chosen, who isn't, who is open.</summary>
internal sealed class Box
{
    private readonly sbyte[] _of;
    private readonly int[][] _rulesOf;
    private readonly int[][] _members;
    private readonly int[] _max;
    private readonly int[] _taken;
    private readonly sbyte[] _plain;

    /// <summary>Everybody is open.</summary>
    public Box(SelectionProblem problem)
    {
        (_of, _plain) = (new sbyte[problem.People], new sbyte[problem.People]);
        Array.Fill(_of, (sbyte)-1);
        var rules = Enumerable.Range(0, problem.People).Select(_ => new List<int>()).ToList();
        for (var h = 0; h < problem.HeadCounts.Length; h++)
            foreach (var m in problem.HeadCounts[h].Members)
                rules[m].Add(h);
        _rulesOf = [.. rules.Select(r => r.ToArray())];
        _members = [.. problem.HeadCounts.Select(h => h.Members.ToArray())];
        _max = [.. problem.HeadCounts.Select(h => h.Max)];
        _taken = new int[_max.Length];
    }

    /// <summary>Whether a person is settled: 1 chosen, 0 not, -1 open.</summary>
    public sbyte this[int person]
    {
        get => _of[person];
        set
        {
            var by = (value == 1 ? 1 : 0) - (_of[person] == 1 ? 1 : 0);
            foreach (var rule in _rulesOf[person])
                _taken[rule] += by;
            _of[person] = value;
        }
    }

    /// <summary>How many people there are.</summary>
    public int People => _of.Length;

    /// <summary>All of it.</summary>
    public ReadOnlySpan<sbyte> All => _of;

    /// <summary>Somebody open; -1 for nobody.</summary>
    public int AnyOpen => Array.IndexOf(_of, (sbyte)-1);

    /// <summary>Whether no more of a head count may be chosen.</summary>
    public bool IsFull(int headCount) => _taken[headCount] >= _max[headCount];

    /// <summary>The same, with those out who belong to a full head count. They are plainly out: no proof names them.</summary>
    public ReadOnlySpan<sbyte> Plain()
    {
        _of.CopyTo(_plain, 0);
        for (var rule = 0; rule < _max.Length; rule++)
            if (IsFull(rule))
                foreach (var m in _members[rule])
                    if (_of[m] < 0)
                        _plain[m] = 0;
        return _plain;
    }
}
