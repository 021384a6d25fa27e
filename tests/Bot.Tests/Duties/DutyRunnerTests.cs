using CoordinatorBot.Bot.Tests.Storage;
using CoordinatorBot.Bot.Tests.Streams;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Duties;
using CoordinatorBot.Ports;

using Microsoft.Extensions.DependencyInjection;

namespace CoordinatorBot.Bot.Tests.Duties;

public sealed class DutyRunnerTests : IAsyncDisposable
{
    private readonly SqliteStore _store = new();
    private readonly FakeTime _time = new();
    private readonly DutyHouse _house;
    private readonly Guid _jar = DutyHouse.NewJar();

    public DutyRunnerTests() => _house = new DutyHouse(_store, _time);

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task What_is_owed_is_performed_once_and_recorded_with_its_receipt()
    {
        await _house.WantAsync(_jar, "card");

        await _house.LookAsync(_jar);
        await _house.LookAsync(_jar);

        Assert.Equal(["card"], _house.Posts.Keys);
        Assert.Equal((1, "receipt"), (await _house.ProgressAsync(_jar, "card")) is var p ? (p.Done, p.Receipt) : default);
        Assert.Equal([new DutyStarted(new("card"), 1, 1), new DutyDone(new("card"), 1, "receipt")], await _house.EventsAsync(_jar));
    }

    [Fact]
    public async Task What_is_not_owed_yet_is_left_for_later()
    {
        await _house.SendAsync(_jar, new WantSomething("card", _time.GetUtcNow().AddHours(1)));

        await _house.LookAsync(_jar);
        Assert.Empty(_house.Posts.Calls);

        _time.Advance(TimeSpan.FromHours(1));
        await _house.LookAsync(_jar);
        Assert.Single(_house.Posts.Calls);
    }

    [Fact]
    public async Task A_change_of_what_is_shown_is_the_next_revision_of_the_same_key()
    {
        await _house.WantAsync(_jar, "card");
        await _house.LookAsync(_jar);
        await _house.SendAsync(_jar, new WantSomething("card", _time.GetUtcNow()) { Revision = 2 });
        await _house.LookAsync(_jar);

        Assert.Equal(["card", "card"], _house.Posts.Keys);
        Assert.Equal(2, (await _house.ProgressAsync(_jar, "card")).Done);
    }

    [Fact]
    public async Task A_failed_try_waits_longer_each_time_and_is_stuck_at_last()
    {
        await _house.WantAsync(_jar, "card");
        _house.Posts.Fail(FailureCode.Unavailable);
        var waits = new List<TimeSpan>();
        for (var tries = 1; tries < Jar.Policy.Attempts; tries++)
        {
            await _house.LookAsync(_jar);
            Assert.Equal(tries, _house.Posts.Calls.Count);
            var next = (await _house.AgendaAsync(_jar)).Next!.Value;
            waits.Add(next - _time.GetUtcNow());
            _time.MoveTo(next.AddTicks(-1));
            await _house.LookAsync(_jar);
            Assert.Equal(tries, _house.Posts.Calls.Count);
            _time.MoveTo(next);
        }

        await _house.LookAsync(_jar);
        _time.Advance(TimeSpan.FromDays(1));
        await _house.LookAsync(_jar);

        Assert.Equal(Jar.Policy.Attempts, _house.Posts.Calls.Count);
        Assert.Equal(waits.Order(), waits);
        Assert.Equal(FailureCode.Unavailable, Assert.Single((await _house.AgendaAsync(_jar)).Stuck).Code);
    }

    [Fact]
    public async Task What_is_stuck_is_tried_again_when_a_person_asks()
    {
        await _house.WantAsync(_jar, "card");
        _house.Posts.Fail(FailureCode.Blocked);
        await _house.LookAsync(_jar);
        _time.Advance(TimeSpan.FromDays(1));
        await _house.LookAsync(_jar);
        Assert.Single(_house.Posts.Calls);

        _house.Posts.Answer = (_, _) => new(new Performed.Done());
        await _house.SendAsync(_jar, new RetryDuties(null));
        await _house.LookAsync(_jar);

        Assert.Equal(1, (await _house.ProgressAsync(_jar, "card")).Done);
    }

