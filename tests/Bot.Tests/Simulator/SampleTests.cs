using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CoordinatorBot.Simulator;

namespace CoordinatorBot.Bot.Tests.Simulator;

public sealed class SampleTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [Fact]
    public async Task Samples_are_listed_by_their_titles()
    {
        var samples = (await simulator.Http.GetFromJsonAsync<JsonArray>("/simulator/api/samples"))!;
        Assert.Equal([("broken", "Broken"), ("hello", "Hello")], samples.Select(s => ((string)s!["name"]!, (string)s["title"]!)));
        Assert.Equal(HttpStatusCode.NotFound, (await simulator.Http.PostAsync("/simulator/api/samples/..%2Fhello", null)).StatusCode);
    }

    [Fact]
    public async Task Sample_is_played_by_ordinary_activities_with_its_dates_shifted()
    {
        var day = simulator.Clock.GetUtcNow().UtcDateTime.AddDays(16 * 7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var before = simulator.Bot.Received.Count;
        var end = await PlayAsync("hello");
        Assert.Equal(("done", 6), ((string?)end["state"], (int)end["step"]!));

        var quinn = await simulator.PlayAsync("quinn-abara");
        var messages = await quinn.MessagesAsync();
        Assert.Contains(messages, m => (string?)m["text"] == $"You said: hello on {day}");
        var invokes = simulator.Bot.Received.Skip(before).Where(a => (string?)a["type"] == "invoke").ToList();
        // The card is refreshed once, when it is first seen.
        Assert.Equal(["look", "count", "task/fetch", "task/submit"],
            invokes.Select(a => (string?)a["value"]!["action"]?["verb"] ?? (string?)a["name"]));
        Assert.Equal("from a sample", (string?)invokes[1]["value"]!["action"]!["data"]!["note"]);
        Assert.Equal("to learn", (string?)invokes[3]["value"]!["data"]!["why"]);
        Assert.Equal("hello.csv", (string?)quinn.LastActivity("message")["attachments"]![0]!["name"]);
    }

    [Fact]
    public async Task Sample_stops_at_the_step_that_goes_wrong_and_says_why()
    {
        var end = await PlayAsync("broken");
        Assert.Equal(("failed", 2, "The bot answered: That can't be counted"), ((string?)end["state"], (int)end["step"]!, (string?)end["problem"]));
        Assert.DoesNotContain(await (await simulator.PlayAsync("nora-whitfield")).MessagesAsync(), m => (string?)m["text"] == "never said");
    }

    [Fact]
    public void Inputs_that_nobody_touched_send_what_the_renderer_sends()
    {
        var card = JsonNode.Parse("""
            {"type":"AdaptiveCard","body":[
              {"type":"Input.Text","id":"note"},
              {"type":"Container","items":[{"type":"Input.Toggle","id":"agree","title":"I agree"}]},
              {"type":"Input.ChoiceSet","id":"city","choices":[]},
              {"type":"Input.ChoiceSet","id":"day","value":"2","choices":[]}]}
            """)!;
        var action = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "save", ["data"] = new JsonObject { ["id"] = "7" } };

        var filled = Card.Filled(card, action, new JsonObject { ["note"] = "hello" });

        Assert.Equal("""{"id":"7","note":"hello","agree":"false","day":"2"}""", filled["data"]!.ToJsonString());
        Assert.Throws<ArgumentException>(() => Card.Filled(card, action, new JsonObject { ["nothing"] = "x" }));
    }

    // Follows the page's own stream until the sample has ended.
    private async Task<JsonObject> PlayAsync(string name)
    {
        using var reader = new StreamReader(await simulator.Http.GetStreamAsync("/simulator/api/events?as=ben-hartog"));
        await reader.ReadLineAsync();
        Assert.Equal(HttpStatusCode.Accepted, (await simulator.Http.PostAsync($"/simulator/api/samples/{name}", null)).StatusCode);
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.Contains("\"sample\"", StringComparison.Ordinal) && !line.Contains("\"playing\"", StringComparison.Ordinal))
                return JsonNode.Parse(line["data: ".Length..])!.AsObject();
        }
        throw new EndOfStreamException();
    }
}
