using CoordinatorBot.Ports;

namespace CoordinatorBot.Bot.Tests.Streams;

/// <summary>A log that counts its calls and can be made to fail.</summary>
internal sealed class WatchedLog(IEventLog inner) : IEventLog
{
    private int _reads, _appends, _others;

    public int Reads => _reads;

    public int Appends => _appends;

    public int Others => _others;

    public int Calls => _reads + _appends + _others;

    /// <summary>Called instead of the append, with the append to do or not.</summary>
    public Func<Func<ValueTask<AppendOutcome>>, ValueTask<AppendOutcome>>? OnAppend { get; set; }

    public ValueTask<StreamTail> ReadAsync(StreamName stream, long after, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        return inner.ReadAsync(stream, after, cancellationToken);
    }

    public ValueTask<AppendOutcome> AppendAsync(
        StreamName stream, long expected, IReadOnlyList<StoredCommit> commits, DateTimeOffset? due, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _appends);
        return OnAppend is { } instead ? instead(Append) : Append();

        ValueTask<AppendOutcome> Append() => inner.AppendAsync(stream, expected, commits, due, cancellationToken);
    }

    public ValueTask<bool> RefileAsync(StreamName stream, long position, DateTimeOffset? due, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _others);
        return inner.RefileAsync(stream, position, due, cancellationToken);
    }

    public ValueTask<DuePage> DueAsync(int shard, DateTimeOffset upTo, int most, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _others);
        return inner.DueAsync(shard, upTo, most, cancellationToken);
    }

    public ValueTask<TouchedPage> TouchedAsync(string? cursor, int most, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _others);
        return inner.TouchedAsync(cursor, most, cancellationToken);
    }
}
