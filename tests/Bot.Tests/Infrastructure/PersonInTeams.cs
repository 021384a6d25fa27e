using System.Net.Http.Json;
using System.Text.Json.Nodes;

using CoordinatorBot.Cards.Tests.Infrastructure;
using CoordinatorBot.Simulator;

using Microsoft.Extensions.DependencyInjection;

namespace CoordinatorBot.Bot.Tests.Infrastructure;

/// <summary>Somebody in Teams: writes to the bot, reads what it answers, presses buttons.</summary>
public sealed class PersonInTeams(TeamsHost host, JsonObject person)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Identity in the simulator.</summary>
    public string Id => (string)person["id"]!;

    /// <summary>Entra object id.</summary>
    public string AadObjectId => (string)person["aadObjectId"]!;

    /// <summary>Id of their chat with the bot.</summary>
    public string Chat => (string)person["chat"]!;

    /// <summary>Mail address.</summary>
    public string Mail => (string)person["mail"]!;

    /// <summary>Id of the staff channel.</summary>
    public async Task<string> ChannelAsync() =>
        (string)(await host.Http.GetFromJsonAsync<JsonArray>($"/simulator/api/chats?as={Id}"))!.First(c => (string?)c!["kind"] == "channel")!["id"]!;

    /// <summary>Says something to the bot; gives what it answered within the turn. Looks at the chat first, as a person would.</summary>
    public async Task<IReadOnlyList<SeenMessage>> SayAsync(string text, string? chat = null)
    {
        var before = (await MessagesAsync(chat)).Select(m => m.Id).ToHashSet();
        await PostAsync("messages", new { text }, chat);
        return [.. (await MessagesAsync(chat)).Where(m => m.FromBot && !before.Contains(m.Id))];
    }

    /// <summary>Says something to the bot; gives what came of the request: its id, and the status that the bot answered.</summary>
    public Task<JsonObject> PostedAsync(string text) => PostAsync("messages", new { text });

    /// <summary>Sends a file, or a pasted table.</summary>
    public async Task<IReadOnlyList<SeenMessage>> SendFileAsync(string name, byte[] content, string text = "")
    {
        var before = (await MessagesAsync()).Select(m => m.Id).ToHashSet();
        var uploaded = await host.Http.PostAsync($"/simulator/api/files?name={Uri.EscapeDataString(name)}", new ByteArrayContent(content));
        uploaded.EnsureSuccessStatusCode();
        var file = (string)(await uploaded.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
        await PostAsync("messages", new { text, files = new[] { file } });
        return [.. (await MessagesAsync()).Where(m => m.FromBot && !before.Contains(m.Id))];
    }

    /// <summary>Pastes a table.</summary>
    public async Task<IReadOnlyList<SeenMessage>> PasteAsync(string text, string html)
    {
        var before = (await MessagesAsync()).Select(m => m.Id).ToHashSet();
        await PostAsync("messages", new { text, html });
        return [.. (await MessagesAsync()).Where(m => m.FromBot && !before.Contains(m.Id))];
    }

    /// <summary>All messages of a chat, as this person sees them.</summary>
    public async Task<IReadOnlyList<SeenMessage>> MessagesAsync(string? chat = null)
    {
        var read = await host.Http.GetFromJsonAsync<JsonObject>($"/simulator/api/chats/{Uri.EscapeDataString(chat ?? Chat)}?as={Id}");
        List<SeenMessage> messages = [.. read!["messages"]!.AsArray().Select(m => new SeenMessage(this, m!.AsObject()))];
        // Every card that anybody sees in any test is a good card.
        foreach (var card in messages.Select(m => m.Card).OfType<JsonObject>())
            await CardChecks.IsGoodAsync(card);
        return messages;
    }

    /// <summary>Waits until a chat has a message that fits: duties are performed apart from turns.</summary>
    public async Task<SeenMessage> SeesAsync(Func<SeenMessage, bool> fits, string? chat = null)
    {
        using var page = host.Services.GetRequiredService<Pages>().Open(Id);
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var messages = await MessagesAsync(chat);
            if (messages.LastOrDefault(fits) is { } found)
                return found;
            try
            {
                await page.News.ReadAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"{Id} waited in vain. The chat has:\n{string.Join('\n', messages.Select(m => m.AllText))}");
            }
        }
    }

    /// <summary>Presses a button of a message by its title or verb, with inputs filled in as the renderer would.</summary>
    public async Task<JsonObject> PressAsync(SeenMessage message, string titleOrVerb, object? inputs = null, string? chat = null)
    {
        var card = message.Card ?? throw new InvalidOperationException($"No card in: {message.AllText}");
        var action = Card.FindAction(card, new JsonObject { ["title"] = titleOrVerb }) ?? Card.FindAction(card, new JsonObject { ["verb"] = titleOrVerb });
        Assert.True(action is not null, $"No button '{titleOrVerb}' on: {message.AllText}");
        var typed = inputs is null ? [] : System.Text.Json.JsonSerializer.SerializeToNode(inputs)!.AsObject();
        return await PostAsync($"messages/{message.Id}/press", Card.Filled(card, action, typed), chat);
    }

    /// <summary>Sends an action of a message as it is given.</summary>
    public Task<JsonObject> PressActionAsync(SeenMessage message, JsonObject action) => PostAsync($"messages/{message.Id}/press", action);

    /// <summary>Presses a button and gives the message as it is then.</summary>
    public async Task<SeenMessage> PressedAsync(SeenMessage message, string titleOrVerb, object? inputs = null, string? chat = null)
    {
        var answer = await PressAsync(message, titleOrVerb, inputs, chat);
        Assert.True((string?)answer["outcome"] is not "error", answer.ToJsonString());
        return (await MessagesAsync(chat)).Single(m => m.Id == message.Id);
    }

    /// <summary>Comes back to a message, whose card Teams then refreshes; gives it as it is then.</summary>
    public async Task<SeenMessage> LookAgainAsync(SeenMessage message)
    {
        await PostAsync($"messages/{message.Id}/refresh", new { });
        return (await MessagesAsync()).Single(m => m.Id == message.Id);
    }

    private async Task<JsonObject> PostAsync(string path, object body, string? chat = null)
    {
        var response = await host.Http.PostAsJsonAsync($"/simulator/api/chats/{Uri.EscapeDataString(chat ?? Chat)}/{path}?as={Id}", body);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }
}

