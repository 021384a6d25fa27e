using Microsoft.Data.Sqlite;

namespace CoordinatorBot.Edges.Storage.Sqlite;

/// <summary>What the writer's connection can do, prepared; and the number of the write it is at.</summary>
internal sealed class WriterStatements : IDisposable
{
    // Numbers set aside at once for what is disposable. Some are never used, which harms nobody.
    private const int SetAside = 1000;

    private readonly List<Statement> _statements = [];
    private readonly SqliteConnection _connection;
    private readonly Statement _begin, _commit, _writes, _setWrites;
    private bool? _durable;
    private long _number, _numberBefore, _aside, _asideEnd;

    public WriterStatements(SqliteConnection connection)
    {
        _connection = connection;
        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _writes = Prepare("SELECT writes FROM about");
        _setWrites = Prepare("UPDATE about SET writes = ?1");
        Stream = Prepare("SELECT no, position FROM streams WHERE name = ?1");
        NewStream = Prepare("INSERT INTO streams(name, shard, position, due, touched) VALUES(?1, ?2, ?3, ?4, ?5) RETURNING no");
        GrowStream = Prepare("UPDATE streams SET position = ?2, due = ?3, touched = ?4 WHERE no = ?1");
        Refile = Prepare("UPDATE streams SET due = ?3 WHERE name = ?1 AND position = ?2");
        Commits = Prepare("INSERT INTO commits(stream, position, id, body) VALUES(?1, ?2, ?3, ?4)");
        Document = Prepare("SELECT etag, body FROM documents WHERE key = ?1");
        Put = Prepare("INSERT INTO documents(key, etag, body) VALUES(?1, ?2, ?3) ON CONFLICT(key) DO UPDATE SET etag = excluded.etag, body = excluded.body");
        PutIfAbsent = Prepare("INSERT INTO documents(key, etag, body) VALUES(?1, ?2, ?3) ON CONFLICT(key) DO NOTHING");
        PutIfMatch = Prepare("UPDATE documents SET etag = ?2, body = ?3 WHERE key = ?1 AND etag = ?4");
        Delete = Prepare("DELETE FROM documents WHERE key = ?1");
    }

    public Statement Stream { get; }

    public Statement NewStream { get; }

    public Statement GrowStream { get; }

    public Statement Refile { get; }

    public Statement Commits { get; }

    public Statement Document { get; }

    public Statement Put { get; }

    public Statement PutIfAbsent { get; }

    public Statement PutIfMatch { get; }

    public Statement Delete { get; }

    /// <summary>The number of a write, never given twice in the file. Those of durable writes are in the order they are stored in.</summary>
    public long NextNumber()
    {
        if (_durable == true)
            return ++_number;

        // Nobody asks in which order dialogs were stored, so the count isn't written anew for each.
        if (_aside == _asideEnd)
        {
            _aside = _writes.Scalar()!.Value;
            _asideEnd = _aside + SetAside;
            _setWrites.Execute(_asideEnd);
        }

        return ++_aside;
    }

    public void Begin(bool durable)
    {
        // The setting belongs to the connection and can't change within a transaction.
        if (_durable != durable)
            SqliteSchema.Run(_connection, durable ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
        _durable = durable;
        _begin.Execute();

        // Read each time: another process may write the same file.
        if (durable)
            _number = _numberBefore = _writes.Scalar()!.Value;
    }

    public void Commit()
    {
        if (_durable == true && _number != _numberBefore)
            _setWrites.Execute(_number);
        _commit.Execute();
    }

    public void Rollback()
    {
        _aside = _asideEnd;
        // Some errors (disk full) have rolled back already, and then this one would be an error too.
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            SqliteSchema.Run(_connection, "ROLLBACK");
    }

    public void Dispose() => _statements.ForEach(s => s.Dispose());

    private Statement Prepare(string sql)
    {
        var statement = new Statement(_connection, sql);
        _statements.Add(statement);
        return statement;
    }
}
