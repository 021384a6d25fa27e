using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CoordinatorBot.Browser.Tests.Infrastructure;

/// <summary>The bot as `dotnet run --project Bot` starts it: a process, on a free port, with a store of its own that is thrown away.</summary>
public sealed partial class RunningBot : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _store = Directory.CreateTempSubdirectory("coordinator-");
    private readonly TaskCompletionSource<Uri> _listens = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _said = new();
    private Process? _process;

    /// <summary>Where it listens.</summary>
    public Uri Root { get; private set; } = null!;

    /// <summary>A client of it, for what is no part of a story: people are there before it begins.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseProxy = false });

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Built.Bot, "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = Built.BotFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        // At whatever hour and on whatever day the tests run, nothing waits for waking hours.
        start.Environment["Coordinator__WakingHours__From"] = "00:00";
        start.Environment["Coordinator__WakingHours__To"] = "23:59:59";
        start.Environment["Coordinator__WakingHours__Days"] = string.Join(',', Enum.GetNames<DayOfWeek>());
        start.Environment["Coordinator__Storage__Path"] = Path.Combine(_store.FullName, "coordinator.db");
        _process = Process.Start(start)!;
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _listens.TrySetException(new InvalidOperationException("The bot ended: " + Said()));
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Root = await _listens.Task.WaitAsync(Patience);
        Http.BaseAddress = Root;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (_process is { HasExited: false } running)
        {
            running.Kill(entireProcessTree: true);
            await running.WaitForExitAsync();
        }

        _process?.Dispose();
        _store.Delete(recursive: true);
    }

    /// <summary>Plays a sample to its end.</summary>
    public async Task PlayAsync(string sample)
    {
        (await Http.PostAsync($"/simulator/api/samples/{sample}", null)).EnsureSuccessStatusCode();
        using var events = new StreamReader(await Http.GetStreamAsync("/simulator/api/events?as=nora-whitfield"));
        for (var status = await StatusAsync(); ; status = await StatusAsync())
        {
            if ((string)status["state"]! is "playing")
                await events.ReadLineAsync();
            else
            {
                Assert.Equal(("done", null), ((string?)status["state"], (string?)status["problem"]));
                return;
            }
        }

        async Task<JsonNode> StatusAsync() => (await Http.GetFromJsonAsync<JsonNode>("/simulator/api/samples/playing"))!;
    }

    /// <summary>Has somebody say something in their chat with the bot.</summary>
    public async Task SayAsync(string person, string text)
    {
        (await Http.PostAsJsonAsync($"/simulator/api/chats/{await ChatOfAsync(person)}/messages?as={person}", new { text })).EnsureSuccessStatusCode();
    }

    /// <summary>Shows a card in somebody's chat as the bot would.</summary>
    /// <param name="person">Who, by id.</param>
    /// <param name="card">The card, as JSON.</param>
    /// <param name="inPlaceOf">The message that it replaces; null for a new one.</param>
    /// <returns>The id of the message.</returns>
    public async Task<string> ShowCardAsync(string person, string card, string? inPlaceOf = null)
    {
        var message = new JsonObject
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = JsonNode.Parse(card) }),
        };
        var path = $"/simulator/connector/v3/conversations/{await ChatOfAsync(person)}/activities";
        using var answer = inPlaceOf is null ? await Http.PostAsJsonAsync(path, message) : await Http.PutAsJsonAsync($"{path}/{inPlaceOf}", message);
        answer.EnsureSuccessStatusCode();
        return inPlaceOf ?? (string)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!;
    }

    /// <summary>What it wrote to its console.</summary>
    public string Said()
    {
        lock (_said)
            return _said.ToString();
    }

    private async Task<string> ChatOfAsync(string person)
    {
        var people = await Http.GetFromJsonAsync<JsonArray>("/simulator/api/people");
        return Uri.EscapeDataString((string)people!.Single(p => (string?)p!["id"] == person)!["chat"]!);
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_said)
            _said.AppendLine(line);
        if (Address().Match(line) is { Success: true } told)
            _listens.TrySetResult(new Uri(told.Groups[1].Value));
    }

    [GeneratedRegex(@"Open (http://\S+) to play")]
    private static partial Regex Address();
}
