using System.Collections.Concurrent;

using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;

namespace CoordinatorBot.Duties;

/// <summary>
/// Performs claimed duties: those for one person one after another, in the order they were owed; the others beside. A try that is asked to
/// wait (429) keeps its claim in memory and goes on in time, without a new try or event. If the process is killed meanwhile the try counts
/// as unsure, since nobody can tell then whether it was sent; if it is stopped, or the claim would not hold that long, the try is recorded
/// as failed, since it surely was not.
/// </summary>
internal sealed partial class DutyStage<TState>
{
    private readonly Dictionary<Type, IPerformer<TState>> _performers = [];
    private readonly DutyRecorder<TState> _recorder;
    private readonly DutySlots _slots;
    private readonly DutyPolicy _policy;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ConcurrentDictionary<(Guid Stream, PersonId? To), Task> _underWay = [];

    /// <exception cref="InvalidOperationException">Two perform the same type of act.</exception>
    public DutyStage(
        IEnumerable<IPerformer<TState>> performers, DutyRecorder<TState> recorder, DutySlots slots, DutyPolicy policy, TimeProvider time,
        ILogger<DutyStage<TState>> logger)
    {
        (_recorder, _slots, _policy, _time, _logger) = (recorder, slots, policy, time, logger);
        foreach (var performer in performers)
        {
            if (!_performers.TryAdd(performer.Act, performer))
                throw new InvalidOperationException($"{performer.GetType().Name} and {_performers[performer.Act].GetType().Name} both perform {performer.Act.Name} for {typeof(TState).Name}.");
        }
    }

    /// <summary>Whether something is under way for the person in the stream: the next has to wait for it.</summary>
    public bool IsBusy(Guid stream, PersonId? to) => _underWay.ContainsKey((stream, to));

    /// <summary>Performs and records. Ends when all have ended or wait; those that wait go on by themselves.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="state">Its state.</param>
    /// <param name="claimed">What was claimed just now.</param>
    /// <param name="again">Called when a person for whom was waited is free again.</param>
    /// <param name="stopping">The process ends: nothing waits any longer.</param>
    public Task PerformAsync(Guid stream, TState state, IEnumerable<Duty> claimed, Action again, CancellationToken stopping)
    {
        var begun = TimeProvider.System.GetTimestamp();
        return Task.WhenAll(claimed.GroupBy(d => d.Want.To).Select(forOne =>
        {
            var turn = new Turn(stream, state, [.. forOne], begun, stopping);
            var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _underWay[(stream, forOne.Key)] = ended.Task;
            _ = RunAsync(turn, forOne.Key, ended, again);
            return Task.WhenAny(ended.Task, turn.Held.Task);
        }));
    }

    /// <summary>Ends when nothing is under way.</summary>
    public Task FinishAsync() => Task.WhenAll(_underWay.Values);

    private async Task RunAsync(Turn turn, PersonId? to, TaskCompletionSource ended, Action again)
    {
        try
        {
            foreach (var duty in turn.Duties)
                await _recorder.RecordAsync(turn.Stream, duty, await PerformAsync(turn, duty));
        }
        finally
        {
            _underWay.TryRemove((turn.Stream, to), out _);
            ended.SetResult();
            if (turn.Held.Task.IsCompleted)
                again();
        }
    }

    private async ValueTask<Performed> PerformAsync(Turn turn, Duty duty)
    {
        while (turn.Left(_policy) > TimeSpan.Zero)
        {
            var performed = await TryAsync(turn, duty);
            if (performed is not Performed.Wait { Until: var until })
                return performed;
            if (turn.Stopping.IsCancellationRequested || until - _time.GetUtcNow() > turn.Left(_policy))
                break;
            turn.Held.TrySetResult();
            await DelayAsync(until, turn.Stopping);
            if (turn.Stopping.IsCancellationRequested)
                break;
        }

        return new Performed.Failed(FailureCode.Unavailable);
    }

    private async ValueTask<Performed> TryAsync(Turn turn, Duty duty)
    {
        if (!_performers.TryGetValue(duty.Want.Act.GetType(), out var performer))
        {
            Log.NoPerformer(_logger, duty.Want.Act.GetType().Name);
            return new Performed.Failed(FailureCode.Fault);
        }

        await _slots.EnterAsync();
        using var limit = new CancellationTokenSource(_policy.TimeLimit);
        try
        {
            return await performer.PerformAsync(new Performance<TState>(turn.Stream, turn.State, duty), limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return new Performed.Failed(FailureCode.Unsure);
        }
        catch (Exception e)
        {
            Log.Fault(_logger, e, duty.Want.Key, turn.Stream);
            return new Performed.Failed(FailureCode.Fault);
        }
        finally
        {
            _slots.Leave();
        }
    }

    private async Task DelayAsync(DateTimeOffset until, CancellationToken stopping)
    {
        var wait = until - _time.GetUtcNow();
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, _time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>What is performed for one person after one claim.</summary>
    private sealed record Turn(Guid Stream, TState State, IReadOnlyList<Duty> Duties, long Begun, CancellationToken Stopping)
    {
        /// <summary>Set once one has to wait.</summary>
        public TaskCompletionSource Held { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>
        /// How long a try may still begin: a quarter of the time limit is left for the try itself. In real time, also where the clock of
        /// the exchanges is moved: what is on the wire doesn't know of that clock.
        /// </summary>
        public TimeSpan Left(DutyPolicy policy) => (policy.TimeLimit * 0.75) - TimeProvider.System.GetElapsedTime(Begun);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Performing duty {Key} of stream {Stream:N} threw.")]
        public static partial void Fault(ILogger logger, Exception error, DutyKey key, Guid stream);

        [LoggerMessage(Level = LogLevel.Error, Message = "Nothing performs {Act}.")]
        public static partial void NoPerformer(ILogger logger, string act);
    }
}
