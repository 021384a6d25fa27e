using System.Collections.Concurrent;

using CoordinatorBot.Domain;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Streams;

/// <summary>Folds streams of one kind: what is known already, and what the store has beyond.</summary>
internal sealed partial class StreamFolder<TState>(StreamKind<TState> kind, IEventLog log, ICommitCodec codec, int kept, ILogger logger)
{
    private readonly FoldCache<TState> _cache = new(kept);
    private readonly ConcurrentDictionary<Guid, long> _quarantined = [];

    public StreamName Name(Guid stream) => new(kind.Name, stream);

    /// <summary>The newest state, by asking the store for what is new.</summary>
    public async ValueTask<Folded<TState>> NewestAsync(Guid stream, CancellationToken cancellationToken)
    {
        var known = _cache.Get(stream) ?? new Folded<TState>(kind.Initial, 0);
        var tail = await ReadAsync(stream, known.Position, cancellationToken);
        if (tail.Position < known.Position)
        {
            // The store lost commits that were acknowledged: an older copy was put back under the running bot.
            Log.WentBack(logger, kind.Name, stream, known.Position, tail.Position);
            _cache.Forget(stream);
            known = new Folded<TState>(kind.Initial, 0);
            tail = await ReadAsync(stream, 0, cancellationToken);
        }

        if (tail.Commits.Count == 0)
            return known;
        var folded = Fold(stream, known, tail.Commits);
        _cache.Set(stream, folded);
        return folded;
    }

    public async ValueTask<IReadOnlyList<Commit>> CommitsAsync(Guid stream, long after, CancellationToken cancellationToken)
    {
        var tail = await ReadAsync(stream, after, cancellationToken);
        var position = after;
        return [.. tail.Commits.Select(c => Decode(stream, ++position, c))];
    }

    public void Keep(Guid stream, Folded<TState> folded) => _cache.Set(stream, folded);

    /// <summary>The state after one more commit.</summary>
    public Folded<TState> After(Folded<TState> before, Commit commit) => before with
    {
        State = kind.Evolve(before.State, commit),
        Position = before.Position + 1,
        LastAt = commit.At,
        Known = before.Known.SetItem(commit.Id, before.Position + 1),
    };

    private Folded<TState> Fold(Guid stream, Folded<TState> known, IReadOnlyList<StoredCommit> commits)
    {
        var (state, position, lastAt) = (known.State, known.Position, known.LastAt);
        var ids = known.Known.ToBuilder();
        foreach (var stored in commits)
        {
            var commit = Decode(stream, position + 1, stored);
            state = Evolve(stream, position + 1, state, commit);
            position++;
            ids[commit.Id] = position;
            lastAt = commit.At;
        }

        return new Folded<TState>(state, position) { LastAt = lastAt, Known = ids.ToImmutable() };
    }

    private async ValueTask<StreamTail> ReadAsync(Guid stream, long after, CancellationToken cancellationToken)
    {
        try
        {
            return await log.ReadAsync(Name(stream), after, cancellationToken);
        }
        catch (StreamUnreadableException e)
        {
            throw Quarantine(stream, e.Position, e);
        }
    }

    private Commit Decode(Guid stream, long position, StoredCommit stored)
    {
        try
        {
            return codec.Read(stored.Body.Span);
        }
        catch (Exception e)
        {
            throw Quarantine(stream, position, e);
        }
    }

    private TState Evolve(Guid stream, long position, TState state, Commit commit)
    {
        try
        {
            return kind.Evolve(state, commit);
        }
        catch (Exception e)
        {
            throw Quarantine(stream, position, e);
        }
    }

    private StreamUnreadableException Quarantine(Guid stream, long position, Exception cause)
    {
        // Loudly, but once: it is asked for again on every look.
        if (_quarantined.TryAdd(stream, position))
            Log.Unreadable(logger, cause, kind.Name, stream, position);
        return cause as StreamUnreadableException ?? new StreamUnreadableException(Name(stream), position, cause);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Critical, Message = "Stream {Kind}/{Stream:N} can't be read at commit {Position} and is left alone; the others go on.")]
        public static partial void Unreadable(ILogger logger, Exception cause, string kind, Guid stream, long position);

        [LoggerMessage(Level = LogLevel.Critical, Message = "Stream {Kind}/{Stream:N} was at commit {Known} and the store has only {Stored}: an older copy of the store was put back.")]
        public static partial void WentBack(ILogger logger, string kind, Guid stream, long known, long stored);
    }
}
