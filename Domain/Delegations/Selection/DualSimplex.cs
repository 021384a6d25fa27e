using System.Numerics;

namespace CoordinatorBot.Domain.Delegations.Selection;

/// <summary>How solving a relaxation ended.</summary>
internal enum SimplexEnd
{
    /// <summary>Solved.</summary>
    Optimal,

    /// <summary>The objective is below what was asked for: solving on would not raise it.</summary>
    Below,

    /// <summary>No solution; <see cref="DualSimplex.Infeasible"/> is the row that shows it.</summary>
    Infeasible,

    /// <summary>Too many pivots: nothing is known.</summary>
    GaveUp,
}

/// <summary>
/// Maximises an activity of a <see cref="Tableau"/>: the bounded dual simplex method, with long steps. All boxes of what isn't basic are finite, so any
/// basis can be made dual feasible, and a changed box costs a few pivots.
/// </summary>
/// <param name="columns">Most columns.</param>
internal sealed class DualSimplex(int columns)
{
    private const double Feasible = 1e-7;
    private const int MostPivots = 2_000;

    private readonly double[] _ratios = new double[columns];
    private readonly double[] _sizes = new double[columns];
    private readonly int[] _eligible = new int[columns];

    /// <summary>The tableau row that shows that there is no solution.</summary>
    public int Infeasible { get; private set; }

    /// <summary>Whether that row's activity is too low rather than too high.</summary>
    public bool InfeasibleLow { get; private set; }

    /// <summary>Solves.</summary>
    /// <param name="tableau">The tableau, aimed at the activity.</param>
    /// <param name="aim">The activity aimed at.</param>
    /// <param name="below">Gives up on solutions below this.</param>
    public SimplexEnd Solve(Tableau tableau, int aim, double below)
    {
        var objective = tableau.RowOf(aim);
        for (var pivots = 0; pivots < MostPivots; pivots++)
        {
            if (tableau.Values[objective] < below)
                return SimplexEnd.Below;
            var leaving = MostViolated(tableau);
            if (leaving < 0)
                return SimplexEnd.Optimal;
            if (!Step(tableau, leaving, objective))
                return SimplexEnd.Infeasible;
        }

        return SimplexEnd.GaveUp;
    }

    /// <summary>
    /// By how much, at least, the objective falls when a row's variable between whole numbers goes to the one below and the one above: the
    /// cheapest first pivot. The greatest number where it can't go there.
    /// </summary>
    public static (double Down, double Up) Penalties(Tableau tableau, int row, int objective)
    {
        var entries = tableau.Row(row);
        var sides = tableau.Sides;
        var d = tableau.Row(objective);
        var most = new Vector<double>(double.MaxValue);
        var (downs, ups, least) = (most, most, new Vector<double>(Tableau.Least));
        for (var c = 0; c < tableau.Open; c += Vector<double>.Count)
        {
            var size = new Vector<double>(entries[c..]) * new Vector<double>(sides[c..]);
            var (up, down) = (Vector.GreaterThan(size, least), Vector.LessThan(size, -least));
            var ratio = Vector.Abs(new Vector<double>(d[c..])) / Vector.ConditionalSelect(up | down, Vector.Abs(size), Vector<double>.One);
            ups = Vector.Min(ups, Vector.ConditionalSelect(up, ratio, most));
            downs = Vector.Min(downs, Vector.ConditionalSelect(down, ratio, most));
        }

        var (toLow, toHigh) = (double.MaxValue, double.MaxValue);
        for (var i = 0; i < Vector<double>.Count; i++)
            (toLow, toHigh) = (Math.Min(toLow, downs[i]), Math.Min(toHigh, ups[i]));
        var part = tableau.Values[row] - Math.Floor(tableau.Values[row]);
        return (toLow * part, toHigh * (1 - part));
    }

    private static int MostViolated(Tableau tableau)
    {
        var (most, found) = (Feasible, -1);
        var values = tableau.Values;
        for (var r = 0; r < values.Length; r++)
        {
            var (lo, hi) = tableau.BoxOf(r);
            var violation = Math.Max(lo - values[r], values[r] - hi);
            if (violation > most)
                (most, found) = (violation, r);
        }

        return found;
    }

    private bool Step(Tableau tableau, int leaving, int objective)
    {
        var (lo, hi) = tableau.BoxOf(leaving);
        var low = tableau.Values[leaving] < lo;
        var end = low ? lo : hi;
        var all = Eligible(tableau, leaving, objective, low);
        var slope = Math.Abs(tableau.Values[leaving] - end);
        for (var count = all; count > 0;)
        {
            var first = _ratios.AsSpan(0, count).IndexOf(Lowest(count));
            slope -= _sizes[first] * tableau.RangeOf(_eligible[first]);
            if (slope <= Feasible)
            {
                var entering = Largest(count, _ratios[first] + 1e-9, first);
                for (var i = count; i < all; i++)
                    tableau.Flip(_eligible[i]);
                tableau.Exchange(leaving, _eligible[entering], end);
                return true;
            }

            // Those passed over go behind the others.
            count--;
            (_ratios[first], _ratios[count]) = (_ratios[count], _ratios[first]);
            (_sizes[first], _sizes[count]) = (_sizes[count], _sizes[first]);
            (_eligible[first], _eligible[count]) = (_eligible[count], _eligible[first]);
        }

        (Infeasible, InfeasibleLow) = (leaving, low);
        return false;
    }

    private double Lowest(int count)
    {
        var lowest = _ratios[0];
        for (var i = 1; i < count; i++)
            lowest = Math.Min(lowest, _ratios[i]);
        return lowest;
    }

    // Of as good ratios, the largest entry is the safest to divide by.
    private int Largest(int count, double most, int first)
    {
        var found = first;
        for (var i = 0; i < count; i++)
            if (_ratios[i] <= most && _sizes[i] > _sizes[found])
                found = i;
        return found;
    }

    private int Eligible(Tableau tableau, int leaving, int objective, bool low)
    {
        var row = tableau.Row(leaving);
        var d = tableau.Row(objective);
        var sides = tableau.Sides;
        var sign = low ? 1.0 : -1.0;
        var (times, least) = (new Vector<double>(sign), new Vector<double>(Tableau.Least));
        var count = 0;
        for (var c = 0; c < tableau.Open; c += Vector<double>.Count)
        {
            if (!Vector.GreaterThanAny(new Vector<double>(row[c..]) * new Vector<double>(sides[c..]) * times, least))
                continue;
            for (var i = c; i < c + Vector<double>.Count; i++)
            {
                var size = row[i] * sides[i] * sign;
                if (size <= Tableau.Least)
                    continue;
                (_ratios[count], _sizes[count]) = (Math.Abs(d[i]) / size, size);
                _eligible[count++] = i;
            }
        }

        return count;
    }
}
