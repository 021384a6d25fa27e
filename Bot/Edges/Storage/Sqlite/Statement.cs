using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

using Microsoft.Data.Sqlite;

using SQLitePCL;

namespace CoordinatorBot.Edges.Storage.Sqlite;

/// <summary>
/// A statement prepared once for the life of its connection. Its parameters are <c>?1</c>, <c>?2</c> and so on. It calls SQLite
/// without commands and readers in between: those would cost more than the short statements that a turn needs.
/// </summary>
internal sealed class Statement : IDisposable
{
    // Keys are at most 900 bytes; longer text takes the way over the pool.
    private const int ShortText = 1024;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public Statement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    /// <summary>How many rows were changed.</summary>
    public int Execute(params ReadOnlySpan<object?> values)
    {
        using var rows = Query(values);
        while (rows.Read())
        {
        }

        return raw.sqlite3_changes(_database);
    }

    /// <summary>The first column of the first row, a whole number; null where there is none.</summary>
    public long? Scalar(params ReadOnlySpan<object?> values)
    {
        using var rows = Query(values);
        return rows.Read() && !rows.IsNull(0) ? rows.GetInt64(0) : null;
    }

    /// <summary>The rows. Dispose of them before the statement is used again.</summary>
    public Rows Query(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            Check(Bind(i + 1, values[i]));
        return new Rows(this);
    }

    /// <summary>Bytes as a parameter takes them, without a copy where the memory is a whole array.</summary>
    public static byte[] Blob(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var part) && part.Offset == 0 && part.Count == part.Array!.Length ? part.Array : bytes.ToArray();

    /// <summary>A time as stored: UTC in units of 100 ns.</summary>
    public static long? Time(DateTimeOffset? time) => time?.UtcTicks;

    /// <summary>A stored time.</summary>
    public static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    public void Dispose() => _statement.Dispose();

    private int Bind(int parameter, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, parameter),
        int number => raw.sqlite3_bind_int64(_statement, parameter, number),
        long number => raw.sqlite3_bind_int64(_statement, parameter, number),

        // A pointer to nothing would be a null to SQLite.
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(_statement, parameter, 0),
        "" => raw.sqlite3_bind_text(_statement, parameter, ""),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, parameter, bytes),
        string text => BindText(parameter, text),
        _ => throw new ArgumentException($"A {value.GetType()} is no parameter of a statement.", nameof(value)),
    };

    private int BindText(int parameter, string text)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = longest > ShortText ? ArrayPool<byte>.Shared.Rent(longest) : null;
        Span<byte> bytes = rented ?? stackalloc byte[ShortText];
        var outcome = raw.sqlite3_bind_text(_statement, parameter, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return outcome;
    }

    private void Check(int outcome) => SqliteException.ThrowExceptionForRC(outcome, _database);

    /// <summary>Rows, read one after the other.</summary>
    public readonly ref struct Rows(Statement statement) : IDisposable
    {
        /// <summary>Goes to the next row; false where there is none.</summary>
        /// <exception cref="SqliteException">The statement failed.</exception>
        public bool Read()
        {
            var outcome = raw.sqlite3_step(statement._statement);
            if (outcome == raw.SQLITE_ROW)
                return true;
            if (outcome != raw.SQLITE_DONE)
                statement.Check(outcome);
            return false;
        }

        public bool IsNull(int column) => raw.sqlite3_column_type(statement._statement, column) == raw.SQLITE_NULL;

        public long GetInt64(int column) => raw.sqlite3_column_int64(statement._statement, column);

        public string GetString(int column) => raw.sqlite3_column_text(statement._statement, column).utf8_to_string();

        public byte[] GetBytes(int column) => raw.sqlite3_column_blob(statement._statement, column).ToArray();

        // Its outcome is that of the last step, which was told already.
        public void Dispose() => _ = raw.sqlite3_reset(statement._statement);
    }
}
