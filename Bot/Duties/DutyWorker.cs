using System.Collections.Concurrent;
using System.Threading.Channels;

using CoordinatorBot.Ports;
using CoordinatorBot.Streams;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Duties;

/// <summary>
/// Looks at streams that owe something: at once where this process appended to one, when the time of the next has come, and from time to
/// time. When the process stops nothing more is claimed, and what is under way is finished.
/// </summary>
internal sealed partial class DutyWorker : BackgroundService
{
    // As many streams a look at a shard takes up; what is left is due still, and taken up by the next look.
    private const int MostListed = 1000;

    private static readonly TimeSpan BetweenFullLooks = TimeSpan.FromSeconds(1);

    private readonly IEventLog _log;
    private readonly DutyOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Dictionary<string, IDutyRunner> _runners;
    private readonly ChannelReader<StreamSignal> _signals;
    private readonly StreamQueue _queue = new();
    private readonly ConcurrentDictionary<StreamName, byte> _leftAlone = [];
    private readonly AlarmClock _alarm;

    public DutyWorker(
        IEnumerable<IDutyRunner> runners, IEventLog log, StreamSignals signals, IOptions<DutyOptions> options, TimeProvider time, ILogger<DutyWorker> logger)
    {
        (_log, _options, _time, _logger) = (log, options.Value, time, logger);
        _runners = runners.ToDictionary(r => r.Kind);
        _signals = signals.Listen();
        _alarm = new AlarmClock(time);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _alarm.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var servers = Enumerable.Range(0, _options.Parallel).Select(_ => ServeAsync(stoppingToken));
        await Task.WhenAll([ListenAsync(stoppingToken), WatchAsync(stoppingToken), .. servers]).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Task.WhenAll(_runners.Values.Select(r => r.FinishAsync()));
    }

    private async Task ListenAsync(CancellationToken stopping)
    {
        await foreach (var signal in _signals.ReadAllAsync(stopping))
        {
            if (signal.Due <= _time.GetUtcNow())
                _queue.Add(signal.Stream, listed: false);
            else if (signal.Due is { } due)
                _alarm.NotLaterThan(due);
        }
    }

    private async Task WatchAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            _alarm.Set(_time.GetUtcNow() + _options.LookEvery);
            try
            {
                for (var shard = 0; shard < StreamName.Shards; shard++)
                    await ListAsync(shard, stopping);
            }
            catch (Exception e) when (!stopping.IsCancellationRequested)
            {
                Log.NotListed(_logger, e);
            }

            await _alarm.WaitAsync(stopping);
        }
    }

    private async ValueTask ListAsync(int shard, CancellationToken stopping)
    {
        var now = _time.GetUtcNow();

        // Those that are left alone stay due, and must not crowd out the others.
        var most = MostListed + _leftAlone.Count;
        var page = await _log.DueAsync(shard, now, most, stopping);
        foreach (var (stream, _) in page.Streams.Where(s => !_leftAlone.ContainsKey(s.Stream)))
            _queue.Add(stream, listed: true);
        if (page.Next is { } next)
            _alarm.NotLaterThan(next);
        if (page.Streams.Count == most)
            _alarm.NotLaterThan(now + BetweenFullLooks);
    }

    private async Task ServeAsync(CancellationToken stopping)
    {
        await foreach (var (stream, listed) in _queue.TakeAsync(stopping))
        {
            try
            {
                await LookAsync(stream, listed, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (StreamUnreadableException)
            {
                // Told by the gate already. Another version of the bot may read it: asked again at the next start.
                _leftAlone.TryAdd(stream, 0);
            }
            catch (Exception e)
            {
                Log.LookFailed(_logger, e, stream);
            }
            finally
            {
                _queue.Done(stream);
            }
        }
    }

    private async ValueTask LookAsync(StreamName stream, bool listed, CancellationToken stopping)
    {
        if (_runners.TryGetValue(stream.Kind, out var runner))
            await runner.LookAsync(stream.Id, listed, stopping);
        else if (_leftAlone.TryAdd(stream, 0))
            Log.NoRunner(_logger, stream);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The store could not say what is due; asked again soon.")]
        public static partial void NotListed(ILogger logger, Exception error);

        [LoggerMessage(Level = LogLevel.Error, Message = "Looking at {Stream} threw; looked at again when it is listed as due.")]
        public static partial void LookFailed(ILogger logger, Exception error, StreamName stream);

        [LoggerMessage(Level = LogLevel.Error, Message = "{Stream} is due, and nothing is registered for its kind.")]
        public static partial void NoRunner(ILogger logger, StreamName stream);
    }
}
