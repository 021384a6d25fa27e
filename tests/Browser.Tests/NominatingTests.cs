using CoordinatorBot.Browser.Tests.Infrastructure;

namespace CoordinatorBot.Browser.Tests;

/// <summary>Nominating as a person does it: somebody picked from the directory, two who look alike, an order.</summary>
public sealed class NominatingTests(Chromium chromium, RunningBot bot) : IClassFixture<RunningBot>
{
    [Fact(Timeout = 180_000)]
    public async Task Somebody_is_picked_while_typing_two_alike_are_made_one_and_all_are_scored()
    {
        var page = await chromium.OpenAsync(bot, "nora-whitfield");
        foreach (var said in new[] { "new exchange", "Breathing Lights", "skip", "Albany", "3-5 May 2027", "Detroit", "done" })
            await page.SayAsync(said);

        await page.SayAsync("new nominee Detroit");
        await page.SeesAsync("New nominee of Detroit");
        await page.Messages.GetByPlaceholder("Type a name").Last.PressSequentiallyAsync("dwa");
        await page.Messages.GetByText("Dwayne Coles (", new() { Exact = false }).Last.ClickAsync();
        await KeepAsync(page, "picked");
        await page.PressAsync("Add");
        await page.SeesSomewhereAsync("Added: Dwayne Coles");

        await page.SayAsync("form delegation Detroit");
        await page.SayAsync("Ben Okafor, Director, Land Bank, ben@landbank.example, nonprofit");
        await page.SayAsync("B. Okafor, , Land Bank, , resident");
        await page.SeesSomewhereAsync("One person?");
        await KeepAsync(page, "alike");
        await page.PressAsync("They are one person");
        await page.SeesSomewhereAsync("Ben Okafor is one person now");
        await page.SayAsync("done");

        await page.SayAsync("reviewers");
        await page.Input("Or a mail address").FillAsync("nora.whitfield@exchange.example");
        await page.PressAsync("Save");
        await page.SeesSomewhereAsync("I ask them in a minute");
        await KeepAsync(page, "reviewers");
        await page.SayAsync("rank");
        await KeepAsync(page, "order");
        Assert.Equal([], page.Errors);
    }

    // With KEEP_PICTURES naming a folder, what was seen is kept there to be looked at.
    private static async Task KeepAsync(TeamsPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("KEEP_PICTURES") is { Length: > 0 } folder)
            await page.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"nominating-{name}.png") });
    }
}
