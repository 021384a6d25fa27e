using CoordinatorBot.Domain;
using CoordinatorBot.Edges.Storage.Sqlite;
using CoordinatorBot.Ports;

using Microsoft.Data.Sqlite;

namespace CoordinatorBot.Bot.Tests.Storage;

/// <summary>What only the SQLite engine promises.</summary>
public sealed class SqliteDatabaseTests : IAsyncDisposable
{
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;
    private readonly SqliteStore _store = new();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Writes_that_wait_together_share_one_wait_for_the_disk()
    {
        var before = _store.Database.Writer.DurableGroups;

        await Task.WhenAll(Enumerable.Range(0, 500).Select(async _ =>
            await _store.Log.AppendAsync(NewStream(), 0, [NewCommit()], null, _stop)));

        Assert.InRange(_store.Database.Writer.DurableGroups - before, 1, 50);
    }

    [Fact]
    public async Task Dialog_state_does_not_wait_for_the_disk()
    {
        var before = _store.Database.Writer.DurableGroups;

        await _store.Documents.PutAsync("dialogs/a", new byte[10], PutCondition.Always, _stop);
        Assert.Equal(before, _store.Database.Writer.DurableGroups);

        await _store.Documents.PutAsync("people/a", new byte[10], PutCondition.Always, _stop);
        Assert.Equal(before + 1, _store.Database.Writer.DurableGroups);
    }

    [Fact]
    public async Task Whoever_finds_the_file_in_use_is_served_all_the_same()
    {
        var talking = Enumerable.Range(0, 16).Select(who => Task.Run(() => TalkAsync($"dialogs/{who}"), _stop));
        var working = Enumerable.Range(0, 4).Select(who => Task.Run(() => TalkAsync($"people/{who}"), _stop));

        await Task.WhenAll(talking.Concat(working)).WaitAsync(TimeSpan.FromMinutes(1), _stop);

        async Task TalkAsync(string key)
        {
            // Enough for the log to be copied into the file in between.
            for (byte turn = 0; turn < 150; turn++)
            {
                Assert.True((await _store.Documents.PutAsync(key, new[] { turn }, PutCondition.Always, _stop)).IsStored);
                Assert.Equal(turn, (await _store.Documents.GetAsync(key, _stop))!.Body.Span[0]);
            }
        }
    }

