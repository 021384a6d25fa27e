using System.Numerics;
using System.Runtime.InteropServices;

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
/// Maximises a row of <c>activity = A x</c> over boxes for x and for the activities: the bounded dual simplex method, with long steps, on a
/// dense tableau (a few dozen rows). All boxes are finite, so any basis can be made dual feasible, and a changed box costs a few pivots.
/// Its answers are floating point: nobody relies on them without checking in whole numbers.
/// </summary>
internal sealed class DualSimplex
{
    private const double Feasible = 1e-7;
    private const double Pivot = 1e-8;
    private const int MostPivots = 2_000;

    private readonly int _stride;
    private readonly double[] _t;
    private readonly int[] _basic;
    private readonly int[] _nonbasic;
    private readonly double[] _beta;
    private readonly double[] _value;
    private readonly double[] _lo;
    private readonly double[] _hi;
    private readonly double[] _ratios;
    private readonly int[] _eligible;

    /// <param name="columns">Number of variables x; they are numbered from 0, the activities after them.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="entries">What is in A.</param>
    /// <param name="lo">Lower ends of all boxes, of the variables, then of the activities.</param>
    /// <param name="hi">Upper ends.</param>
    public DualSimplex(int columns, int rows, IEnumerable<(int Row, int Column, double By)> entries, double[] lo, double[] hi)
    {
        (Columns, Rows) = (columns, rows);
        _stride = (columns + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        _t = new double[_stride * rows];
        foreach (var (row, column, by) in entries)
            _t[(row * _stride) + column] += by;
        (_basic, _nonbasic) = ([.. Enumerable.Range(columns, rows)], [.. Enumerable.Range(0, columns)]);
        (_lo, _hi) = ([.. lo], [.. hi]);
        (_beta, _value) = (new double[rows], [.. lo[..columns], .. new double[rows]]);
        (_ratios, _eligible) = (new double[columns], new int[columns]);
    }

    private DualSimplex(DualSimplex from)
    {
        (Columns, Rows, _stride) = (from.Columns, from.Rows, from._stride);
        (_t, _basic, _nonbasic) = (new double[from._t.Length], new int[Rows], new int[Columns]);
        (_beta, _value, _lo, _hi) = (new double[Rows], new double[Columns + Rows], new double[Columns + Rows], new double[Columns + Rows]);
        (_ratios, _eligible) = (from._ratios, from._eligible);
        CopyFrom(from);
    }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>The tableau row that shows that there is no solution.</summary>
    public int Infeasible { get; private set; }

    /// <summary>Whether that row's activity is too low rather than too high.</summary>
    public bool InfeasibleLow { get; private set; }

    public DualSimplex Copy() => new(this);

    public void CopyFrom(DualSimplex from)
    {
        from._t.CopyTo(_t, 0);
        from._basic.CopyTo(_basic, 0);
        from._nonbasic.CopyTo(_nonbasic, 0);
        from._beta.CopyTo(_beta, 0);
        from._value.CopyTo(_value, 0);
        from._lo.CopyTo(_lo, 0);
        from._hi.CopyTo(_hi, 0);
    }

    /// <summary>Changes the box of a variable or an activity.</summary>
    public void Bound(int variable, double lo, double hi)
    {
        (_lo[variable], _hi[variable]) = (lo, hi);
        var column = Array.IndexOf(_nonbasic, variable);
        if (column >= 0)
            Move(column, Math.Clamp(_value[variable], lo, hi));
    }

    /// <summary>Begins to maximise another row, which must never have been bounded.</summary>
    public void Aim(int objective)
    {
        var d = Row(objective);
        for (var c = 0; c < Columns; c++)
            Move(c, d[c] > 0 ? _hi[_nonbasic[c]] : _lo[_nonbasic[c]]);
        for (var r = 0; r < Rows; r++)
            _beta[r] = ValueOf(r);
    }

    /// <summary>Solves.</summary>
    /// <param name="objective">The row aimed at.</param>
    /// <param name="below">Gives up on solutions below this.</param>
    public SimplexEnd Solve(int objective, double below)
    {
        for (var pivots = 0; pivots < MostPivots; pivots++)
        {
            if (_beta[objective] < below)
                return SimplexEnd.Below;
            var leaving = MostViolated();
            if (leaving < 0)
                return SimplexEnd.Optimal;
            if (!Step(leaving, objective))
                return SimplexEnd.Infeasible;
        }

        return SimplexEnd.GaveUp;
    }

    /// <summary>The values of the variables x.</summary>
    public void Read(Span<double> x)
    {
        for (var c = 0; c < Columns; c++)
            if (_nonbasic[c] < Columns)
                x[_nonbasic[c]] = _value[_nonbasic[c]];
        for (var r = 0; r < Rows; r++)
            if (_basic[r] < Columns)
                x[_basic[r]] = _beta[r];
    }

    /// <summary>
    /// What the rows of A are multiplied by to give this row of the tableau: over all x, its basic activity less the rest is
    /// the sum of (activity - A x) times these.
    /// </summary>
    public void Multipliers(int row, Span<double> by)
    {
        by.Clear();
        var t = Row(row);
        for (var c = 0; c < Columns; c++)
            if (_nonbasic[c] >= Columns)
                by[_nonbasic[c] - Columns] = -t[c];
        if (_basic[row] >= Columns)
            by[_basic[row] - Columns] = 1;
    }

    /// <summary>
    /// By how much, at least, the objective falls when a variable between whole numbers goes to the one below and the one above: the
    /// cheapest first pivot. The greatest number where it can't go there.
    /// </summary>
    public (double Down, double Up) Penalties(int variable, int objective)
    {
        var row = Array.IndexOf(_basic, variable);
        if (row < 0)
            return (0, 0);
        var t = Row(row);
        var d = Row(objective);
        var (down, up) = (double.MaxValue, double.MaxValue);
        for (var c = 0; c < Columns; c++)
        {
            var (a, n) = (t[c], _nonbasic[c]);
            if (Math.Abs(a) < Pivot || _lo[n] == _hi[n])
                continue;
            var ratio = Math.Abs(d[c] / a);
            if (a > 0 == (_value[n] == _lo[n]))
                up = Math.Min(up, ratio);
            else
                down = Math.Min(down, ratio);
        }

        var part = _beta[row] - Math.Floor(_beta[row]);
        return (down == double.MaxValue ? down : down * part, up == double.MaxValue ? up : up * (1 - part));
    }

    private Span<double> Row(int row) => _t.AsSpan(row * _stride, _stride);

    private double ValueOf(int row)
    {
        var t = Row(row);
        var sum = 0.0;
        for (var c = 0; c < Columns; c++)
            sum += t[c] * _value[_nonbasic[c]];
        return sum;
    }

    private void Move(int column, double to)
    {
        var by = to - _value[_nonbasic[column]];
        if (by == 0)
            return;
        _value[_nonbasic[column]] = to;
        for (var r = 0; r < Rows; r++)
            _beta[r] += _t[(r * _stride) + column] * by;
    }

    private int MostViolated()
    {
        var (most, found) = (Feasible, -1);
        for (var r = 0; r < Rows; r++)
        {
            var v = _basic[r];
            var violation = Math.Max(_lo[v] - _beta[r], _beta[r] - _hi[v]);
            if (violation > most)
                (most, found) = (violation, r);
        }

        return found;
    }

    private bool Step(int leaving, int objective)
    {
        var v = _basic[leaving];
        var low = _beta[leaving] < _lo[v];
        var bound = low ? _lo[v] : _hi[v];
        var count = Eligible(leaving, objective, low);
        var slope = Math.Abs(_beta[leaving] - bound);
        Array.Sort(_ratios, _eligible, 0, count);
        var t = Row(leaving);
        var stop = 0;
        for (; stop < count; stop++)
        {
            var n = _nonbasic[_eligible[stop]];
            slope -= Math.Abs(t[_eligible[stop]]) * (_hi[n] - _lo[n]);
            if (slope <= Feasible)
                break;
        }

        if (stop == count)
        {
            (Infeasible, InfeasibleLow) = (leaving, low);
            return false;
        }

        var entering = stop;
        for (var i = stop + 1; i < count && _ratios[i] <= _ratios[stop] + 1e-9; i++)
            if (Math.Abs(t[_eligible[i]]) > Math.Abs(t[_eligible[entering]]))
                entering = i;
        for (var i = 0; i < stop; i++)
            Flip(_eligible[i]);
        Exchange(leaving, _eligible[entering], bound);
        return true;
    }

    private int Eligible(int leaving, int objective, bool low)
    {
        var t = Row(leaving);
        var d = Row(objective);
        var count = 0;
        for (var c = 0; c < Columns; c++)
        {
            var (a, n) = (t[c], _nonbasic[c]);
            if (Math.Abs(a) < Pivot || _lo[n] == _hi[n])
                continue;
            var atLow = _value[n] == _lo[n];
            if (a > 0 != (atLow == low))
                continue;
            _ratios[count] = Math.Abs(d[c] / a);
            _eligible[count++] = c;
        }

        return count;
    }

    private void Flip(int column)
    {
        var n = _nonbasic[column];
        Move(column, _value[n] == _lo[n] ? _hi[n] : _lo[n]);
    }

    private void Exchange(int leaving, int column, double bound)
    {
        var row = Row(leaving);
        var (n, v) = (_nonbasic[column], _basic[leaving]);
        var pivot = row[column];
        var step = (bound - _beta[leaving]) / pivot;
        for (var r = 0; r < Rows; r++)
            if (r != leaving)
                _beta[r] += _t[(r * _stride) + column] * step;
        _beta[leaving] = _value[n] + step;
        _value[v] = bound;
        (_basic[leaving], _nonbasic[column]) = (n, v);
        var inverse = 1 / pivot;
        for (var c = 0; c < row.Length; c++)
            row[c] *= -inverse;
        row[column] = inverse;
        var from = MemoryMarshal.Cast<double, Vector<double>>(row);
        for (var r = 0; r < Rows; r++)
        {
            var to = Row(r);
            var by = to[column];
            if (r == leaving || by == 0)
                continue;
            to[column] = 0;
            var into = MemoryMarshal.Cast<double, Vector<double>>(to);
            var times = new Vector<double>(by);
            for (var i = 0; i < into.Length; i++)
                into[i] += times * from[i];
        }
    }
}
