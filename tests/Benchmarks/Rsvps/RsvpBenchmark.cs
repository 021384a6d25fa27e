using System.Diagnostics;
using System.Globalization;

namespace CoordinatorBot.Benchmarks;

/// <summary>
/// What an answer to an invitation costs, from the press to the card that shows it, on SQLite: eight people at a time beside a floor in the
/// same run, 500 answers to one exchange at the same moment, and 1,000 over a hundred exchanges.
/// </summary>
internal static class RsvpBenchmark
{
    private const int Concurrent = 8;
    private const int Rounds = 3;

    /// <summary>Measures.</summary>
    /// <param name="args">Seconds a round (5).</param>
    /// <returns>The exit code: 0 if what is aimed at is reached.</returns>
    public static async Task<int> RunAsync(ReadOnlyMemory<string> args)
    {
        var seconds = TimeSpan.FromSeconds(args.Length > 0 ? int.Parse(args.Span[0], CultureInfo.InvariantCulture) : 5);
        using var store = new RsvpStore();
        var one = await store.InviteAsync(0, Enumerable.Range(1, 40));
        var hundred = new List<Waiting>();
        for (var exchange = 1; exchange <= 100; exchange++)
            hundred.AddRange(await store.InviteAsync(exchange, Enumerable.Range(0, 10).Select(i => 1 + ((exchange + (i * 10)) % RsvpStore.People))));
        var eight = new List<Waiting>();
        for (var exchange = 101; exchange <= 100 + Concurrent; exchange++)
            eight.AddRange(await store.InviteAsync(exchange, [exchange - 100, exchange - 99]));

        var bot = await RsvpHosts.StartBotAsync(store.File);
        using var first = await RsvpClient.ConnectAsync(bot);
        await using var floor = await RsvpHosts.StartFloorAsync(await first.BodyAsync(eight[0]));
        var floorPort = new Uri(floor.Urls.First()).Port;
        var (floorRounds, botRounds) = (new List<Round>(), new List<Round>());
        await RoundAsync(floorPort, eight, seconds);
        await RoundAsync(bot, eight, seconds);
        for (var round = 0; round < Rounds; round++)
        {
            floorRounds.Add(await RoundAsync(floorPort, eight, seconds));
            botRounds.Add(await RoundAsync(bot, eight, seconds));
        }

        Say($"{"",-46}{"a second",10}{"of floor",10}{"p50 ms",9}{"p99 ms",9}");
        Print($"floor, {Concurrent} at once", floorRounds, floorRounds);
        var p99 = Print($"answers, {Concurrent} at once", botRounds, floorRounds);
        var five = Enumerable.Range(0, 500).Select(i => one[i % one.Count]);
        var toOne = await BurstAsync("500 answers to one exchange at once", bot, [.. five]);
        var toMany = await BurstAsync("1,000 answers to a hundred exchanges at once", bot, hundred);
        var stored = await store.AnswersAsync(one[0].Exchange);
        var storedOfMany = 0;
        foreach (var exchange in hundred.Select(w => w.Exchange).Distinct())
            storedOfMany += await store.AnswersAsync(exchange);
        Say($"stored of 500: {stored}; of 1,000: {storedOfMany}");
        var reached = p99 < 25 && toOne is { Seconds: < 2, Refused: 0 } && toMany is { P99: < 1000, Refused: 0 } && (stored, storedOfMany) == (500, 1000);
        Say($"p99 under 25 ms; 500 in 2 s; 1,000 with p99 under 1 s; none refused, lost or twice: {(reached ? "reached" : "missed")}");
        return reached ? 0 : 1;
    }

    private static async Task<Round> RoundAsync(int port, List<Waiting> invitations, TimeSpan length)
    {
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(true);
        var begun = Stopwatch.GetTimestamp();
        var people = await Task.WhenAll(Enumerable.Range(0, Concurrent).Select(i => Task.Run(() => PersonAsync(port, invitations[i * 2], length))));
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var all = people.SelectMany(p => p).Order().ToArray();
        return new Round(all.Length, seconds, 0, (GC.GetTotalAllocatedBytes(true) - allocated) / 1024.0, all);
    }

    private static async Task<List<double>> PersonAsync(int port, Waiting invitation, TimeSpan length)
    {
        using var client = await RsvpClient.ConnectAsync(port);
        var times = new List<double>(100_000);
        for (var begun = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(begun) < length;)
        {
            var (ms, taken) = await client.AnswerAsync(invitation);
            times.Add(taken ? ms : throw new InvalidOperationException("An answer was refused."));
        }

        return times;
    }

    private static async Task<(double Seconds, double P99, int Refused)> BurstAsync(string what, int port, List<Waiting> invitations)
    {
        var clients = await Task.WhenAll(invitations.Select(_ => RsvpClient.ConnectAsync(port)));
        var begun = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(clients.Zip(invitations, (client, invitation) => Task.Run(() => client.AnswerAsync(invitation))));
        var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        foreach (var client in clients)
            client.Dispose();
        var all = answers.Select(a => a.Ms).Order().ToArray();
        var refused = answers.Count(a => !a.Taken);
        Say($"{what,-46}{all.Length / seconds,10:F0}{"",10}{all[all.Length / 2],9:F1}{all[all.Length * 99 / 100],9:F1}  all in {seconds:F2} s, {refused} refused");
        return (seconds, all[all.Length * 99 / 100], refused);
    }

    private static double Print(string what, List<Round> rounds, List<Round> floor)
    {
        var all = rounds.SelectMany(r => r.Latencies).Order().ToArray();
        Say($"{what,-46}{Rate(rounds),10:F0}{Rate(rounds) / Rate(floor),10:F3}{all[all.Length / 2],9:F2}{all[all.Length * 99 / 100],9:F2}  {rounds.Sum(r => r.AllocatedKb) / all.Length:F0} KB each");
        return all[all.Length * 99 / 100];
    }

    private static double Rate(List<Round> rounds) => rounds.Sum(r => r.Turns) / rounds.Sum(r => r.Seconds);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
