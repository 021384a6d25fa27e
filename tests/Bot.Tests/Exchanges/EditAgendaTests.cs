using CoordinatorBot.Bot.Tests.Infrastructure;

namespace CoordinatorBot.Bot.Tests.Exchanges;

/// <summary>The agenda is edited on its card: each change is checked, said, and can be undone.</summary>
public sealed class EditAgendaTests(TeamsHost host) : IClassFixture<TeamsHost>
{
    [Fact]
    public async Task Exchange_card_shows_the_usual_agenda_and_edit_leads_to_it()
    {
        var nora = await WithExchangeAsync("Agenda shown");

        Assert.Contains("09:00 Expert content · 10:45 Facilitated discussion", (await nora.SayAsync("status"))[^1].AllText, StringComparison.Ordinal);
        var agenda = await nora.PressedAsync((await nora.SayAsync("edit"))[^1], "Agenda");

        Assert.Contains("09:00–10:30", agenda.AllText, StringComparison.Ordinal);
        Assert.Contains("Participant-led action planning", agenda.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_is_added_with_its_lead_and_undone()
    {
        var nora = await WithExchangeAsync("Agenda added");
        var form = await nora.PressedAsync((await nora.SayAsync("agenda"))[^1], "Add a session");

        var added = await nora.PressedAsync(form, "Save", new { day = "1", starts = "07:30", minutes = 60, kind = "SocialTime", title = "Breakfast <b>🌱</b>", lead = "Ana O'Neil" });
        await nora.PressAsync(form, "Save", new { day = "1", starts = "07:30", minutes = 60, kind = "SocialTime", title = "Breakfast <b>🌱</b>", lead = "Ana O'Neil" });
        var status = (await nora.SayAsync("status"))[^1].AllText;
        await nora.SayAsync("undo");

        Assert.Contains("Breakfast <b>🌱</b> (Social time), led by Ana O'Neil", added.AllText, StringComparison.Ordinal);
        Assert.Contains("“undo” takes it back", added.AllText, StringComparison.Ordinal);
        Assert.Single(status.Split("Breakfast").Skip(1));
        Assert.DoesNotContain("Breakfast", (await nora.SayAsync("agenda"))[^1].AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9:30", 60, "overlaps “Expert content” on day 1, 09:00–10:30")]
    [InlineData("23:30", 60, "past midnight")]
    [InlineData("07:00", 0, "5 to 720 minutes")]
    [InlineData("07:00", 900, "5 to 720 minutes")]
    [InlineData("half past nine", 60, "write it as 09:30")]
    public async Task Session_that_cannot_be_is_refused_and_what_was_typed_stays(string starts, int minutes, string why)
    {
        var nora = await WithExchangeAsync($"Agenda {starts.Replace(':', ' ')} {minutes}");
        var form = await nora.PressedAsync((await nora.SayAsync("agenda"))[^1], "Add a session");

        var refused = await nora.PressedAsync(form, "Save", new { day = "1", starts, minutes, kind = "SiteTour", title = "Typed title", lead = "Typed lead" });

        Assert.Contains(why, refused.AllText, StringComparison.Ordinal);
        Assert.Contains("Typed title", refused.AllText, StringComparison.Ordinal);
        Assert.Contains("Typed lead", refused.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain("Typed", (await nora.SayAsync("agenda"))[^1].AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_outside_the_dates_is_refused()
    {
        var nora = await WithExchangeAsync("Agenda outside");
        var form = await nora.PressedAsync((await nora.SayAsync("agenda"))[^1], "Add a session");

        var refused = await nora.PressedAsync(form, "Save", new { day = "9", starts = "09:00", minutes = 60, kind = "SiteTour" });

        Assert.Contains("Day 9 is outside the exchange, which lasts 2 days", refused.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_is_moved_changed_and_removed()
    {
        var nora = await WithExchangeAsync("Agenda changed");

        var moved = await nora.PressedAsync((await nora.SayAsync("agenda"))[^1], "Move later");
        var form = await nora.PressedAsync(moved, "Change");
        var changed = await nora.PressedAsync(form, "Save", new { title = "Land banks" });
        var removed = await nora.PressedAsync(await nora.PressedAsync(changed, "Change"), "Remove it");

        Assert.Contains("09:00–10:30 Facilitated discussion", moved.AllText, StringComparison.Ordinal);
        Assert.Contains("10:45–12:15 Land banks (Expert content)", changed.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain("Land banks", removed.AllText, StringComparison.Ordinal);
        Assert.Contains("10:45–12:15 Facilitated discussion", (await nora.PressedAsync(removed, "Usual agenda")).AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_that_somebody_changed_meanwhile_is_not_overwritten()
    {
        var nora = await WithExchangeAsync("Agenda twice");
        var first = await nora.PressedAsync((await nora.SayAsync("agenda"))[^1], "Change");
        var second = await nora.PressedAsync((await nora.SayAsync("agenda"))[^1], "Change");
        await nora.PressedAsync(first, "Save", new { title = "Mine" });

        var stale = await nora.PressedAsync(second, "Save", new { title = "Theirs" });

        Assert.Contains("Somebody changed that session meanwhile", stale.AllText, StringComparison.Ordinal);
        Assert.Contains("Mine", stale.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain("Theirs", (await nora.SayAsync("agenda"))[^1].AllText, StringComparison.Ordinal);
    }

    private async Task<PersonInTeams> WithExchangeAsync(string title)
    {
        var nora = await host.PlayAsync("nora-whitfield");
        await nora.SayAsync($"new exchange {title}");
        await nora.SayAsync("skip");
        await nora.SayAsync("Albany");
        await nora.SayAsync("in 20 weeks");
        await nora.SayAsync("Detroit, Flint");
        return nora;
    }
}
