using System.Numerics;
using System.Runtime.InteropServices;

namespace CoordinatorBot.Domain.Delegations.Selection;

/// <summary>
/// The dense tableau of a bounded linear program: rows <c>activity = A x</c> over boxes for x and for the activities, solved for whatever is basic. What is
/// settled is left out of copies, so deep in a search they are small. Its numbers are floating point: nobody relies on them without checking in whole numbers.
/// </summary>
internal sealed class Tableau
{
    /// <summary>An entry no greater than this is none.</summary>
    public const double Least = 1e-8;

    private const double Still = 1e-9;

    private readonly int _variables;
    private readonly double[] _rowLo;
    private readonly double[] _rowHi;
    private readonly double[] _value;
    private readonly int[] _basic;
    private double[] _t = [];
    private double[] _columnLo = [];
    private double[] _columnHi = [];
    private double[] _columnValue = [];
    private double[] _side = [];
    private int[] _column = [];
    private int _stride;

    /// <summary>A tableau to copy into.</summary>
    /// <param name="columns">Most variables x; they are numbered from 0, the activities after them.</param>
    /// <param name="rows">Most rows.</param>
    public Tableau(int columns, int rows)
    {
        _variables = columns;
        (_rowLo, _rowHi, _value, _basic) = (new double[rows], new double[rows], new double[rows], new int[rows]);
    }

    /// <summary>The tableau in which the activities are basic.</summary>
    /// <param name="columns">Number of variables x.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="entries">What is in A.</param>
    /// <param name="lo">Lower ends of all boxes, of the variables, then of the activities.</param>
    /// <param name="hi">Upper ends.</param>
    public Tableau(int columns, int rows, IEnumerable<(int Row, int Column, double By)> entries, double[] lo, double[] hi)
        : this(columns, rows)
    {
        Size(columns, columns, rows);
        foreach (var (row, column, by) in entries)
            _t[(row * _stride) + column] += by;
        for (var c = 0; c < columns; c++)
        {
            (_column[c], _columnLo[c], _columnHi[c], _columnValue[c]) = (c, lo[c], hi[c], lo[c]);
            _side[c] = SideOf(c);
        }

        for (var r = 0; r < rows; r++)
            (_basic[r], _rowLo[r], _rowHi[r]) = (columns + r, lo[columns + r], hi[columns + r]);
    }

    /// <summary>Columns, each of something that isn't basic.</summary>
    public int Width { get; private set; }

    /// <summary>Columns, from the first, among which are all that may move.</summary>
    public int Open { get; private set; }

    /// <summary>Rows, each of something basic.</summary>
    public int Height { get; private set; }

    /// <summary>What is basic, by row.</summary>
    public ReadOnlySpan<int> Basic => _basic.AsSpan(0, Height);

    /// <summary>Values of what is basic, by row.</summary>
    public ReadOnlySpan<double> Values => _value.AsSpan(0, Height);

    /// <summary>By column: 1 at its lower end, -1 at its upper end, 0 where it can't move.</summary>
    public ReadOnlySpan<double> Sides => _side.AsSpan(0, _stride);

    /// <summary>The entries of a row, padded to whole vectors.</summary>
    public Span<double> Row(int row) => _t.AsSpan(row * _stride, _stride);

    /// <summary>The row of something basic.</summary>
    public int RowOf(int variable) => Basic.IndexOf(variable);

    /// <summary>How far a column may move.</summary>
    public double RangeOf(int column) => _columnHi[column] - _columnLo[column];

    /// <summary>The box of what is basic in a row.</summary>
    public (double Lo, double Hi) BoxOf(int row) => (_rowLo[row], _rowHi[row]);

    /// <summary>Becomes the same as another.</summary>
    public void CopyFrom(Tableau from)
    {
        Size(from.Width, from.Open, from.Height);
        from._t.AsSpan(0, _stride * Height).CopyTo(_t);
        for (var c = 0; c < _stride; c++)
            TakeColumn(from, c, c);
        for (var r = 0; r < Height; r++)
            (_basic[r], _rowLo[r], _rowHi[r], _value[r]) = (from._basic[r], from._rowLo[r], from._rowHi[r], from._value[r]);
    }

