using CoordinatorBot.Bot.Tests.Infrastructure;

namespace CoordinatorBot.Bot.Tests.Conversation;

public sealed class HelpTests(TeamsHost host) : IClassFixture<TeamsHost>
{
    [Fact]
    public async Task Help_names_the_next_step_first_and_offers_it()
    {
        var nora = await host.PlayAsync("nora-whitfield");

        var before = await nora.SayAsync("help");
        await nora.SayAsync("new exchange");
        foreach (var answer in new[] { "Rain gardens", "skip", "Albany", "in 16 weeks, 2 days", "Dayton" })
            await nora.SayAsync(answer);
        var after = await nora.SayAsync("help");
        var next = await nora.SayAsync("What should I do next?");

        Assert.Contains(before, a => a.AllText.Contains("Begin your first exchange", StringComparison.Ordinal));
        Assert.Contains(after, a => a.AllText.Contains("Rain gardens", StringComparison.Ordinal) && a.AllText.Contains("form delegation Dayton", StringComparison.Ordinal));
        Assert.Contains(next, a => a.Suggestions is ["form delegation Dayton", ..]);
    }

    [Theory]
    [InlineData("help delegations", "take a nominee off the list")]
    [InlineData("help invite", "for one city")]
    public async Task Help_with_a_topic_or_a_command_says_more_of_it(string said, string expected)
    {
        var nora = await host.PlayAsync("nora-whitfield");

        var answers = await nora.SayAsync(said);

        Assert.Contains(answers, a => a.AllText.Contains(expected, StringComparison.Ordinal));
    }
}