    [Theory]
    [InlineData(Urgency.AtOnce, 2)]
    [InlineData(Urgency.Polite, 1)]
    public async Task What_ended_unsure_is_sent_again_once_and_a_reminder_not_at_all(Urgency urgency, int times)
    {
        await _house.SendAsync(_jar, new WantSomething("card", _time.GetUtcNow()) { Urgency = urgency });
        _house.Posts.Fail(FailureCode.Unsure);

        for (var i = 0; i < 5; i++)
        {
            await _house.LookAsync(_jar);
            _time.Advance(TimeSpan.FromHours(2));
        }

        Assert.Equal(times, _house.Posts.Calls.Count);
        Assert.Equal(times, (await _house.ProgressAsync(_jar, "card")).Unsure);
    }

    [Fact]
    public async Task A_try_cut_short_by_a_kill_is_unsure_after_its_time_limit_and_done_once_more()
    {
        await _house.WantAsync(_jar, "card");
        await _house.Recorder.ClaimAsync(_jar, (await _house.AgendaAsync(_jar)).Owed, CancellationToken.None);

        await using var next = new DutyHouse(_store, _time);
        await next.LookAsync(_jar);
        Assert.Empty(next.Posts.Calls);

        _time.Advance(Jar.Policy.TimeLimit);
        await next.LookAsync(_jar);

        Assert.Equal((_jar, "card", 2), Assert.Single(next.Posts.Calls));
        Assert.Contains(new DutyFailed(new("card"), 1, 1, FailureCode.Unsure), await next.EventsAsync(_jar));
    }

    [Fact]
    public async Task Of_two_processes_that_look_at_once_one_performs()
    {
        await using var other = new DutyHouse(_store, _time);
        var jars = Enumerable.Range(0, 20).Select(_ => DutyHouse.NewJar()).ToList();
        foreach (var jar in jars)
        {
            for (var i = 0; i < 5; i++)
                await _house.WantAsync(jar, $"card/{i}");
        }

        await Task.WhenAll(jars.SelectMany(jar => new[] { _house, other }.Select(h => Task.Run(() => h.LookAsync(jar)))));

        var calls = _house.Posts.Calls.Concat(other.Posts.Calls).ToList();
        Assert.Equal(100, calls.Count);
        Assert.Equal(100, calls.Distinct().Count());
    }

    [Fact]
    public async Task A_throttled_try_goes_on_in_time_as_the_same_try_without_an_event()
    {
        await _house.WantAsync(_jar, "card");
        _house.Posts.Answer = (_, _) => new(new Performed.Wait(_time.GetUtcNow().AddSeconds(30)));
        await _house.LookAsync(_jar);

        _house.Posts.Answer = (_, _) => new(new Performed.Done());
        _time.Advance(TimeSpan.FromSeconds(30));
        await _house.Runner.FinishAsync();

        Assert.Equal([(_jar, "card", 1), (_jar, "card", 1)], _house.Posts.Calls);
        Assert.Equal([new DutyStarted(new("card"), 1, 1), new DutyDone(new("card"), 1, null)], await _house.EventsAsync(_jar));
    }

    [Fact]
    public async Task While_one_person_is_waited_for_the_others_go_on_and_the_person_gets_all_in_order()
    {
        PersonId throttled = new(DutyHouse.NewJar()), other = new(DutyHouse.NewJar());
        await WantForAsync("a", throttled);
        await WantForAsync("b", throttled);
        var until = _time.GetUtcNow().AddSeconds(10);
        _house.Posts.Answer = (p, _) => new(p.Duty.Want.To == throttled && _time.GetUtcNow() < until ? new Performed.Wait(until) : new Performed.Done());
        await _house.LookAsync(_jar);

        await WantForAsync("c", throttled);
        await WantForAsync("d", other);
        await _house.LookAsync(_jar);
        Assert.Equal(["a", "d"], _house.Posts.Keys);

        _time.MoveTo(until);
        await _house.Runner.FinishAsync();
        await _house.LookAsync(_jar);
        Assert.Equal(["a", "d", "a", "b", "c"], _house.Posts.Keys);

        Task WantForAsync(string key, PersonId to) => _house.SendAsync(_jar, new WantSomething(key, _time.GetUtcNow()) { To = to });
    }

