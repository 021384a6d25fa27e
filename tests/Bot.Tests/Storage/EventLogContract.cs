using CoordinatorBot.Domain;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Bot.Tests.Storage;

/// <summary>A store under test, with its data until disposed.</summary>
public interface ITestStore : IAsyncDisposable
{
    IEventLog Log { get; }

    IDocuments Documents { get; }

    /// <summary>Closes the store and opens it on the same data, as a restart does.</summary>
    ValueTask ReopenAsync();
}

/// <summary>What holds for the event log of every engine.</summary>
public abstract class EventLogContract : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;
    private ITestStore _store = null!;

    protected abstract ValueTask<ITestStore> OpenAsync();

    public async ValueTask InitializeAsync() => _store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_stream_that_does_not_exist_is_empty()
    {
        var tail = await _store.Log.ReadAsync(NewStream(), 0, _stop);

        Assert.Equal((0, 0), (tail.Position, tail.Commits.Count));
    }

    [Fact]
    public async Task Commits_come_back_in_order_with_their_ids_and_bytes()
    {
        var stream = NewStream();
        StoredCommit[] commits = [NewCommit(1), NewCommit(2), NewCommit(3)];

        Assert.Equal(AppendOutcome.Appended(1), await _store.Log.AppendAsync(stream, 0, commits[..1], null, _stop));
        Assert.Equal(AppendOutcome.Appended(3), await _store.Log.AppendAsync(stream, 1, commits[1..], null, _stop));

        var tail = await _store.Log.ReadAsync(stream, 0, _stop);
        Assert.Equal(3, tail.Position);
        Assert.Equal(commits.Select(Plain), tail.Commits.Select(Plain));
    }

    [Fact]
    public async Task Only_what_is_after_the_position_travels()
    {
        var stream = NewStream();
        await _store.Log.AppendAsync(stream, 0, [NewCommit(1), NewCommit(2)], null, _stop);

        var tail = await _store.Log.ReadAsync(stream, 1, _stop);
        var nothing = await _store.Log.ReadAsync(stream, 2, _stop);

        Assert.Equal(2, Assert.Single(tail.Commits).Body.Span[0]);
        Assert.Equal((2, 0), (nothing.Position, nothing.Commits.Count));
    }

    [Fact]
    public async Task An_append_at_another_position_is_a_conflict_and_stores_nothing()
    {
        var stream = NewStream();
        await _store.Log.AppendAsync(stream, 0, [NewCommit(1)], Noon, _stop);

        Assert.Equal(AppendOutcome.Conflict, await _store.Log.AppendAsync(stream, 0, [NewCommit(2)], Noon.AddHours(1), _stop));
        Assert.Equal(AppendOutcome.Conflict, await _store.Log.AppendAsync(stream, 5, [NewCommit(2)], Noon.AddHours(1), _stop));

        Assert.Equal(1, (await _store.Log.ReadAsync(stream, 0, _stop)).Position);
        Assert.Equal(Noon, Assert.Single((await _store.Log.DueAsync(stream.Shard, Noon.AddDays(1), 10, _stop)).Streams).Due);
    }

    [Fact]
    public async Task Of_many_at_one_position_exactly_one_is_first()
    {
        var stream = NewStream();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 20).Select(i =>
            Task.Run(async () => await _store.Log.AppendAsync(stream, 0, [NewCommit((byte)i), NewCommit((byte)i)], null, _stop), _stop)));

        Assert.Single(outcomes, o => o.IsAppended);
        var tail = await _store.Log.ReadAsync(stream, 0, _stop);
        Assert.Equal(2, tail.Position);
        Assert.Equal(tail.Commits[0].Body.ToArray(), tail.Commits[1].Body.ToArray());
    }

    [Fact]
    public async Task Streams_do_not_mix()
    {
        var id = Guid.CreateVersion7(Noon);
        StreamName[] streams = [new("exchange", id), new("channel", id), NewStream()];

        await Task.WhenAll(streams.Select(async s => await _store.Log.AppendAsync(s, 0, [NewCommit((byte)s.Kind.Length)], null, _stop)));

        foreach (var stream in streams)
            Assert.Equal(stream.Kind.Length, Assert.Single((await _store.Log.ReadAsync(stream, 0, _stop)).Commits).Body.Span[0]);
    }

    [Fact]
    public async Task A_batch_of_the_largest_size_is_stored_whole()
    {
        var stream = NewStream();
        var body = new byte[StreamLimits.BatchBytes / StreamLimits.BatchCommits];
        Random.Shared.NextBytes(body);
        var batch = Enumerable.Range(0, StreamLimits.BatchCommits).Select(_ => NewCommit(0) with { Body = body }).ToList();

        await _store.Log.AppendAsync(stream, 0, batch, null, _stop);

        var tail = await _store.Log.ReadAsync(stream, 0, _stop);
        Assert.Equal(batch.Select(Plain), tail.Commits.Select(Plain));
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_restart()
    {
        var stream = NewStream();
        await _store.Log.AppendAsync(stream, 0, [NewCommit(7)], Noon, _stop);

        await _store.ReopenAsync();

        Assert.Equal(7, Assert.Single((await _store.Log.ReadAsync(stream, 0, _stop)).Commits).Body.Span[0]);
        Assert.Single((await _store.Log.DueAsync(stream.Shard, Noon, 10, _stop)).Streams);
        Assert.Contains(stream, (await _store.Log.TouchedAsync(null, 10, _stop)).Streams);
    }

    [Fact]
    public async Task Due_streams_are_listed_from_the_longest_due_and_the_next_is_told()
    {
        var streams = Enumerable.Range(0, 5).Select(_ => NewStream(shard: 2)).ToArray();
        foreach (var (i, stream) in streams.Index().Reverse())
            await _store.Log.AppendAsync(stream, 0, [NewCommit(1)], Noon.AddMinutes(i), _stop);
        await _store.Log.AppendAsync(NewStream(shard: 2), 0, [NewCommit(1)], null, _stop);
        await _store.Log.AppendAsync(NewStream(shard: 1), 0, [NewCommit(1)], Noon, _stop);

        var page = await _store.Log.DueAsync(2, Noon.AddMinutes(2), 10, _stop);
        var first = await _store.Log.DueAsync(2, Noon.AddMinutes(2), 2, _stop);
        var none = await _store.Log.DueAsync(0, Noon.AddYears(1), 10, _stop);

        Assert.Equal(streams[..3], page.Streams.Select(s => s.Stream));
        Assert.Equal(Noon.AddMinutes(3), page.Next);
        Assert.Equal(streams[..2], first.Streams.Select(s => s.Stream));
        Assert.Empty(none.Streams);
        Assert.Null(none.Next);
    }

    [Fact]
    public async Task Each_append_replaces_the_due_time()
    {
        var stream = NewStream();
        await _store.Log.AppendAsync(stream, 0, [NewCommit(1)], Noon, _stop);
        await _store.Log.AppendAsync(stream, 1, [NewCommit(2)], Noon.AddHours(2), _stop);

        var early = await _store.Log.DueAsync(stream.Shard, Noon.AddHours(1), 10, _stop);
        Assert.Empty(early.Streams);
        Assert.Equal(Noon.AddHours(2), early.Next);

        await _store.Log.AppendAsync(stream, 2, [NewCommit(3)], null, _stop);
        Assert.Empty((await _store.Log.DueAsync(stream.Shard, Noon.AddYears(1), 10, _stop)).Streams);
    }

    [Fact]
    public async Task Due_is_refiled_only_where_the_stream_has_not_gone_on()
    {
        var stream = NewStream();
        await _store.Log.AppendAsync(stream, 0, [NewCommit(1), NewCommit(2)], Noon, _stop);

        Assert.False(await _store.Log.RefileAsync(stream, 1, null, _stop));
        Assert.Single((await _store.Log.DueAsync(stream.Shard, Noon, 10, _stop)).Streams);
        Assert.True(await _store.Log.RefileAsync(stream, 2, Noon.AddHours(1), _stop));
        Assert.Empty((await _store.Log.DueAsync(stream.Shard, Noon, 10, _stop)).Streams);
        Assert.True(await _store.Log.RefileAsync(stream, 2, null, _stop));
        Assert.Null((await _store.Log.DueAsync(stream.Shard, Noon, 10, _stop)).Next);
        Assert.False(await _store.Log.RefileAsync(NewStream(), 1, Noon, _stop));
    }

    [Fact]
    public async Task Touched_streams_are_listed_once_each_from_where_one_stopped()
    {
        var streams = Enumerable.Range(0, 3).Select(_ => NewStream()).ToArray();
        foreach (var stream in streams)
            await _store.Log.AppendAsync(stream, 0, [NewCommit(1)], null, _stop);

        var all = await FollowAsync(null);
        await _store.Log.AppendAsync(streams[0], 1, [NewCommit(2)], null, _stop);
        await _store.ReopenAsync();
        var since = await FollowAsync(all.Cursor);

        Assert.Equal(streams.ToHashSet(), all.Streams);
        Assert.Contains(streams[0], since.Streams);
        Assert.Empty((await FollowAsync(since.Cursor)).Streams.Except(since.Streams));
    }

    /// <summary>A stream of another engine's shard can be wanted; the last byte of its id decides.</summary>
    protected static StreamName NewStream(int? shard = null)
    {
        while (true)
        {
            var stream = new StreamName("exchange", Guid.CreateVersion7(Noon));
            if (shard is null || stream.Shard == shard)
                return stream;
        }
    }

    protected static StoredCommit NewCommit(byte content) => new(new CommandId(Guid.CreateVersion7(Noon)), new[] { content });

    private static (CommandId, string) Plain(StoredCommit commit) => (commit.Id, Convert.ToHexString(commit.Body.Span));

    private async Task<(HashSet<StreamName> Streams, string Cursor)> FollowAsync(string? cursor)
    {
        var found = new HashSet<StreamName>();
        while (true)
        {
            var page = await _store.Log.TouchedAsync(cursor, 2, _stop);
            found.UnionWith(page.Streams);
            cursor = page.Cursor;
            if (!page.More)
                return (found, cursor);
        }
    }
}
