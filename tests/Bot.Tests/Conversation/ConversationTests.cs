using CoordinatorBot.Bot.Tests.Infrastructure;

namespace CoordinatorBot.Bot.Tests.Conversation;

public sealed class ConversationTests(TeamsHost host) : IClassFixture<TeamsHost>
{
    [Fact]
    public async Task Help_shows_what_this_person_can_do_here()
    {
        var nora = await host.PlayAsync("nora-whitfield");

        var answers = await nora.SayAsync("help");

        Assert.Contains(answers, a => a.AllText.Contains("help", StringComparison.Ordinal) && a.Card is not null);
    }

    [Fact]
    public async Task A_typo_is_answered_with_what_was_probably_meant()
    {
        var nora = await host.PlayAsync("nora-whitfield");

        var answers = await nora.SayAsync("hlep");

        Assert.Contains(answers, a => a.Suggestions.Contains("help"));
    }

    [Fact]
    public async Task Somebody_who_reads_Spanish_is_answered_in_Spanish()
    {
        var tomas = await host.PlayAsync("tomas-rivera");

        var answers = await tomas.SayAsync("ayuda");

        Assert.Contains(answers, a => a.AllText.Contains("Qué puede hacer aquí", StringComparison.Ordinal));
    }
}
