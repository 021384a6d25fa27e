using Microsoft.Data.Sqlite;

namespace CoordinatorBot.Edges.Storage.Sqlite;

/// <summary>The tables, their version, and how a file is told to be ours.</summary>
internal static class SqliteSchema
{
    /// <summary>The version this program writes.</summary>
    public const int Version = 1;

    // about.writes numbers every write of the file: versions of documents and the order of touched streams come from it.
    private const string First = """
        CREATE TABLE about(version INTEGER NOT NULL, writes INTEGER NOT NULL) STRICT;
        INSERT INTO about VALUES(1, 0);
        CREATE TABLE streams(
            no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, shard INTEGER NOT NULL,
            position INTEGER NOT NULL, due INTEGER, touched INTEGER NOT NULL) STRICT;
        CREATE INDEX streams_due ON streams(shard, due) WHERE due IS NOT NULL;
        CREATE INDEX streams_touched ON streams(touched);
        CREATE TABLE commits(stream INTEGER NOT NULL, position INTEGER NOT NULL, id BLOB NOT NULL, body BLOB NOT NULL) STRICT;
        CREATE UNIQUE INDEX commits_position ON commits(stream, position);
        CREATE TABLE documents(key TEXT NOT NULL UNIQUE, etag INTEGER NOT NULL, body BLOB NOT NULL) STRICT;
        """;

    /// <summary>Makes the tables of a new file, or makes sure that the file is ours and of a version we can write.</summary>
    /// <exception cref="InvalidDataException">It isn't.</exception>
    public static void Ensure(SqliteConnection connection, string path)
    {
        switch (VersionOf(connection, path))
        {
            case null:
                Run(connection, "PRAGMA journal_mode = WAL");
                Run(connection, $"BEGIN IMMEDIATE; {First} COMMIT");
                break;
            case Version:
                break;
            case var other:
                throw new InvalidDataException(
                    $"The database {path} has the format {other}; this version of the bot knows {Version} and leaves it alone. Start the newer version that wrote it, or name another file in {StorageOptions.Section}:Path.");
        }
    }

    private static long? VersionOf(SqliteConnection connection, string path)
    {
        try
        {
            if (Scalar(connection, "SELECT count(*) FROM sqlite_schema") is 0L)
                return null;
            if (Scalar(connection, "SELECT count(*) FROM sqlite_schema WHERE name IN ('about', 'commits', 'documents')") is 3L)
                return (long)Scalar(connection, "SELECT version FROM about")!;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            throw new InvalidDataException($"The file {path} is not a database, or is damaged: restore a copy, or name another file in {StorageOptions.Section}:Path.", e);
        }

        throw new InvalidDataException($"The database {path} belongs to another program: name another file in {StorageOptions.Section}:Path.");
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
