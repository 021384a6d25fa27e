using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

using CoordinatorBot.Browser.Tests.Infrastructure;

using Microsoft.Playwright;

namespace CoordinatorBot.Browser.Tests;

/// <summary>Something is drawn anew while somebody is at it: what they typed is still theirs, and they are still where they were.</summary>
public sealed partial class TypedTests(Chromium chromium, RunningBot bot) : IClassFixture<RunningBot>
{
    private const string Person = "nora-whitfield";

    [Fact(Timeout = 120_000)]
    public async Task What_is_typed_into_a_card_stays_with_the_caret_when_the_bot_changes_the_card()
    {
        var page = await chromium.OpenAsync(bot, Person);
        var message = await ShowAsync(page, "A form with words of the bot", note: "from the bot", why: "untouched");
        var note = page.Input("Note");
        await note.FillAsync("Kilroy was here");
        await page.Input("Count").FillAsync("4");
        await page.Input("Day").FillAsync("2027-05-12");
        await page.Input("Tick").CheckAsync();
        await page.Input("Blue").CheckAsync();
        await page.Input("Size").SelectOptionAsync("l");
        await note.EvaluateAsync("box => { box.focus(); box.setSelectionRange(7, 10); }");

        foreach (var title in new[] { "Drawn anew", "Drawn once more" })
            await ShowAsync(page, title, message, note: "from the bot again", why: "changed by the bot");

        await KeepAsync(page, "after");
        await Assertions.Expect(note).ToBeFocusedAsync();
        Assert.Equal("7 to 10", await note.EvaluateAsync<string>("box => `${box.selectionStart} to ${box.selectionEnd}`"));
        await Assertions.Expect(note).ToHaveValueAsync("Kilroy was here");
        await Assertions.Expect(page.Input("Why")).ToHaveValueAsync("changed by the bot");
        await Assertions.Expect(page.Input("Count")).ToHaveValueAsync("4");
        await Assertions.Expect(page.Input("Day")).ToHaveValueAsync("2027-05-12");
        await Assertions.Expect(page.Input("Tick")).ToBeCheckedAsync();
        await Assertions.Expect(page.Input("Blue")).ToBeCheckedAsync();
        await Assertions.Expect(page.Input("Red")).Not.ToBeCheckedAsync();
        await Assertions.Expect(page.Input("Size")).ToHaveValueAsync("l");
        Assert.Equal([], page.Errors);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_was_sent_is_the_bots_and_what_was_refused_is_still_ones_own()
    {
        var page = await chromium.OpenAsync(bot, Person);
        var message = await ShowAsync(page, "A form to be sent");
        await page.Input("Note").FillAsync("refused");
        await AnswerAsync(page, """{"outcome":"error","text":"Not now."}""");
        await page.PressAsync("Save");
        await page.Page.GetByText("Not now.").WaitForAsync();
        await ShowAsync(page, "After the refusal", message);
        await Assertions.Expect(page.Input("Note")).ToHaveValueAsync("refused");

        await AnswerAsync(page, """{"outcome":"message","text":"Saved."}""");
        await page.PressAsync("Save");
        await page.Page.GetByText("Saved.").WaitForAsync();
        await ShowAsync(page, "Saved, and the next", message);
        await Assertions.Expect(page.Input("Note")).ToHaveValueAsync("");
    }

    [Fact(Timeout = 120_000)]
    public async Task Unfolded_part_of_a_card_stays_unfolded_with_what_is_typed_there()
    {
        var page = await chromium.OpenAsync(bot, Person);
        var message = await ShowAsync(page, "A form to be unfolded");
        await page.Button("More").ClickAsync();
        await page.Input("Substitute").PressSequentiallyAsync("Ann");
        await ShowAsync(page, "Unfolded, drawn anew", message);
        await Assertions.Expect(page.Input("Substitute")).ToBeFocusedAsync();
        await page.Page.Keyboard.TypeAsync(" Lee");
        await Assertions.Expect(page.Input("Substitute")).ToHaveValueAsync("Ann Lee");
        await KeepAsync(page, "unfolded");
    }

    [Fact(Timeout = 120_000)]
    public async Task Somebody_picked_from_the_directory_is_sent_from_the_card_that_was_drawn_since()
    {
        var page = await chromium.OpenAsync(bot, Person);
        var message = await ShowAsync(page, "A form with a picker");
        await page.Messages.GetByPlaceholder("Type a name").Last.PressSequentiallyAsync("dwa");
        await page.Messages.GetByText("Dwayne Coles (", new() { Exact = false }).Last.ClickAsync();
        await ShowAsync(page, "Picked, drawn anew", message);
        await KeepAsync(page, "picked");
        await AnswerAsync(page, """{"outcome":"message","text":"Taken."}""");
        var sent = await page.Page.RunAndWaitForRequestAsync(() => page.PressAsync("Save"), PressPath());
        Assert.True(Guid.TryParse((string?)JsonNode.Parse(sent.PostData!)!["data"]!["who"], out _), sent.PostData);
    }

    [Fact(Timeout = 120_000)]
    public async Task Other_theme_leaves_what_is_typed()
    {
        var page = await chromium.OpenAsync(bot, Person);
        await ShowAsync(page, "A form in another light");
        await page.Input("Note").FillAsync("in the dark");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Dark theme" }).ClickAsync();
        await Assertions.Expect(page.Input("Note")).ToHaveValueAsync("in the dark");
    }

    [Fact(Timeout = 120_000)]
    public async Task Nightfall_leaves_whoever_types_where_they_are()
    {
        var page = await chromium.OpenAsync(bot, Person);
        await ShowAsync(page, "A form at dusk");
        await page.Input("Note").PressSequentiallyAsync("in the ");
        await page.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Dark theme" })).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Page.Keyboard.TypeAsync("dark");
        await Assertions.Expect(page.Input("Note")).ToHaveValueAsync("in the dark");
    }

    [Fact(Timeout = 120_000)]
    public async Task List_of_people_that_changes_leaves_the_focus_where_it_is()
    {
        var page = await chromium.OpenAsync(bot, Person);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "You are" }).ClickAsync();
        var dialog = page.Page.GetByRole(AriaRole.Dialog, new() { Name = "Who are you?" });
        var somebody = dialog.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("in a window of their own$") }).Nth(2);
        await somebody.FocusAsync();
        (await bot.Http.PostAsJsonAsync("/simulator/api/people", new { name = "Late Comer", mail = "late@city.example" })).EnsureSuccessStatusCode();
        await dialog.GetByRole(AriaRole.Link, new() { Name = "Late Comer" }).First.WaitForAsync();
        (await bot.Http.PutAsJsonAsync("/simulator/api/people/ben-hartog/refusal", new { code = "BotDisabledByAdmin" })).EnsureSuccessStatusCode();
        await dialog.GetByText("BotDisabledByAdmin").WaitForAsync();
        await KeepAsync(page, "people");
        await Assertions.Expect(somebody).ToBeFocusedAsync();
        Assert.Equal([], page.Errors);
    }

    // Ends when the page shows it.
    private async Task<string> ShowAsync(TeamsPage page, string title, string? inPlaceOf = null, string note = "", string why = "")
    {
        var message = await bot.ShowCardAsync(Person, Card(title, note, why), inPlaceOf);
        await page.SeesAsync(title);
        return message;
    }

    private static string Card(string title, string note, string why) => $$"""
        {
          "type": "AdaptiveCard", "version": "1.5",
          "body": [
            { "type": "TextBlock", "text": "{{title}}" },
            { "type": "Input.Text", "id": "note", "label": "Note", "value": "{{note}}" },
            { "type": "Input.Text", "id": "why", "label": "Why", "isMultiline": true, "value": "{{why}}" },
            { "type": "Input.Number", "id": "count", "label": "Count" },
            { "type": "Input.Date", "id": "day", "label": "Day" },
            { "type": "Input.Toggle", "id": "tick", "title": "Tick" },
            { "type": "Input.ChoiceSet", "id": "colour", "label": "Colour", "style": "expanded",
              "choices": [ { "title": "Red", "value": "r" }, { "title": "Blue", "value": "b" } ] },
            { "type": "Input.ChoiceSet", "id": "size", "label": "Size",
              "choices": [ { "title": "Small", "value": "s" }, { "title": "Large", "value": "l" } ] },
            { "type": "Input.ChoiceSet", "id": "who", "label": "Who", "style": "filtered", "placeholder": "Type a name", "choices": [],
              "choices.data": { "type": "Data.Query", "dataset": "graph.microsoft.com/users" } }
          ],
          "actions": [
            { "type": "Action.Execute", "title": "Save", "verb": "save" },
            { "type": "Action.ShowCard", "title": "More", "card": { "type": "AdaptiveCard", "body": [ { "type": "Input.Text", "id": "substitute", "label": "Substitute" } ] } }
          ]
        }
        """;

    // The bot knows no card of these tests: what it would say to the next press is said for it.
    private static async Task AnswerAsync(TeamsPage page, string outcome) =>
        await page.Page.RouteAsync(PressPath(), route => route.FulfillAsync(new() { ContentType = "application/json", Body = outcome }), new() { Times = 1 });

    // With KEEP_PICTURES naming a folder, what was seen is kept there to be looked at.
    private static async Task KeepAsync(TeamsPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("KEEP_PICTURES") is { Length: > 0 } folder)
            await page.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"typed-{name}.png") });
    }

    [GeneratedRegex(@"/messages/[^/?]+/press\?")]
    private static partial Regex PressPath();
}
