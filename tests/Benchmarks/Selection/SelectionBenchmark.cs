using System.Diagnostics;
using System.Globalization;

using CoordinatorBot.Domain.Delegations.Selection;

namespace CoordinatorBot.Benchmarks;

/// <summary>
/// The slowest and the median of a hundred problems of each family, on one core: 200 people, 20 seats. Every answer is checked.
/// <c>selection [problems] [people] [seats] [family]</c>
/// </summary>
internal static class SelectionBenchmark
{
    public static int Run(ReadOnlySpan<string> args)
    {
        var problems = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 100;
        var people = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 200;
        var size = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 20;
        Console.WriteLine($"{problems} problems a family, {people} people, {size} seats; milliseconds on one core");
        Console.WriteLine("family         median     p90  slowest   (seed)  over 1 s  steps   best impossible stopped  ties open  flaws  check");
        Selector.Select(TightProblems.Of("equal", 1, people, size));
        foreach (var family in args.Length > 3 ? [args[3]] : TightProblems.Families.ToArray())
            Run(family, problems, people, size);
        return 0;
    }

    private static void Run(string family, int problems, int people, int size)
    {
        var times = new List<(double Time, int Seed)>();
        var (ends, flaws, slowestCheck, steps, open) = (new int[3], 0, 0.0, 0, 0);
        for (var seed = 1; seed <= problems; seed++)
        {
            var problem = TightProblems.Of(family, seed, people, size);
            var began = Stopwatch.GetTimestamp();
            var answer = Selector.Select(problem, new SelectionBudget(int.MaxValue, GoOn: () => Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(5)));
            times.Add((Stopwatch.GetElapsedTime(began).TotalMilliseconds, seed));
            ends[(int)answer.End]++;
            open += answer is { End: SelectionEnd.Best, TiesSettled: false } ? 1 : 0;
            steps = Math.Max(steps, answer.Steps);
            began = Stopwatch.GetTimestamp();
            if (SelectionChecker.Flaw(problem, answer) is { } flaw)
            {
                flaws++;
                Console.WriteLine($"seed {seed}: {flaw}");
            }

            slowestCheck = Math.Max(slowestCheck, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{family,-12} {times[problems / 2].Time,8:F1} {times[problems * 9 / 10].Time,7:F1} {times[^1].Time,8:F1} {times[^1].Seed,8} {times.Count(t => t.Time > 1_000),9} {steps,6} {ends[0],6} {ends[1],10} {ends[2],7} {open,10} {flaws,6} {slowestCheck,6:F0}"));
    }
}
