using System.Collections.Concurrent;
using System.Threading.Channels;

using CoordinatorBot.Bot.Tests.Storage;
using CoordinatorBot.Bot.Tests.Streams;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Duties;
using CoordinatorBot.Ports;
using CoordinatorBot.Streams;

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CoordinatorBot.Bot.Tests.Duties;

/// <summary>One process that performs the duties of jars, on a store that others may share.</summary>
internal sealed class DutyHouse : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public DutyHouse(SqliteStore store, FakeTime time, Action<IServiceCollection>? alter = null)
    {
        (Time, Log) = (time, new WatchedLog(store.Log));
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddLogging();
        services.AddSingleton<TimeProvider>(time);
        services.AddSingleton<IEventLog>(Log);
        services.AddSingleton<ICommitCodec, JarCodec>();
        services.AddStreams().AddStreamKind(Jar.Kind);
        services.AddDuties().AddDutiesOf<Jar>();
        services.AddSingleton<IPerformer<Jar>>(Posts);
        services.AddSingleton<IPerformer<Jar>>(Shows);
        services.AddSingleton<IAdmission<Jar>>(Admission);
        alter?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public FakeTime Time { get; }

    public WatchedLog Log { get; }

    public FakePerformer<Post> Posts { get; } = new();

    public FakePerformer<Show> Shows { get; } = new();

    public FakeAdmission Admission { get; } = new();

    public StreamGate<Jar> Gate => _services.GetRequiredService<StreamGate<Jar>>();

    public DutyRecorder<Jar> Recorder => _services.GetRequiredService<DutyRecorder<Jar>>();

    public IDutyRunner Runner => _services.GetRequiredService<IDutyRunner>();

    public IHostedService Worker => _services.GetRequiredService<IHostedService>();

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    public static Guid NewJar() => Guid.CreateVersion7(DateTimeOffset.UnixEpoch);

    public async Task<Answer<Jar>> SendAsync(Guid jar, Command command) => await Gate.SendAsync(
        jar, new Envelope(new CommandId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch)), Actor.Bot, Way.Chat, Time.GetUtcNow(), command), CancellationToken.None);

    public Task<Answer<Jar>> WantAsync(Guid jar, string key) => SendAsync(jar, new WantSomething(key, Time.GetUtcNow()));

    public Task LookAsync(Guid jar, bool listed = false) => Runner.LookAsync(jar, listed, TestContext.Current.CancellationToken);

    public async Task<Jar> ReadAsync(Guid jar) => (await Gate.ReadAsync(jar, CancellationToken.None)).State;

    public async Task<Progress> ProgressAsync(Guid jar, string key) => (await ReadAsync(jar)).Ledger[new DutyKey(key)];

    public async Task<List<Event>> EventsAsync(Guid jar) =>
        [.. (await Gate.ReadCommitsAsync(jar, 0, CancellationToken.None)).SelectMany(c => c.Events).Where(e => e is DutyStarted or DutyDone or DutyFailed)];

    public async Task<Agenda> AgendaAsync(Guid jar)
    {
        var state = await ReadAsync(jar);
        return Agenda.Of(state.Wanted.Values, state.Ledger, Jar.Policy, Time.GetUtcNow());
    }
}

/// <summary>Records what it is asked to perform, and answers as told.</summary>
internal sealed class FakePerformer<TAct> : Performer<Jar, TAct>
    where TAct : Act
{
    private readonly Channel<string> _called = Channel.CreateUnbounded<string>();
    private int _now, _most;

    public ConcurrentQueue<(Guid Stream, string Key, int Attempt)> Calls { get; } = [];

    public IEnumerable<string> Keys => Calls.Select(c => c.Key);

    /// <summary>The most at once.</summary>
    public int Most => _most;

    public Func<Performance<Jar>, CancellationToken, ValueTask<Performed>> Answer { get; set; } = (_, _) => new(new Performed.Done("receipt"));

    public void Fail(string code) => Answer = (_, _) => new(new Performed.Failed(code));

    /// <summary>The next call that wasn't waited for yet.</summary>
    public async Task CalledAsync() => await _called.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    protected override async ValueTask<Performed> PerformAsync(TAct act, Performance<Jar> performance, CancellationToken cancellationToken)
    {
        Calls.Enqueue((performance.Stream, performance.Duty.Want.Key.Value, performance.Duty.Attempt));
        InterlockedMax(ref _most, Interlocked.Increment(ref _now));
        _called.Writer.TryWrite(performance.Duty.Want.Key.Value);
        try
        {
            return await Answer(performance, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _now);
        }
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen && Interlocked.CompareExchange(ref most, value, seen) != seen; seen = most)
        {
        }
    }
}

/// <summary>Lets everything go unless told otherwise.</summary>
internal sealed class FakeAdmission : IAdmission<Jar>
{
    public Func<Duty, Admission> Answer { get; set; } = _ => CoordinatorBot.Duties.Admission.Go;

    public ValueTask<Admission> AdmitAsync(Performance<Jar> performance, DateTimeOffset now, CancellationToken cancellationToken) => new(Answer(performance.Duty));
}
