using System.Globalization;

namespace CoordinatorBot.Benchmarks;

/// <summary>What all rounds came to, and whether it is what was aimed at.</summary>
internal sealed class Report
{
    private static readonly (string Name, double Ratio, double Kb)[] Goals = [(BenchmarkHost.Memory, 0.6, 40), (BenchmarkHost.Sqlite, 0.4, 60)];
    private readonly Dictionary<string, List<Round>> _rounds = [];

    public void Add(string name, Round round)
    {
        if (!_rounds.TryGetValue(name, out var rounds)) _rounds[name] = rounds = [];
        rounds.Add(round);
    }

    /// <returns>The exit code: 0 if all goals are reached.</returns>
    public int Print()
    {
        Say($"{"",-24}{"turns/s",10}{"of (a)",8}{"p50 ms",9}{"p99 ms",9}{"CPU ms",9}{"KB/turn",9}");
        foreach (var (name, rounds) in _rounds)
        {
            var latencies = rounds.SelectMany(round => round.Latencies).Order().ToArray();
            var turns = rounds.Sum(round => round.Turns);
            Say($"{name,-24}{Rate(rounds),10:F0}{OfFloor(name),8:F2}{latencies[latencies.Length / 2],9:F2}{latencies[latencies.Length * 99 / 100],9:F2}{rounds.Sum(round => round.CpuMs) / turns,9:F3}{Allocated(rounds),9:F1}");
        }

        var missed = false;
        foreach (var (name, ratio, kb) in Goals)
        {
            var reached = OfFloor(name) >= ratio && Allocated(_rounds[name]) <= kb;
            missed |= !reached;
            Say($"{name}: at least {ratio:F1} of (a) and at most {kb:F0} KB a turn: {(reached ? "reached" : "missed")}");
        }

        return missed ? 1 : 0;
    }

    // The middle one of the rounds, each beside the floor's round before it: a machine that others use too is faster in one minute than in the next.
    private double OfFloor(string name)
    {
        var ratios = _rounds[name].Zip(_rounds[BenchmarkHost.Floor], (mine, floor) => Rate([mine]) / Rate([floor])).Order().ToArray();
        return (ratios[(ratios.Length - 1) / 2] + ratios[ratios.Length / 2]) / 2;
    }

    private static double Rate(List<Round> rounds) => rounds.Sum(round => round.Turns) / rounds.Sum(round => round.Seconds);

    private static double Allocated(List<Round> rounds) => rounds.Sum(round => round.AllocatedKb) / rounds.Sum(round => round.Turns);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
