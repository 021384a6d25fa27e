using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Conformance;
using Microsoft.AspNetCore.Builder;

namespace CoordinatorBot.Sdk.Tests.Conformance;

/// <summary>The reference bot on a free port, and a connector that it answers to.</summary>
public sealed class ConformanceHost : IAsyncLifetime
{
    private static readonly string Transcripts = Path.Combine(AppContext.BaseDirectory, "Data", "Conformance", "Transcripts");
    private readonly WebApplication _bot = ConformanceBot.Build(["--environment=Production", "--urls=http://127.0.0.1:0", "--contentRoot=" + AppContext.BaseDirectory]);
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(30) };
    private ConnectorSink? _sink;
    private int _runs;

    public static IEnumerable<string> Names => Directory.GetFiles(Transcripts, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public async ValueTask InitializeAsync()
    {
        _sink = await ConnectorSink.StartAsync();
        await _bot.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _bot.DisposeAsync();
        if (_sink is not null) await _sink.DisposeAsync();
    }

    /// <summary>Plays a transcript.</summary>
    /// <returns>The first difference of each step that isn't as it was recorded, optional steps aside.</returns>
    public async Task<IReadOnlyList<string>> PlayAsync(string name)
    {
        var scenario = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Transcripts, name + ".json")))!;
        var run = $"q{++_runs:x}{TimeProvider.System.GetTimestamp():x}z";
        _sink!.Run = run;
        var steps = scenario["steps"]!.AsArray().Select(step => Expand(scenario["common"], step!)).ToArray();
        var people = string.Join(' ', Enumerable.Range(0, 5).Select(ConnectorSink.ObjectId));
        var known = string.Join(' ', steps.Select(step => (step["send"] ?? step["raw"])!.ToJsonString())) + ConnectorSink.Tenant + ConnectorSink.Group + people;
        var differences = new List<string>();
        for (var i = 0; i < steps.Length; i++)
        {
            var found = await StepAsync(steps[i], i + 1, run, known);
            if (found is not null && (bool?)steps[i]["optional"] != true) differences.Add($"step {i + 1}: {found}");
        }

        return differences;
    }

    private async Task<string?> StepAsync(JsonObject step, int number, string run, string known)
    {
        _sink!.Begin(number);
        using var request = Request(step, run);
        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var normaliser = new Normaliser(_sink.Url, run, known, TimeProvider.System.GetUtcNow());
        var happened = new JsonObject
        {
            ["status"] = (int)response.StatusCode,
            ["response"] = text.Length == 0 ? null : normaliser.Apply(JsonNode.Parse(text)),
            ["out"] = new JsonArray([.. _sink.Calls.Select(normaliser.Apply)]),
        };
        var recorded = new JsonObject { ["status"] = step["status"]!.DeepClone(), ["response"] = step["response"]?.DeepClone(), ["out"] = step["out"]!.DeepClone() };
        return Difference.Between(recorded, happened);
    }

    private HttpRequestMessage Request(JsonObject step, string run)
    {
        var asked = (step["raw"] ?? new JsonObject { ["method"] = "POST", ["path"] = "/api/messages", ["body"] = step["send"]!.ToJsonString() }).ToJsonString();
        var raw = JsonNode.Parse(asked.Replace("{serviceUrl}", _sink!.Url, StringComparison.Ordinal).Replace("{run}", run, StringComparison.Ordinal))!;
        var request = new HttpRequestMessage(new HttpMethod((string)raw["method"]!), _bot.Urls.First() + (string)raw["path"]!);
        if ((string?)raw["body"] is not { } body) return request;
        request.Content = new StringContent(body, Encoding.UTF8);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse((string?)raw["contentType"] ?? "application/json");
        return request;
    }

    // What all sends of a scenario share is written once.
    private static JsonObject Expand(JsonNode? common, JsonNode step)
    {
        var expanded = step.DeepClone().AsObject();
        if (expanded["send"] is not JsonObject send || common is not JsonObject shared) return expanded;
        foreach (var (name, value) in shared) send.TryAdd(name, value?.DeepClone());
        return expanded;
    }
}
