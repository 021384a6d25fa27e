using System.Collections.Concurrent;

using Microsoft.Data.Sqlite;

namespace CoordinatorBot.Edges.Storage.Sqlite;

/// <summary>
/// Group commit: one thread takes all writes that wait, stores them in one transaction, and tells each what became of it. While the
/// disk confirms one group the next gathers, so many writers share one wait. What waits for no disk is stored by its sender, or by
/// whoever has the connection at that moment, in one transaction too: to wake a thread for it would cost more than to store it.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    // A bound on how long the first of a group waits for the last.
    private const int MostAtOnce = 1000;

    // How often one sender stores what others brought meanwhile, before the thread has to.
    private const int MostRounds = 4;

    // How many writes the log takes before they are copied into the file. Each changes one page of 4 KiB, or a few.
    private const int MostInLog = 1000;

    private readonly SqliteConnection _connection;
    private readonly SqliteConnection _checkpoints;
    private readonly WriterStatements _statements;
    private readonly Statement _checkpoint;
    private readonly Thread _thread;
    private readonly object _lock = new();

    // Held by whoever uses the connection.
    private readonly Lock _connected = new();
    private readonly ConcurrentQueue<Write> _disposable = new();
    private List<Write> _durable = [];
    private List<Write> _spare = [];
    private int _inLog;
    private bool _called;
    private bool _disposed;
    private volatile bool _closed;

    /// <summary>A writer.</summary>
    /// <param name="connection">What it writes through.</param>
    /// <param name="checkpoints">Another one to the same file, to copy what was written from the log into the file.</param>
    public SqliteWriter(SqliteConnection connection, SqliteConnection checkpoints)
    {
        (_connection, _checkpoints) = (connection, checkpoints);
        _statements = new WriterStatements(connection);
        _checkpoint = new Statement(checkpoints, "PRAGMA wal_checkpoint(PASSIVE)");
        _thread = new Thread(Work) { Name = "storage writer", IsBackground = true };
        _thread.Start();
    }

    /// <summary>How many groups that have to outlive a power cut were stored: fewer than writes, when writers share.</summary>
    public long DurableGroups { get; private set; }

    /// <summary>Stores a write with others that wait. A cancelled one may be stored all the same.</summary>
    public async ValueTask<T> StoreAsync<T>(Write<T> write, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (write.Durable)
        {
            Call(write);
        }
        else
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _disposable.Enqueue(write);
            StoreDisposable();
        }

        return await write.Outcome.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// Reads through the connection that writes, where nobody is using it: nobody else changes the file, so its pages stay in
    /// memory. A connection that only reads has to fetch its pages anew after each write.
    /// </summary>
    /// <returns>False where somebody is using it.</returns>
    public bool TryRead<TArgument, T>(TArgument argument, Func<WriterStatements, TArgument, T> read, out T found)
    {
        found = default!;
        if (!_connected.TryEnter())
            return false;
        try
        {
            if (_disposed)
                return false;
            found = read(_statements, argument);
            return true;
        }
        finally
        {
            _connected.Exit();
            StoreDisposable();
        }
    }

    public void Dispose()
    {
        _closed = true;
        Call(null);
        _thread.Join();
        StoreDisposable();
        Use(() =>
        {
            _disposed = true;
            _checkpoint.Dispose();
            _checkpoints.Dispose();
            _statements.Dispose();
            _connection.Dispose();
        });
    }

    private void Call(Write? durable)
    {
        lock (_lock)
        {
            if (durable is not null)
            {
                ObjectDisposedException.ThrowIf(_closed, this);
                _durable.Add(durable);
            }

            _called = true;
            Monitor.Pulse(_lock);
        }
    }

    private void Work()
    {
        while (Take() is { } durable)
        {
            // Dialog state first: it waits for no disk, and its senders are in the middle of a turn.
            StoreDisposable();
            if (durable.Count > 0)
            {
                Use(() =>
                {
                    foreach (var group in durable.Chunk(MostAtOnce))
                        Store(group, durable: true);
                });
            }

            durable.Clear();
            _spare = durable;
            if (Volatile.Read(ref _inLog) >= MostInLog)
                Checkpoint();
        }
    }

    // Nearly all of it is copied, and confirmed by the disk, while others write on; what they added then, while nobody does, so
    // that the log begins anew.
    private void Checkpoint()
    {
        Copy();
        Use(() =>
        {
            Copy();
            _inLog = 0;
        });

        void Copy()
        {
            try
            {
                _checkpoint.Execute();
            }
            catch (SqliteException)
            {
                // What was stored is in the log and read from there; the next time copies it too. A full disk tells whoever writes.
            }
        }
    }

    // Null once all is stored after the end.
    private List<Write>? Take()
    {
        lock (_lock)
        {
            while (!_called && !_closed)
                Monitor.Wait(_lock);
            if (!_called)
                return null;
            _called = false;
            var taken = _durable;
            _durable = _spare;
            return taken;
        }
    }

    private void Use(Action work)
    {
        lock (_connected)
            work();
        StoreDisposable();
    }

    // Whoever leaves the connection looks whether something was brought meanwhile, so nothing is forgotten that finds it in use.
    private void StoreDisposable()
    {
        for (var round = 0; !_disposable.IsEmpty; round++)
        {
            if (round == MostRounds)
            {
                Call(null);
                return;
            }

            if (!_connected.TryEnter())
                return;
            try
            {
                if (TakeDisposable() is { Length: > 0 } group)
                    Store(group, durable: false);
            }
            finally
            {
                _connected.Exit();
            }
        }
    }

    private Write[] TakeDisposable()
    {
        if (!_disposable.TryDequeue(out var first))
            return [];
        if (_disposable.IsEmpty)
            return [first];
        var group = new List<Write> { first };
        while (group.Count < MostAtOnce && _disposable.TryDequeue(out var next))
            group.Add(next);
        return [.. group];
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
        ObjectDisposedException.ThrowIf(_disposed, this);
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
        _inLog += group.Length;
        if (_inLog >= MostInLog && _inLog - group.Length < MostInLog)
            Call(null);
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
