using CoordinatorBot.Simulator;

namespace CoordinatorBot.Bot.Tests.Simulator;

public sealed class SimulatedClockTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void Clock_shows_the_time_it_was_moved_by()
    {
        var clock = new SimulatedClock();
        var (before, stamp) = (clock.GetUtcNow(), clock.GetTimestamp());
        clock.Advance(TimeSpan.FromDays(400));
        Assert.InRange(clock.GetUtcNow() - before, TimeSpan.FromDays(400), TimeSpan.FromDays(400) + Patience);
        Assert.InRange(clock.GetElapsedTime(stamp), TimeSpan.FromDays(400), TimeSpan.FromDays(400) + Patience);
    }

    [Fact]
    public void Clock_cannot_be_moved_back()
    {
        var clock = new SimulatedClock();
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(TimeSpan.FromTicks(-1)));
        var before = clock.GetUtcNow();
        clock.AdvanceTo(before.AddDays(-1));
        Assert.True(clock.GetUtcNow() >= before);
    }

    [Fact]
    public async Task Delay_ends_when_the_clock_is_moved_past_it_and_not_before()
    {
        var clock = new SimulatedClock();
        var delay = Task.Delay(TimeSpan.FromDays(30), clock);
        clock.Advance(TimeSpan.FromDays(29));
        Assert.False(delay.IsCompleted);
        clock.Advance(TimeSpan.FromDays(1));
        await delay.WaitAsync(Patience);
    }

    [Fact]
    public async Task Delay_also_ends_by_itself() =>
        await Task.Delay(TimeSpan.FromMilliseconds(5), new SimulatedClock()).WaitAsync(Patience);

    [Fact]
    public async Task Periodic_timer_ticks_once_for_a_jump_over_many_periods()
    {
        var clock = new SimulatedClock();
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        var first = timer.WaitForNextTickAsync().AsTask();
        clock.Advance(TimeSpan.FromDays(2));
        Assert.True(await first.WaitAsync(Patience));

        var second = timer.WaitForNextTickAsync().AsTask();
        Assert.False(second.IsCompleted);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.True(await second.WaitAsync(Patience));
    }

    [Fact]
    public async Task Cancellation_after_a_time_limit_follows_the_clock()
    {
        var clock = new SimulatedClock();
        using var limit = new CancellationTokenSource(TimeSpan.FromHours(1), clock);
        var cancelled = new TaskCompletionSource();
        limit.Token.Register(cancelled.SetResult);
        clock.Advance(TimeSpan.FromHours(2));
        await cancelled.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task Timer_that_was_disposed_or_stopped_stays_silent()
    {
        var clock = new SimulatedClock();
        var fired = 0;
        var disposed = clock.CreateTimer(_ => Interlocked.Increment(ref fired), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        await using var stopped = clock.CreateTimer(_ => Interlocked.Increment(ref fired), null, TimeSpan.FromHours(1), Timeout.InfiniteTimeSpan);
        disposed.Dispose();
        stopped.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        Assert.False(disposed.Change(TimeSpan.Zero, TimeSpan.Zero));

        var witness = Task.Delay(TimeSpan.FromHours(2), clock);
        clock.Advance(TimeSpan.FromHours(3));
        await witness.WaitAsync(Patience);
        Assert.Equal(0, fired);
    }

    [Fact]
    public async Task Many_waits_end_however_the_moves_are_interleaved()
    {
        var clock = new SimulatedClock();
        var starting = Enumerable.Range(1, 500).Select(i => Task.Factory.StartNew(
            () => Task.Delay(TimeSpan.FromMinutes(i), clock), CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default)).ToList();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 250; i++)
                clock.Advance(TimeSpan.FromMinutes(1));
        })));
        var started = await Task.WhenAll(starting);
        clock.Advance(TimeSpan.FromHours(9));
        await Task.WhenAll(started).WaitAsync(Patience);
    }
}
