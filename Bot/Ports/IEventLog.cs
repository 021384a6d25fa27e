using CoordinatorBot.Domain;

namespace CoordinatorBot.Ports;

/// <summary>One commit as stored: what it says is opaque here.</summary>
/// <param name="Id">The command that made it.</param>
/// <param name="Body">Its bytes.</param>
public readonly record struct StoredCommit(CommandId Id, ReadOnlyMemory<byte> Body);

/// <summary>The end of a stream.</summary>
/// <param name="Commits">The commits after the position that was asked for, oldest first; none where nothing is new.</param>
/// <param name="Position">How many commits the stream has; 0 where there is no such stream.</param>
public sealed record StreamTail(IReadOnlyList<StoredCommit> Commits, long Position);

/// <summary>What became of an append.</summary>
public readonly record struct AppendOutcome
{
    private AppendOutcome(bool stored, long position) => (IsAppended, Position) = (stored, position);

    /// <summary>Whether the commits are stored, safe from a power cut. Otherwise somebody else was first, and nothing was stored.</summary>
    public bool IsAppended { get; }

    /// <summary>How many commits the stream has now; 0 after a conflict.</summary>
    public long Position { get; }

    /// <summary>Somebody else appended in between: read the tail and decide again.</summary>
    public static AppendOutcome Conflict => default;

    /// <summary>All commits are stored.</summary>
    /// <param name="position">How many commits the stream has now.</param>
    public static AppendOutcome Appended(long position) => new(true, position);
}

/// <summary>A stream that wants to be looked at.</summary>
/// <param name="Stream">Which one.</param>
/// <param name="Due">When.</param>
public readonly record struct DueStream(StreamName Stream, DateTimeOffset Due);

/// <summary>What is due in one shard.</summary>
/// <param name="Streams">Due up to the time that was asked for, the longest due first.</param>
/// <param name="Next">When the first of the others becomes due; null when nothing will by itself.</param>
public sealed record DuePage(IReadOnlyList<DueStream> Streams, DateTimeOffset? Next);

/// <summary>Streams that were appended to.</summary>
/// <param name="Streams">In the order of their latest append. The same one may be listed again by a later call.</param>
/// <param name="Cursor">Where to go on: opaque, good across restarts.</param>
/// <param name="More">Whether there are more already.</param>
public sealed record TouchedPage(IReadOnlyList<StreamName> Streams, string Cursor, bool More);

/// <summary>
/// Streams of commits, append-only: the record of what happened. A position counts commits: after the first commit it is 1.
/// A fault of the store is an exception of the engine; a time-out leaves open whether an append was stored, which the tail tells.
/// </summary>
public interface IEventLog
{
    /// <summary>The commits after a position; only they travel.</summary>
    /// <param name="stream">Which stream; one that doesn't exist is empty.</param>
    /// <param name="after">The position known already; 0 for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StreamUnreadableException">The stream is damaged. Others are not concerned.</exception>
    ValueTask<StreamTail> ReadAsync(StreamName stream, long after, CancellationToken cancellationToken);

    /// <summary>Stores commits, all or none.</summary>
    /// <param name="stream">Which stream; made by its first commit.</param>
    /// <param name="expected">How many commits it has, as the caller knows it; 0 for a new one.</param>
    /// <param name="commits">At least one; together at most <see cref="StreamLimits.BatchBytes"/>.</param>
    /// <param name="due">When the stream wants to be looked at next; null for not by itself. Replaces the time before.</param>
    /// <param name="cancellationToken">Gives up waiting; whether the commits were stored is then open.</param>
    ValueTask<AppendOutcome> AppendAsync(
        StreamName stream, long expected, IReadOnlyList<StoredCommit> commits, DateTimeOffset? due, CancellationToken cancellationToken);

    /// <summary>Writes another due time without a commit: a look found that nothing is owed yet.</summary>
    /// <param name="stream">Which stream.</param>
    /// <param name="position">How many commits it had when that was found.</param>
    /// <param name="due">When to look next; null for not by itself.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where the stream has gone on since: then nothing is changed.</returns>
    ValueTask<bool> RefileAsync(StreamName stream, long position, DateTimeOffset? due, CancellationToken cancellationToken);

    /// <summary>Streams due in a shard.</summary>
    /// <param name="shard">0 to 3, see <see cref="StreamName.Shard"/>.</param>
    /// <param name="upTo">Due then or before.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<DuePage> DueAsync(int shard, DateTimeOffset upTo, int most, CancellationToken cancellationToken);

    /// <summary>Streams appended to since a cursor; for indexes that follow what happens.</summary>
    /// <param name="cursor">From an earlier page; null for all there are.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<TouchedPage> TouchedAsync(string? cursor, int most, CancellationToken cancellationToken);
}

/// <summary>Sizes that hold for every engine.</summary>
public static class StreamLimits
{
    /// <summary>Most bytes of one append: what an append blob takes in one block (1 MiB), less the framing of its commits.</summary>
    public const int BatchBytes = 1_000_000;

    /// <summary>Most commits of one append.</summary>
    public const int BatchCommits = 500;
}

/// <summary>A stream can't be read: damaged, or written by something newer. It is left alone; the others go on.</summary>
/// <param name="stream">Which one.</param>
/// <param name="position">The commit that can't be read, from 1; 0 where that isn't known.</param>
/// <param name="cause">What happened on reading.</param>
public sealed class StreamUnreadableException(StreamName stream, long position, Exception? cause = null)
    : Exception($"Stream {stream} can't be read at commit {position}.", cause)
{
    /// <summary>Which stream.</summary>
    public StreamName Stream { get; } = stream;

    /// <summary>The commit that can't be read, from 1; 0 where that isn't known.</summary>
    public long Position { get; } = position;
}
