using System.Collections.Concurrent;

using Microsoft.Data.Sqlite;

namespace CoordinatorBot.Edges.Storage.Sqlite;

/// <summary>One file: a writer of its own thread, and readers that are kept open with their statements prepared.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    // Reads take no lock and don't wait, so more than a few at once only happen in bursts; the others are closed after use.
    private const int KeptReaders = 16;

    private readonly string _path;
    private readonly ConcurrentBag<SqliteReader> _readers = [];
    private volatile bool _closed;

    private SqliteDatabase(string path, SqliteConnection writer, SqliteConnection checkpoints)
    {
        _path = path;
        Writer = new SqliteWriter(writer, checkpoints);
    }

    /// <summary>All writes go through it.</summary>
    public SqliteWriter Writer { get; }

    /// <summary>Opens the file, and makes it with its folder where there is none.</summary>
    /// <exception cref="InvalidDataException">The file is something else, or of a newer version.</exception>
    public static SqliteDatabase Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var connection = Connect(path);
        try
        {
            SqliteSchema.Ensure(connection, path);

            // secure_delete: what is erased is overwritten, not only let go. wal_autocheckpoint: the writer sees to it.
            SqliteSchema.Run(connection, "PRAGMA secure_delete = ON; PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 0");
            return new SqliteDatabase(path, connection, Connect(path));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A reader for the caller alone, until disposed.</summary>
    public Lease Read()
    {
        ObjectDisposedException.ThrowIf(_closed, this);
        return new Lease(this, _readers.TryTake(out var reader) ? reader : new SqliteReader(Connect(_path)));
    }

    /// <summary>Stores what still waits, then closes.</summary>
    public void Dispose()
    {
        _closed = true;
        while (_readers.TryTake(out var reader))
            reader.Dispose();
        Writer.Dispose();
    }

    // The pool of Microsoft.Data.Sqlite would forget prepared statements; ours keeps them.
    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 5 }.ConnectionString);
        connection.Open();

        // Another process may be writing; the bound of ADO.NET holds for its own commands only. fullfsync: elsewhere fsync is
        // enough, on macOS only this outlives a power cut.
        SqliteSchema.Run(connection, "PRAGMA busy_timeout = 5000; PRAGMA fullfsync = ON");
        return connection;
    }

    private void Return(SqliteReader reader)
    {
        if (_closed || _readers.Count >= KeptReaders)
            reader.Dispose();
        else
            _readers.Add(reader);
    }

    /// <summary>A reader that goes back when disposed.</summary>
    public readonly struct Lease(SqliteDatabase database, SqliteReader reader) : IDisposable
    {
        public SqliteReader Reader { get; } = reader;

        public void Dispose() => database.Return(Reader);
    }
}
