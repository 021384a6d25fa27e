using System.Globalization;

namespace CoordinatorBot.Benchmarks;

/// <summary>What a turn costs, beside a floor in the same process and the same run.</summary>
internal static class TurnBenchmark
{
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
        foreach (var host in hosts.All) await Load.RunAsync(host.Port, sink.Url, TimeSpan.FromSeconds(Math.Min(seconds, 3)));
        for (var round = 0; round < rounds; round++)
        {
            foreach (var host in hosts.All) report.Add(host.Name, await Load.RunAsync(host.Port, sink.Url, TimeSpan.FromSeconds(seconds)));
        }

        return report.Print();
    }
}