/// <summary>A message as somebody sees it.</summary>
public sealed class SeenMessage(PersonInTeams viewer, JsonObject message)
{
    /// <summary>Identity in the connector service.</summary>
    public string Id => (string)message["id"]!;

    /// <summary>Who sees it.</summary>
    public PersonInTeams Viewer => viewer;

    /// <summary>Whether the bot wrote it.</summary>
    public bool FromBot => (bool)message["from"]!["bot"]!;

    /// <summary>Its plain text; empty where it is a card.</summary>
    public string Text => (string?)message["text"] ?? string.Empty;

    /// <summary>How often it was changed in place, from 1.</summary>
    public int Revision => (int)message["revision"]!;

    /// <summary>Its card; null where it has none.</summary>
    public JsonObject? Card => message["attachments"]?.AsArray().FirstOrDefault(a => (string?)a?["contentType"] == "application/vnd.microsoft.card.adaptive")?["content"]?.AsObject();

    /// <summary>What it suggests to say.</summary>
    public IReadOnlyList<string> Suggestions => [.. (message["suggestedActions"]?.AsArray() ?? []).Select(a => (string)a!["title"]!)];

    /// <summary>Every text a person reads in it: its own, and those of its card.</summary>
    public string AllText => string.Join('\n', new[] { Text }.Concat(Texts(Card)).Where(t => t.Length > 0));

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(m => m.Key is "text" or "title" or "label" or "value" or "placeholder" && m.Value is JsonValue v ? [v.ToString()] : m.Key is "data" or "fallback" ? [] : Texts(m.Value)),
        JsonArray a when a.All(i => i is JsonObject r && (string?)r["type"] is "TextRun") && a.Count > 0 => [string.Concat(a.Select(i => (string?)i!["text"]))],
        JsonArray a => a.SelectMany(Texts),
        _ => [],
    };
}
