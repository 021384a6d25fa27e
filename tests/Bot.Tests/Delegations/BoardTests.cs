using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Bot.Tests.Delegations;

/// <summary>The board: by a link of one's own, only what one may see, as it is now.</summary>
public sealed class BoardTests(DelegationHost host) : IClassFixture<DelegationHost>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_button_makes_a_link_to_a_page_that_loads_nothing_from_elsewhere()
    {
        var story = await GivenAsync();
        var map = (await story.Nora.SayAsync("seats Detroit"))[^1];
        await story.Nora.PressAsync(map, "Open the board");
        var link = LinkOf((await story.Nora.MessagesAsync())[^1]);

        var page = await host.Teams.Http.GetAsync(link, Token);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal(["noindex"], page.Headers.GetValues("X-Robots-Tag"));
        Assert.Equal(["no-referrer"], page.Headers.GetValues("Referrer-Policy"));
        foreach (var file in new[] { "board.css", "board.js", "map.js", "dom.js" })
            Assert.Equal(HttpStatusCode.OK, (await host.Teams.Http.GetAsync($"/board/{file}", Token)).StatusCode);
    }

    [Fact]
    public async Task The_board_shows_all_delegations_to_those_who_coordinate_as_they_are_now()
    {
        var story = await GivenAsync();
        var link = LinkOf((await story.Nora.SayAsync("board"))[^1]);

        var board = await BoardAsync(link);
        await story.SendAsync(new NameLead((await story.DelegationAsync()).Id, await host.PersonAsync(await host.Teams.PlayAsync("alicia-brandt"))));
        var after = await BoardAsync(link);

        Assert.Equal(["Detroit", "Flint"], board["delegations"]!.AsArray().Select(d => (string)d!["city"]!));
        var seats = board["delegations"]![0]!["lanes"]!.AsArray().SelectMany(l => l!["seats"]!.AsArray()).ToList();
        Assert.Equal(6, seats.Count);
        Assert.Contains(seats, s => (string?)s!["name"] == "Ana <b>Ruiz</b>" && (string?)s["state"] == "None" && (string?)s["standing"] == "not invited yet");
        Assert.Contains(seats, s => (string?)s!["state"] == "Free");
        Assert.Null(board["delegations"]![0]!["lead"]);
        Assert.NotNull(after["delegations"]![0]!["lead"]);
    }

    [Fact]
    public async Task Where_nothing_changed_nothing_is_sent()
    {
        var story = await GivenAsync();
        var link = LinkOf((await story.Nora.SayAsync("board"))[^1]);
        var first = await host.Teams.Http.GetAsync($"{link}/data", Token);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"{link}/data");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        Assert.Equal(HttpStatusCode.NotModified, (await host.Teams.Http.SendAsync(again, Token)).StatusCode);
    }

    [Fact]
    public async Task A_lead_sees_their_own_city_in_their_language_and_nothing_once_they_lead_no_more()
    {
        var story = await GivenAsync();
        var tomas = await host.Teams.PlayAsync("jose-nunez");
        var person = await host.PersonAsync(tomas);
        var flint = (await story.DelegationAsync("Flint")).Id;
        await tomas.SayAsync("ayuda");
        await story.SendAsync(new NameLead(flint, person));
        var link = LinkOf((await tomas.SayAsync("tablero"))[^1]);

        var board = await BoardAsync(link);
        await story.SendAsync(new NameLead(flint, null));
        var closed = await host.Teams.Http.GetAsync($"{link}/data", Token);

        Assert.Equal("Flint", (string)Assert.Single(board["delegations"]!.AsArray())!["city"]!);
        Assert.Equal("es", (string)board["language"]!);
        Assert.DoesNotContain("Ana", board.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, closed.StatusCode);
        Assert.Contains("nada que ver", (string)(await closed.Content.ReadFromJsonAsync<JsonObject>(Token))!["heading"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_nothing_to_do_with_it_gets_no_link()
    {
        await GivenAsync();
        var maya = await host.Teams.PlayAsync("maya-lindqvist");

        Assert.DoesNotContain(await maya.SayAsync("board"), m => m.Card is not null);
    }

    [Fact]
    public async Task A_link_with_a_letter_changed_opens_nothing()
    {
        var story = await GivenAsync();
        var link = LinkOf((await story.Nora.SayAsync("board"))[^1]).ToString();
        var other = link[..^1] + (link[^1] == 'A' ? 'B' : 'A');

        var answer = await host.Teams.Http.GetAsync($"{other}/data", Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("Detroit", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Teams.Http.GetAsync("/board/nothing", Token)).StatusCode);
    }

    private async Task<Story> GivenAsync()
    {
        var story = await host.GivenAsync("Detroit", "Flint");
        await story.NominateAsync("Ana <b>Ruiz</b>; Mayor; City of Detroit; ana@detroit.example; policy", "Dee Young; organiser; Gardens; dee@detroit.example; resident");
        return story;
    }

    private async Task<JsonObject> BoardAsync(Uri link) => (await host.Teams.Http.GetFromJsonAsync<JsonObject>($"{link}/data", Token))!;

    private static Uri LinkOf(SeenMessage message) => new((string)message.Card!["actions"]!.AsArray().Single(a => (string?)a!["type"] == "Action.OpenUrl")!["url"]!);
}

/// <summary>Links end.</summary>
public sealed class EndedLinkTests : IAsyncLifetime
{
    private readonly DelegationHost _host = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_link_to_the_board_ends_with_the_day_and_one_to_an_export_in_minutes()
    {
        var story = await _host.GivenAsync("Detroit");
        await story.NominateAsync("Ana Ruiz; Mayor; City of Detroit; ana@detroit.example; policy");
        var board = UrlsOf((await story.Nora.SayAsync("board"))[^1])[0];
        var form = (await story.Nora.SayAsync("export"))[^1];
        var export = UrlsOf(await story.Nora.PressedAsync(form, "Make the export"))[0];
        Assert.Equal(HttpStatusCode.OK, (await _host.Teams.Http.GetAsync(export, Token)).StatusCode);

        _host.Teams.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(HttpStatusCode.Gone, (await _host.Teams.Http.GetAsync(export, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _host.Teams.Http.GetAsync($"{board}/data", Token)).StatusCode);

        _host.Teams.Clock.Advance(TimeSpan.FromHours(8));
        var ended = await _host.Teams.Http.GetAsync($"{board}/data", Token);
        Assert.Equal(HttpStatusCode.Gone, ended.StatusCode);
        Assert.Contains("say “board” for a new one", (string)(await ended.Content.ReadFromJsonAsync<JsonObject>(Token))!["text"]!, StringComparison.Ordinal);
    }

    private static List<string> UrlsOf(SeenMessage message) =>
        [.. message.Card!["actions"]!.AsArray().Where(a => (string?)a!["type"] == "Action.OpenUrl").Select(a => (string)a!["url"]!)];
}
