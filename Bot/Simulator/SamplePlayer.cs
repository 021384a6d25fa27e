using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoordinatorBot.Simulator;

/// <summary>
/// Plays a sample: does each step as the person it names, by the same activities as the page, and waits for the
/// bot's answer before the next. Stops at the first step that gets none, and says which it was.
/// </summary>
internal sealed class SamplePlayer(
    TeamsState state, TeamsClient client, SentFiles files, Pages pages, SimulatedClock clock, IHostApplicationLifetime lifetime)
{
    /// <summary>How long a step waits for its answer, or for the card it presses, on the real clock.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly JsonSerializerOptions Web = JsonSerializerOptions.Web;

    private readonly Lock _gate = new();
    private JsonObject _status = new() { ["kind"] = "sample", ["state"] = "idle" };
    private bool _playing;

    /// <summary><c>state</c> (idle, playing, done, failed), <c>title</c>, <c>step</c> of <c>steps</c>, <c>problem</c>.</summary>
    public JsonObject Status()
    {
        lock (_gate)
            return _status.DeepClone().AsObject();
    }

    /// <summary>Begins to play; false when something is being played.</summary>
    public bool Start(Sample sample)
    {
        lock (_gate)
        {
            if (_playing)
                return false;
            _playing = true;
        }
        _ = PlayAsync(sample, lifetime.ApplicationStopping);
        return true;
    }

    private async Task PlayAsync(Sample sample, CancellationToken cancellationToken)
    {
        var (number, count) = (0, 0);
        try
        {
            var script = Samples.Fill(sample, clock.GetUtcNow());
            AddPeople(script);
            var steps = script["steps"] as JsonArray ?? throw new SampleException("The sample has no steps.");
            count = steps.Count;
            var dialogs = new Dictionary<string, OpenDialog>();
            foreach (var step in steps)
            {
                Tell(sample, "playing", ++number, count, null);
                await StepAsync(sample, step as JsonObject ?? throw new SampleException("A step is an object."), dialogs, cancellationToken);
            }
            Tell(sample, "done", number, count, null);
        }
        catch (OperationCanceledException)
        {
            Tell(sample, "failed", number, count, "The bot was stopped.");
        }
        catch (Exception e) when (e is SampleException or JsonException or IOException or InvalidOperationException or ArgumentException)
        {
            Tell(sample, "failed", number, count, e.Message);
        }
        finally
        {
            lock (_gate)
                _playing = false;
        }
    }

    private void AddPeople(JsonObject script)
    {
        foreach (var entry in script["people"] as JsonArray ?? [])
        {
            var wanted = entry.Deserialize<PeopleApi.NewPerson>(Web) ?? throw new SampleException("A person is an object.");
            if (wanted.Problem() is { } problem)
                throw new SampleException($"{wanted.Name ?? wanted.Mail}: {problem}");
            // Who is there from an earlier load stays.
            state.Add(wanted.ToPerson(), wanted.InStaffTeam);
        }
    }

    private async Task StepAsync(Sample sample, JsonObject step, Dictionary<string, OpenDialog> dialogs, CancellationToken cancellationToken)
    {
        if (step["move"] is { } move)
        {
            clock.AdvanceTo(move.Deserialize<ControlsApi.Move>(Web)?.To(clock.GetUtcNow()) ?? throw new SampleException("The clock can't be moved so."));
            pages.Tell(ControlsApi.Clock(clock));
            return;
        }
        var name = (string?)step["as"] ?? throw new SampleException("The step doesn't say who acts ('as').");
        var person = state.FindPerson(name) ?? state.FindByMail(name) ?? throw new SampleException($"There is nobody called '{name}'.");
        var conversation = Where(person, (string?)step["in"]);
        await client.GreetAsync(person, conversation);

        using var page = pages.Open(person.Id);
        var answered = false;
        if (step["press"] is JsonObject press)
            answered = await PressAsync(page, person, conversation, press, step["inputs"] as JsonObject ?? [], dialogs, cancellationToken);
        else
            await SayAsync(sample, step, person, conversation, cancellationToken);
        if (!answered && step["quiet"]?.GetValue<bool>() != true)
            await AnswerAsync(page, conversation, cancellationToken);
    }

    // The answer is awaited apart from the turn: a message has been taken when this ends, no more.
    private async Task SayAsync(Sample sample, JsonObject step, Person person, Conversation conversation, CancellationToken cancellationToken)
    {
        var text = (string?)step["say"] ?? "";
        JsonArray? attached = null;
        if ((string?)step["attach"] is { } file)
        {
            var path = Path.GetFullPath(Path.Combine(sample.Folder, file));
            if (!path.StartsWith(Path.GetFullPath(sample.Folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw new SampleException($"'{file}' lies outside the folder of the samples.");
            attached = files.Attachments([files.Add(Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellationToken))]);
        }
        if (text.Length == 0 && attached is null && step["html"] is null)
            throw new SampleException("The step says none of 'say', 'press', 'attach', 'html' and 'move'.");
        var sent = await client.SayAsync(person, conversation, null, text, (string?)step["html"], attached);
        if ((int?)sent["status"] is not (>= 200 and < 300))
            throw new SampleException("The bot didn't take the message.");
    }

    private async Task<bool> PressAsync(
        Pages.Page page, Person person, Conversation conversation, JsonObject press, JsonObject inputs,
        Dictionary<string, OpenDialog> dialogs, CancellationToken cancellationToken)
    {
        if (dialogs.Remove(person.Id, out var dialog) && Card.FindAction(dialog.Card, press) is { } inDialog)
        {
            var submitted = await client.SubmitTaskAsync(
                person, conversation, dialog.Message, Card.Filled(dialog.Card, inDialog, inputs)["data"]);
            return Took(submitted, person, dialog.Message, dialogs);
        }
        await SeeAsync(person, conversation);
        var (message, action) = await WaitForAsync(page, () => state.Read(() => FindPressed(person, conversation, press, inputs)),
            $"No card has an action {press.ToJsonString()}.", cancellationToken);
        return Took(await client.PressAsync(person, conversation, message, action), person, message, dialogs);
    }

    // As a client does that shows the conversation: cards with a view of this person's own are refreshed.
    private async Task SeeAsync(Person person, Conversation conversation)
    {
        var members = state.MembersOf(conversation).Count;
        var unseen = state.Read(() => conversation.Messages
            .Where(m => !m.Deleted && !m.Views.ContainsKey(person.Id) && Views.Refreshes(m.Card, person, members)).ToList());
        foreach (var message in unseen)
            await client.RefreshAsync(person, conversation, message);
    }

    private static (Message, JsonObject)? FindPressed(Person person, Conversation conversation, JsonObject press, JsonObject inputs)
    {
        foreach (var message in Enumerable.Reverse(conversation.Messages))
        {
            if (!message.Deleted && message.CardFor(person.Id) is { } card && Card.FindAction(card, press) is { } action)
                return (message, Card.Filled(card, action, inputs));
        }
        return null;
    }

    private static bool Took(JsonObject outcome, Person person, Message message, Dictionary<string, OpenDialog> dialogs)
    {
        switch ((string?)outcome["outcome"])
        {
            case "error":
                throw new SampleException("The bot answered: " + (string?)outcome["text"]);
            case "task":
                if (outcome["task"]?["card"]?["content"] is { } card)
                    dialogs[person.Id] = new OpenDialog(message, card.DeepClone());
                return true;
            default:
                return (string?)outcome["outcome"] != "done";
        }
    }

    private static async Task AnswerAsync(Pages.Page page, Conversation conversation, CancellationToken cancellationToken) =>
        await WaitForAsync(page, () =>
        {
            while (page.News.TryRead(out var news))
            {
                var told = JsonNode.Parse(news)!;
                if ((string?)told["kind"] == "message" && (string?)told["chat"] == conversation.Id
                    && told["message"]!["from"]!["bot"]!.GetValue<bool>())
                    return (true, true);
            }
            return ((bool, bool)?)null;
        }, "The bot took the message but didn't answer.", cancellationToken);

    private static async Task<(TFirst, TSecond)> WaitForAsync<TFirst, TSecond>(
        Pages.Page page, Func<(TFirst, TSecond)?> look, string otherwise, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            while (true)
            {
                if (look() is { } found)
                    return found;
                await page.News.WaitToReadAsync(limit.Token);
                if (look() is { } later)
                    return later;
                _ = page.News.TryRead(out _);
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SampleException(otherwise);
        }
    }

    private Conversation Where(Person person, string? channel) =>
        state.ConversationsOf(person).FirstOrDefault(c => channel is null ? !c.IsChannel : c.IsChannel && c.Name == channel)
        ?? throw new SampleException($"{person.Name} sees no channel '{channel}'.");

    private void Tell(Sample sample, string phase, int step, int steps, string? problem)
    {
        var status = new JsonObject
        {
            ["kind"] = "sample",
            ["state"] = phase,
            ["name"] = sample.Name,
            ["title"] = sample.Title,
            ["step"] = step,
            ["steps"] = steps,
            ["problem"] = problem,
        };
        lock (_gate)
            _status = status;
        pages.Tell(status);
    }

    private sealed record OpenDialog(Message Message, JsonNode Card);

    private sealed class SampleException(string message) : Exception(message);
}
