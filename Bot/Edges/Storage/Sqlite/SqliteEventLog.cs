using System.Globalization;

using CoordinatorBot.Domain;
using CoordinatorBot.Ports;

using Microsoft.Data.Sqlite;

namespace CoordinatorBot.Edges.Storage.Sqlite;

/// <summary>The event log in one file.</summary>
internal sealed class SqliteEventLog(SqliteDatabase database) : IEventLog
{
    /// <inheritdoc/>
    public ValueTask<StreamTail> ReadAsync(StreamName stream, long after, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using var lease = database.Read();
            using var rows = lease.Reader.Tail.Query(stream.ToString(), after);
            return ValueTask.FromResult(Tail(stream, after, rows));
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SQLitePCL.raw.SQLITE_CORRUPT)
        {
            throw new StreamUnreadableException(stream, 0, e);
        }
    }

    /// <inheritdoc/>
    public ValueTask<AppendOutcome> AppendAsync(
        StreamName stream, long expected, IReadOnlyList<StoredCommit> commits, DateTimeOffset? due, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(commits.Count);
        return database.Writer.StoreAsync(new Append(stream, expected, commits, due), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> RefileAsync(StreamName stream, long position, DateTimeOffset? due, CancellationToken cancellationToken) =>
        database.Writer.StoreAsync(new Refile(stream, position, due), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<DuePage> DueAsync(int shard, DateTimeOffset upTo, int most, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var lease = database.Read();
        var due = new List<DueStream>();
        using (var rows = lease.Reader.Due.Query(shard, upTo.UtcTicks, most))
        {
            while (rows.Read())
                due.Add(new DueStream(StreamName.Parse(rows.GetString(0)), Statement.Time(rows.GetInt64(1))));
        }

        var next = lease.Reader.NextDue.Scalar(shard, upTo.UtcTicks) is { } ticks ? Statement.Time(ticks) : (DateTimeOffset?)null;
        return ValueTask.FromResult(new DuePage(due, next));
    }

    /// <inheritdoc/>
    public ValueTask<TouchedPage> TouchedAsync(string? cursor, int most, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var last = cursor is null ? 0 : long.Parse(cursor, CultureInfo.InvariantCulture);
        var touched = new List<StreamName>();
        using var lease = database.Read();
        using var rows = lease.Reader.Touched.Query(last, most + 1L);
        var more = false;
        while (rows.Read() && !(more = touched.Count == most))
        {
            touched.Add(StreamName.Parse(rows.GetString(0)));
            last = rows.GetInt64(1);
        }

        return ValueTask.FromResult(new TouchedPage(touched, last.ToString(CultureInfo.InvariantCulture), more));
    }

    private static StreamTail Tail(StreamName stream, long after, Statement.Rows rows)
    {
        if (!rows.Read())
            return new StreamTail([], 0);
        var position = rows.GetInt64(0);
        if (rows.IsNull(1))
            return position <= after ? new StreamTail([], position) : throw new StreamUnreadableException(stream, after + 1);
        var commits = new List<StoredCommit>((int)(position - after));
        do
        {
            if (rows.GetInt64(1) != after + commits.Count + 1)
                throw new StreamUnreadableException(stream, after + commits.Count + 1);
            commits.Add(new StoredCommit(new CommandId(new Guid(rows.GetBytes(2), bigEndian: true)), rows.GetBytes(3)));
        }
        while (rows.Read());
        return after + commits.Count == position ? new StreamTail(commits, position) : throw new StreamUnreadableException(stream, after + commits.Count + 1);
    }

    private sealed class Append(StreamName stream, long expected, IReadOnlyList<StoredCommit> commits, DateTimeOffset? due) : Write<AppendOutcome>(durable: true)
    {
        protected override AppendOutcome Perform(WriterStatements statements)
        {
            var (no, position) = Find(statements);
            if (position != expected)
                return AppendOutcome.Conflict;
            var grown = expected + commits.Count;
            var number = statements.NextNumber();
            if (no is { } existing)
                statements.GrowStream.Execute(existing, grown, Statement.Time(due), number);
            else
                no = statements.NewStream.Scalar(stream.ToString(), stream.Shard, grown, Statement.Time(due), number);
            foreach (var commit in commits)
                statements.Commits.Execute(no, ++position, commit.Id.Value.ToByteArray(bigEndian: true), Statement.Blob(commit.Body));
            return AppendOutcome.Appended(grown);
        }

        private (long? No, long Position) Find(WriterStatements statements)
        {
            using var row = statements.Stream.Query(stream.ToString());
            return row.Read() ? (row.GetInt64(0), row.GetInt64(1)) : (null, 0);
        }
    }

    // Lost in a power cut it costs one look too many, so it waits for no disk.
    private sealed class Refile(StreamName stream, long position, DateTimeOffset? due) : Write<bool>(durable: false)
    {
        protected override bool Perform(WriterStatements statements) =>
            statements.Refile.Execute(stream.ToString(), position, Statement.Time(due)) == 1;
    }
}
