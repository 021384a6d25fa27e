using CoordinatorBot.Edges.Storage.Sqlite;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Bot.Tests.Storage;

/// <summary>A SQLite store in a folder of its own, removed at the end.</summary>
internal sealed class SqliteStore : ITestStore
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coordinator-");

    public SqliteStore() => (Database, Log, Documents) = Open(File);

    public string File => Path.Combine(_folder.FullName, "data", "coordinator.db");

    public SqliteDatabase Database { get; private set; }

    public IEventLog Log { get; private set; }

    public IDocuments Documents { get; private set; }

    public static (SqliteDatabase, IEventLog, IDocuments) Open(string file)
    {
        var database = SqliteDatabase.Open(file);
        return (database, new SqliteEventLog(database), new SqliteDocuments(database));
    }

    public ValueTask ReopenAsync()
    {
        Database.Dispose();
        (Database, Log, Documents) = Open(File);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        Database.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}

public sealed class SqliteEventLogTests : EventLogContract
{
    protected override ValueTask<ITestStore> OpenAsync() => new(new SqliteStore());
}

public sealed class SqliteDocumentsTests : DocumentsContract
{
    protected override ValueTask<ITestStore> OpenAsync() => new(new SqliteStore());
}
