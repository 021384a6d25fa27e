using System.Globalization;

namespace CoordinatorBot.Benchmarks;

/// <summary>What all rounds of all launches came to, and whether it is what was aimed at.</summary>
internal sealed class Report
{
    private static readonly (string Name, double Ratio, double Kb)[] Goals = [(BenchmarkHost.Memory, 0.6, 40), (BenchmarkHost.Sqlite, 0.4, 60)];
    private readonly List<Dictionary<string, List<Round>>> _launches = [];

    public void BeginLaunch() => _launches.Add(BenchmarkHost.Names.ToDictionary(name => name, _ => new List<Round>()));

    public void Add(string name, Round round) => _launches[^1][name].Add(round);

    /// <returns>The exit code: 0 if all goals are reached.</returns>
    public int Print()
    {
        Say($"{"",-24}{"turns/s",10}{"of (a)",8}{"launches",14}{"p50 ms",9}{"p99 ms",9}{"CPU ms",9}{"KB/turn",9}");
        foreach (var name in BenchmarkHost.Names)
        {
            var rounds = Rounds(name);
            var ratios = Ratios(name);
            var latencies = rounds.SelectMany(round => round.Latencies).Order().ToArray();
            var turns = rounds.Sum(round => round.Turns);
            var range = string.Create(CultureInfo.InvariantCulture, $"{ratios[0]:F2} to {ratios[^1]:F2}");
            Say($"{name,-24}{Rate(rounds),10:F0}{Middle(ratios),8:F2}{range,14}{latencies[latencies.Length / 2],9:F2}{latencies[latencies.Length * 99 / 100],9:F2}{rounds.Sum(round => round.CpuMs) / turns,9:F3}{Allocated(rounds),9:F1}");
        }

        var missed = false;
        foreach (var (name, ratio, kb) in Goals)
        {
            var reached = Middle(Ratios(name)) >= ratio && Allocated(Rounds(name)) <= kb;
            missed |= !reached;
            Say($"{name}: at least {ratio:F1} of (a) and at most {kb:F0} KB a turn: {(reached ? "reached" : "missed")}");
        }

        return missed ? 1 : 0;
    }

    // One a launch, in order: the middle one of its rounds, each beside the floor's round before it. A machine that others use too is faster in one minute than in the next.
    private double[] Ratios(string name) => [.. _launches.Select(launch => Middle([.. launch[name].Zip(launch[BenchmarkHost.Floor], (mine, floor) => Rate([mine]) / Rate([floor]))])).Order()];

    private List<Round> Rounds(string name) => [.. _launches.SelectMany(launch => launch[name])];

    private static double Middle(double[] numbers)
    {
        var sorted = numbers.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static double Rate(List<Round> rounds) => rounds.Sum(round => round.Turns) / rounds.Sum(round => round.Seconds);

    private static double Allocated(List<Round> rounds) => rounds.Sum(round => round.AllocatedKb) / rounds.Sum(round => round.Turns);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
