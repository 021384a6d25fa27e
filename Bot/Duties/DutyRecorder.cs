using System.Collections.Immutable;

using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Ports;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Duties;

/// <summary>Claims duties and records how they ended, through the stream's gate.</summary>
internal sealed partial class DutyRecorder<TState>(StreamGate<TState> gate, DutyPolicy policy, TimeProvider time, ILogger<DutyRecorder<TState>> logger)
{
    /// <summary>Begins duties. What is granted is stored: nobody else begins it within the time limit.</summary>
    public async ValueTask<(TState State, IReadOnlyList<Duty> Granted)> ClaimAsync(Guid stream, IReadOnlyList<Duty> duties, CancellationToken cancellationToken)
    {
        var claims = duties.Select(d => new DutyClaim(d.Want.Key, d.Want.Revision, d.Attempt)).ToImmutableArray();
        var answer = await gate.SendAsync(stream, Command(new ClaimDuties(claims)), cancellationToken);
        var started = answer.Outcome.Events.OfType<DutyStarted>().Select(e => new DutyClaim(e.Key, e.Revision, e.Attempt)).ToHashSet();
        return (answer.State, [.. duties.Where(d => started.Contains(new DutyClaim(d.Want.Key, d.Want.Revision, d.Attempt)))]);
    }

    /// <summary>Records how a try ended. Tried until the try would be unsure anyway; nothing is thrown.</summary>
    public async ValueTask RecordAsync(Guid stream, Duty duty, Performed performed)
    {
        var want = duty.Want;
        ImmutableArray<Event> events = performed switch
        {
            Performed.Done d => [new DutyDone(want.Key, want.Revision, d.Receipt), .. d.Follows],
            Performed.Failed f => [new DutyFailed(want.Key, want.Revision, duty.Attempt, f.Code), .. f.Follows],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (performed is Performed.Failed { Code: var code })
            Log.Failed(logger, want.Key, want.Revision, duty.Attempt, stream, code);

        // One command on every try: an answer that was lost doesn't record it twice.
        var command = Command(new RecordDuties(events));
        var begun = TimeProvider.System.GetTimestamp();
        for (var pause = TimeSpan.FromMilliseconds(200); ; pause *= 2)
        {
            if (await TryRecordAsync(stream, command))
                return;
            if (TimeProvider.System.GetElapsedTime(begun) + pause > policy.TimeLimit)
                break;
            await Task.Delay(pause, CancellationToken.None);
        }

        Log.NotRecorded(logger, want.Key, want.Revision, duty.Attempt, stream);
    }

    // True: recorded, or nothing can be recorded there.
    private async ValueTask<bool> TryRecordAsync(Guid stream, Envelope command)
    {
        try
        {
            var answer = await gate.SendAsync(stream, command, CancellationToken.None);
            if (answer.Outcome.Refusal is { } refusal and not Busy)
                Log.Refused(logger, stream, refusal.GetType().Name);
            return answer.Outcome.Refusal is not Busy;
        }
        catch (StreamUnreadableException)
        {
            return true;
        }
        catch (Exception e)
        {
            Log.StoreFailed(logger, e, stream);
            return false;
        }
    }

    private Envelope Command(DutyCommand command)
    {
        var now = time.GetUtcNow();
        return new Envelope(new CommandId(Guid.CreateVersion7(now)), Actor.Bot, Way.Duty, now, command);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Duty {Key} revision {Revision}, try {Attempt}, of stream {Stream:N} failed: {Code}.")]
        public static partial void Failed(ILogger logger, DutyKey key, int revision, int attempt, Guid stream, string code);

        [LoggerMessage(Level = LogLevel.Error, Message = "How duty {Key} revision {Revision}, try {Attempt}, of stream {Stream:N} ended could not be recorded; it will count as unsure.")]
        public static partial void NotRecorded(ILogger logger, DutyKey key, int revision, int attempt, Guid stream);

        [LoggerMessage(Level = LogLevel.Error, Message = "Stream {Stream:N} refused the record of a duty: {Refusal}.")]
        public static partial void Refused(ILogger logger, Guid stream, string refusal);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The record of a duty of stream {Stream:N} could not be stored; trying again.")]
        public static partial void StoreFailed(ILogger logger, Exception error, Guid stream);
    }
}