    [Fact]
    public async Task The_log_beside_the_file_does_not_grow_for_ever()
    {
        await FillAsync("a");
        var afterOne = LengthOfLog();

        foreach (var more in (string[])["b", "c", "d"])
            await FillAsync(more);

        Assert.InRange(LengthOfLog(), afterOne, 2 * afterOne);

        async Task FillAsync(string folder)
        {
            for (var i = 0; i < 1000; i++)
                await _store.Documents.PutAsync($"dialogs/{folder}/{i}", new byte[5000], PutCondition.Always, _stop);

            // The second is stored once the thread has done with what the first found to do.
            for (var i = 0; i < 2; i++)
                await _store.Documents.PutAsync("people/a", new byte[1], PutCondition.Always, _stop);
        }

        long LengthOfLog() => new FileInfo(_store.File + "-wal").Length;
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_is_let_go()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(_stop);
        var waiting = _store.Documents.PutAsync("dialogs/a", new byte[1], PutCondition.Always, patience.Token).AsTask();

        await patience.CancelAsync();

        await waiting.ContinueWith(given => Assert.True(given.IsCanceled || given.Result.IsStored), _stop, TaskContinuationOptions.None, TaskScheduler.Default);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await _store.Documents.PutAsync("dialogs/a", new byte[1], PutCondition.Always, patience.Token));
    }

    [Fact]
    public async Task Whoever_writes_while_the_store_closes_is_told()
    {
        for (var round = 0; round < 10; round++)
        {
            var documents = _store.Documents;
            var writing = Enumerable.Range(0, 8).Select(who => Task.Run(() => WriteUntilClosedAsync(documents, $"dialogs/{who}"), _stop)).ToList();

            await _store.ReopenAsync();

            await Task.WhenAll(writing).WaitAsync(TimeSpan.FromMinutes(1), _stop);
        }

        async Task WriteUntilClosedAsync(IDocuments documents, string key)
        {
            try
            {
                while (true)
                    await documents.PutAsync(key, new byte[1], PutCondition.Always, _stop);
            }
            catch (ObjectDisposedException)
            {
                // That is how it is told.
            }
        }
    }

    [Fact]
    public async Task One_write_that_can_not_be_stored_does_not_take_others_with_it()
    {
        var stream = NewStream();
        StoredCommit broken = new(new CommandId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)), new byte[1_000_000_001]);

        var outcomes = await Task.WhenAll(
            AppendAsync(NewStream(), NewCommit()), AppendAsync(stream, NewCommit()), AppendAsync(NewStream(), broken), AppendAsync(NewStream(), NewCommit()));

        Assert.Equal([true, true, false, true], outcomes);
        Assert.Equal(1, (await _store.Log.ReadAsync(stream, 0, _stop)).Position);

        async Task<bool> AppendAsync(StreamName to, StoredCommit commit)
        {
            try
            {
                return (await _store.Log.AppendAsync(to, 0, [commit], null, _stop)).IsAppended;
            }
            catch (SqliteException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task A_stream_with_a_gap_is_told_as_unreadable_and_others_go_on()
    {
        var (broken, sound) = (NewStream(), NewStream());
        await _store.Log.AppendAsync(broken, 0, [NewCommit(), NewCommit(), NewCommit()], null, _stop);
        await _store.Log.AppendAsync(sound, 0, [NewCommit()], null, _stop);
        Run("DELETE FROM commits WHERE position = 2");

        var error = await Assert.ThrowsAsync<StreamUnreadableException>(async () => await _store.Log.ReadAsync(broken, 0, _stop));

        Assert.Equal((broken, 2), (error.Stream, error.Position));
        Assert.Single((await _store.Log.ReadAsync(sound, 0, _stop)).Commits);
    }

    [Fact]
    public async Task Two_processes_may_share_the_file()
    {
        var stream = NewStream();
        var (other, log, documents) = SqliteStore.Open(_store.File);
        using (other)
        {
            await _store.Log.AppendAsync(stream, 0, [NewCommit()], null, _stop);
            Assert.Equal(AppendOutcome.Conflict, await log.AppendAsync(stream, 0, [NewCommit()], null, _stop));
            Assert.Equal(AppendOutcome.Appended(2), await log.AppendAsync(stream, 1, [NewCommit()], null, _stop));

            var mine = await _store.Documents.PutAsync("a/b", new byte[1], PutCondition.Always, _stop);
            var theirs = await documents.PutAsync("a/b", new byte[1], PutCondition.Always, _stop);
            Assert.NotEqual(mine.ETag, theirs.ETag);
        }
    }

    [Fact]
    public async Task No_version_of_a_dialog_is_given_by_two_processes()
    {
        var (other, _, documents) = SqliteStore.Open(_store.File);
        using (other)
        {
            var versions = new HashSet<ETag?>();
            for (var i = 0; i < 1100; i++)
            {
                versions.Add((await _store.Documents.PutAsync("dialogs/a", new byte[1], PutCondition.Always, _stop)).ETag);
                versions.Add((await documents.PutAsync("dialogs/a", new byte[1], PutCondition.Always, _stop)).ETag);
                if (i % 100 == 0) versions.Add((await documents.PutAsync("people/a", new byte[1], PutCondition.Always, _stop)).ETag);
            }

            Assert.Equal(2211, versions.Count);
        }
    }

    [Fact]
    public void A_file_of_a_newer_version_is_refused_and_left_alone()
    {
        Run("UPDATE about SET version = 2");

        var error = Assert.Throws<InvalidDataException>(() => SqliteDatabase.Open(_store.File));

        Assert.Contains("format 2", error.Message, StringComparison.Ordinal);
        Assert.Contains("Coordinator:Storage:Path", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_program_is_refused_and_left_alone()
    {
        var folder = Path.GetDirectoryName(_store.File)!;
        var text = Path.Combine(folder, "notes.txt");
        await File.WriteAllTextAsync(text, new string('x', 5000), _stop);
        var foreign = Path.Combine(folder, "foreign.db");
        Run("CREATE TABLE theirs(a)", foreign);

        Assert.Throws<InvalidDataException>(() => SqliteDatabase.Open(text));
        Assert.Throws<InvalidDataException>(() => SqliteDatabase.Open(foreign));
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(text, _stop));
    }

    [Fact]
    public async Task What_waits_is_stored_before_the_store_closes()
    {
        var streams = Enumerable.Range(0, 50).Select(_ => NewStream()).ToList();
        var appends = streams.Select(s => _store.Log.AppendAsync(s, 0, [NewCommit()], null, _stop).AsTask()).ToList();

        await _store.ReopenAsync();

        Assert.All(await Task.WhenAll(appends), o => Assert.True(o.IsAppended));
        foreach (var stream in streams)
            Assert.Equal(1, (await _store.Log.ReadAsync(stream, 0, _stop)).Position);
    }

    private static StreamName NewStream() => new("exchange", Guid.CreateVersion7(DateTimeOffset.UnixEpoch));

    private static StoredCommit NewCommit() => new(new CommandId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)), new byte[200]);

    private void Run(string sql, string? file = null)
    {
        using var connection = new SqliteConnection($"Data Source={file ?? _store.File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
