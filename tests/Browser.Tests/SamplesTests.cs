using System.Text.Json.Nodes;

using CoordinatorBot.Browser.Tests.Infrastructure;

namespace CoordinatorBot.Browser.Tests;

/// <summary>The samples, loaded by their buttons one after another: whoever tries the bot may load all of them.</summary>
public sealed class SamplesTests(Chromium chromium, RunningBot bot) : IClassFixture<RunningBot>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Fact(Timeout = 400_000)]
    public async Task Each_sample_plays_to_its_end_by_its_button()
    {
        var page = await chromium.OpenAsync(bot, "nora-whitfield");
        var files = Directory.GetFiles(Built.Samples, "*.play.json");
        Assert.Equal(3, files.Length);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var title = (string)JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!["title"]!;
            await page.LoadSampleAsync(title, Patience);
            await page.SayAsync($"open {title}");
            await page.SeesAsync(title);
        }

        Assert.Equal([], page.Errors);
    }
}
