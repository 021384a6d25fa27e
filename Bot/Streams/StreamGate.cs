using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Ports;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Streams;

/// <summary>
/// The only way to the streams of one kind. One gate a stream in each process, with group commit: it takes all commands that wait, decides
/// them in turn on the newest state, stores them in one append and answers once that is safe. Nothing is decided or shown from a state that
/// the store wasn't asked about first.
/// </summary>
/// <typeparam name="TState">The fold of the stream's events.</typeparam>
public sealed partial class StreamGate<TState>
{
    // An append is given at least this, however late it begins: broken off it only leaves more to find out.
    private static readonly TimeSpan LeastForAppend = TimeSpan.FromSeconds(1);

    private readonly StreamKind<TState> _kind;
    private readonly IEventLog _log;
    private readonly ICommitCodec _codec;
    private readonly StreamSignals _signals;
    private readonly DutyPolicy _policy;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly StreamFolder<TState> _folder;
    private readonly Dictionary<Guid, List<Waiting<TState>>> _waiting = [];

    /// <summary>A gate over a store.</summary>
    public StreamGate(
        StreamKind<TState> kind, IEventLog log, ICommitCodec codec, StreamSignals signals, DutyPolicy policy,
        IOptions<StreamOptions> options, TimeProvider time, ILogger<StreamGate<TState>> logger)
    {
        (_kind, _log, _codec, _signals, _policy, _time, _logger) = (kind, log, codec, signals, policy, time, logger);
        _patience = options.Value.Patience;
        _folder = new StreamFolder<TState>(kind, log, codec, options.Value.Kept, logger);
    }

    /// <summary>Has a command decided, and what follows stored.</summary>
    /// <param name="stream">Which stream; made by its first event.</param>
    /// <param name="envelope">The command. Sent again with the same id it changes nothing and gets the first outcome.</param>
    /// <param name="cancellationToken">Gives up waiting; the command may be carried out all the same.</param>
    /// <exception cref="StreamUnreadableException">The stream is quarantined.</exception>
    public async ValueTask<Answer<TState>> SendAsync(Guid stream, Envelope envelope, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var command = new Waiting<TState>(envelope, cancellationToken);
        if (Join(stream, command))
            _ = ServeAsync(stream);
        return await command.Answer.WaitAsync(cancellationToken);
    }

    /// <summary>The newest state; the store is asked for what is new.</summary>
    /// <exception cref="StreamUnreadableException">The stream is quarantined.</exception>
    public ValueTask<Folded<TState>> ReadAsync(Guid stream, CancellationToken cancellationToken) => _folder.NewestAsync(stream, cancellationToken);

    /// <summary>The commits after a position: for digests and the history.</summary>
    /// <exception cref="StreamUnreadableException">The stream is quarantined.</exception>
    public ValueTask<IReadOnlyList<Commit>> ReadCommitsAsync(Guid stream, long after, CancellationToken cancellationToken) =>
        _folder.CommitsAsync(stream, after, cancellationToken);

    /// <summary>Writes when to look next, where nothing was stored since.</summary>
    internal ValueTask<bool> RefileAsync(Guid stream, long position, DateTimeOffset? due, CancellationToken cancellationToken) =>
        _log.RefileAsync(_folder.Name(stream), position, due, cancellationToken);

    // True for the one who has to serve: the others are served with it.
    private bool Join(Guid stream, Waiting<TState> command)
    {
        lock (_waiting)
        {
            if (_waiting.TryGetValue(stream, out var others))
            {
                others.Add(command);
                return false;
            }

            _waiting.Add(stream, [command]);
            return true;
        }
    }

    private List<Waiting<TState>>? TakeAll(Guid stream)
    {
        lock (_waiting)
        {
            var taken = _waiting[stream];
            if (taken.Count == 0)
            {
                _waiting.Remove(stream);
                return null;
            }

            _waiting[stream] = [];
            return taken;
        }
    }

    private async Task ServeAsync(Guid stream)
    {
        while (TakeAll(stream) is { } commands)
        {
            try
            {
                await CarryOutAsync(stream, commands);
            }
            catch (Exception e)
            {
                // Nobody awaits this task: those who wait are told, and the gate stays open for the next.
                commands.ForEach(c => c.Fail(e));
            }
        }
    }

