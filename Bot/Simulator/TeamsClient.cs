using System.Text.Json.Nodes;

namespace CoordinatorBot.Simulator;

/// <summary>What a person does in Teams, carried out: what they write or press becomes an activity, and the answer is shown.</summary>
internal sealed class TeamsClient(BotClient bot, TeamsState state, Activities activities, Faults faults)
{
    private const string SomethingWentWrong = "Something went wrong. Please try again.";

    private readonly Lock _gate = new();

    // By conversation, or by team: the bot is added to all its channels at once.
    private readonly Dictionary<string, Task> _greetings = [];

    /// <summary>Sends a message; the result says what the bot's endpoint made of it.</summary>
    /// <param name="from">Who writes.</param>
    /// <param name="conversation">Where.</param>
    /// <param name="threadId">The thread it replies to; null starts one, and in a chat.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="html">What was pasted, where that was more than text.</param>
    /// <param name="files">Attachments made by <see cref="Activities.File"/>.</param>
    public async Task<JsonObject> SayAsync(
        Person from, Conversation conversation, string? threadId, string text, string? html, JsonArray? files)
    {
        await GreetAsync(from, conversation);
        var shown = new JsonObject { ["text"] = text, ["textFormat"] = "plain" };
        var attachments = files?.DeepClone().AsArray() ?? [];
        if (html is not null)
            attachments.Add(new JsonObject { ["contentType"] = "text/html", ["content"] = html });
        shown["attachments"] = attachments;
        var message = state.Post(conversation, from, shown, threadId);
        var activity = activities.Text(from, conversation, threadId ?? message.Id, message.Id, text, html, files);
        var answer = await bot.PostAsync(activity);
        if (!answer.IsSuccess)
            state.Fail(conversation, message, answer.Status is { } status ? $"Not delivered: the bot answered {(int)status}." : "Not delivered: the bot did not answer.");
        return new JsonObject { ["id"] = message.Id, ["status"] = (int?)answer.Status };
    }

    /// <summary>Presses an action of a card, with its inputs already joined to <c>data</c> as the renderer does.</summary>
    public async Task<JsonObject> PressAsync(
        Person from, Conversation conversation, Message message, JsonObject action)
    {
        if ((string?)action["type"] == "Action.Execute")
            return await ExecuteAsync(from, conversation, message, action, "manual");

        var data = action["data"];
        var teams = (data as JsonObject)?["msteams"] as JsonObject;
        switch ((string?)teams?["type"])
        {
            case "task/fetch":
                return await TaskAsync(from, conversation, message, "task/fetch", data);
            case "imBack":
                return await SayAsync(from, conversation, message.ThreadId, (string?)teams!["value"] ?? "", null, null);
            default:
                var submit = activities.Submit(from, conversation, message, WithoutTeams(data));
                if ((string?)teams?["type"] == "messageBack")
                    (submit["text"], submit["value"]) = ((string?)teams!["text"], teams["value"]?.DeepClone());
                var answer = await bot.PostAsync(submit);
                return answer.IsSuccess ? Outcome("done") : Error(SomethingWentWrong);
        }
    }

    /// <summary>Fetches this person's own view of a card, as Teams does when the card comes into sight.</summary>
    public async Task<JsonObject> RefreshAsync(Person viewer, Conversation conversation, Message message)
    {
        var action = state.Read(() => message.CardFor(viewer.Id)?["refresh"]?["action"]?.DeepClone() as JsonObject);
        return action is null
            ? Outcome("done")
            : await ExecuteAsync(viewer, conversation, message, action, "automatic");
    }

    /// <summary>Submits the dialog that a card opened.</summary>
    public Task<JsonObject> SubmitTaskAsync(Person from, Conversation conversation, Message? message, JsonNode? data) =>
        TaskAsync(from, conversation, message, "task/submit", data);

    /// <summary>
    /// Tells the bot of a conversation that it is in, the first time somebody looks at it or writes there. Ends when the bot knows, whoever was first:
    /// in Teams, too, nothing can be said to a bot before it was added.
    /// </summary>
    public async Task GreetAsync(Person viewer, Conversation conversation) => await Greeting(viewer, conversation).Told;

