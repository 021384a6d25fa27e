using System.Text.Json;

using CoordinatorBot.Browser.Tests.Infrastructure;

using Microsoft.Playwright;

namespace CoordinatorBot.Browser.Tests;

/// <summary>The page and the bot's cards can be used by everybody: axe-core finds nothing, the keyboard is enough, and so is a phone.</summary>
public sealed class AccessibilityTests(Chromium chromium, LoadedBot bot) : IClassFixture<LoadedBot>
{
    private const string Coordinator = "nora-whitfield";
    private const string Delegate = "dkowalczyk";

    [Theory(Timeout = 120_000)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Axe_finds_nothing_on_the_page_with_the_cards_of_the_bot(bool narrow, bool dark)
    {
        var page = await chromium.OpenAsync(bot.Bot, Coordinator, narrow, dark);
        await FindsNothingAsync(page, "the list of chats");
        await page.OpenChatAsync("CoordinatorBot");
        await Assertions.Expect(page.Messages.Last).ToBeVisibleAsync();
        await FindsNothingAsync(page, "the cards of a coordinator");
        foreach (var (person, chat) in new[] { (Delegate, "CoordinatorBot"), ("renee-tolliver", "CoordinatorBot"), ("grace-oyelaran", "Exchanges") })
        {
            await page.BecomeAsync(person);
            await page.OpenChatAsync(chat);
            await Assertions.Expect(page.Messages.Last).ToBeVisibleAsync();
            await FindsNothingAsync(page, $"what {person} sees");
        }

        Assert.Equal([], page.Errors);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Axe_finds_nothing_in_the_dialogs(bool dark)
    {
        var page = await chromium.OpenAsync(bot.Bot, Coordinator, narrow: true, dark);
        foreach (var (button, dialog) in new[] { ("You are", "Who are you?"), ("Move the clock", "Move the clock"), ("Simulator controls", "Simulator controls") })
        {
            await page.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            var open = page.Page.GetByRole(AriaRole.Dialog, new() { Name = dialog });
            await Assertions.Expect(open).ToBeVisibleAsync();
            await FindsNothingAsync(page, dialog);
            await page.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(open).ToBeHiddenAsync();
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Delegate_answers_with_the_keyboard_alone()
    {
        var page = await chromium.OpenAsync(bot.Bot, "teenie-whitlow");
        await page.SeesSomewhereAsync("would like you to join");
        Assert.InRange(await page.TabToAsync("Accept", 40), 1, 40);
        await page.Page.Keyboard.PressAsync("Enter");
        await page.SeesSomewhereAsync("You accepted on");
        // The answer can be changed from where one is: focus isn't lost to the top of the page.
        Assert.InRange(await page.TabToAsync("Change my answer", 5), 1, 5);
        await page.Page.Keyboard.PressAsync("Enter");
        await page.SeesSomewhereAsync("A note for");
    }

    [Fact(Timeout = 60_000)]
    public async Task Delegate_answers_on_a_phone_by_two_taps_without_scrolling_sideways()
    {
        var page = await chromium.OpenAsync(bot.Bot, "spettiford", narrow: true);
        await page.OpenChatAsync("CoordinatorBot");
        await page.SeesSomewhereAsync("would like you to join");
        await Assertions.Expect(page.Button("Accept")).ToBeInViewportAsync();
        Assert.Equal(390, await page.Page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.querySelector('#log-frame').scrollWidth)"));
        await page.PressAsync("Accept");
        await page.SeesSomewhereAsync("You accepted on");
    }

    internal static async Task FindsNothingAsync(TeamsPage page, string where)
    {
        await page.Page.EvaluateAsync(await File.ReadAllTextAsync(Built.Axe));
        var found = await page.Page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations");
        var violations = found.EnumerateArray()
            .Select(v => $"{where}: {v.GetProperty("id").GetString()}: {v.GetProperty("help").GetString()}\n  " + string.Join("\n  ", v.GetProperty("nodes").EnumerateArray().Take(3).Select(n => n.GetProperty("html").GetString())));
        Assert.Equal([], violations);
    }
}
