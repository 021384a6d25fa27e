using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CoordinatorBot.Simulator;
using Microsoft.Extensions.DependencyInjection;

namespace CoordinatorBot.Bot.Tests.Simulator;

/// <summary>What comes before what, and that a page which goes away takes nothing with it.</summary>
public sealed class OrderTests(SimulatorFixture simulator) : IClassFixture<SimulatorFixture>
{
    private const int Many = 400;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_written_before_anybody_looked_reaches_the_bot_after_its_installation()
    {
        var person = await simulator.NewPersonAsync();
        await person.SayAsync("hello");
        Assert.Equal(["installationUpdate", "conversationUpdate", "message"], ReceivedFrom(person));
    }

    [Fact]
    public async Task What_is_written_while_the_bot_is_greeted_waits_for_it()
    {
        var person = await simulator.NewPersonAsync();
        var (arrived, go) = HoldGreeting(person);
        var looking = person.MessagesAsync();
        await arrived;
        var saying = person.SayAsync("hello");
        var state = simulator.Services.GetRequiredService<TeamsState>();
        Assert.Empty(state.Read(() => state.FindConversation(person.Chat)!.Value.Conversation.Messages.ToList()));
        go.SetResult();
        await saying;
        await looking;
        Assert.Equal(["installationUpdate", "conversationUpdate", "message"], ReceivedFrom(person));
    }

    [Fact]
    public async Task What_was_sent_is_answered_though_the_page_is_closed_meanwhile()
    {
        var person = await simulator.NewPersonAsync();
        using var news = simulator.Services.GetRequiredService<Pages>().Open(person.Id);
        var (arrived, go) = HoldGreeting(person);
        using var page = new CancellationTokenSource();
        var saying = simulator.Http.PostAsJsonAsync($"/simulator/api/chats/{Uri.EscapeDataString(person.Chat)}/messages?as={person.Id}", new { text = "hello" }, page.Token);
        await arrived;
        await page.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => saying);
        await simulator.PageClosed;
        go.SetResult();

        await foreach (var text in Texts(news))
        {
            if (text == "You said: hello")
                break;
        }

        Assert.Equal(["installationUpdate", "conversationUpdate", "message"], ReceivedFrom(person));
    }

    [Fact]
    public async Task Page_hears_of_messages_in_their_order()
    {
        var person = await simulator.NewPersonAsync();
        var state = simulator.Services.GetRequiredService<TeamsState>();
        var chat = state.FindConversation(person.Chat)!.Value.Conversation;
        using var news = simulator.Services.GetRequiredService<Pages>().Open(person.Id);
        Parallel.For(0, Many, i => state.Post(chat, null, new JsonObject { ["text"] = $"{i}" }, null));
        Assert.Equal(state.Read(() => chat.Messages.Select(m => (string?)m.Activity["text"]).ToList()), await Texts(news).Take(Many).ToListAsync(Stop));
    }

    [Fact]
    public async Task Page_hears_last_of_the_last_change_of_a_message()
    {
        var person = await simulator.NewPersonAsync();
        var state = simulator.Services.GetRequiredService<TeamsState>();
        var chat = state.FindConversation(person.Chat)!.Value.Conversation;
        var message = state.Post(chat, null, new JsonObject { ["text"] = "first" }, null);
        using var news = simulator.Services.GetRequiredService<Pages>().Open(person.Id);
        Parallel.For(0, Many, i => state.Replace(chat, message, new JsonObject { ["text"] = $"{i}" }));
        Assert.Equal(state.Read(() => (string?)message.Activity["text"]), await Texts(news).Take(Many).LastAsync(Stop));
    }

    private (Task Arrived, TaskCompletionSource Go) HoldGreeting(Player person)
    {
        var (arrived, go) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        simulator.Bot.Before = activity =>
        {
            if ((string?)activity["type"] != "installationUpdate" || (string?)activity["from"]!["id"] != person.Mri)
                return Task.CompletedTask;
            arrived.TrySetResult();
            return go.Task;
        };
        return (arrived.Task, go);
    }

    private List<string?> ReceivedFrom(Player person) =>
        [.. simulator.Bot.Received.Where(a => (string?)a["from"]!["id"] == person.Mri).Select(a => (string?)a["type"])];

    private static IAsyncEnumerable<string?> Texts(Pages.Page page) => page.News.ReadAllAsync(Stop)
        .Select(news => JsonNode.Parse(news)!)
        .Where(news => (string?)news["kind"] == "message")
        .Select(news => (string?)news["message"]!["text"]);
}
