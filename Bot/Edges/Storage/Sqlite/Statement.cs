using System.Runtime.InteropServices;

using Microsoft.Data.Sqlite;

namespace CoordinatorBot.Edges.Storage.Sqlite;

/// <summary>A statement prepared once for the life of its connection. Its parameters are <c>$1</c>, <c>$2</c>, … in order.</summary>
internal sealed class Statement : IDisposable
{
    private readonly SqliteCommand _command;

    public Statement(SqliteConnection connection, string sql)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var i = 1; sql.Contains($"${i}", StringComparison.Ordinal); i++)
            _command.Parameters.Add(new SqliteParameter($"${i}", null));
        _command.Prepare();
    }

    /// <summary>How many rows were changed.</summary>
    public int Execute(params ReadOnlySpan<object?> values) => Bound(values).ExecuteNonQuery();

    /// <summary>The first column of the first row; null where there is none.</summary>
    public object? Scalar(params ReadOnlySpan<object?> values) => Bound(values).ExecuteScalar();

    /// <summary>The rows. Dispose before the statement is used again.</summary>
    public SqliteDataReader Query(params ReadOnlySpan<object?> values) => Bound(values).ExecuteReader();

    /// <summary>Bytes as a parameter takes them, without a copy where the memory is a whole array.</summary>
    public static byte[] Blob(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var part) && part.Offset == 0 && part.Count == part.Array!.Length ? part.Array : bytes.ToArray();

    /// <summary>A time as stored: UTC in units of 100 ns.</summary>
    public static long? Time(DateTimeOffset? time) => time?.UtcTicks;

    /// <summary>A stored time.</summary>
    public static DateTimeOffset Time(long ticks) => new(ticks, TimeSpan.Zero);

    public void Dispose() => _command.Dispose();

    private SqliteCommand Bound(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return _command;
    }
}
