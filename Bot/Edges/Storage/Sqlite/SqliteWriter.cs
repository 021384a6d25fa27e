using System.Collections.Concurrent;

using Microsoft.Data.Sqlite;

namespace CoordinatorBot.Edges.Storage.Sqlite;

/// <summary>
/// Group commit: one thread takes all writes that wait, stores them in one transaction, and tells each what became of it. While the
/// disk confirms one group the next gathers, so many writers share one wait. What waits for no disk is stored by the thread pool once
/// it has done what it has at hand, in one transaction with what others brought meanwhile: to wake a thread of its own for it would
/// cost more than to store it.
/// </summary>
internal sealed class SqliteWriter : IDisposable, IThreadPoolWorkItem
{
    // A bound on how long the first of a group waits for the last.
    private const int MostAtOnce = 1000;

    // How many writes the log takes before they are copied into the file. Each changes one page of 4 KiB, or a few.
    private const int MostInLog = 1000;

    // How often one looks whether the connection is free: for some tens of microseconds, what a group that waits for no disk takes.
    private static readonly int MostLooks = Environment.ProcessorCount > 1 ? 200 : 0;

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
    private int _scheduled;
    private int _inLog;
    private bool _called;
    private bool _disposed;
    private volatile bool _closed;

    // Whoever uses the connection waits for the disk.
    private volatile bool _confirming;

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
    public ValueTask<T> StoreAsync<T>(Write<T> write, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<T>(cancellationToken);
        if (write.Durable)
        {
            Call(write);
        }
        else
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _disposable.Enqueue(write);
            Schedule();
        }

        return cancellationToken.CanBeCanceled ? new(write.Outcome.AsTask().WaitAsync(cancellationToken)) : write.Outcome;
    }

    /// <summary>
    /// Reads through the connection that writes, where nobody is using it: nobody else changes the file, so its pages stay in
    /// memory. A connection that only reads has to fetch its pages anew after each write.
    /// </summary>
    /// <returns>False where somebody is using it.</returns>
    public bool TryRead<TArgument, T>(TArgument argument, Func<WriterStatements, TArgument, T> read, out T found)
    {
        found = default!;
        if (!TryConnect())
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
        }
    }

    /// <summary>Stores what waits for no disk; the thread does, where that uses the connection.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        var connected = TryConnect();

        // What is brought from here on has somebody look for it anew.
        Interlocked.Exchange(ref _scheduled, 0);
        if (!connected && !_closed)
        {
            Call(null);
            return;
        }

        // After the end there is no thread to leave it to.
        if (!connected)
            _connected.Enter();
        try
        {
            StoreDisposable();
        }
        finally
        {
            _connected.Exit();
        }
    }

    public void Dispose()
    {
        _closed = true;
        Call(null);
        _thread.Join();
        lock (_connected)
        {
            StoreDisposable();
            _disposed = true;
            _checkpoint.Dispose();
            _checkpoints.Dispose();
            _statements.Dispose();
            _connection.Dispose();
        }
    }

    private void Schedule()
    {
        // Not to this thread's own queue: what is ahead in the others may bring more.
        if (Interlocked.Exchange(ref _scheduled, 1) == 0)
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
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
            lock (_connected)
                StoreDisposable();
            foreach (var group in durable.Chunk(MostAtOnce))
                Confirm(() => Store(group, durable: true));
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
        Confirm(() =>
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

    // For what waits for the disk: nobody waits for the connection meanwhile.
    private void Confirm(Action work)
    {
        lock (_connected)
        {
            _confirming = true;
            work();
            _confirming = false;
        }
    }

    // Others use it for some microseconds, so it is looked for again.
    private bool TryConnect()
    {
        for (var looks = 0; !_connected.TryEnter(); looks++)
        {
            if (_confirming || looks == MostLooks)
                return false;
            Thread.SpinWait(10);
        }

        return true;
    }

    private void StoreDisposable()
    {
        var group = new List<Write>();
        while (group.Count < MostAtOnce && _disposable.TryDequeue(out var write))
            group.Add(write);
        Store(group, durable: false);
        if (!_disposable.IsEmpty)
            Schedule();
    }

    private void Store(IReadOnlyCollection<Write> group, bool durable)
    {
        try
        {
            if (group.Count > 0)
                Transact(group, durable);
        }
        catch (SqliteException) when (group.Count > 1)
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

    private void Transact(IReadOnlyCollection<Write> group, bool durable)
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
        _inLog += group.Count;
        if (_inLog >= MostInLog && _inLog - group.Count < MostInLog)
            Call(null);
        foreach (var write in group)
            write.Done();
    }
}
