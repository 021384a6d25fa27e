using CoordinatorBot.Bot.Tests.Storage;
using CoordinatorBot.Bot.Tests.Streams;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Duties;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Bot.Tests.Duties;

public sealed class DutyWorkerTests : IAsyncDisposable
{
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;
    private readonly SqliteStore _store = new();
    private readonly FakeTime _time = new();
    private readonly DutyHouse _house;
    private readonly Guid _jar = DutyHouse.NewJar();

    public DutyWorkerTests() => _house = new DutyHouse(_store, _time);

    public async ValueTask DisposeAsync()
    {
        await _house.Worker.StopAsync(CancellationToken.None);
        await _house.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task What_is_owed_at_once_is_performed_without_waiting_for_a_look()
    {
        await _house.Worker.StartAsync(_stop);

        await _house.WantAsync(_jar, "card");

        await _house.Posts.CalledAsync();
    }

    [Fact]
    public async Task What_was_left_behind_is_performed_after_the_start()
    {
        await _house.WantAsync(_jar, "card");
        await using var next = new DutyHouse(_store, _time);

        await next.Worker.StartAsync(_stop);

        await next.Posts.CalledAsync();
        await next.Worker.StopAsync(_stop);
    }

    [Fact]
    public async Task What_becomes_due_is_performed_on_time()
    {
        await _house.Worker.StartAsync(_stop);
        await _house.SendAsync(_jar, new WantSomething("soon", _time.GetUtcNow().AddSeconds(5)));
        await _house.SendAsync(_jar, new WantSomething("later", _time.GetUtcNow().AddDays(5)));

        _time.Advance(TimeSpan.FromSeconds(5));
        await _house.Posts.CalledAsync();
        Assert.Equal(["soon"], _house.Posts.Keys);

        _time.Advance(TimeSpan.FromDays(5));
        await _house.Posts.CalledAsync();
        Assert.Equal(["soon", "later"], _house.Posts.Keys);
    }

    [Fact]
    public async Task A_failed_try_is_tried_again_by_itself()
    {
        await _house.Worker.StartAsync(_stop);
        _house.Posts.Fail(FailureCode.Unavailable);
        await _house.WantAsync(_jar, "card");
        await _house.Posts.CalledAsync();
        while ((await _house.ProgressAsync(_jar, "card")).LastCode is null)
            await Task.Yield();

        _house.Posts.Answer = (_, _) => new(new Performed.Done());
        _time.Advance(TimeSpan.FromMinutes(1));

        await _house.Posts.CalledAsync();
    }

    [Fact]
    public async Task A_look_over_ten_thousand_quiet_streams_reads_none_of_them()
    {
        var commit = new StoredCommit(new CommandId(_jar), "unreadable"u8.ToArray());
        var later = _time.GetUtcNow().AddDays(30);
        await Task.WhenAll(Enumerable.Range(0, 10_000).Select(async i =>
            await _store.Log.AppendAsync(new StreamName("jar", DutyHouse.NewJar()), 0, [commit], i % 2 == 0 ? later : null, _stop)));
        await _house.Worker.StartAsync(_stop);
        await CalmAsync(StreamName.Shards);

        _time.Advance(TimeSpan.FromSeconds(30));
        await CalmAsync(2 * StreamName.Shards);

        Assert.Equal((0, 0, 2 * StreamName.Shards), (_house.Log.Reads, _house.Log.Appends, _house.Log.Others));

        async Task CalmAsync(int calls)
        {
            while (_house.Log.Calls < calls)
                await Task.Yield();
        }
    }

    [Fact]
    public async Task A_stream_that_can_not_be_read_is_left_alone_and_others_go_on()
    {
        var commit = new StoredCommit(new CommandId(_jar), "unreadable"u8.ToArray());
        await _store.Log.AppendAsync(new StreamName("jar", _jar), 0, [commit], _time.GetUtcNow(), _stop);
        await _house.Worker.StartAsync(_stop);

        var sound = DutyHouse.NewJar();
        await _house.WantAsync(sound, "card");

        await _house.Posts.CalledAsync();
        Assert.Equal(sound, Assert.Single(_house.Posts.Calls).Stream);
    }

    [Fact]
    public async Task On_stopping_what_is_under_way_is_finished_and_nothing_more_begun()
    {
        var release = new TaskCompletionSource();
        _house.Posts.Answer = async (_, _) =>
        {
            await release.Task;
            return new Performed.Done();
        };
        for (var i = 0; i < 25; i++)
            await _house.WantAsync(_jar, $"card/{i:00}");
        await _house.Worker.StartAsync(_stop);
        await _house.Posts.CalledAsync();

        var stopped = _house.Worker.StopAsync(CancellationToken.None);
        Assert.False(stopped.IsCompleted);
        release.SetResult();
        await stopped;

        var events = await _house.EventsAsync(_jar);
        Assert.Equal(DutyDecisions.MostClaims, events.Count(e => e is DutyStarted));
        Assert.Equal(DutyDecisions.MostClaims, events.Count(e => e is DutyDone));
    }

    [Fact]
    public async Task A_thousand_duties_of_a_hundred_streams_are_each_performed_once()
    {
        await _house.Worker.StartAsync(_stop);
        var jars = Enumerable.Range(0, 100).Select(_ => DutyHouse.NewJar()).ToList();

        await Task.WhenAll(jars.SelectMany(jar => Enumerable.Range(0, 10).Select(i => _house.WantAsync(jar, $"card/{i}"))));
        for (var i = 0; i < 1000; i++)
            await _house.Posts.CalledAsync();
        await _house.Worker.StopAsync(_stop);

        Assert.Equal(1000, _house.Posts.Calls.Count);
        Assert.Equal(1000, _house.Posts.Calls.Distinct().Count());
        foreach (var jar in jars)
            Assert.All((await _house.ReadAsync(jar)).Ledger.Entries.Values, p => Assert.Equal(1, p.Done));
    }
}
