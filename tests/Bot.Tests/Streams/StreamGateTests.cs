using CoordinatorBot.Bot.Tests.Storage;
using CoordinatorBot.Domain;
using CoordinatorBot.Ports;
using CoordinatorBot.Streams;

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CoordinatorBot.Bot.Tests.Streams;

public sealed class StreamGateTests : IAsyncDisposable
{
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;
    private readonly SqliteStore _store = new();
    private readonly FakeTime _time = new();
    private readonly StreamSignals _signals = new();
    private readonly WatchedLog _log;
    private readonly StreamGate<Jar> _gate;
    private readonly Guid _jar = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

    public StreamGateTests()
    {
        _log = new WatchedLog(_store.Log);
        _gate = NewGate(_log);
    }

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_command_is_decided_stored_and_answered_with_the_state_it_leads_to()
    {
        var answer = await SendAsync(new PutBeans(3));

        Assert.Equal((3, 1, false), (answer.State.Beans, answer.Position, answer.Repeated));
        Assert.Equal([new BeansPut(3)], answer.Outcome.Events);
        Assert.Equal(3, (await NewGate().ReadAsync(_jar, _stop)).State.Beans);
    }

    [Fact]
    public async Task A_refusal_and_a_command_that_changes_nothing_store_nothing()
    {
        await SendAsync(new PutBeans(3));
        var appends = _log.Appends;

        var refused = await SendAsync(new TakeBeans(5));
        var nothing = await SendAsync(new LookInside());

        Assert.Equal(new TooFewBeans(3, 5), refused.Outcome.Refusal);
        Assert.Empty(nothing.Outcome.Events);
        Assert.Equal((1, 1), (refused.Position, nothing.Position));
        Assert.Equal(appends, _log.Appends);
    }

    [Fact]
    public async Task A_repeated_command_changes_nothing_and_gets_the_first_outcome()
    {
        var put = Command(new PutBeans(3));
        await _gate.SendAsync(_jar, put, _stop);
        await SendAsync(new PutBeans(4));

        var again = await _gate.SendAsync(_jar, put, _stop);
        var elsewhere = await NewGate().SendAsync(_jar, put, _stop);

        foreach (var answer in new[] { again, elsewhere })
        {
            Assert.True(answer.Repeated);
            Assert.Equal([new BeansPut(3)], answer.Outcome.Events);
            Assert.Equal((7, 2), (answer.State.Beans, answer.Position));
        }
    }