    // Removes each command from the list once it is answered.
    private async Task CarryOutAsync(Guid stream, List<Waiting<TState>> commands)
    {
        // How long people wait for an answer is real time, also where the clock of the exchanges is moved.
        var begun = TimeProvider.System.GetTimestamp();
        var folded = await _folder.NewestAsync(stream, CancellationToken.None);
        for (var lost = 0; commands.Count > 0;)
        {
            var batch = new DecidedBatch<TState>(_kind, _folder, _codec, folded, _time.GetUtcNow());
            batch.Decide(commands);
            var stored = await StoreAsync(stream, folded, batch, _patience - TimeProvider.System.GetElapsedTime(begun));
            if (stored.Is)
            {
                batch.Tell();
                await TellRepeatedAsync(stream, batch);
                commands.RemoveRange(0, batch.Count);
                folded = batch.After;
                continue;
            }

            folded = await _folder.NewestAsync(stream, CancellationToken.None);
            if (TimeProvider.System.GetElapsedTime(begun) >= _patience)
            {
                await GiveUpAsync(stream, folded, commands, stored.Fault);
                return;
            }

            // After a conflict somebody got on, so at once; after a fault, or when losing time and again, a breath apart.
            if (stored.Fault is not null || ++lost > 3)
                await Task.Delay(TimeSpan.FromMilliseconds(20 + Random.Shared.Next(60)));
        }
    }

    private async ValueTask<Stored> StoreAsync(Guid stream, Folded<TState> before, DecidedBatch<TState> batch, TimeSpan patience)
    {
        if (batch.Commits.Count == 0)
            return Stored.Yes;
        var due = Due(batch.After);
        batch.MarkTried();
        try
        {
            using var limit = new CancellationTokenSource(patience > LeastForAppend ? patience : LeastForAppend);
            var outcome = await _log.AppendAsync(_folder.Name(stream), before.Position, batch.Commits, due, limit.Token);
            if (!outcome.IsAppended)
                return Stored.No;
        }
        catch (Exception e)
        {
            Log.AppendFailed(_logger, e, _kind.Name, stream, before.Position);
            return Stored.Unknown(e);
        }

        _folder.Keep(stream, batch.After);
        _signals.Tell(new StreamSignal(_folder.Name(stream), due));
        return Stored.Yes;
    }

    private async ValueTask TellRepeatedAsync(Guid stream, DecidedBatch<TState> batch)
    {
        foreach (var (command, position) in batch.Repeated)
            command.Tell(await FirstAnswerAsync(stream, batch.After, position, repeated: !command.Tried));
    }

    private async ValueTask<Answer<TState>> FirstAnswerAsync(Guid stream, Folded<TState> folded, long position, bool repeated)
    {
        var commits = await _folder.CommitsAsync(stream, position - 1, CancellationToken.None);
        if (!repeated)
            _signals.Tell(new StreamSignal(_folder.Name(stream), Due(folded)));
        return new Answer<TState>(folded.State, Outcome.Accept(commits[0].Events), folded.Position, repeated);
    }

    private async ValueTask GiveUpAsync(Guid stream, Folded<TState> folded, List<Waiting<TState>> commands, Exception? fault)
    {
        foreach (var command in commands)
        {
            if (folded.Known.TryGetValue(command.Envelope.Id, out var position))
                command.Tell(await FirstAnswerAsync(stream, folded, position, repeated: !command.Tried));
            else if (fault is null)
                command.Tell(new Answer<TState>(folded.State, new Busy(), folded.Position, false));
            else
                command.Fail(fault);
        }
    }

    private DateTimeOffset? Due(Folded<TState> folded)
    {
        var now = _time.GetUtcNow();
        return Agenda.Of(_kind.Wants(folded.State, now), _kind.Ledger(folded.State), _policy, now).Next;
    }

    /// <summary>Whether an append is stored: no after a conflict; unknown after a fault, until the tail tells.</summary>
    private readonly record struct Stored(bool Is, Exception? Fault)
    {
        public static readonly Stored Yes = new(true, null);
        public static readonly Stored No = new(false, null);

        public static Stored Unknown(Exception fault) => new(false, fault);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "An append to {Kind}/{Stream:N} after commit {Position} ended with an error; its tail tells whether it was stored.")]
        public static partial void AppendFailed(ILogger logger, Exception error, string kind, Guid stream, long position);
    }
}