    /// <summary>Becomes the same as another with some variables settled, without their columns and without rows that can't matter any more.</summary>
    /// <param name="from">The other.</param>
    /// <param name="settled">For each of the first variables its value, below 0 where it is open.</param>
    /// <param name="aim">The activity aimed at; its row stays.</param>
    public void SettledFrom(Tableau from, ReadOnlySpan<sbyte> settled, int aim)
    {
        Span<int> kept = stackalloc int[from.Width];
        from._value.AsSpan(0, from.Height).CopyTo(_value);
        var open = Movable(from, settled, kept);
        var width = open;
        // What can't move only tells the multipliers: it comes last.
        for (var c = 0; c < from.Width; c++)
            if (from._side[c] == 0 && !IsSettled(settled, from._column[c]))
                kept[width++] = c;
        kept = kept[..width];
        Size(width, open, from.Height);
        for (var k = 0; k < width; k++)
            TakeColumn(from, kept[k], k);
        _side.AsSpan(width, _stride - width).Clear();
        Height = Rows(from, settled, kept, aim);
    }

    /// <summary>Changes the box of a variable or an activity.</summary>
    public void Bound(int variable, double lo, double hi)
    {
        var column = _column.AsSpan(0, Width).IndexOf(variable);
        if (column < 0)
        {
            var row = RowOf(variable);
            (_rowLo[row], _rowHi[row]) = (lo, hi);
            return;
        }

        (_columnLo[column], _columnHi[column]) = (lo, hi);
        Move(column, Math.Clamp(_columnValue[column], lo, hi));
    }

    /// <summary>Puts all that isn't basic where an activity, which must never have been bounded, is highest. Only where nothing was left out.</summary>
    public void Aim(int activity)
    {
        var d = Row(RowOf(activity));
        for (var c = 0; c < Width; c++)
            Move(c, d[c] > 0 ? _columnHi[c] : _columnLo[c]);
        for (var r = 0; r < Height; r++)
        {
            var t = Row(r);
            var sum = 0.0;
            for (var c = 0; c < Width; c++)
                sum += t[c] * _columnValue[c];
            _value[r] = sum;
        }
    }

    /// <summary>The values of the first variables; those left out keep theirs.</summary>
    public void Read(Span<double> x)
    {
        for (var c = 0; c < Width; c++)
            if (_column[c] < x.Length)
                x[_column[c]] = _columnValue[c];
        for (var r = 0; r < Height; r++)
            if (_basic[r] < x.Length)
                x[_basic[r]] = _value[r];
    }

    /// <summary>
    /// What the rows of A are multiplied by to give this row of the tableau: over all x, its basic activity less the rest is
    /// the sum of (activity - A x) times these.
    /// </summary>
    public void Multipliers(int row, Span<double> by)
    {
        by.Clear();
        var t = Row(row);
        for (var c = 0; c < Width; c++)
            if (_column[c] >= _variables)
                by[_column[c] - _variables] = -t[c];
        if (_basic[row] >= _variables)
            by[_basic[row] - _variables] = 1;
    }

    /// <summary>Moves a column to its other end.</summary>
    public void Flip(int column) => Move(column, _side[column] > 0 ? _columnHi[column] : _columnLo[column]);

    /// <summary>Makes a column basic in a row, and what was basic there a column at one end of its box.</summary>
    public void Exchange(int leaving, int column, double end)
    {
        var row = Row(leaving);
        var step = (end - _value[leaving]) / row[column];
        for (var r = 0; r < Height; r++)
            _value[r] += _t[(r * _stride) + column] * step;
        _value[leaving] = _columnValue[column] + step;
        (_basic[leaving], _column[column]) = (_column[column], _basic[leaving]);
        (_rowLo[leaving], _columnLo[column]) = (_columnLo[column], _rowLo[leaving]);
        (_rowHi[leaving], _columnHi[column]) = (_columnHi[column], _rowHi[leaving]);
        _columnValue[column] = end;
        _side[column] = SideOf(column);
        var inverse = 1 / row[column];
        for (var c = 0; c < row.Length; c++)
            row[c] *= -inverse;
        row[column] = inverse;
        for (var r = 0; r < Height; r++)
            if (r != leaving)
                Add(row, Row(r), column);
    }