    [Fact]
    public async Task A_double_click_at_the_same_moment_is_one_command()
    {
        var put = Command(new PutBeans(3));

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _gate.SendAsync(_jar, put, _stop).AsTask()));

        Assert.Single(answers, a => !a.Repeated);
        Assert.All(answers, a => Assert.Equal((3, 1), (a.State.Beans, a.Position)));
    }

    [Fact]
    public async Task Commands_that_wait_together_are_stored_together()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => SendAsync(new PutBeans(1))));

        Assert.Equal(Enumerable.Range(1, 200), answers.Select(a => a.State.Beans).Order());
        Assert.InRange(_log.Appends, 1, 10);
        Assert.InRange(_log.Reads, 1, 10);
    }

    [Fact]
    public async Task Commands_are_decided_in_the_order_they_came()
    {
        var answers = await Task.WhenAll(SendAsync(new PutBeans(2)), SendAsync(new TakeBeans(2)), SendAsync(new TakeBeans(1)), SendAsync(new PutBeans(1)), SendAsync(new TakeBeans(1)));

        Assert.Equal([null, null, new TooFewBeans(0, 1), null, null], answers.Select(a => a.Outcome.Refusal));
    }

    [Fact]
    public async Task Two_processes_writing_at_once_both_get_their_changes_in()
    {
        StreamGate<Jar>[] gates = [NewGate(), NewGate()];

        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => Task.Run(async () =>
        {
            var answer = await gates[i % 2].SendAsync(_jar, Command(new PutBeans(1)), _stop);
            Assert.Null(answer.Outcome.Refusal);
        })));

        Assert.Equal(300, (await _gate.ReadAsync(_jar, _stop)).State.Beans);
    }

    [Fact]
    public async Task Nobody_is_answered_from_a_state_that_another_process_has_left_behind()
    {
        var other = NewGate();
        await SendAsync(new PutBeans(3));
        await other.SendAsync(_jar, Command(new TakeBeans(3)), _stop);

        Assert.Equal(0, (await _gate.ReadAsync(_jar, _stop)).State.Beans);
        Assert.Equal(new TooFewBeans(0, 1), (await SendAsync(new TakeBeans(1))).Outcome.Refusal);
    }

    [Fact]
    public async Task Losing_to_others_for_too_long_is_told_as_busy_and_stores_nothing()
    {
        _log.OnAppend = _ => new(AppendOutcome.Conflict);
        var gate = NewGate(_log, patience: TimeSpan.Zero);

        var answer = await gate.SendAsync(_jar, Command(new PutBeans(1)), _stop);

        Assert.IsType<Busy>(answer.Outcome.Refusal);
        Assert.Equal(0, (await NewGate().ReadAsync(_jar, _stop)).Position);
    }

    [Fact]
    public async Task An_append_whose_answer_was_lost_is_found_in_the_tail_and_answered_as_stored()
    {
        var first = true;
        _log.OnAppend = async append =>
        {
            var outcome = await append();
            return first && !(first = false) ? throw new TimeoutException() : outcome;
        };

        var answer = await SendAsync(new PutBeans(3));

        Assert.Equal((3, 1, false), (answer.State.Beans, answer.Position, answer.Repeated));
        Assert.Equal(1, (await NewGate().ReadAsync(_jar, _stop)).Position);
    }

    [Fact]
    public async Task An_append_that_failed_is_tried_again()
    {
        var first = true;
        _log.OnAppend = append => first && !(first = false) ? throw new TimeoutException() : append();

        Assert.Equal((3, 1), (await SendAsync(new PutBeans(3))) is var a ? (a.State.Beans, a.Position) : default);
    }

    [Fact]
    public async Task A_store_that_stays_down_is_a_fault_and_the_gate_stays_open()
    {
        var gate = NewGate(_log, patience: TimeSpan.Zero);
        _log.OnAppend = _ => throw new TimeoutException();
        await Assert.ThrowsAsync<TimeoutException>(async () => await gate.SendAsync(_jar, Command(new PutBeans(1)), _stop));

        _log.OnAppend = null;
        Assert.Equal(1, (await gate.SendAsync(_jar, Command(new PutBeans(1)), _stop)).State.Beans);
    }

    [Fact]
    public async Task A_fault_in_the_rules_concerns_the_command_alone()
    {
        var broken = SendAsync(new BreakJar());
        var sound = SendAsync(new PutBeans(1));

        await Assert.ThrowsAsync<InvalidOperationException>(() => broken);
        Assert.Equal(1, (await sound).State.Beans);
    }

    [Fact]
    public async Task Time_never_runs_backwards_within_a_stream()
    {
        await SendAsync(new PutBeans(1));
        var now = _time.GetUtcNow();
        _time.MoveTo(now - TimeSpan.FromMinutes(1));
        await SendAsync(new PutBeans(1));
        _time.MoveTo(now + TimeSpan.FromMinutes(1));
        await SendAsync(new PutBeans(1));

        var commits = await _gate.ReadCommitsAsync(_jar, 0, _stop);

        Assert.Equal([now, now, now.AddMinutes(1)], commits.Select(c => c.At));
        Assert.Single(await _gate.ReadCommitsAsync(_jar, 2, _stop));
    }

    [Fact]
    public async Task The_stream_is_filed_for_when_something_is_wanted_and_whoever_waits_is_told()
    {
        var heard = _signals.Listen();
        var due = _time.GetUtcNow() + TimeSpan.FromHours(3);

        await SendAsync(new WantSomething("x", due));

        var name = new StreamName("jar", _jar);
        Assert.True(heard.TryRead(out var signal));
        Assert.Equal(new StreamSignal(name, due), signal);
        Assert.Equal(due, (await _log.DueAsync(name.Shard, _time.GetUtcNow(), 10, _stop)).Next);
    }

    [Fact]
    public async Task Commands_too_large_for_one_append_are_stored_in_several()
    {
        var text = new string('x', 300_000);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => SendAsync(new WantSomething($"{i}", _time.GetUtcNow()) { Text = text })));

        Assert.Equal(10, answers.Max(a => a.Position));
        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(new WantSomething("y", _time.GetUtcNow()) { Text = new string('x', 1_000_000) }));
        Assert.Equal(10, (await NewGate().ReadAsync(_jar, _stop)).Position);
    }

    [Fact]
    public async Task A_stream_that_can_not_be_read_is_left_alone_and_others_go_on()
    {
        await SendAsync(new PutBeans(1));
        await _store.Log.AppendAsync(new StreamName("jar", _jar), 1, [new StoredCommit(new CommandId(_jar), "{}"u8.ToArray())], null, _stop);

        var read = await Assert.ThrowsAsync<StreamUnreadableException>(async () => await _gate.ReadAsync(_jar, _stop));
        await Assert.ThrowsAsync<StreamUnreadableException>(() => SendAsync(new PutBeans(1)));

        Assert.Equal((new StreamName("jar", _jar), 2), (read.Stream, read.Position));
        var other = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
        Assert.Equal(1, (await _gate.SendAsync(other, Command(new PutBeans(1)), _stop)).State.Beans);
    }

    [Fact]
    public async Task Only_what_is_new_is_read_of_a_stream_that_is_kept()
    {
        var gate = NewGate(_log, kept: 2);
        Guid[] jars = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7(DateTimeOffset.UnixEpoch))];
        foreach (var jar in jars)
            await gate.SendAsync(jar, Command(new PutBeans(1)), _stop);

        foreach (var jar in jars)
            Assert.Equal(1, (await gate.ReadAsync(jar, _stop)).State.Beans);
    }

    [Fact]
    public async Task Who_gives_up_waiting_holds_up_nobody()
    {
        using var giveUp = new CancellationTokenSource();
        var entered = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        _log.OnAppend = async append =>
        {
            entered.TrySetResult();
            await release.Task;
            return await append();
        };
        var first = _gate.SendAsync(_jar, Command(new PutBeans(1)), giveUp.Token).AsTask();
        await entered.Task;
        var abandoned = _gate.SendAsync(_jar, Command(new PutBeans(10)), giveUp.Token).AsTask();
        var last = SendAsync(new PutBeans(100));

        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        release.SetResult();

        Assert.Equal(101, (await last).State.Beans);
    }

    private StreamGate<Jar> NewGate(IEventLog? log = null, TimeSpan? patience = null, int kept = 100) => new(
        Jar.Kind, log ?? _store.Log, new JarCodec(), _signals, Jar.Policy,
        Options.Create(new StreamOptions { Kept = kept, Patience = patience ?? TimeSpan.FromSeconds(20) }), _time, NullLogger<StreamGate<Jar>>.Instance);

    private Envelope Command(Command command) =>
        new(new CommandId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)), Actor.Bot, Way.Chat, _time.GetUtcNow(), command);

    private Task<Answer<Jar>> SendAsync(Command command) => _gate.SendAsync(_jar, Command(command), _stop).AsTask();
}
