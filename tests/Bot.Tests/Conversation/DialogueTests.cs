using CoordinatorBot.Bot.Tests.Infrastructure;

namespace CoordinatorBot.Bot.Tests.Conversation;

/// <summary>A dialogue lives through silence, and through two devices of one person.</summary>
public sealed class DialogueTests(TeamsHost host) : IClassFixture<TeamsHost>
{
    [Fact]
    public async Task After_days_of_silence_a_greeting_brings_the_open_question_back_and_the_answer_is_taken()
    {
        var nora = await host.PlayAsync("nora-whitfield");
        await nora.SayAsync("new exchange Silence");
        await nora.SayAsync("skip");
        host.Clock.Advance(TimeSpan.FromDays(9));

        var greeted = await nora.SayAsync("hello");
        var asked = await nora.SayAsync("Albany");

        Assert.Contains("Which city hosts", greeted[^1].Text, StringComparison.Ordinal);
        Assert.Contains("When is it", asked[^1].AllText, StringComparison.Ordinal);
        await nora.SayAsync("cancel");
    }

    [Fact]
    public async Task Answers_sent_from_two_devices_at_once_are_both_taken_one_after_the_other()
    {
        var nora = await host.PlayAsync("nora-whitfield");
        await nora.SayAsync("new exchange Two devices");

        await Task.WhenAll(nora.SayAsync("Albany"), nora.SayAsync("Albany"));

        await nora.SayAsync("cancel");
        var card = (await nora.SayAsync("open Two devices"))[^1];
        Assert.Contains("What should change: Albany", card.AllText, StringComparison.Ordinal);
        Assert.Contains("Where: Albany", card.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_of_a_question_answered_on_another_device_still_works_and_the_open_question_stays()
    {
        var nora = await host.PlayAsync("nora-whitfield");
        await nora.SayAsync("new exchange Old card");
        await nora.SayAsync("skip");
        var dates = (await nora.SayAsync("Albany"))[^1];
        await nora.SayAsync("in 20 weeks, 2 days");

        await nora.PressedAsync(dates, "exchange.dates", new { first = "2027-05-03", last = "2027-05-05" });
        var end = await nora.SayAsync("Flint");

        Assert.Contains("3–5 May 2027", end[^1].AllText, StringComparison.Ordinal);
        Assert.Contains("Flint", end[^1].AllText, StringComparison.Ordinal);
    }
}
