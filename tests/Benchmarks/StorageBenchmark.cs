using System.Diagnostics;

using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Edges.Storage;
using CoordinatorBot.Ports;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Benchmarks;

/// <summary>What the store and the gate take a second, beside what the disk confirms a second: <c>dotnet run -c Release -- storage</c>.</summary>
internal static class StorageBenchmark
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(3);

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("coordinator-");
        Console.WriteLine($"{"",-46}{"a second",10}{"p50 ms",9}{"p99 ms",9}{"KB each",9}");
        await using (var floor = new FileStream(Path.Combine(folder.FullName, "floor"), FileMode.Create))
            await MeasureAsync("floor: write 4 KB, flush to disk", 1, _ => FlushAsync(floor));

        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = folder.FullName });
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.AddStreams().AddStreamKind(Counter);
        using (var host = builder.Build())
            await MeasureAllAsync(host.Services);
        folder.Delete(recursive: true);
    }

    // As small a stream as there can be, with events that the domain's codec knows.
    private static StreamKind<int> Counter { get; } = new(
        "counter", 0, (_, _) => new DutyRetried(new DutyKey("invitation/card")), (n, c) => n + c.Events.Length, (_, _) => [], _ => Ledger.Empty);

    private static async Task MeasureAllAsync(IServiceProvider services)
    {
        var log = services.GetRequiredService<IEventLog>();
        var documents = services.GetRequiredService<IDocuments>();
        var gate = services.GetRequiredService<StreamGate<int>>();
        var one = NewId();
        foreach (var at in new[] { 1, 8, 64 })
        {
            await MeasureAsync($"append to new streams, {at} at once", at, async _ =>
                await log.AppendAsync(new StreamName("exchange", NewId()), 0, [new StoredCommit(new CommandId(NewId()), new byte[500])], null, default));
            await MeasureAsync($"put a document, {at} at once", at, async _ => await documents.PutAsync($"words/{NewId():N}", new byte[500], PutCondition.Always, default));
            await MeasureAsync($"put dialog state, {at} at once", at, async i => await documents.PutAsync($"dialogs/{i}", new byte[2000], PutCondition.Always, default));
            await MeasureAsync($"get a document, {at} at once", at, async i => await documents.GetAsync($"dialogs/{i}", default));
            await MeasureAsync($"command to a stream each, {at} at once", at, async i => await SendAsync(gate, new Guid(i, 0, 0, new byte[8])));
            await MeasureAsync($"command to one stream, {at} at once", at, async _ => await SendAsync(gate, one));
        }

        var begun = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(() => SendAsync(gate, new Guid(1, 1, 1, new byte[8])))));
        Console.WriteLine($"500 commands to one stream at the same moment: {Stopwatch.GetElapsedTime(begun).TotalMilliseconds:0} ms, {answers.Max(a => a.Position)} stored");
        var read = Stopwatch.GetTimestamp();
        await gate.ReadAsync(one, default);
        Console.WriteLine($"newest state of a kept stream: {Stopwatch.GetElapsedTime(read).TotalMicroseconds:0} µs");
    }

    private static async Task<Answer<int>> SendAsync(StreamGate<int> gate, Guid stream) => await gate.SendAsync(
        stream, new Envelope(new CommandId(NewId()), Actor.Bot, Way.Card, DateTimeOffset.UnixEpoch, new RetryDuties(null)), default);

    private static async Task FlushAsync(FileStream file)
    {
        await file.WriteAsync(new byte[4096]);
        file.Flush(flushToDisk: true);
    }

    private static async Task MeasureAsync(string what, int atOnce, Func<int, Task> act)
    {
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(act));
        var (begun, bytes) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
        var times = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(i => Task.Run(() => RepeatAsync(i, act))));
        var all = times.SelectMany(t => t).Order().ToList();
        var perSecond = all.Count / Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var each = (GC.GetTotalAllocatedBytes() - bytes) / 1024.0 / all.Count;
        Console.WriteLine($"{what,-46}{perSecond,10:N0}{all[all.Count / 2],9:0.00}{all[all.Count * 99 / 100],9:0.00}{each,9:0.0}");
    }

    private static async Task<List<double>> RepeatAsync(int i, Func<int, Task> act)
    {
        var times = new List<double>(100_000);
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < Span;)
        {
            var one = Stopwatch.GetTimestamp();
            await act(i);
            times.Add(Stopwatch.GetElapsedTime(one).TotalMilliseconds);
        }

        return times;
    }

    private static Guid NewId() => Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
}
