using System.Diagnostics;
using System.Net.Http.Json;

using CoordinatorBot.Simulator;

namespace CoordinatorBot.Bot.Tests.Kill;

/// <summary>The built bot as a process of its own, in Development without an app id: it answers this machine.</summary>
internal sealed class BotProcess : IDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _said = [];

    private BotProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) => Hear(e.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What it wrote to its log.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return string.Join('\n', _said);
        }
    }

    /// <summary>Where it listens, once it does.</summary>
    public Task<Uri> Address => _address.Task;

    public static BotProcess Start(string store, IEnumerable<Person> coordinators)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(store)! };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "CoordinatorBot.dll"));
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Coordinator__Storage__Path"] = store;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        // Hours pass on its clock in seconds, and nobody presses as fast: rates aren't what is tried here.
        foreach (var rate in new[] { "Teams__ThreadIn1Second", "Teams__ThreadIn2Seconds", "Teams__ThreadIn30Seconds", "Teams__AppIn1Second", "Inbound__SenderBurst", "Inbound__SenderPerSecond" })
            start.Environment[$"Coordinator__{rate}"] = "1000";
        // At whatever hour and on whatever day the tests run, nothing waits for waking hours.
        start.Environment["Coordinator__WakingHours__From"] = "00:00";
        start.Environment["Coordinator__WakingHours__To"] = "23:59:59";
        start.Environment["Coordinator__WakingHours__Days"] = string.Join(',', Enum.GetNames<DayOfWeek>());
        // It lives a second or two: code that is made fast later is made too late.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (i, person) in coordinators.Index())
            start.Environment[$"Coordinator__Coordinators__{i}"] = person.AadObjectId;
        return new BotProcess(Process.Start(start)!);
    }

    /// <summary>Moves its clock, which is the real one at each start.</summary>
    public async Task MoveClockAsync(HttpClient http, TimeSpan by, CancellationToken cancellationToken) =>
        (await http.PostAsJsonAsync(new Uri(await Address, "simulator/api/clock"), new { seconds = by.TotalSeconds }, cancellationToken)).EnsureSuccessStatusCode();

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException($"The bot ended before it listened:\n{Said}"));
            return;
        }

        lock (_said)
            _said.Add(line);
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            _address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim() + "/"));
    }
}
