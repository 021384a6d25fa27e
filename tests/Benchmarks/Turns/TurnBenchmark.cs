using System.Globalization;
using System.Runtime;

namespace CoordinatorBot.Benchmarks;

/// <summary>What a turn costs, beside a floor in the same process and the same run.</summary>
internal static class TurnBenchmark
{
    // Methods compiled in two seconds; and how often two seconds are waited for that at most.
    private const int QuietJit = 10;
    private const int MostWarmUps = 15;

    /// <summary>Runs the hosts in turns, so that what else the machine does falls on all of them.</summary>
    /// <param name="args">Seconds a round (5), and rounds (3).</param>
    /// <returns>The exit code: 0 if what is aimed at is reached.</returns>
    public static async Task<int> RunAsync(ReadOnlyMemory<string> args)
    {
        var seconds = args.Length > 0 ? int.Parse(args.Span[0], CultureInfo.InvariantCulture) : 5;
        var rounds = args.Length > 1 ? int.Parse(args.Span[1], CultureInfo.InvariantCulture) : 3;
        await using var sink = await Sink.StartAsync();
        await using var hosts = await Hosts.StartAsync(sink.Url);
        var report = new Report();
        foreach (var host in hosts.All) await WarmUpAsync(host, sink.Url);
        for (var round = 0; round < rounds; round++)
        {
            foreach (var host in hosts.All) report.Add(host.Name, await Load.RunAsync(host.Port, sink.Url, TimeSpan.FromSeconds(seconds)));
        }

        return report.Print();
    }

    // Until the JIT has done with the code that matters: a bot has more of it than the floor, and compiles it on the same cores.
    private static async Task WarmUpAsync(BenchmarkHost host, string sinkUrl)
    {
        long before;
        var rounds = 0;
        do
        {
            before = JitInfo.GetCompiledMethodCount();
            await Load.RunAsync(host.Port, sinkUrl, TimeSpan.FromSeconds(2));
        }
        while (JitInfo.GetCompiledMethodCount() - before > QuietJit && ++rounds < MostWarmUps);
    }
}
