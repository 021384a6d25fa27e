using System.Net.Http.Json;
using System.Text.Json.Nodes;

using CoordinatorBot.Browser.Tests.Infrastructure;

using Microsoft.Playwright;

namespace CoordinatorBot.Browser.Tests;

/// <summary>The board draws every delegation, says the same as a table, and keeps up with what happens, on a phone as on a desk.</summary>
public sealed class BoardTests(Chromium chromium, LoadedBot bot) : IClassFixture<LoadedBot>
{
    private const string Coordinator = "nora-whitfield";

    [Theory(Timeout = 120_000)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Every_delegation_is_drawn_and_axe_finds_nothing(bool narrow, bool dark)
    {
        var page = await chromium.OpenAsync(bot.Bot, Coordinator, narrow, dark);
        await page.Page.GotoAsync(await LinkAsync());

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "Breathing Lights" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator("svg.map")).ToHaveCountAsync(4);
        Assert.Equal(24, await page.Page.Locator("svg.map .seat:not(.missing)").CountAsync());
        foreach (var table in await page.Page.GetByText("The same as a table").AllAsync())
            await table.ClickAsync();
        Assert.Equal(narrow ? 390 : 1280, await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await AccessibilityTests.FindsNothingAsync(page, "the board");
        Assert.Equal([], page.Errors);
    }

    [Fact(Timeout = 120_000)]
    public async Task The_table_says_what_the_picture_says()
    {
        var page = await chromium.OpenAsync(bot.Bot, Coordinator);
        await page.Page.GotoAsync(await LinkAsync());
        await page.Page.GetByText("The same as a table").First.ClickAsync();

        var detroit = page.Page.Locator("section").Filter(new() { Has = page.Page.GetByRole(AriaRole.Heading, new() { Name = "Detroit", Exact = true }) });
        var picture = (await detroit.Locator("svg .seat .number").AllTextContentsAsync()).Order();
        var table = (await detroit.Locator("details tbody tr td:nth-child(2)").AllTextContentsAsync()).Where(t => t != "–").Order();

        Assert.Equal(picture, table);
        Assert.Contains("Detroit:", await detroit.Locator("svg").GetAttributeAsync("aria-label"), StringComparison.Ordinal);
    }

    [Fact(Timeout = 120_000)]
    public async Task What_happens_meanwhile_shows_without_a_reload_and_an_open_table_stays_open()
    {
        var page = await chromium.OpenAsync(bot.Bot, Coordinator);
        await page.Page.GotoAsync(await LinkAsync());
        await page.Page.GetByText("The same as a table").First.ClickAsync();
        var cities = page.Page.Locator("svg.map");
        await Assertions.Expect(cities).ToHaveCountAsync(4);

        await bot.Bot.SayAsync(Coordinator, "add city Dayton");
        await page.Page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
        await Assertions.Expect(cities).ToHaveCountAsync(5);
        Assert.True(await page.Page.Locator("details").First.EvaluateAsync<bool>("d => d.open"));

        await bot.Bot.SayAsync(Coordinator, "remove city Dayton");
        await page.Page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");
        await Assertions.Expect(cities).ToHaveCountAsync(4);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_link_that_is_not_whole_says_so()
    {
        var page = await chromium.OpenAsync(bot.Bot, Coordinator);
        await page.Page.GotoAsync($"{(await LinkAsync())[..^4]}AAAA");

        await Assertions.Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "This link isn’t whole" })).ToBeVisibleAsync();
        await AccessibilityTests.FindsNothingAsync(page, "a link that isn't whole");
    }

    private async Task<string> LinkAsync()
    {
        await bot.Bot.SayAsync(Coordinator, "board");
        var person = (await bot.Bot.Http.GetFromJsonAsync<JsonArray>("/simulator/api/people", TestContext.Current.CancellationToken))!.Single(p => (string?)p!["id"] == Coordinator)!;
        var chat = await bot.Bot.Http.GetFromJsonAsync<JsonObject>($"/simulator/api/chats/{Uri.EscapeDataString((string)person["chat"]!)}?as={Coordinator}", TestContext.Current.CancellationToken);
        return (string)chat!["messages"]!.AsArray().Last()!["attachments"]![0]!["content"]!["actions"]![0]!["url"]!;
    }
}
