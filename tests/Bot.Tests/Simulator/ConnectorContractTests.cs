using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CoordinatorBot.Bot.Tests.Simulator;

public sealed class ConnectorContractTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private static JsonObject Text(string text) => new() { ["type"] = "message", ["text"] = text };

    [Fact]
    public async Task Message_is_created_updated_in_place_and_deleted()
    {
        var person = await simulator.NewPersonAsync();

        var created = await simulator.ConnectorAsync(HttpMethod.Post, person.Activities, Text("one"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var id = (string)(await created.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
        Assert.Equal("one", (string?)(await person.MessagesAsync()).Single()["text"]);

        var updated = await simulator.ConnectorAsync(HttpMethod.Put, $"{person.Activities}/{id}", Text("two"));
        Assert.Equal(HttpStatusCode.OK, updated.StatusCode);
        var message = (await person.MessagesAsync()).Single();
        Assert.Equal("two", (string?)message["text"]);
        Assert.NotNull(message["edited"]);
        Assert.Equal(2, (int)message["revision"]!);

        Assert.Equal(HttpStatusCode.OK, (await simulator.ConnectorAsync(HttpMethod.Delete, $"{person.Activities}/{id}")).StatusCode);
        Assert.True((bool)(await person.MessagesAsync()).Single()["deleted"]!);
        await RefusedAsync(await simulator.ConnectorAsync(HttpMethod.Put, $"{person.Activities}/{id}", Text("three")), 404, "ActivityNotFoundInConversation");
    }

    [Theory]
    [InlineData("""{"text":"no type"}""", 400, "BadSyntax")]
    [InlineData("""{"type":"message"}""", 400, "BadSyntax")]
    [InlineData("""{"type":"handoff"}""", 400, "BadSyntax")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":"{}"}]}""", 400, "BadSyntax")]
    [InlineData("""{"type":"message","attachments":[{"content":{}}]}""", 400, "BadSyntax")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}}]}""", 400, "BadArgument")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.6"}}]}""", 400, "BadArgument")]
    [InlineData("""{"type":"message","text":"hello","summary":7}""", 400, "BadSyntax")]
    [InlineData("""{"type":"message","text":"hello","suggestedActions":"Detroit"}""", 400, "BadSyntax")]
    [InlineData("""{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","version":"1.5","refresh":"now"}}]}""", 400, "BadArgument")]
    [InlineData("[]", 400, "BadSyntax")]
    public async Task Activity_that_Teams_would_refuse_is_refused(string activity, int status, string code)
    {
        var person = await simulator.PlayAsync("marcus-bell");
        await RefusedAsync(await simulator.ConnectorAsync(HttpMethod.Post, person.Activities, JsonNode.Parse(activity)), status, code);
    }

    [Fact]
    public async Task Card_over_28_KB_is_too_big_and_one_just_under_is_not()
    {
        var person = await simulator.NewPersonAsync();
        Task<HttpResponseMessage> SendAsync(int letters) => simulator.ConnectorAsync(HttpMethod.Post, person.Activities,
            EchoBot.CardMessage(new JsonObject { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["speak"] = new string('x', letters) }));

        await RefusedAsync(await SendAsync(28 * 1024), 413, "MessageSizeTooBig");
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(28 * 1024 - 100)).StatusCode);
    }

    [Fact]
    public async Task Text_with_a_card_becomes_two_messages_and_no_id()
    {
        var person = await simulator.NewPersonAsync();
        var both = EchoBot.CardMessage(EchoBot.CounterCard(1));
        both["text"] = "Look at this";

        var response = await simulator.ConnectorAsync(HttpMethod.Post, person.Activities, both);

        Assert.Equal("{}", await response.Content.ReadAsStringAsync());
        Assert.Equal(["Look at this", null], (await person.MessagesAsync()).Select(m => (string?)m["text"]));
    }

    [Fact]
    public async Task Typing_is_taken_without_an_id_and_leaves_no_message()
    {
        var person = await simulator.NewPersonAsync();
        var response = await simulator.ConnectorAsync(HttpMethod.Post, person.Activities, new JsonObject { ["type"] = "typing" });
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("{}", await response.Content.ReadAsStringAsync());
        Assert.Empty(await person.MessagesAsync());
    }

    [Fact]
    public async Task Chat_is_created_by_either_id_of_a_person_and_is_the_same()
    {
        var person = await simulator.NewPersonAsync();
        foreach (var id in new[] { person.AadObjectId, person.Mri })
        {
            var response = await simulator.ConnectorAsync(HttpMethod.Post, "conversations", NewChat(id));
            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
            var answer = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
            Assert.Equal(person.Chat, (string?)answer["id"]);
            Assert.Equal(new Uri(simulator.Root, "simulator/connector/").ToString(), (string?)answer["serviceUrl"]);
        }
    }

    [Fact]
    public async Task Chat_needs_a_known_person_and_a_tenant()
    {
        await RefusedAsync(await simulator.ConnectorAsync(HttpMethod.Post, "conversations", NewChat("29:nobody")), 400, "BadArgument");
        var person = await simulator.PlayAsync("marcus-bell");
        var withoutTenant = NewChat(person.Mri);
        withoutTenant.Remove("tenantId");
        await RefusedAsync(await simulator.ConnectorAsync(HttpMethod.Post, "conversations", withoutTenant), 400, "BadSyntax");
    }

    [Theory]
    [InlineData("Guest")]
    [InlineData("External")]
    public async Task Person_without_the_app_cannot_be_written_to(string membership)
    {
        var person = await simulator.NewPersonAsync(membership: membership);
        await RefusedAsync(await simulator.ConnectorAsync(HttpMethod.Post, "conversations", NewChat(person.AadObjectId)), 403, "BotNotInConversationRoster");
        await RefusedAsync(await simulator.ConnectorAsync(HttpMethod.Post, person.Activities, Text("hello")), 403, "BotNotInConversationRoster");
    }

    [Fact]
    public async Task Unknown_conversation_is_not_found() =>
        await RefusedAsync(await simulator.ConnectorAsync(HttpMethod.Post, "conversations/a:nothing/activities", Text("hello")), 404, "ConversationNotFound");

    [Fact]
    public async Task Channel_post_starts_a_thread_and_a_reply_stays_in_it()
    {
        var staff = await simulator.NewPersonAsync(inStaffTeam: true);
        var channel = (await staff.ChatsAsync()).Single(c => (string?)c["name"] == "Exchanges");
        var created = await simulator.ConnectorAsync(HttpMethod.Post, "conversations", new JsonObject
        {
            ["isGroup"] = true,
            ["channelData"] = new JsonObject { ["channel"] = new JsonObject { ["id"] = (string?)channel["id"] } },
            ["activity"] = Text("Digest"),
        });
        var answer = (await created.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal($"{channel["id"]};messageid={answer["activityId"]}", (string?)answer["id"]);

        var thread = Uri.EscapeDataString((string)answer["id"]!);
        Assert.Equal(HttpStatusCode.Created, (await simulator.ConnectorAsync(HttpMethod.Post, $"conversations/{thread}/activities", Text("More"))).StatusCode);

        var messages = await staff.MessagesAsync((string)channel["id"]!);
        Assert.Equal((string?)answer["activityId"], (string?)messages.Single(m => (string?)m["text"] == "More")["thread"]);
    }

    [Fact]
    public async Task Members_are_told_one_by_one_all_at_once_and_in_pages()
    {
        var staff = await simulator.NewPersonAsync(inStaffTeam: true);
        var channel = (string)(await staff.ChatsAsync()).Single(c => (string?)c["name"] == "General")["id"]!;
        var path = $"conversations/{Uri.EscapeDataString(channel)}";

        var all = (await (await simulator.ConnectorAsync(HttpMethod.Get, path + "/members")).Content.ReadFromJsonAsync<JsonArray>())!;
        var paged = (await (await simulator.ConnectorAsync(HttpMethod.Get, path + "/pagedmembers?pageSize=50")).Content.ReadFromJsonAsync<JsonObject>())!;
        var one = (await (await simulator.ConnectorAsync(HttpMethod.Get, $"{path}/members/{staff.AadObjectId}")).Content.ReadFromJsonAsync<JsonObject>())!;

        Assert.Contains(all, m => (string?)m!["id"] == staff.Mri);
        Assert.Equal(all.Count, paged["members"]!.AsArray().Count);
        Assert.Null(paged["continuationToken"]);
        Assert.Equal((staff.Mri, staff.Mail), ((string?)one["id"], (string?)one["email"]));
        Assert.Equal(HttpStatusCode.NotFound, (await simulator.ConnectorAsync(HttpMethod.Get, $"{path}/members/29:nobody")).StatusCode);
    }

    [Fact]
    public async Task Team_and_its_channels_are_told()
    {
        var staff = await simulator.NewPersonAsync(inStaffTeam: true);
        var general = (string)(await staff.ChatsAsync()).Single(c => (string?)c["name"] == "General")["id"]!;

        var team = (await (await simulator.ConnectorAsync(HttpMethod.Get, $"teams/{general}")).Content.ReadFromJsonAsync<JsonObject>())!;
        var channels = (await (await simulator.ConnectorAsync(HttpMethod.Get, $"teams/{general}/conversations")).Content.ReadFromJsonAsync<JsonObject>())!;

        Assert.Equal(("Exchange staff", 2), ((string?)team["name"], (int)team["channelCount"]!));
        Assert.Equal([null, "Exchanges"], channels["conversations"]!.AsArray().Select(c => (string?)c!["name"]));
    }

    [Fact]
    public async Task Bot_cannot_change_what_a_person_wrote()
    {
        var person = await simulator.NewPersonAsync();
        var sent = await person.SayAsync("mine");
        await RefusedAsync(await simulator.ConnectorAsync(HttpMethod.Put, $"{person.Activities}/{sent["id"]}", Text("yours")), 403, "NotEnoughPermissions");
    }

    private static JsonObject NewChat(string memberId) => new()
    {
        ["isGroup"] = false,
        ["bot"] = new JsonObject { ["id"] = "28:bot" },
        ["members"] = new JsonArray(new JsonObject { ["id"] = memberId }),
        ["tenantId"] = "7e9a2c64-51f0-4d3b-9c1e-0f6b7c5a1d20",
    };

    private static async Task RefusedAsync(HttpResponseMessage response, int status, string code)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(code, (string?)(await response.Content.ReadFromJsonAsync<JsonObject>())!["error"]!["code"]);
    }
}
