namespace CoordinatorBot.Simulator;

/// <summary>
/// The real clock plus an offset that can only grow. Timers made through it, and so <c>Task.Delay(t, clock)</c>,
/// <c>PeriodicTimer</c> and time-limited cancellation, fall due when the clock is moved past them.
/// </summary>
/// <remarks>
/// A periodic timer that was jumped over several times fires once, as on a machine that wakes from sleep.
/// Safe for use by many threads.
/// </remarks>
public sealed class SimulatedClock : TimeProvider
{
    // A system timer can't wait longer than about 49 days; a longer wait is taken in naps of this length.
    private static readonly TimeSpan LongestNap = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly HashSet<SimulatedTimer> _armed = [];
    private long _offsetTicks;

    /// <summary>How far the clock is ahead of the real one.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    /// <summary>Raised after each move, on the thread that moved the clock.</summary>
    public event Action? Moved;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;

    /// <inheritdoc/>
    public override long TimestampFrequency => System.TimestampFrequency;

    /// <inheritdoc/>
    public override long GetTimestamp() =>
        System.GetTimestamp() + (long)(Ahead.TotalSeconds * System.TimestampFrequency);

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new SimulatedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock forward and wakes every timer that is due by then.</summary>
    /// <param name="by">How far; not negative, since time as others saw it must not be taken back.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _offsetTicks, by.Ticks);
        SimulatedTimer[] armed;
        lock (_gate)
            armed = [.. _armed];
        foreach (var timer in armed)
            timer.LookAgain();
        Moved?.Invoke();
    }

    /// <summary>Moves the clock forward to an instant; does nothing when that has passed.</summary>
    public void AdvanceTo(DateTimeOffset instant)
    {
        var by = instant - GetUtcNow();
        if (by > TimeSpan.Zero)
            Advance(by);
    }

    // Only armed timers are held, so that one that was dropped without Dispose can be collected, as with real timers.
    private void Hold(SimulatedTimer timer, bool armed)
    {
        lock (_gate)
        {
            if (armed)
                _armed.Add(timer);
            else
                _armed.Remove(timer);
        }
    }

    private sealed class SimulatedTimer : ITimer
    {
        private readonly SimulatedClock _clock;
        private readonly TimerCallback _callback;
        private readonly object? _state;
        private readonly Lock _gate = new();
        private readonly ITimer _inner;
        private DateTimeOffset? _due;
        private TimeSpan _period = Timeout.InfiniteTimeSpan;
        private bool _disposed;

        public SimulatedTimer(SimulatedClock clock, TimerCallback callback, object? state)
        {
            (_clock, _callback, _state) = (clock, callback, state);
            _inner = System.CreateTimer(
                static self => ((SimulatedTimer)self!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            ThrowUnlessWait(dueTime, nameof(dueTime));
            ThrowUnlessWait(period, nameof(period));
            lock (_gate)
            {
                if (_disposed)
                    return false;
                _period = period == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : period;
                Arm(dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime);
                return true;
            }
        }

        public void LookAgain()
        {
            lock (_gate)
            {
                if (!_disposed && _due is not null)
                    Arm(_due);
            }
        }

        public void Dispose()
        {
            lock (_gate)
            {
                _disposed = true;
                Arm(null);
                _inner.Dispose();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Wake()
        {
            lock (_gate)
            {
                if (_disposed || _due is not { } due)
                    return;
                var now = _clock.GetUtcNow();
                if (now < due)
                {
                    Arm(due);
                    return;
                }
                Arm(_period == Timeout.InfiniteTimeSpan ? null : now + _period);
            }
            _callback(_state);
        }

        private void Arm(DateTimeOffset? due)
        {
            _due = due;
            _clock.Hold(this, due is not null);
            if (_disposed)
                return;
            var wait = due is { } at ? Clamp(at - _clock.GetUtcNow()) : Timeout.InfiniteTimeSpan;
            _inner.Change(wait, Timeout.InfiniteTimeSpan);
        }

        // Rounded up to a whole millisecond: a system timer cuts fractions off and would wake just too early, many times.
        private static TimeSpan Clamp(TimeSpan wait) =>
            wait <= TimeSpan.Zero ? TimeSpan.Zero
            : wait > LongestNap ? LongestNap
            : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));

        private static void ThrowUnlessWait(TimeSpan wait, string name)
        {
            if (wait < TimeSpan.Zero && wait != Timeout.InfiniteTimeSpan)
                throw new ArgumentOutOfRangeException(name, wait, "A wait is not negative, or it is Timeout.InfiniteTimeSpan.");
        }
    }
}
