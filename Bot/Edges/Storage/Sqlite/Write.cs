using System.Threading.Tasks.Sources;

namespace CoordinatorBot.Edges.Storage.Sqlite;

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
internal abstract class Write<T>(bool durable) : Write(durable), IValueTaskSource<T>
{
    private ManualResetValueTaskSourceCore<T> _told = new() { RunContinuationsAsynchronously = true };
    private T _outcome = default!;

    /// <summary>What became of it; awaited once.</summary>
    public ValueTask<T> Outcome => new(this, _told.Version);

    public sealed override void Run(WriterStatements statements) => _outcome = Perform(statements);

    public sealed override void Done() => _told.SetResult(_outcome);

    public sealed override void Fail(Exception why) => _told.SetException(why);

    T IValueTaskSource<T>.GetResult(short token) => _told.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<T>.GetStatus(short token) => _told.GetStatus(token);

    void IValueTaskSource<T>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _told.OnCompleted(continuation, state, token, flags);

    protected abstract T Perform(WriterStatements statements);
}
