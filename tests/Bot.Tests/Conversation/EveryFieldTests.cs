using System.Text.Json.Nodes;

using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Bot.Tests.Invitations;

using Microsoft.Extensions.Logging;

namespace CoordinatorBot.Bot.Tests.Conversation;

/// <summary>
/// Every field of every card at its limits and beyond: each form is opened as a person opens it, filled in, and each of its buttons pressed. The answer is
/// a card or a sentence, never a fault.
/// </summary>
public sealed class EveryFieldTests : IAsyncLifetime
{
    private readonly TeamsHost _host = new();
    private InvitingStory _story = null!;

    /// <summary>What is said, and the buttons pressed on the way to the form, with <c>&gt;</c> between.</summary>
    public static TheoryData<string> Forms =>
    [
        "edit", "edit > Dates and place", "edit > Reminders and alternates", "edit > Deadlines", "edit > Agenda", "agenda",
        "form delegation Detroit > Edit plan", "form delegation Detroit > Edit plan > More wishes", "form delegation Detroit > Name lead",
        "new nominee Detroit", "correct nominee alicia", "rank Detroit", "choose seats Detroit", "reviewers", "name lead Detroit",
        "propose Detroit", "propose Detroit > Adjust", "invite Detroit", "export",
        "invited: record answer alicia", "invited: recall", "invited: tell others Detroit", "invited: invite next", "remove nominee alicia",
    ];

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        _story = await InvitingStory.BeginAsync(_host, 2, "alicia.brandt@detroit.example", "lena.fischer@leipzig.example", "maya.lindqvist@flint.example");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Form_takes_its_longest_values_and_says_what_is_wrong_with_others(string form)
    {
        if (form.StartsWith("invited: ", StringComparison.Ordinal))
            await _story.InviteAsync();
        var way = form.Replace("invited: ", "", StringComparison.Ordinal).Split(" > ");
        var pressed = 0;
        foreach (var fill in new Func<JsonObject, string?>[] { Longest, Beyond, Wrong, Nothing })
            for (var button = 0; await OpenAsync(way) is var (message, buttons) && button < buttons.Count; button++)
            {
                await PressAsync(_story.Nora, message, buttons[button], fill);
                pressed++;
            }

        Assert.True(pressed > 0 || form is "invited: invite next" or "remove nominee alicia", $"'{form}' has no form: {string.Join('\n', (await _story.Nora.SayAsync(way[0])).Select(m => m.AllText))}");
        Assert.DoesNotContain(_host.Logs.Lines, l => l.Level >= LogLevel.Error);
    }

    [Fact]
    public async Task Invitation_takes_its_longest_values_and_says_what_is_wrong_with_others()
    {
        await _story.InviteAsync();
        var alicia = await _host.PlayAsync("alicia-brandt");
        await alicia.SeesAsync(m => m.Card is not null);
        foreach (var fill in new Func<JsonObject, string?>[] { Longest, Beyond, Wrong, Nothing })
            for (var button = 0; (await alicia.MessagesAsync()).Last(m => m.Card is not null) is var card && button < Buttons(card.Card!).Count; button++)
                await PressAsync(alicia, card, Buttons(card.Card!)[button], fill);

        Assert.DoesNotContain(_host.Logs.Lines, l => l.Level >= LogLevel.Error);
    }

    // Opened anew for every press: the press before may have changed what it shows.
    private async Task<(SeenMessage Message, IReadOnlyList<JsonObject> Buttons)> OpenAsync(string[] way)
    {
        await _story.Nora.SayAsync("cancel");
        var said = await _story.Nora.SayAsync(way[0]);
        // Nothing is left to be done by this form.
        if (said.LastOrDefault(m => m.Card is not null) is not { } message)
            return (said[^1], []);
        foreach (var title in way.Skip(1))
            message = await _story.Nora.PressedAsync(message, title);
        return (message, Buttons(message.Card!));
    }

    private async Task PressAsync(PersonInTeams who, SeenMessage message, JsonObject button, Func<JsonObject, string?> fill)
    {
        var action = button.DeepClone().AsObject();
        var data = action["data"]!.AsObject();
        foreach (var input in Inputs(message.Card!))
            data[(string)input["id"]!] = fill(input);
        var answer = await who.PressActionAsync(message, action);
        Assert.True(
            (string?)answer["outcome"] is "card" or "message" or "done",
            $"{button["title"]} with {data.ToJsonString()}: {answer.ToJsonString()}\n{string.Join('\n', _host.Logs.Lines.Where(l => l.Level >= LogLevel.Error).Select(l => l.Text))}");
        // Looks at every card that is there now.
        await who.MessagesAsync();
    }

    private static string? Longest(JsonObject input) => (string?)input["type"] switch
    {
        "Input.Text" => new string('W', (int?)input["maxLength"] ?? 4_000),
        "Input.Number" => input["max"]?.ToString() ?? "1000000000",
        "Input.Date" => "9999-12-31",
        "Input.Time" => "23:59",
        "Input.Toggle" => "true",
        _ => string.Join(',', Choices(input)),
    };

    private static string? Beyond(JsonObject input) => (string?)input["type"] switch
    {
        "Input.Text" => "🌱\u202E" + new string('城', (int?)input["maxLength"] ?? 4_000),
        "Input.Number" => "-1",
        "Input.Date" => "0001-01-01",
        "Input.Time" => "00:00",
        "Input.Toggle" => "false",
        _ => Choices(input).FirstOrDefault(),
    };

    private static string? Wrong(JsonObject input) => (string?)input["type"] switch
    {
        "Input.Text" => "<b>**[x](javascript:alert(1))**</b>\0\n\n",
        "Input.Number" => "1e999",
        "Input.Date" => "2027-13-45",
        "Input.Time" => "25:61",
        _ => "no such choice",
    };

    private static string? Nothing(JsonObject input) => (string?)input["type"] is "Input.Text" ? "" : null;

    private static IEnumerable<string> Choices(JsonObject input) => (input["choices"]?.AsArray() ?? []).Select(c => (string)c!["value"]!);

    private static IReadOnlyList<JsonObject> Buttons(JsonObject card) =>
        [.. Objects(card).Where(o => (string?)o["type"] is "Action.Execute" && (string?)o["associatedInputs"] is not "none" && Inputs(card).Any())];

    private static IEnumerable<JsonObject> Inputs(JsonObject card) => Objects(card).Where(o => ((string?)(o["type"] as JsonValue))?.StartsWith("Input.", StringComparison.Ordinal) is true);

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject o => o.Where(m => m.Key is not "fallback").SelectMany(m => Objects(m.Value)).Prepend(o),
        JsonArray a => a.SelectMany(Objects),
        _ => [],
    };
}
