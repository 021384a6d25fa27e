namespace CoordinatorBot.Duties;

/// <summary>Rings once at the earliest of the times it was set to.</summary>
internal sealed class AlarmClock : IDisposable
{
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly SemaphoreSlim _rung = new(0, 1);
    private readonly Lock _lock = new();
    private DateTimeOffset _at = DateTimeOffset.MaxValue;

    public AlarmClock(TimeProvider time)
    {
        _time = time;
        _timer = time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Rings then, whatever was set before.</summary>
    public void Set(DateTimeOffset at)
    {
        lock (_lock)
        {
            _at = at;
            Arm();
        }
    }

    /// <summary>Rings then where it would ring later.</summary>
    public void NotLaterThan(DateTimeOffset at)
    {
        lock (_lock)
        {
            if (at >= _at)
                return;
            _at = at;
            Arm();
        }
    }

    /// <summary>Ends when it rings, or has rung since it was waited for last.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _rung.WaitAsync(cancellationToken);

    public void Dispose()
    {
        _timer.Dispose();
        _rung.Dispose();
    }

    private void Arm()
    {
        // Timers count whole milliseconds: rounded down, one would ring before the time and again at once.
        var wait = Math.Ceiling((_at - _time.GetUtcNow()).TotalMilliseconds);
        _timer.Change(TimeSpan.FromMilliseconds(Math.Max(0, wait)), Timeout.InfiniteTimeSpan);
    }

    private void Ring()
    {
        lock (_lock)
        {
            if (_rung.CurrentCount == 0)
                _rung.Release();
        }
    }
}
