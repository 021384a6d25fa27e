using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

using CoordinatorBot.Bot.Tests.Delegations;
using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Features.Exchanges;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoordinatorBot.Bot.Tests.Conversation;

/// <summary>
/// Whatever people send by mistake, through the front door: each is answered with what to do, nothing is half-written, nothing is lost. One row
/// of <see cref="Refused"/> is one mistake.
/// </summary>
public sealed class BadInputTests(DelegationHost host) : IClassFixture<DelegationHost>
{
    private const string Ana = "Ana Ruiz, Planner, City of Detroit, ana.ruiz@detroit.example, practitioner";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Mistakes that leave the exchange as it was: what is done, and what the answer has to say.</summary>
    private static readonly Dictionary<string, (Func<Story, Task<string>> Do, string Says)> Mistakes = new()
    {
        ["a day there is not"] = (s => EditAsync(s, "Dates and place", new { first = "2027-06-31", last = "2027-07-01" }), "day"),
        ["a day in the past"] = (s => EditAsync(s, "Dates and place", new { first = "2020-05-03", last = "2020-05-05" }), "in the past"),
        ["an exchange of a month"] = (s => EditAsync(s, "Dates and place", new { first = "2027-05-01", last = "2027-05-30" }), "at most 14"),
        ["the last day before the first"] = (s => EditAsync(s, "Dates and place", new { first = "2027-05-05", last = "2027-05-03" }), "lies before the first"),
        ["no day at all"] = (s => EditAsync(s, "Dates and place", new { first = "", last = "tomorrow" }), "day"),
        ["an unknown zone"] = (s => EditAsync(s, "Dates and place", new { zone = "Mars/Olympus" }), "America/New_York or Europe/Paris"),
        ["an exchange of 0 people"] = (s => EditAsync(s, null, new { size = 0 }), "from 2 to 60"),
        ["an exchange of 900 people"] = (s => EditAsync(s, null, new { size = 900 }), "from 2 to 60"),
        ["an exchange without a title"] = (s => EditAsync(s, null, new { title = "   " }), "1 to 120 characters"),
        ["0 seats"] = (s => PlanAsync(s, new { seats = 0 }), "from 2 to 20"),
        ["900 seats"] = (s => PlanAsync(s, new { seats = 900 }), "from 2 to 20"),
        ["half a seat"] = (s => PlanAsync(s, new { seats = 2.5 }), "from 2 to 20"),
        ["nobody from one organisation"] = (s => PlanAsync(s, new { most = 0 }), "from 1 to 20"),
        ["minimums above the seats"] = (s => PlanAsync(s, Ranges("seats", "4", "sector-policy", "3-4", "sector-resident", "3-4")), "Lower a minimum or add seats"),
        ["maximums below the seats"] = (s => PlanAsync(s, Ranges("seats", "6", "sector-policy", "0", "sector-practitioner", "0", "sector-nonprofit", "1", "sector-resident", "1", "sector-private", "1", "sector-philanthropy", "1")), "can never be filled"),
        ["a range upside down"] = (s => PlanAsync(s, Ranges("sector-policy", "3-1")), "not a range"),
        ["a range that is none"] = (s => PlanAsync(s, Ranges("sector-policy", "a few")), "such as 1-2"),
        ["the same person again"] = (s => NomineesAsync(s, Ana), "nominated already: Ana Ruiz"),
        ["a mail without @"] = (s => NomineesAsync(s, "Ben Okafor, Director, Land Bank, ben.landbank.example, nonprofit"), "is no mail address"),
        ["a mail without @ in the form"] = (CorrectAsync, "is no mail address"),
        ["over 100,000 characters"] = (s => AllAsync(s.Nora.SayAsync(new string('x', 100_001))), "Please send it as a file"),
        ["over 100,000 characters of nominees"] = (s => NomineesAsync(s, string.Join('\n', Enumerable.Repeat(Ana, 1500))), "send it as a file"),
        ["an empty file"] = (s => FileAsync(s, "nominees.csv", []), "it is empty"),
        ["a file of headings"] = (s => FileAsync(s, "nominees.csv", "Name,Mail,Sector\r\n"u8.ToArray()), "headings only"),
        ["a file that is no list"] = (s => FileAsync(s, "photo.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D]), "CSV"),
        ["a city of 81 characters"] = (s => AllAsync(s.Nora.SayAsync("add city " + new string('x', 81))), "1 to 80 characters"),
        ["a city of blanks that nobody sees"] = (s => AllAsync(s.Nora.SayAsync("remove city \u200b")), "Which city"),
        ["a button of a version to come"] = (s => ForgedAsync(s, "delegation.teleport"), "older version"),
        ["a button about another exchange"] = (s => ForgedAsync(s, DelegationVerb), "don't know that exchange"),
    };

    private const string DelegationVerb = "delegation.seats";

    public static TheoryData<string> Refused => [.. Mistakes.Keys];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Is_answered_with_what_to_do_and_changes_nothing(string mistake)
    {
        var story = await GivenAsync();
        var (before, exchanges) = (await CommitsAsync(story), await ExchangesAsync());

        var said = await Mistakes[mistake].Do(story);

        Assert.Contains(Mistakes[mistake].Says, said, StringComparison.Ordinal);
        Assert.Equal(before, await CommitsAsync(story));
        Assert.Equal(exchanges, await ExchangesAsync());
        Assert.DoesNotContain(host.Teams.Logs.Lines, l => l.Level >= LogLevel.Error);
        await story.Nora.SayAsync("cancel");
        Assert.Contains("Breathing Lights", (await story.Nora.SayAsync("status"))[^1].AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("31 June 2027", "no such day")]
    [InlineData("3-5 May 2020", "in the past")]
    [InlineData("whenever it suits", "can't read dates")]
    [InlineData("1-30 May 2027", "at most 14")]
    [InlineData("5 May 2027 to 3 May 2027", "before the first")]
    public async Task Wrong_date_that_is_typed_is_asked_again_and_sets_nothing(string typed, string says)
    {
        var story = await host.GivenAsync("Detroit");
        await story.Nora.PressedAsync((await story.Nora.SayAsync("status"))[^1], "Go on with the questions");
        await story.Nora.SayAsync("skip");
        await story.Nora.SayAsync("Albany");

        var answer = await story.Nora.SayAsync(typed);

        Assert.Contains(says, answer[0].Text, StringComparison.Ordinal);
        Assert.Null((await host.Gate.ReadAsync(story.Exchange.Value, Token)).State.Exchange!.Terms);
        Assert.Contains("When is it?", answer[^1].AllText, StringComparison.Ordinal);
        await story.Nora.SayAsync("cancel");
    }

    [Theory]
    [InlineData("<b>Eve</b><script>alert(1)</script>")]
    [InlineData("**Eve** [Stone](http://example.org) `x` # y")]
    [InlineData("Zoë 👩🏽‍🌾🌱 Green")]
    [InlineData("ليلى حداد")]
    [InlineData("דנה לוי")]
    [InlineData("{{DATE(2027-01-01T00:00:00Z)}} ${name}")]
    [InlineData("O'Neil; \"Quoted\" Ann-Marie")]
    public async Task Name_of_any_kind_is_kept_and_shown_as_it_was_written(string name)
    {
        var story = await GivenAsync();
        await story.Nora.SayAsync("form delegation Detroit");
        var seen = (await story.Nora.SayAsync($"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"; Organiser; Gardens; {Math.Abs(name.Length)}@gardens.example; resident"))[0];
        if ((await story.DelegationAsync()).Candidates.Count == 1)
            seen = await story.Nora.PressedAsync(seen, "import.add");
        await story.Nora.SayAsync("done");

        Assert.Contains(name, await story.NamesAsync());
        foreach (var word in new[] { "form delegation Detroit", "seats Detroit", "roster", "choose seats Detroit" })
        {
            var card = (await story.Nora.SayAsync(word))[0];
            Assert.DoesNotContain(MarkdownTexts(card.Card), t => t.Contains(name, StringComparison.Ordinal) && t.AsSpan().ContainsAny("*[<`{"));
        }

        Assert.Contains(name, seen.AllText, StringComparison.Ordinal);
        await story.Nora.SayAsync("done");
    }

    [Fact]
    public async Task One_person_twice_in_one_list_is_taken_once_and_said()
    {
        var story = await host.GivenAsync("Detroit");
        await story.Nora.SayAsync("form delegation Detroit");
        var preview = (await story.Nora.SayAsync($"{Ana}\n{Ana}\nBo Two, Planner, City, bo@detroit.example, practitioner"))[0];
        await story.Nora.PressedAsync(preview, "import.add");

        Assert.Contains("I take the two as one", preview.AllText, StringComparison.Ordinal);
        Assert.Equal(["Ana Ruiz", "Bo Two"], await story.NamesAsync());
        await story.Nora.SayAsync("done");
    }

    [Fact]
    public async Task Cards_of_a_cancelled_exchange_say_so_and_change_nothing()
    {
        var story = await GivenAsync();
        var delegation = (await story.Nora.SayAsync("form delegation Detroit"))[0];
        await story.Nora.SayAsync("done");
        var (status, agenda, seats) = ((await story.Nora.SayAsync("status"))[^1], (await story.Nora.SayAsync("agenda"))[^1], (await story.Nora.SayAsync("choose seats Detroit"))[^1]);
        await story.SendAsync(new CancelExchange());
        var before = await CommitsAsync(story);

        foreach (var (card, button) in new[] { (delegation, "Confirm delegation"), (seats, "Save"), (agenda, "Move later"), (status, "Edit") })
        {
            var answer = (await story.Nora.PressAsync(card, button)).ToJsonString();
            var now = (await story.Nora.MessagesAsync()).Single(m => m.Id == card.Id).AllText;
            Assert.True($"{answer}{now}".Contains("called off", StringComparison.Ordinal) || now.Contains("Cancelled", StringComparison.Ordinal), $"{button}: {answer}\n{now}");
        }

        Assert.Equal(before, await CommitsAsync(story));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_over_a_megabyte_is_answered_413(bool tellsItsLength)
    {
        using var content = new StreamContent(new MemoryStream(new byte[1024 * 1024 + 1])) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = content };
        request.Headers.TransferEncodingChunked = !tellsItsLength;
        // Refused by its head: a body that nobody reads would break the connection, and hide the answer.
        request.Headers.ExpectContinue = true;

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.Teams.Http.SendAsync(request, Token)).StatusCode);
    }

    [Theory]
    [InlineData("quantumEntanglement", HttpStatusCode.OK)]
    [InlineData("messageReaction", HttpStatusCode.OK)]
    [InlineData("endOfConversation", HttpStatusCode.OK)]
    [InlineData("invoke", HttpStatusCode.NotImplemented)]
    public async Task Activity_of_an_unknown_kind_is_passed_over(string type, HttpStatusCode status)
    {
        var story = await GivenAsync();
        var before = await story.Nora.MessagesAsync();

        var response = await host.Teams.Http.PostAsJsonAsync("/api/messages", new JsonObject
        {
            ["type"] = type,
            ["id"] = $"unknown-{type}",
            ["name"] = "something/unknown",
            ["serviceUrl"] = new Uri(host.Teams.Http.BaseAddress!, "simulator/connector/").ToString(),
            ["channelId"] = "msteams",
            ["from"] = new JsonObject { ["id"] = "29:somebody", ["aadObjectId"] = story.Nora.AadObjectId },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject { ["id"] = story.Nora.Chat, ["conversationType"] = "personal" },
        }, Token);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(before.Count, (await story.Nora.MessagesAsync()).Count);
        Assert.DoesNotContain(host.Teams.Logs.Lines, l => l.Level >= LogLevel.Error);
    }

    /// <summary>Breathing Lights in Albany with Detroit, for which Ana is nominated.</summary>
    private async Task<Story> GivenAsync()
    {
        var story = await host.GivenAsync("Detroit");
        Assert.True(Zone.TryParse("America/New_York", out var zone));
        var today = DateOnly.FromDateTime(host.Teams.Clock.GetUtcNow().UtcDateTime);
        await story.SendAsync(new SetTerms(new Terms("Albany", today.AddDays(140), today.AddDays(141), zone!.Value, null)));
        await story.NominateAsync(Ana);
        return story;
    }

    private async Task<int> CommitsAsync(Story story) => (await host.Gate.ReadCommitsAsync(story.Exchange.Value, 0, Token)).Count;

    private async Task<int> ExchangesAsync() => (await host.Teams.Services.GetRequiredService<ExchangeIndex>().AllAsync(Token)).Count;

    private static async Task<string> AllAsync(Task<IReadOnlyList<SeenMessage>> said) => string.Join('\n', (await said).Select(m => m.AllText));

    private static async Task<string> EditAsync(Story story, string? part, object inputs)
    {
        var form = (await story.Nora.SayAsync("edit"))[^1];
        if (part is not null)
            form = await story.Nora.PressedAsync(form, part);
        return (await story.Nora.PressedAsync(form, "Save", inputs)).AllText;
    }

    private static async Task<string> PlanAsync(Story story, object inputs) =>
        (await story.Nora.PressedAsync((await story.Nora.SayAsync("seat plan Detroit"))[^1], "Save", inputs)).AllText;

    private static Dictionary<string, string> Ranges(params string[] namesAndValues) =>
        namesAndValues.Chunk(2).ToDictionary(p => p[0], p => p[1]);

    private static async Task<string> NomineesAsync(Story story, string lines)
    {
        await story.Nora.SayAsync("form delegation Detroit");
        return await AllAsync(story.Nora.SayAsync(lines));
    }

    private static async Task<string> CorrectAsync(Story story)
    {
        var list = (await story.Nora.SayAsync("correct nominee"))[^1];
        var form = await story.Nora.PressedAsync(list, "delegation.nominee", new { candidate = (await story.DelegationAsync()).Candidates.Keys.Single().ToString() });
        return (await story.Nora.PressedAsync(form, "delegation.correct", new { mail = "ana.detroit.example" })).AllText;
    }

    private static async Task<string> FileAsync(Story story, string name, byte[] content)
    {
        await story.Nora.SayAsync("form delegation Detroit");
        return await AllAsync(story.Nora.SendFileAsync(name, content));
    }

    private static async Task<string> ForgedAsync(Story story, string verb)
    {
        var card = (await story.Nora.SayAsync("form delegation Detroit"))[0];
        await story.Nora.SayAsync("done");
        var response = await story.Teams.Http.PostAsync(
            $"/simulator/api/chats/{Uri.EscapeDataString(story.Nora.Chat)}/messages/{card.Id}/press?as={story.Nora.Id}",
            new StringContent($$$"""{"type":"Action.Execute","verb":"{{{verb}}}","data":{"verb":"{{{verb}}}","exchange":"{{{Guid.Empty}}}","delegation":"{{{Guid.Empty}}}"}}""", Encoding.UTF8, "application/json"), Token);
        return await response.Content.ReadAsStringAsync(Token);
    }

    private static IEnumerable<string> MarkdownTexts(JsonNode? node) => node switch
    {
        JsonObject o when (string?)o["type"] == "TextBlock" => [(string)o["text"]!],
        JsonObject o => o.SelectMany(m => MarkdownTexts(m.Value)),
        JsonArray a => a.SelectMany(MarkdownTexts),
        _ => [],
    };
}
