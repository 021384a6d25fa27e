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

    [Theory]
    [InlineData("Open Streets")]
    [InlineData("Status quo and after: parks")]
    public async Task A_title_that_begins_with_a_command_is_a_title(string title)
    {
        var person = await host.PlayAsync("nora-whitfield");
        await person.SayAsync("new exchange");

        await person.SayAsync(title);

        await person.SayAsync("cancel");
        var list = await person.SayAsync("exchanges");
        Assert.Contains(list, a => a.AllText.Contains(title, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_reads_like_a_command_is_taken_when_the_person_goes_on()
    {
        var person = await host.PlayAsync("tomas-rivera");
        await person.SayAsync("new exchange");
        var asked = await person.SayAsync("new exchange of ideas on water");
        Assert.Contains(asked, a => a.Suggestions.Contains("Seguir"));

        await person.SayAsync("Seguir");

        await person.SayAsync("cancelar");
        var list = await person.SayAsync("intercambios");
        Assert.Contains(list, a => a.AllText.Contains("new exchange of ideas on water", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_command_asks_whether_to_leave()
    {
        var person = await host.PlayAsync("nora-whitfield");
        await person.SayAsync("new exchange");

        var asked = await person.SayAsync("exchanges");
        var left = await person.SayAsync("Leave");

        Assert.Contains(asked, a => a.Suggestions.Contains("Go on"));
        Assert.Contains(left, a => a.AllText.Contains("exchange", StringComparison.Ordinal));
        Assert.DoesNotContain(left, a => a.Suggestions.Contains("Go on"));
    }
}
