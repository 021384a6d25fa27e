using System.Globalization;
using System.Runtime;
using System.Text.Json;

namespace CoordinatorBot.Benchmarks;

/// <summary>What a turn costs, beside a floor in the same run.</summary>
internal static class TurnBenchmark
{
    // Methods compiled in two seconds; and how often two seconds are waited for that at most.
    private const int QuietJit = 10;
    private const int MostWarmUps = 15;

    /// <summary>
    /// Runs each host in a process of its own, with the people who write to it and the sink it replies to: what the JIT learns
    /// from one must not shape the code of another. Their rounds take turns, so that what else the machine does falls on all of them.
    /// </summary>
    /// <param name="args">Seconds a round (5), and rounds (3); or, in such a process, <c>host</c> and which it is.</param>
    /// <returns>The exit code: 0 if what is aimed at is reached.</returns>
    public static async Task<int> RunAsync(ReadOnlyMemory<string> args)
    {
        if (args.Length == 2 && args.Span[0] == HostProcess.Argument) return await ServeAsync(args.Span[1]);
        var seconds = args.Length > 0 ? int.Parse(args.Span[0], CultureInfo.InvariantCulture) : 5;
        var rounds = args.Length > 1 ? int.Parse(args.Span[1], CultureInfo.InvariantCulture) : 3;
        var report = new Report();
        var processes = new List<HostProcess>();
        try
        {
            foreach (var name in BenchmarkHost.Names) processes.Add(await HostProcess.StartAsync(name));
            for (var round = 0; round < rounds; round++)
            {
                foreach (var process in processes) report.Add(process.Name, await process.RunAsync(seconds));
            }
        }
        finally
        {
            foreach (var process in processes) process.Dispose();
        }

        return report.Print();
    }

    private static async Task<int> ServeAsync(string name)
    {
        await using var sink = await Sink.StartAsync();
        await using var host = await BenchmarkHost.StartAsync(name, sink.Url);
        await WarmUpAsync(host.Port, sink.Url);
        Console.WriteLine(HostProcess.Ready);
        while (Console.ReadLine() is { Length: > 0 } line)
        {
            var round = await Load.RunAsync(host.Port, sink.Url, TimeSpan.FromSeconds(int.Parse(line, CultureInfo.InvariantCulture)));
            Console.WriteLine(JsonSerializer.Serialize(round));
        }

        return 0;
    }

    // Until the JIT has done with the code that matters: a bot has more of it than the floor.
    private static async Task WarmUpAsync(int port, string sinkUrl)
    {
        long before;
        var rounds = 0;
        do
        {
            before = JitInfo.GetCompiledMethodCount();
            await Load.RunAsync(port, sinkUrl, TimeSpan.FromSeconds(2));
        }
        while (JitInfo.GetCompiledMethodCount() - before > QuietJit && ++rounds < MostWarmUps);
    }
}
