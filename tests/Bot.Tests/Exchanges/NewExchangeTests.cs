using CoordinatorBot.Bot.Tests.Infrastructure;

namespace CoordinatorBot.Bot.Tests.Exchanges;

/// <summary>An exchange is put on its feet by five answers, and nothing that was answered is lost.</summary>
public sealed class NewExchangeTests(TeamsHost host) : IClassFixture<TeamsHost>
{
    [Fact]
    public async Task Five_answers_put_an_exchange_on_its_feet()
    {
        var nora = await host.PlayAsync("nora-whitfield");

        await nora.SayAsync("new exchange");
        await nora.SayAsync("Breathing Lights");
        await nora.SayAsync("Each city tries one vacant lot programme");
        var zone = await nora.SayAsync("Albany");
        var dates = await nora.SayAsync("in 9 weeks, 2 days");
        var end = await nora.SayAsync("Detroit, Flint, MI and Minneapolis");

        Assert.Contains("America/New_York because Albany lies there", zone[0].Text, StringComparison.Ordinal);
        Assert.Contains("I understood", dates[0].Text, StringComparison.Ordinal);
        var card = end[^1].AllText;
        Assert.Contains("Breathing Lights", card, StringComparison.Ordinal);
        Assert.Contains("Flint, MI", card, StringComparison.Ordinal);
        Assert.Contains("instead of the usual 16", card, StringComparison.Ordinal);
        Assert.Contains("0 of 6", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Title_of_a_draft_goes_on_with_the_draft()
    {
        var nora = await host.PlayAsync("nora-whitfield");
        await nora.SayAsync("new exchange");
        await nora.SayAsync("Half done");
        await nora.SayAsync("skip");
        await nora.SayAsync("Leipzig");
        await nora.SayAsync("cancel");

        var asked = await nora.SayAsync("new exchange");
        var goesOn = await nora.SayAsync("half DONE");

        Assert.Contains("Half done", asked[0].Suggestions);
        Assert.Contains("go on", goesOn[0].Text, StringComparison.Ordinal);
        Assert.Contains("When is it?", goesOn[1].AllText, StringComparison.Ordinal);
        await nora.SayAsync("cancel");
    }

    [Fact]
    public async Task Back_shows_what_was_answered_and_keeps_it()
    {
        var tomas = await host.PlayAsync("tomas-rivera");
        await tomas.SayAsync("nuevo intercambio");
        await tomas.SayAsync("Solares");
        await tomas.SayAsync("saltar");
        await tomas.SayAsync("Puebla");

        var back = await tomas.SayAsync("atrás");
        var kept = await tomas.SayAsync(back[0].Suggestions[0]);

        Assert.Contains("Puebla", back[0].Text, StringComparison.Ordinal);
        Assert.NotNull(kept[^1].Card);
        await tomas.SayAsync("cancelar");
    }

    [Theory]
    [InlineData("yesterday", "can't read dates")]
    [InlineData("5/3/2027", "month by its name")]
    [InlineData("31 June 2027", "no such day")]
    [InlineData("3-5 May 2020", "in the past")]
    [InlineData("5 May 2027 to 3 May 2027", "before the first")]
    [InlineData("3-5 May 2187", "years away")]
    [InlineData("1-30 May 2027", "at most 14")]
    public async Task Dates_that_cannot_be_met_are_asked_again(string typed, string why)
    {
        var nora = await host.PlayAsync("nora-whitfield");
        await nora.SayAsync($"new exchange Dates {typed.Replace('/', '-')}");
        await nora.SayAsync("skip");
        await nora.SayAsync("Albany");

        var answer = await nora.SayAsync(typed);

        Assert.Contains(why, answer[0].Text, StringComparison.Ordinal);
        Assert.NotNull(answer[1].Card);
        await nora.SayAsync("cancel");
    }

    [Fact]
    public async Task Dates_picked_on_the_card_are_taken_and_the_questions_go_on()
    {
        var nora = await host.PlayAsync("nora-whitfield");
        await nora.SayAsync("new exchange Picked dates");
        await nora.SayAsync("skip");
        var asked = (await nora.SayAsync("Detroit"))[^1];

        var taken = await nora.PressedAsync(asked, "exchange.dates", new { first = "2027-05-03", last = "2027-05-05" });

        Assert.Contains("I understood", taken.AllText, StringComparison.Ordinal);
        Assert.Contains("Which cities", (await nora.MessagesAsync())[^1].Text, StringComparison.Ordinal);
        Assert.Contains("3–5 May 2027", (await nora.SayAsync("Flint"))[^1].AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Title_too_long_is_asked_again_and_odd_signs_stay()
    {
        var nora = await host.PlayAsync("nora-whitfield");
        await nora.SayAsync("new exchange");

        var tooLong = await nora.SayAsync(new string('x', 121));
        await nora.SayAsync("<b>Solares</b> **vacíos** 🌱 مدينة");
        await nora.SayAsync("cancel");

        Assert.Contains("1 to 120", tooLong[0].Text, StringComparison.Ordinal);
        Assert.Contains("<b>Solares</b> **vacíos** 🌱 مدينة", (await nora.SayAsync("open solares"))[^1].AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_coordinate_makes_no_exchange()
    {
        var alicia = await host.PlayAsync("alicia-brandt");

        var answer = await alicia.SayAsync("new exchange Mine");

        Assert.Contains("Only coordinators", Assert.Single(answer).Text, StringComparison.Ordinal);
        Assert.Contains("no exchange", (await alicia.SayAsync("exchanges"))[0].Text, StringComparison.Ordinal);
    }
}