    [Fact]
    public async Task A_wait_longer_than_a_claim_holds_is_a_failed_try()
    {
        await _house.WantAsync(_jar, "card");
        _house.Posts.Answer = (_, _) => new(new Performed.Wait(_time.GetUtcNow() + Jar.Policy.TimeLimit));

        await _house.LookAsync(_jar);

        Assert.Equal(FailureCode.Unavailable, (await _house.ProgressAsync(_jar, "card")).LastCode);
    }

    [Fact]
    public async Task A_throttled_try_is_given_back_when_the_process_stops_and_never_unsure()
    {
        using var stopping = new CancellationTokenSource();
        await _house.WantAsync(_jar, "card");
        _house.Posts.Answer = (_, _) => new(new Performed.Wait(_time.GetUtcNow().AddSeconds(30)));
        await _house.Runner.LookAsync(_jar, false, stopping.Token);

        await stopping.CancelAsync();
        await _house.Runner.FinishAsync();

        Assert.Single(_house.Posts.Calls);
        Assert.Equal((FailureCode.Unavailable, 0), (await _house.ProgressAsync(_jar, "card")) is var p ? (p.LastCode, p.Unsure) : default);
    }

    [Fact]
    public async Task A_performer_that_throws_is_a_fault_and_stops_nobody()
    {
        await _house.WantAsync(_jar, "a");
        await _house.WantAsync(_jar, "b");
        _house.Posts.Answer = (p, _) => p.Duty.Want.Key.Value == "a" ? throw new InvalidOperationException("no") : new(new Performed.Done());

        await _house.LookAsync(_jar);

        Assert.Equal(FailureCode.Fault, (await _house.ProgressAsync(_jar, "a")).LastCode);
        Assert.Equal(1, (await _house.ProgressAsync(_jar, "b")).Done);
    }

    [Fact]
    public async Task A_performer_that_hangs_is_cut_off_and_unsure()
    {
        await using var house = new DutyHouse(_store, _time, s => s.AddSingleton(Jar.Policy with { TimeLimit = TimeSpan.FromMilliseconds(200) }));
        await house.WantAsync(_jar, "card");
        house.Posts.Answer = async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return new Performed.Done();
        };

        await house.LookAsync(_jar);

