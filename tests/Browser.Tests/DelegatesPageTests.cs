using System.Globalization;
using System.Text.Json;

using CoordinatorBot.Browser.Tests.Infrastructure;

using Microsoft.Playwright;

namespace CoordinatorBot.Browser.Tests;

/// <summary>Somebody without Teams gets a letter, opens its link and answers: on a phone, by the keyboard, in their language, with a screen reader.</summary>
public sealed class DelegatesPageTests(Chromium chromium, RunningBot bot) : IClassFixture<RunningBot>
{
    private const string Coordinator = "nora-whitfield";
    private const string Delegate = "lena-fischer";
    private const string Accept = "Accept";

    [Fact(Timeout = 180_000)]
    public async Task Delegate_without_Teams_answers_by_the_link_in_their_letter()
    {
        var coordinator = await chromium.OpenAsync(bot, Coordinator);
        await InviteAsync(coordinator);
        var teams = await chromium.OpenAsync(bot, Delegate, narrow: true);
        await teams.Page.GetByRole(AriaRole.List, new() { Name = "Letters" }).GetByRole(AriaRole.Button).First.ClickAsync();
        var letter = teams.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(letter).ToContainTextAsync("would like you to join Detroit's delegation");
        await FindsNothingAsync(teams.Page, "the letter");
        var page = await teams.Page.RunAndWaitForPopupAsync(() => letter.Locator(".letter-text a").ClickAsync());
        var errors = Listen(page);
        await Assertions.Expect(Button(page, Accept)).ToBeVisibleAsync();
        await ShootAsync(page, "open");
        await FitsAsync(page);
        foreach (var dark in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = dark });
            await FindsNothingAsync(page, $"the page, {dark}");
        }

        await ShootAsync(page, "dark");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await ProposeNobodyAsync(page);
        await AnswerByKeyboardAsync(page);
        await ShootAsync(page, "answered");
        await FindsNothingAsync(page, "the page, answered");
        await page.GetByRole(AriaRole.Link, new() { Name = "Español" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "es");
        await Assertions.Expect(page.Locator("#card")).ToContainTextAsync("Aceptó el");
        Assert.Equal([], errors);
    }

    private static async Task InviteAsync(TeamsPage coordinator)
    {
        var first = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(16 * 7);
        foreach (var said in new[] { "new exchange", "Breathing Lights", "Each city leaves with a plan", "Albany, NY", string.Create(CultureInfo.InvariantCulture, $"{first:d MMMM yyyy} to {first.AddDays(2):d MMMM yyyy}"), "Detroit" })
            await coordinator.SayAsync(said);
        await coordinator.SayAsync("form delegation Detroit");
        await coordinator.SayAsync("Lena Fischer, Urban renewal officer, Stadt Leipzig, lena.fischer@leipzig.example, city practitioner");
        await coordinator.SeesSomewhereAsync("1 of 6 seats");
        await coordinator.SayAsync("invite Detroit");
        await coordinator.SeesAsync("They get a letter by mail");
        await coordinator.PressAsync("Send 1 invitation");
        await coordinator.PressUntilAsync("Look again", "1 of 1 delivered");
    }

    // A field that is missing is said beside it, without a way to the server.
    private static async Task ProposeNobodyAsync(IPage page)
    {
        await Button(page, "Propose somebody instead").ClickAsync();
        await Button(page, "Propose").ClickAsync();
        await Assertions.Expect(page.GetByText("Please give the name of the person you propose.")).ToBeVisibleAsync();
        await FindsNothingAsync(page, "the page, proposing");
        await Button(page, "Propose somebody instead").ClickAsync();
    }

    private static async Task AnswerByKeyboardAsync(IPage page)
    {
        await page.GetByLabel("A note for").FillAsync("I bring the plans.");
        for (var pressed = 0; pressed < 10 && !await Button(page, Accept).EvaluateAsync<bool>("b => b === document.activeElement"); pressed++)
            await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("You accepted on");
        Assert.Equal("card", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(Button(page, "Change my answer")).ToBeFocusedAsync();
    }

    private static List<string> Listen(IPage page)
    {
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        page.Console += (_, said) =>
        {
            if (said.Type is "error" or "warning")
                errors.Add(said.Text);
        };
        return errors;
    }

    private static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static async Task FitsAsync(IPage page) =>
        Assert.Equal(390, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));

    // For whoever wants to look: SCREENSHOTS names a folder.
    private static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"delegate-{name}.png"), FullPage = true });
    }

    private static async Task FindsNothingAsync(IPage page, string where)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(Built.Axe));
        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations");
        var violations = found.EnumerateArray()
            .Select(v => $"{where}: {v.GetProperty("id").GetString()}: {v.GetProperty("help").GetString()}\n  " + string.Join("\n  ", v.GetProperty("nodes").EnumerateArray().Take(3).Select(n => n.GetProperty("html").GetString())));
        Assert.Equal([], violations);
    }
}
