using Microsoft.Data.Sqlite;

namespace CoordinatorBot.Edges.Storage.Sqlite;

/// <summary>
/// Group commit: one thread takes all writes that wait, stores them in one transaction, and tells each what became of it. While the
/// disk confirms one group the next gathers, so many writers share one wait. What waits for no disk is stored by its sender where nobody
/// else is writing: to hand it over and back would cost more than to store it.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    // A bound on how long the first of a group waits for the last.
    private const int MostAtOnce = 1000;

    private readonly SqliteConnection _connection;
    private readonly WriterStatements _statements;
    private readonly Thread _thread;
    private readonly object _lock = new();

    // Held by whoever uses the connection.
    private readonly Lock _writing = new();
    private List<Write> _waiting = [];
    private List<Write> _spare = [];
    private volatile bool _closed;

    public SqliteWriter(SqliteConnection connection)
    {
        _connection = connection;
        _statements = new WriterStatements(connection);
        _thread = new Thread(Work) { Name = "storage writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>How many groups that have to outlive a power cut were stored: fewer than writes, when writers share.</summary>
    public long DurableGroups { get; private set; }

    /// <summary>Stores a write with others that wait. A cancelled one may be stored all the same.</summary>
    public async ValueTask<T> StoreAsync<T>(Write<T> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!write.Durable && StoreAtOnce(write))
            return await write.Outcome;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _waiting.Add(write);
            Monitor.Pulse(_lock);
        }

        return await write.Outcome.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            Monitor.Pulse(_lock);
        }

        _thread.Join();
        lock (_writing)
        {
            _statements.Dispose();
            _connection.Dispose();
        }
    }

    private bool StoreAtOnce(Write write)
    {
        if (!_writing.TryEnter())
            return false;
        try
        {
            if (_closed)
                return false;
            Store([write], durable: false);
            return true;
        }
        finally
        {
            _writing.Exit();
        }
    }

    private void Work()
    {
        while (Take() is { } taken)
        {
            // Dialog state first: it waits for no disk, and its senders are in the middle of a turn.
            lock (_writing)
            {
                foreach (var group in taken.Where(w => !w.Durable).Chunk(MostAtOnce))
                    Store(group, durable: false);
                foreach (var group in taken.Where(w => w.Durable).Chunk(MostAtOnce))
                    Store(group, durable: true);
            }

            taken.Clear();
            _spare = taken;
        }
    }

    private List<Write>? Take()
    {
        lock (_lock)
        {
            while (_waiting.Count == 0 && !_closed)
                Monitor.Wait(_lock);
            if (_waiting.Count == 0)
                return null;
            var taken = _waiting;
            _waiting = _spare;
            return taken;
        }
    }

    private void Store(Write[] group, bool durable)
    {
        try
        {
            Transact(group, durable);
        }
        catch (SqliteException e) when (group.Length == 1)
        {
            group[0].Fail(e);
        }
        catch (SqliteException)
        {
            // One of them can't be stored; the others must not suffer.
            foreach (var write in group)
                Store([write], durable);
        }
        catch (Exception e)
        {
            // The thread serves everybody: a fault of one write ends that group, not the writer.
            foreach (var write in group)
                write.Fail(e);
        }
    }

    private void Transact(Write[] group, bool durable)
    {
        _statements.Begin(durable);
        try
        {
            foreach (var write in group)
                write.Run(_statements);
            _statements.Commit();
        }
        catch
        {
            _statements.Rollback();
            throw;
        }

        if (durable)
            DurableGroups++;
        foreach (var write in group)
            write.Done();
    }
}

/// <summary>Something to be stored in a transaction with others.</summary>
internal abstract class Write(bool durable)
{
    /// <summary>Whether it has to outlive a power cut.</summary>
    public bool Durable { get; } = durable;

    /// <summary>Writes within the open transaction; may be called again after a rollback.</summary>
    public abstract void Run(WriterStatements statements);

    /// <summary>It is stored.</summary>
    public abstract void Done();

    /// <summary>It is not stored.</summary>
    public abstract void Fail(Exception why);
}

/// <inheritdoc cref="Write"/>
/// <typeparam name="T">What the writer of it is told.</typeparam>
internal abstract class Write<T>(bool durable) : Write(durable)
{
    private readonly TaskCompletionSource<T> _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T _outcome = default!;

    public Task<T> Outcome => _told.Task;

    public sealed override void Run(WriterStatements statements) => _outcome = Perform(statements);

    public sealed override void Done() => _told.TrySetResult(_outcome);

    public sealed override void Fail(Exception why) => _told.TrySetException(why);

    protected abstract T Perform(WriterStatements statements);
}
