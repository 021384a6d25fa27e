using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Teams;

/// <summary>Counts what was sent, by thread and in all, against the rates that Teams allows. One for the process; safe for many threads.</summary>
public sealed class SendingRates(IOptions<TeamsOptions> options, TimeProvider time)
{
    // Threads nobody writes to any more are forgotten when so many have gathered.
    private const int MostThreads = 2000;

    private readonly Limit[] _ofThread =
    [
        new(options.Value.ThreadIn1Second, TimeSpan.FromSeconds(1)), new(options.Value.ThreadIn2Seconds, TimeSpan.FromSeconds(2)),
        new(options.Value.ThreadIn30Seconds, TimeSpan.FromSeconds(30)), new(options.Value.ThreadIn1Hour, TimeSpan.FromHours(1)),
    ];

    private readonly Limit[] _ofApp = [new(options.Value.AppIn1Second, TimeSpan.FromSeconds(1))];
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _threads = new(StringComparer.Ordinal);
    private readonly Queue<DateTimeOffset> _app = new();

    /// <summary>Counts a request where the rates allow it now.</summary>
    /// <param name="thread">The thread it writes to; null for a request that counts for the app alone.</param>
    /// <returns>Zero when it may be sent; otherwise how long to wait before asking again, and nothing was counted.</returns>
    public TimeSpan Take(string? thread)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var wait = WaitOf(_app, _ofApp, now);
            if (thread is not null && WaitOf(Of(thread), _ofThread, now) is var more && more > wait)
                wait = more;
            if (wait == TimeSpan.Zero)
                Note(thread, now);
            return wait;
        }
    }

    /// <summary>Counts a request that is sent whatever the rates say: somebody waits for it.</summary>
    public void Count(string? thread)
    {
        lock (_lock)
            Note(thread, time.GetUtcNow());
    }

    private void Note(string? thread, DateTimeOffset now)
    {
        _app.Enqueue(now);
        Forget(_app, _ofApp, now);
        if (thread is null)
            return;
        var sent = Of(thread);
        sent.Enqueue(now);
        Forget(sent, _ofThread, now);
    }

    private Queue<DateTimeOffset> Of(string thread)
    {
        if (_threads.TryGetValue(thread, out var sent))
            return sent;
        if (_threads.Count >= MostThreads)
            Sweep(time.GetUtcNow());
        return _threads[thread] = new Queue<DateTimeOffset>();
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (thread, sent) in _threads)
        {
            Forget(sent, _ofThread, now);
            if (sent.Count == 0)
                _threads.Remove(thread);
        }
    }

    private static TimeSpan WaitOf(Queue<DateTimeOffset> sent, Limit[] limits, DateTimeOffset now)
    {
        Forget(sent, limits, now);
        var wait = TimeSpan.Zero;
        foreach (var (most, within) in limits)
        {
            if (sent.Count < most)
                continue;
            var free = sent.ElementAt(sent.Count - most) + within - now;
            if (free > wait)
                wait = free;
        }

        return wait;
    }

    private static void Forget(Queue<DateTimeOffset> sent, Limit[] limits, DateTimeOffset now)
    {
        while (sent.TryPeek(out var oldest) && now - oldest >= limits[^1].Within)
            sent.Dequeue();
    }

    private readonly record struct Limit(int Most, TimeSpan Within);
}
