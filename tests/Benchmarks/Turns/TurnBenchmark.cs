using System.Globalization;
using System.Runtime;
using System.Text.Json;

namespace CoordinatorBot.Benchmarks;

/// <summary>What a turn costs, beside a floor in the same run.</summary>
internal static class TurnBenchmark
{
    // Methods compiled in a second; for how many seconds no more than that; and how many are waited at most.
    private const int QuietJit = 5;
    private const int QuietSeconds = 3;
    private const int MostWarmUps = 30;

    /// <summary>
    /// Runs each host in a process of its own, with the people who write to it and the sink it replies to: what the JIT learns
    /// from one must not shape the code of another. Their rounds take turns, so that what else the machine does falls on all of them.
    /// All of it is launched several times: where the JIT puts code and how many threads the pool settles on differs from
    /// process to process, stays so for its life, and is worth up to a tenth.
    /// </summary>
    /// <param name="args">Seconds a round (3), rounds a launch (3), and launches (7); or, in such a process, <c>host</c> and which it is.</param>
    /// <returns>The exit code: 0 if what is aimed at is reached.</returns>
    public static async Task<int> RunAsync(ReadOnlyMemory<string> args)
    {
        if (args.Length == 2 && args.Span[0] == HostProcess.Argument) return await ServeAsync(args.Span[1]);
        var (seconds, rounds, launches) = (Argument(args, 0, 3), Argument(args, 1, 3), Argument(args, 2, 7));
        var report = new Report();
        for (var launch = 0; launch < launches; launch++) await LaunchAsync(report, rounds, seconds);
        return report.Print();
    }

    private static int Argument(ReadOnlyMemory<string> args, int place, int otherwise)
        => args.Length > place ? int.Parse(args.Span[place], CultureInfo.InvariantCulture) : otherwise;

    private static async Task LaunchAsync(Report report, int rounds, int seconds)
    {
        var processes = new List<HostProcess>();
        try
        {
            foreach (var name in BenchmarkHost.Names) processes.Add(await HostProcess.StartAsync(name));
            report.BeginLaunch();
            for (var round = 0; round < rounds; round++)
            {
                foreach (var process in processes) report.Add(process.Name, await process.RunAsync(seconds));
            }
        }
        finally
        {
            foreach (var process in processes) process.Dispose();
        }
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
        var quiet = 0;
        for (var second = 0; second < MostWarmUps && quiet < QuietSeconds; second++)
        {
            var before = JitInfo.GetCompiledMethodCount();
            await Load.RunAsync(port, sinkUrl, TimeSpan.FromSeconds(1));
            quiet = JitInfo.GetCompiledMethodCount() - before > QuietJit ? 0 : quiet + 1;
        }
    }
}