    private static void Add(Span<double> row, Span<double> to, int column)
    {
        var by = to[column];
        if (by == 0)
            return;
        to[column] = 0;
        var times = new Vector<double>(by);
        ref var from = ref MemoryMarshal.GetReference(row);
        ref var into = ref MemoryMarshal.GetReference(to);
        for (nuint i = 0; i < (nuint)to.Length; i += (nuint)Vector<double>.Count)
            (Vector.LoadUnsafe(ref into, i) + (times * Vector.LoadUnsafe(ref from, i))).StoreUnsafe(ref into, i);
    }

    private static bool IsSettled(ReadOnlySpan<sbyte> settled, int variable) => variable < settled.Length && settled[variable] >= 0;

    private void Size(int width, int open, int height)
    {
        (Width, Open, Height) = (width, open, height);
        _stride = (width + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        if (_t.Length < _stride * height)
            _t = new double[_stride * height];
        if (_column.Length < _stride)
            (_columnLo, _columnHi, _columnValue, _side, _column) = (new double[_stride], new double[_stride], new double[_stride], new double[_stride], new int[_stride]);
    }

    private void TakeColumn(Tableau from, int c, int to) =>
        (_column[to], _columnLo[to], _columnHi[to], _columnValue[to], _side[to]) = (from._column[c], from._columnLo[c], from._columnHi[c], from._columnValue[c], from._side[c]);

    // Columns that may still move; what those settled come to is added to the values.
    private int Movable(Tableau from, ReadOnlySpan<sbyte> settled, Span<int> kept)
    {
        var count = 0;
        for (var c = 0; c < from.Width; c++)
        {
            if (!IsSettled(settled, from._column[c]))
            {
                if (from._side[c] != 0)
                    kept[count++] = c;
                continue;
            }

            var by = settled[from._column[c]] - from._columnValue[c];
            for (var r = 0; by != 0 && r < from.Height; r++)
                _value[r] += from._t[(r * from._stride) + c] * by;
        }

        return count;
    }

    private int Rows(Tableau from, ReadOnlySpan<sbyte> settled, ReadOnlySpan<int> kept, int aim)
    {
        var height = 0;
        for (var r = 0; r < from.Height; r++)
        {
            var basic = from._basic[r];
            var source = from._t.AsSpan(r * from._stride, from._stride);
            if (basic >= _variables && basic != aim && IsIdle(from, r, source, kept[..Open]))
                continue;
            var to = _t.AsSpan(height * _stride, _stride);
            for (var k = 0; k < kept.Length; k++)
                to[k] = source[kept[k]];
            to[kept.Length..].Clear();
            (_basic[height], _value[height]) = (basic, _value[r]);
            (_rowLo[height], _rowHi[height]) = IsSettled(settled, basic) ? (settled[basic], settled[basic]) : (from._rowLo[r], from._rowHi[r]);
            height++;
        }

        return height;
    }

    // Bounded by nothing, or held where it must be whatever still moves.
    private bool IsIdle(Tableau from, int r, ReadOnlySpan<double> source, ReadOnlySpan<int> open)
    {
        if (double.IsNegativeInfinity(from._rowLo[r]) && double.IsPositiveInfinity(from._rowHi[r]))
            return true;
        if (from._rowLo[r] != from._rowHi[r] || Math.Abs(_value[r] - from._rowLo[r]) > Still)
            return false;
        foreach (var c in open)
            if (Math.Abs(source[c]) > Still)
                return false;
        return true;
    }

    private double SideOf(int column) => _columnLo[column] == _columnHi[column] ? 0 : _columnValue[column] == _columnLo[column] ? 1 : -1;

    private void Move(int column, double to)
    {
        var by = to - _columnValue[column];
        if (by != 0)
        {
            _columnValue[column] = to;
            for (var r = 0; r < Height; r++)
                _value[r] += _t[(r * _stride) + column] * by;
        }

        _side[column] = SideOf(column);
    }
}
