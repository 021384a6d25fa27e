using Microsoft.Data.Sqlite;

namespace CoordinatorBot.Edges.Storage.Sqlite;

/// <summary>A connection that only reads, with its statements.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<Statement> _statements = [];

    public SqliteReader(SqliteConnection connection)
    {
        _connection = connection;
        SqliteSchema.Run(connection, "PRAGMA query_only = ON");

        // One statement, so that the position and the commits are of the same moment.
        Tail = Prepare("""
            SELECT s.position, c.position, c.id, c.body FROM streams s
            LEFT JOIN commits c ON c.stream = s.no AND c.position > ?2
            WHERE s.name = ?1 ORDER BY c.position
            """);
        Due = Prepare("SELECT name, due FROM streams WHERE shard = ?1 AND due <= ?2 ORDER BY due LIMIT ?3");
        NextDue = Prepare("SELECT min(due) FROM streams WHERE shard = ?1 AND due > ?2");
        Touched = Prepare("SELECT name, touched FROM streams WHERE touched > ?1 ORDER BY touched LIMIT ?2");
        Document = Prepare("SELECT etag, body FROM documents WHERE key = ?1");
        Keys = Prepare("SELECT key FROM documents WHERE key > ?1 AND key < ?2 ORDER BY key LIMIT ?3");
    }

    public Statement Tail { get; }

    public Statement Due { get; }

    public Statement NextDue { get; }

    public Statement Touched { get; }

    public Statement Document { get; }

    public Statement Keys { get; }

    public void Dispose()
    {
        _statements.ForEach(s => s.Dispose());
        _connection.Dispose();
    }

    private Statement Prepare(string sql)
    {
        var statement = new Statement(_connection, sql);
        _statements.Add(statement);
        return statement;
    }
}
