using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations.Selection;

/// <summary>
/// People of one type count alike in every rule and wish. The best choice takes of each type the best first: higher score, then earlier
/// place. So whoever is chosen draws in those before them, and whoever is left out keeps out those after them.
/// </summary>
internal sealed class PersonTypes
{
    private readonly int[] _typeOf;
    private readonly int[] _placeIn;

    public PersonTypes(SelectionProblem problem)
    {
        var signatures = new List<int>[problem.People];
        for (var i = 0; i < signatures.Length; i++)
            signatures[i] = [];
        var mark = 0;
        foreach (var members in problem.HeadCounts.Where(h => h.Rules).Select(h => h.Members).Concat(problem.Wishes.Select(w => w.Members)).Append(problem.In).Append(problem.Out))
        {
            foreach (var m in members)
                signatures[m].Add(mark);
            mark++;
        }

        Members = [.. Enumerable.Range(0, problem.People)
            .GroupBy(i => string.Join(',', signatures[i].Distinct()))
            .Select(g => g.OrderByDescending(i => problem.Scores[i]).ThenBy(i => i).ToImmutableArray())];
        OfSeveral = [.. Members.Where(m => m.Length > 1)];
        _typeOf = new int[problem.People];
        _placeIn = new int[problem.People];
        for (var t = 0; t < Members.Length; t++)
            for (var p = 0; p < Members[t].Length; p++)
                (_typeOf[Members[t][p]], _placeIn[Members[t][p]]) = (t, p);
    }

    /// <summary>The people of each type, the best first.</summary>
    public ImmutableArray<ImmutableArray<int>> Members { get; }

    /// <summary>The types of several people.</summary>
    public ImmutableArray<ImmutableArray<int>> OfSeveral { get; }

    /// <summary>Whether nobody else is of a person's type.</summary>
    public bool IsAlone(int person) => Members[_typeOf[person]].Length == 1;

    /// <summary>Those of a person's type who are better, and the person.</summary>
    public ReadOnlySpan<int> UpTo(int person) => Members[_typeOf[person]].AsSpan(0, _placeIn[person] + 1);

    /// <summary>The person, and those of their type who are worse.</summary>
    public ReadOnlySpan<int> From(int person) => Members[_typeOf[person]].AsSpan()[_placeIn[person]..];

    /// <summary>The same choice with the best of each type: keeps every rule and wish, scores no less, ties no worse.</summary>
    public ImmutableArray<int> Best(IEnumerable<int> chosen)
    {
        var taken = new int[Members.Length];
        foreach (var c in chosen)
            taken[_typeOf[c]]++;
        return [.. taken.SelectMany((count, t) => Enumerable.Range(0, count).Select(p => Members[t][p])).Order()];
    }
}