    /// <summary>Installs or removes the app for a person, and tells the bot.</summary>
    public async Task SetAppAsync(Person person, bool installed)
    {
        if (!state.SetApp(person, installed))
            return;
        var chat = state.ConversationsOf(person)[0];
        if (installed && Greeting(person, chat) is (true, var told))
            await told;
        else
            await bot.PostAsync(activities.Installation(person, chat, installed));
    }

    private (bool First, Task Told) Greeting(Person viewer, Conversation conversation)
    {
        var place = conversation.Team?.Id ?? conversation.Id;
        lock (_gate)
        {
            var first = state.Greet(conversation);
            if (first)
                _greetings[place] = Task.Run(() => TellAsync(viewer, conversation));
            return (first, _greetings.GetValueOrDefault(place, Task.CompletedTask));
        }
    }

    private async Task TellAsync(Person viewer, Conversation conversation)
    {
        await bot.PostAsync(activities.Installation(viewer, conversation, added: true));
        await bot.PostAsync(activities.BotAdded(viewer, conversation));
    }

    private async Task<JsonObject> ExecuteAsync(
        Person from, Conversation conversation, Message message, JsonObject action, string trigger)
    {
        var value = new JsonObject { ["action"] = action.DeepClone(), ["trigger"] = trigger };
        var answer = await InvokeAsync(from, conversation, message, "adaptiveCard/action", value);
        if (!answer.IsSuccess || answer.Body is not JsonObject body)
            return Error(SomethingWentWrong);
        var status = (int?)body["statusCode"] ?? 200;
        switch ((string?)body["type"])
        {
            case Activities.CardType when body["value"] is JsonObject card && (string?)card["type"] == "AdaptiveCard":
                state.ReplaceFor(from, conversation, message, card.DeepClone());
                return Outcome("card");
            case "application/vnd.microsoft.activity.message":
                return Outcome("message", Words(body["value"]));
            case "application/vnd.microsoft.error":
                return Error(Words(body["value"]) ?? $"Error {status}");
            default:
                return Error($"The bot answered with a type that Teams doesn't know ({(string?)body["type"] ?? "none"}).");
        }
    }

    private async Task<JsonObject> TaskAsync(
        Person from, Conversation conversation, Message? message, string name, JsonNode? data)
    {
        var value = new JsonObject
        {
            ["data"] = data?.DeepClone(),
            ["context"] = new JsonObject { ["theme"] = "default" },
        };
        var answer = await InvokeAsync(from, conversation, message, name, value);
        if (!answer.IsSuccess)
            return Error(SomethingWentWrong);
        var task = (answer.Body as JsonObject)?["task"];
        return (string?)task?["type"] switch
        {
            "continue" => new JsonObject { ["outcome"] = "task", ["task"] = task!["value"]?.DeepClone() },
            "message" => Outcome("message", (string?)task!["value"]),
            _ => Outcome("done"),
        };
    }

    private async Task<BotAnswer> InvokeAsync(
        Person from, Conversation conversation, Message? message, string name, JsonObject value)
    {
        var first = bot.PostAsync(activities.Invoke(from, conversation, message, name, value.DeepClone()));
        // As Teams may: the same press once more, under another activity id.
        var second = faults.RepeatInvokes
            ? bot.PostAsync(activities.Invoke(from, conversation, message, name, value.DeepClone()))
            : first;
        return (await Task.WhenAll(first, second))[0];
    }

    private static JsonNode? WithoutTeams(JsonNode? data)
    {
        var copy = data?.DeepClone();
        (copy as JsonObject)?.Remove("msteams");
        return copy;
    }

    // The value of an error is an object with a message, that of a message is a string.
    private static string? Words(JsonNode? value) => value switch
    {
        JsonObject error => (string?)error["message"] ?? (string?)error["code"],
        JsonValue text => text.ToString(),
        _ => null,
    };

    private static JsonObject Outcome(string outcome, string? text = null) => new() { ["outcome"] = outcome, ["text"] = text };

    private static JsonObject Error(string text) => Outcome("error", text);
}
