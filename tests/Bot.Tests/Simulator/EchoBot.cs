using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CoordinatorBot.Bot.Tests.Simulator;

/// <summary>A bot of a few lines that speaks the protocol by hand: it stands in for the product, of which the simulator knows nothing.</summary>
internal sealed class EchoBot
{
    private static readonly HttpClient Connector = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>Every activity that arrived, in order.</summary>
    public ConcurrentQueue<JsonObject> Received { get; } = [];

    /// <summary>What an invoke waits for before it is answered.</summary>
    public Task Hold { get; set; } = Task.CompletedTask;

    /// <summary>What is done, or waited for, before anything is answered.</summary>
    public Func<JsonObject, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>The HTTP status of the answer to messages.</summary>
    public int MessageStatus { get; set; } = StatusCodes.Status200OK;

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/messages", (Delegate)AnswerAsync);

    public static JsonObject CounterCard(int count, string? mri = null)
    {
        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["version"] = "1.5",
            ["fallbackText"] = "A counter",
            ["body"] = new JsonArray(
                new JsonObject { ["type"] = "TextBlock", ["text"] = $"Count is {count}", ["size"] = "Large", ["weight"] = "Bolder" },
                new JsonObject { ["type"] = "Input.Text", ["id"] = "note", ["label"] = "Note", ["value"] = "none" }),
            ["actions"] = new JsonArray(
                new JsonObject { ["type"] = "Action.Execute", ["title"] = "Count", ["verb"] = "count", ["data"] = new JsonObject { ["n"] = count } },
                new JsonObject { ["type"] = "Action.Execute", ["title"] = "Say so", ["verb"] = "say" },
                new JsonObject { ["type"] = "Action.Execute", ["title"] = "Fail", ["verb"] = "fail" },
                new JsonObject { ["type"] = "Action.Submit", ["title"] = "Submit", ["data"] = new JsonObject { ["kind"] = "plain" } },
                new JsonObject
                {
                    ["type"] = "Action.Submit",
                    ["title"] = "Open dialog",
                    ["data"] = new JsonObject { ["msteams"] = new JsonObject { ["type"] = "task/fetch" } },
                }),
        };
        if (mri is not null)
        {
            card["refresh"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "look", ["title"] = "Refresh" },
                ["userIds"] = new JsonArray(mri),
            };
        }
        return card;
    }

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        var activity = (await JsonNode.ParseAsync(http.Request.Body))!.AsObject();
        Received.Enqueue(activity);
        await Before(activity).WaitAsync(http.RequestAborted);
        switch ((string?)activity["type"])
        {
            case "message" when MessageStatus == StatusCodes.Status200OK:
                await ReplyAsync(activity, Reply(activity));
                return Results.Ok();
            case "invoke":
                await Hold;
                return Invoked(activity) is { } body ? Results.Json(body) : Results.Ok();
            default:
                return Results.StatusCode(MessageStatus);
        }
    }

    private static JsonObject Reply(JsonObject activity)
    {
        var text = ((string?)activity["text"] ?? "").Replace("<at>CoordinatorBot</at>", "").Trim();
        return text switch
        {
            "card" => CardMessage(CounterCard(0, (string?)activity["from"]!["id"])),
            "choose" => new JsonObject
            {
                ["type"] = "message",
                ["text"] = "Which **city**?",
                ["suggestedActions"] = new JsonObject
                {
                    ["actions"] = new JsonArray(
                        new JsonObject { ["type"] = "imBack", ["title"] = "Detroit", ["value"] = "Detroit" },
                        new JsonObject { ["type"] = "imBack", ["title"] = "Flint", ["value"] = "Flint" }),
                },
            },
            _ => new JsonObject { ["type"] = "message", ["text"] = "You said: " + (text.Length > 0 ? text : activity["value"]?.ToJsonString() ?? "(file)") },
        };
    }

    private static JsonObject? Invoked(JsonObject activity)
    {
        var action = activity["value"]!["action"];
        return ((string?)activity["name"], (string?)action?["verb"]) switch
        {
            ("adaptiveCard/action", "count") => Answer("application/vnd.microsoft.card.adaptive", CounterCard((int)action!["data"]!["n"]! + 1)),
            ("adaptiveCard/action", "look") => Answer("application/vnd.microsoft.card.adaptive", CounterCard(100, (string?)activity["from"]!["id"])),
            ("adaptiveCard/action", "say") => Answer("application/vnd.microsoft.activity.message", "Saved"),
            ("adaptiveCard/action", _) => new JsonObject
            {
                ["statusCode"] = 400,
                ["type"] = "application/vnd.microsoft.error",
                ["value"] = new JsonObject { ["code"] = "BadRequest", ["message"] = "That can't be counted" },
            },
            ("task/fetch", _) => new JsonObject
            {
                ["task"] = new JsonObject
                {
                    ["type"] = "continue",
                    ["value"] = new JsonObject { ["title"] = "A question", ["card"] = CardMessage(QuestionCard())["attachments"]![0]!.DeepClone() },
                },
            },
            ("task/submit", _) => new JsonObject { ["task"] = new JsonObject { ["type"] = "message", ["value"] = "Thanks" } },
            _ => null,
        };
    }

    private static JsonObject QuestionCard() => new()
    {
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["body"] = new JsonArray(new JsonObject { ["type"] = "Input.Text", ["id"] = "why", ["label"] = "Why?" }),
        ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Submit", ["title"] = "Answer" }),
    };

    private static JsonObject Answer(string type, JsonNode value) => new() { ["statusCode"] = 200, ["type"] = type, ["value"] = value };

    public static JsonObject CardMessage(JsonObject card) => new()
    {
        ["type"] = "message",
        ["summary"] = "A card for you",
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card }),
    };

    private static async Task ReplyAsync(JsonObject to, JsonObject reply)
    {
        var conversation = Uri.EscapeDataString((string)to["conversation"]!["id"]!);
        var address = new Uri($"{(string)to["serviceUrl"]!}v3/conversations/{conversation}/activities/{(string)to["id"]!}");
        (await Connector.PostAsJsonAsync(address, reply)).EnsureSuccessStatusCode();
    }
}
