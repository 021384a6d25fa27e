using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CoordinatorBot.Bot.Tests.Simulator;

public sealed class TeamsClientTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private static object Execute(string verb, object? data = null) =>
        new { type = "Action.Execute", title = verb, verb, data = data ?? new { } };

    [Fact]
    public async Task Message_carries_what_Teams_sends_and_its_answer_comes_back()
    {
        var person = await simulator.NewPersonAsync();
        var sent = await person.SayAsync("hello");

        var activity = person.LastActivity("message");
        Assert.Equal((string?)sent["id"], (string?)activity["id"]);
        Assert.Equal("msteams", (string?)activity["channelId"]);
        Assert.Equal("personal", (string?)activity["conversation"]!["conversationType"]);
        Assert.Equal((person.Mri, person.AadObjectId), ((string?)activity["from"]!["id"], (string?)activity["from"]!["aadObjectId"]));
        Assert.StartsWith("28:", (string?)activity["recipient"]!["id"]);
        Assert.Equal("en-US", (string?)activity["locale"]);
        Assert.Equal("America/New_York", (string?)activity["localTimezone"]);
        Assert.Equal((string?)activity["channelData"]!["tenant"]!["id"], (string?)activity["conversation"]!["tenantId"]);
        Assert.Equal("clientInfo", (string?)activity["entities"]![0]!["type"]);
        Assert.Equal(["hello", "You said: hello"], (await person.MessagesAsync()).Select(m => (string?)m["text"]));
    }

    [Fact]
    public async Task First_look_at_a_chat_installs_the_app_and_later_ones_do_not()
    {
        var person = await simulator.NewPersonAsync();
        await person.MessagesAsync();
        await person.MessagesAsync();

        var greeting = simulator.Bot.Received.Where(a => (string?)a["from"]!["id"] == person.Mri).ToList();
        Assert.Equal(["installationUpdate", "conversationUpdate"], greeting.Select(a => (string?)a["type"]));
        Assert.Equal("add", (string?)greeting[0]["action"]);
        Assert.Equal(2, greeting[1]["membersAdded"]!.AsArray().Count);
    }

    [Fact]
    public async Task Removed_app_is_told_to_the_bot_and_closes_the_chat_to_it()
    {
        var person = await simulator.NewPersonAsync();
        await person.MessagesAsync();
        (await simulator.Http.PutAsJsonAsync($"/simulator/api/people/{person.Id}/app", new { on = false })).EnsureSuccessStatusCode();
        Assert.Equal("remove", (string?)person.LastActivity("installationUpdate")["action"]);
        var refused = await simulator.ConnectorAsync(HttpMethod.Post, person.Activities, new JsonObject { ["type"] = "message", ["text"] = "hello" });
        Assert.Equal(403, (int)refused.StatusCode);
    }

    [Fact]
    public async Task Person_without_the_app_has_no_chat_until_it_is_installed()
    {
        var guest = await simulator.NewPersonAsync(membership: "Guest");
        var chat = $"/simulator/api/chats/{Uri.EscapeDataString(guest.Chat)}";
        Assert.False((bool)(await simulator.Http.GetFromJsonAsync<JsonObject>($"{chat}?as={guest.Id}"))!["open"]!);
        Assert.Equal(409, (int)(await simulator.Http.PostAsJsonAsync($"{chat}/messages?as={guest.Id}", new { text = "hello" })).StatusCode);

        (await simulator.Http.PutAsJsonAsync($"/simulator/api/people/{guest.Id}/app", new { on = true })).EnsureSuccessStatusCode();
        Assert.Equal("add", (string?)guest.LastActivity("installationUpdate")["action"]);
        await guest.SayAsync("hello");
        Assert.Equal("hello", (string?)guest.LastActivity("message")["text"]);
    }

    [Fact]
    public async Task Channel_post_mentions_the_bot_and_names_its_thread()
    {
        var person = await simulator.NewPersonAsync(inStaffTeam: true);
        var channel = (string)(await person.ChatsAsync()).Single(c => (string?)c["name"] == "Exchanges")["id"]!;
        var sent = await person.SayAsync("digest", channel);

        var activity = person.LastActivity("message");
        Assert.Equal("<at>CoordinatorBot</at> digest", (string?)activity["text"]);
        Assert.Equal("mention", (string?)activity["entities"]![0]!["type"]);
        Assert.Equal($"{channel};messageid={sent["id"]}", (string?)activity["conversation"]!["id"]);
        Assert.Equal(channel, (string?)activity["channelData"]!["channel"]!["id"]);
        var answer = (await person.MessagesAsync(channel)).Single(m => (string?)m["text"] == "You said: digest" && (string?)m["thread"] == (string?)sent["id"]);
        Assert.True((bool)answer["from"]!["bot"]!);
    }

    [Fact]
    public async Task Pressed_card_is_replaced_for_who_pressed_it()
    {
        var person = await simulator.NewPersonAsync();
        var card = await CardAsync(person);
        var result = await person.PressAsync(card, Execute("count", new { n = 4, note = "typed" }));

        Assert.Equal("card", (string?)result["outcome"]);
        Assert.Equal("Count is 5", await TitleAsync(person, card));
        var invoke = person.LastActivity("invoke");
        Assert.Equal(("adaptiveCard/action", "manual", card),
            ((string?)invoke["name"], (string?)invoke["value"]!["trigger"], (string?)invoke["replyToId"]));
        Assert.Equal("typed", (string?)invoke["value"]!["action"]!["data"]!["note"]);
    }

    [Fact]
    public async Task Message_and_error_of_an_invoke_are_told_apart()
    {
        var person = await simulator.NewPersonAsync();
        var card = await CardAsync(person);
        var said = await person.PressAsync(card, Execute("say"));
        Assert.Equal(("message", "Saved"), ((string?)said["outcome"], (string?)said["text"]));
        var failed = await person.PressAsync(card, Execute("fail"));
        Assert.Equal(("error", "That can't be counted"), ((string?)failed["outcome"], (string?)failed["text"]));
    }

    [Fact]
    public async Task Refresh_brings_the_viewers_own_card()
    {
        var person = await simulator.NewPersonAsync();
        var card = await CardAsync(person);
        Assert.True((bool)(await person.MessagesAsync()).Single(m => (string?)m["id"] == card)["refresh"]!);
        await person.RefreshAsync(card);
        Assert.Equal("automatic", (string?)person.LastActivity("invoke")["value"]!["trigger"]);
        Assert.Equal("Count is 100", await TitleAsync(person, card));
    }

    [Fact]
    public async Task Update_by_the_bot_replaces_everybodys_view()
    {
        var person = await simulator.NewPersonAsync();
        var card = await CardAsync(person);
        await person.PressAsync(card, Execute("count", new { n = 4 }));
        await simulator.ConnectorAsync(HttpMethod.Put, $"{person.Activities}/{card}", EchoBot.CardMessage(EchoBot.CounterCard(50)));
        Assert.Equal("Count is 50", await TitleAsync(person, card));
    }

    [Fact]
    public async Task Submit_becomes_a_message_with_a_value()
    {
        var person = await simulator.NewPersonAsync();
        var card = await CardAsync(person);
        await person.PressAsync(card, new { type = "Action.Submit", title = "Submit", data = new { kind = "plain", note = "x" } });
        var activity = person.LastActivity("message");
        Assert.Equal("plain", (string?)activity["value"]!["kind"]);
        Assert.Equal(card, (string?)activity["replyToId"]);
        Assert.Null(activity["text"]);
    }

    [Fact]
    public async Task Dialog_is_fetched_and_submitted()
    {
        var person = await simulator.NewPersonAsync();
        var card = await CardAsync(person);
        var opened = await person.PressAsync(card, new { type = "Action.Submit", data = new { msteams = new { type = "task/fetch" } } });
        Assert.Equal(("task", "A question"), ((string?)opened["outcome"], (string?)opened["task"]!["title"]));
        var done = await person.PostAsync($"messages/{card}/task", new { why = "to learn" });
        Assert.Equal(("message", "Thanks"), ((string?)done["outcome"], (string?)done["text"]));
        Assert.Equal("to learn", (string?)person.LastActivity("invoke")["value"]!["data"]!["why"]);
    }

    [Fact]
    public async Task Invoke_unanswered_for_five_seconds_went_wrong()
    {
        var person = await simulator.NewPersonAsync();
        var card = await CardAsync(person);
        var hold = new TaskCompletionSource();
        simulator.Bot.Hold = hold.Task;
        try
        {
            var result = await person.PressAsync(card, Execute("count", new { n = 1 }));
            Assert.Equal(("error", "Something went wrong. Please try again."), ((string?)result["outcome"], (string?)result["text"]));
        }
        finally
        {
            hold.SetResult();
            simulator.Bot.Hold = Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Repeated_invokes_come_twice_under_two_ids()
    {
        var person = await simulator.NewPersonAsync();
        var card = await CardAsync(person);
        await simulator.SetFaultsAsync(new { retryAfter = 1, repeatInvokes = true });
        await person.PressAsync(card, Execute("count", new { n = 1 }));
        await simulator.SetFaultsAsync(new { retryAfter = 1 });
        var invokes = simulator.Bot.Received.Where(a => (string?)a["type"] == "invoke" && (string?)a["from"]!["id"] == person.Mri).ToList();
        Assert.Equal(2, invokes.Count);
        Assert.NotEqual((string?)invokes[0]["id"], (string?)invokes[1]["id"]);
        Assert.Equal(invokes[0]["value"]!.ToJsonString(), invokes[1]["value"]!.ToJsonString());
    }

    [Fact]
    public async Task Attached_file_can_be_fetched_from_where_the_activity_says()
    {
        var person = await simulator.NewPersonAsync();
        using var content = new ByteArrayContent("Name\nÁna"u8.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var uploaded = await simulator.Http.PostAsync("/simulator/api/files?name=people%20list.csv", content);
        var id = (string)(await uploaded.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
        await person.PostAsync("messages", new { files = new[] { id } });

        var file = person.LastActivity("message")["attachments"]![0]!;
        Assert.Equal(("application/vnd.microsoft.teams.file.download.info", "people list.csv", "csv"),
            ((string?)file["contentType"], (string?)file["name"], (string?)file["content"]!["fileType"]));
        Assert.Equal("Name\nÁna", await simulator.Http.GetStringAsync((string)file["content"]!["downloadUrl"]!));
    }

    [Fact]
    public async Task Pasted_table_is_html_and_its_text_has_no_marks()
    {
        var person = await simulator.NewPersonAsync();
        await person.PostAsync("messages", new { text = "", html = "<table><tr><td>A&amp;B</td><td>C</td></tr></table>" });
        var activity = person.LastActivity("message");
        Assert.Equal("text/html", (string?)activity["attachments"]![0]!["contentType"]);
        Assert.Contains("<td>A&amp;B</td>", (string?)activity["attachments"]![0]!["content"]);
        Assert.Equal("A&B\nC", (string?)activity["text"]);
    }

    [Fact]
    public async Task Message_that_the_bot_does_not_take_says_so()
    {
        var person = await simulator.NewPersonAsync();
        simulator.Bot.MessageStatus = 500;
        try
        {
            await person.SayAsync("hello");
        }
        finally
        {
            simulator.Bot.MessageStatus = 200;
        }
        Assert.Equal("Not delivered: the bot answered 500.", (string?)(await person.MessagesAsync()).Single()["failure"]);
    }

    [Fact]
    public async Task Unread_counts_what_others_wrote_since_the_last_look()
    {
        var person = await simulator.NewPersonAsync();
        await person.SayAsync("hello");
        Assert.Equal(1, (int)(await person.ChatsAsync())[0]["unread"]!);
        await simulator.Http.PostAsync($"/simulator/api/chats/{Uri.EscapeDataString(person.Chat)}/read?as={person.Id}", null);
        Assert.Equal(0, (int)(await person.ChatsAsync())[0]["unread"]!);
    }

    private static async Task<string> CardAsync(Player person)
    {
        await person.SayAsync("card");
        return (string)(await person.MessagesAsync())[^1]["id"]!;
    }

    private static async Task<string?> TitleAsync(Player person, string message) =>
        (string?)(await person.MessagesAsync()).Single(m => (string?)m["id"] == message)["attachments"]![0]!["content"]!["body"]![0]!["text"];
}