        Assert.Equal(FailureCode.Unsure, (await house.ProgressAsync(_jar, "card")).LastCode);
    }

    [Fact]
    public async Task No_more_are_performed_at_once_than_is_set()
    {
        var jars = Enumerable.Range(0, 20).Select(_ => DutyHouse.NewJar()).ToList();
        foreach (var jar in jars)
            await _house.WantAsync(jar, "card");
        var release = new TaskCompletionSource();
        _house.Posts.Answer = async (_, _) =>
        {
            await release.Task;
            return new Performed.Done();
        };

        var looks = Task.WhenAll(jars.Select(jar => _house.LookAsync(jar)));
        for (var i = 0; i < 8; i++)
            await _house.Posts.CalledAsync();
        release.SetResult();
        await looks;

        Assert.Equal((20, 8), (_house.Posts.Calls.Count, _house.Posts.Most));
    }

    [Fact]
    public async Task Many_duties_are_claimed_in_parts()
    {
        for (var i = 0; i < 45; i++)
            await _house.SendAsync(_jar, new WantSomething($"card/{i}", _time.GetUtcNow()) { To = new PersonId(DutyHouse.NewJar()) });

        await _house.LookAsync(_jar);

        Assert.Equal(45, _house.Posts.Calls.Distinct().Count());
        var claims = (await _house.Gate.ReadCommitsAsync(_jar, 0, CancellationToken.None)).Select(c => c.Events.Count(e => e is DutyStarted)).Where(n => n > 0);
        Assert.Equal([20, 20, 5], claims);
    }

    [Fact]
    public async Task A_command_whose_time_has_come_is_carried_out_once_though_its_outcome_was_lost()
    {
        await _house.SendAsync(_jar, new WantBeansLater("later", 5, _time.GetUtcNow().AddDays(1)));
        _time.Advance(TimeSpan.FromDays(1));
        await _house.LookAsync(_jar);
        Assert.Equal(5, (await _house.ReadAsync(_jar)).Beans);

        await _house.SendAsync(_jar, new RecordDuties([new DutyStarted(new("later"), 1, 2)]));
        var ledger = (await _house.ReadAsync(_jar)).Ledger;
        var lost = new Duty((await _house.ReadAsync(_jar)).Wanted[new("later")], 2, ledger[new("later")]);
        await new ThenPerformer<Jar>(_house.Gate, _time).PerformAsync(new Performance<Jar>(_jar, await _house.ReadAsync(_jar), lost), CancellationToken.None);

        Assert.Equal(5, (await _house.ReadAsync(_jar)).Beans);
    }

    [Fact]
    public async Task In_quiet_hours_nothing_is_tried_or_recorded_and_the_stream_is_filed_for_their_end()
    {
        var morning = _time.GetUtcNow().AddHours(9);
        _house.Admission.Answer = d => d.Want.Key.Value == "nudge" && _time.GetUtcNow() < morning ? new Admission.Wait(morning) : Admission.Go;
        await _house.WantAsync(_jar, "nudge");
        await _house.SendAsync(_jar, new WantSomething("card", _time.GetUtcNow().AddHours(2)));

        await _house.LookAsync(_jar);
        Assert.Empty(await _house.EventsAsync(_jar));
        Assert.Equal(_time.GetUtcNow().AddHours(2), (await DueAsync()).Next);

        _time.Advance(TimeSpan.FromHours(2));
        await _house.LookAsync(_jar);
        Assert.Equal(morning, (await DueAsync()).Next);

        _time.MoveTo(morning);
        await _house.LookAsync(_jar);
        Assert.Equal(["card", "nudge"], _house.Posts.Keys);
    }

    [Fact]
    public async Task What_may_never_go_is_recorded_as_failed_without_a_try()
    {
        _house.Admission.Answer = _ => new Admission.Never(FailureCode.NoTeamsIdentity);
        await _house.WantAsync(_jar, "card");

        await _house.LookAsync(_jar);

        Assert.Empty(_house.Posts.Calls);
        Assert.Equal(FailureCode.NoTeamsIdentity, Assert.Single((await _house.AgendaAsync(_jar)).Stuck).Code);
    }

    [Fact]
    public async Task A_stream_listed_as_due_that_owes_nothing_is_filed_anew()
    {
        var name = new StreamName("jar", _jar);
        var answer = await _house.SendAsync(_jar, new WantSomething("card", _time.GetUtcNow().AddHours(5)));
        await _store.Log.RefileAsync(name, answer.Position, _time.GetUtcNow(), CancellationToken.None);

        await _house.LookAsync(_jar, listed: true);

        Assert.Empty((await DueAsync()).Streams);
        Assert.Equal(_time.GetUtcNow().AddHours(5), (await DueAsync()).Next);
    }

    [Fact]
    public async Task Two_performers_for_one_act_refuse_to_start()
    {
        await using var house = new DutyHouse(_store, _time, s => s.AddSingleton<IPerformer<Jar>>(new FakePerformer<Post>()));

        var error = Assert.Throws<InvalidOperationException>(() => house.Worker);

        Assert.Contains("Post", error.Message, StringComparison.Ordinal);
    }

    private async Task<DuePage> DueAsync() => await _store.Log.DueAsync(new StreamName("jar", _jar).Shard, _time.GetUtcNow(), 10, CancellationToken.None);
}
