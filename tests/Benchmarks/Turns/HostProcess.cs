using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace CoordinatorBot.Benchmarks;

/// <summary>A process that measures one host: told how many seconds, it says what a round came to.</summary>
internal sealed class HostProcess : IDisposable
{
    /// <summary>What makes this program such a process.</summary>
    public const string Argument = "host";

    /// <summary>What it says once it is warm.</summary>
    public const string Ready = "ready";

    private readonly Process _process;

    private HostProcess(string name, Process process) => (Name, _process) = (name, process);

    public string Name { get; }

    public static async Task<HostProcess> StartAsync(string name)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(HostProcess).Assembly.Location, "turns", Argument, name]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var host = new HostProcess(name, Process.Start(start)!);
        try
        {
            if (await host.SaysAsync() != Ready) throw new InvalidOperationException($"{name} didn't get ready.");
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    public async Task<Round> RunAsync(int seconds)
    {
        await _process.StandardInput.WriteLineAsync(seconds.ToString(CultureInfo.InvariantCulture));
        return JsonSerializer.Deserialize<Round>(await SaysAsync())!;
    }

    public void Dispose()
    {
        _process.StandardInput.Dispose();
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<string> SaysAsync() => await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{Name} ended.");
}
