using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CoordinatorBot.Ports;
using CoordinatorBot.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace CoordinatorBot.Bot.Tests.Simulator;

public sealed class SimulatorHostTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    [Theory]
    [InlineData("simulator/")]
    [InlineData("simulator/app.js")]
    [InlineData("simulator/index.html")]
    [InlineData("simulator/api/people")]
    [InlineData("simulator/connector/v3/conversations/x/members")]
    [InlineData("simulator/graph/v1.0/users/nora.whitfield@exchange.example")]
    public async Task Nothing_of_the_simulator_is_there_in_production(string path)
    {
        await using var production = await SimulatorFixture.StartAsync("Production", new EchoBot());
        var response = await simulator.Http.GetAsync(new Uri(new Uri(production.Urls.Single()), path));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Null(production.Services.GetService<IDirectory>());
        Assert.IsNotType<SimulatedClock>(production.Services.GetService<TimeProvider>());
    }

    [Fact]
    public async Task Root_leads_to_the_page_and_the_page_forbids_what_is_not_its_own()
    {
        var root = await simulator.Http.GetAsync("/?as=nora-whitfield");
        Assert.Equal("/simulator/?as=nora-whitfield", root.Headers.Location?.ToString());

        var page = await simulator.Http.GetAsync("/simulator/");
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        var policy = string.Join(";", page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy);
        Assert.DoesNotContain("unsafe", policy);
        var html = await page.Content.ReadAsStringAsync();
        Assert.DoesNotContain("style=\"", html);
        Assert.DoesNotContain("http:", html);
        Assert.DoesNotContain("https:", html);
    }

    [Theory]
    [InlineData("/simulator/app.js")]
    [InlineData("/simulator/hostconfig/microsoft-teams-dark.json")]
    [InlineData("/simulator/hostconfig/LICENSE.txt")]
    [InlineData("/lib/adaptivecards/adaptivecards.min.js")]
    [InlineData("/lib/markdown-it/markdown-it.min.js")]
    public async Task File_of_the_page_is_served(string path) =>
        Assert.Equal(HttpStatusCode.OK, (await simulator.Http.GetAsync(path)).StatusCode);

    [Fact]
    public async Task Request_under_a_foreign_name_is_refused()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/simulator/api/people");
        request.Headers.Host = "rebound.example";
        Assert.Equal(HttpStatusCode.Forbidden, (await simulator.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Directory_finds_members_and_guests_but_not_people_of_other_tenants()
    {
        var directory = simulator.Services.GetRequiredService<IDirectory>();
        var found = await directory.FindByMailAsync("Jose.Nunez@gardens.example", TestContext.Current.CancellationToken);
        Assert.Equal(("José Núñez", "es-US", "America/Detroit"), (found?.Name, found?.Language, found?.Zone));
        Assert.NotNull(await directory.FindByMailAsync("chidi.eze@foundation.example", TestContext.Current.CancellationToken));
        Assert.Null(await directory.FindByMailAsync("lena.fischer@leipzig.example", TestContext.Current.CancellationToken));

        Assert.Equal(["Maya Lindqvist"], (await directory.SearchAsync("lind", 10, TestContext.Current.CancellationToken)).People.Select(p => p.Name));
        Assert.Equal(2, (await directory.SearchAsync("m", 2, TestContext.Current.CancellationToken)).People.Count);
        Assert.Empty((await directory.SearchAsync(" ", 10, TestContext.Current.CancellationToken)).People);
    }

    [Fact]
    public async Task Graph_tells_of_a_person_and_installs_the_app_for_them()
    {
        var user = (await simulator.Http.GetFromJsonAsync<JsonObject>("/simulator/graph/v1.0/users/chidi.eze@foundation.example"))!;
        Assert.Equal(("Chidi Eze", "Guest"), ((string?)user["displayName"], (string?)user["userType"]));
        var missing = await simulator.Http.GetAsync("/simulator/graph/v1.0/users/nobody@foundation.example");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);

        var apps = $"/simulator/graph/v1.0/users/{user["id"]}/teamwork/installedApps";
        Assert.Equal(HttpStatusCode.Created, (await simulator.Http.PostAsJsonAsync(apps, new { })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await simulator.Http.PostAsJsonAsync(apps, new { })).StatusCode);
        Assert.Contains(simulator.Bot.Received, a => (string?)a["type"] == "installationUpdate" && (string?)a["from"]!["name"] == "Chidi Eze");
    }

    [Fact]
    public async Task Clock_moves_by_a_span_to_a_time_of_day_and_to_an_instant_but_not_back()
    {
        var before = simulator.Clock.GetUtcNow();
        Assert.InRange(await MoveAsync(new { seconds = 3600 }) - before, TimeSpan.FromHours(1), TimeSpan.FromHours(1.1));

        var morning = await MoveAsync(new { time = "08:00", zone = "America/Detroit" });
        Assert.Equal((8, 0), Local(morning));
        Assert.InRange(await MoveAsync(new { time = "08:00", zone = "America/Detroit" }) - morning, TimeSpan.FromHours(22), TimeSpan.FromHours(26));

        var goal = morning.AddDays(100);
        Assert.InRange(await MoveAsync(new { until = goal }) - goal, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.BadRequest, (await simulator.Http.PostAsJsonAsync("/simulator/api/clock", new { until = morning })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await simulator.Http.PostAsJsonAsync("/simulator/api/clock", new { time = "08:00", zone = "Nowhere" })).StatusCode);
        Assert.Same(simulator.Clock, simulator.Services.GetRequiredService<TimeProvider>());
    }

    [Fact]
    public async Task Open_page_is_told_of_messages_as_they_come()
    {
        var person = await simulator.NewPersonAsync();
        using var reader = new StreamReader(await simulator.Http.GetStreamAsync($"/simulator/api/events?as={person.Id}"));
        Assert.Equal("clock", (string?)(await NextAsync(reader))["kind"]);
        await person.SayAsync("hello");
        var own = await NextAsync(reader);
        Assert.Equal(("message", "hello", true), ((string?)own["kind"], (string?)own["message"]!["text"], (bool)own["message"]!["own"]!));
        Assert.Equal("You said: hello", (string?)(await NextAsync(reader))["message"]!["text"]);
    }

    [Fact]
    public async Task Stream_of_everybody_says_whom_each_message_is_for()
    {
        var person = await simulator.NewPersonAsync();
        using var reader = new StreamReader(await simulator.Http.GetStreamAsync("/simulator/api/events"));
        await NextAsync(reader);
        await person.SayAsync("hello");
        var news = await NextAsync(reader);
        Assert.Equal((person.Id, "hello"), ((string?)news["to"], (string?)news["message"]!["text"]));
    }

    [Fact]
    public async Task Person_is_added_once_and_nonsense_is_explained()
    {
        var person = await simulator.NewPersonAsync();
        var again = await simulator.Http.PostAsJsonAsync("/simulator/api/people", new { name = "Pat", mail = person.Mail });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        var nonsense = await simulator.Http.PostAsJsonAsync("/simulator/api/people", new { name = "Pat", mail = "pat@city.example", zone = "Mars/Base" });
        Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);
        Assert.Contains("Mars/Base", await nonsense.Content.ReadAsStringAsync());
    }

    private static (int, int) Local(DateTimeOffset instant)
    {
        var local = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById("America/Detroit"));
        return (local.Hour, local.Minute);
    }

    private async Task<DateTimeOffset> MoveAsync(object move)
    {
        var response = await simulator.Http.PostAsJsonAsync("/simulator/api/clock", move);
        response.EnsureSuccessStatusCode();
        return (DateTimeOffset)(await response.Content.ReadFromJsonAsync<JsonObject>())!["now"]!;
    }

    private static async Task<JsonObject> NextAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal)
                && JsonNode.Parse(line["data: ".Length..])!.AsObject() is var news
                && (string?)news["kind"] is not ("people" or "heartbeat"))
                return news;
        }
        throw new EndOfStreamException();
    }
}
