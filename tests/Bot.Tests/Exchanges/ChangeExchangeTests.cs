using CoordinatorBot.Bot.Tests.Infrastructure;

namespace CoordinatorBot.Bot.Tests.Exchanges;

/// <summary>What is done with an exchange once it stands: editing, sharing, undoing, calling off, and who may see it.</summary>
public sealed class ChangeExchangeTests(TeamsHost host) : IClassFixture<TeamsHost>
{
    [Fact]
    public async Task Saving_a_form_shows_what_changed()
    {
        var nora = await WithExchangeAsync("Form saved");
        var form = (await nora.SayAsync("edit"))[^1];

        var saved = await nora.PressedAsync(form, "Save", new { title = "Form saved twice", size = 40 });

        Assert.Contains("Saved: title and size.", saved.AllText, StringComparison.Ordinal);
        Assert.Contains("Form saved twice", saved.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(900)]
    public async Task Size_outside_the_range_is_refused_and_what_was_typed_stays(int size)
    {
        var nora = await WithExchangeAsync($"Size {size}");
        var form = (await nora.SayAsync("edit"))[^1];

        var refused = await nora.PressedAsync(form, "Save", new { title = "Typed", size });

        Assert.Contains("from 2 to 60", refused.AllText, StringComparison.Ordinal);
        Assert.Contains("Typed", refused.AllText, StringComparison.Ordinal);
        Assert.Contains($"Size {size}", (await nora.SayAsync("status"))[^1].AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_zone_is_refused_with_an_example_and_a_known_one_is_taken()
    {
        var nora = await WithExchangeAsync("Zoned");
        var form = await nora.PressedAsync((await nora.SayAsync("edit"))[^1], "Dates and place");

        var refused = await nora.PressedAsync(form, "Save", new { zone = "Atlantis/Center" });
        var saved = await nora.PressedAsync(refused, "Save", new { zone = "europe/paris" });

        Assert.Contains("America/New_York or Europe/Paris", refused.AllText, StringComparison.Ordinal);
        Assert.Contains("Europe/Paris", saved.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_that_was_filled_before_somebody_changed_it_overwrites_nothing()
    {
        var nora = await WithExchangeAsync("Two hands");
        var first = (await nora.SayAsync("edit"))[^1];
        var second = (await nora.SayAsync("edit"))[^1];
        await nora.PressedAsync(first, "Save", new { theme = "Vacant land" });

        var stale = await nora.PressedAsync(second, "Save", new { title = "Overwritten" });

        Assert.Contains("Somebody changed this", stale.AllText, StringComparison.Ordinal);
        Assert.Contains("Vacant land", stale.AllText, StringComparison.Ordinal);
        Assert.Contains("Two hands", (await nora.SayAsync("status"))[^1].AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_says_what_it_undid_and_a_second_press_undoes_nothing_more()
    {
        var nora = await WithExchangeAsync("Undone");
        var card = (await nora.SayAsync("add city Lyon"))[^1];

        var undone = await nora.PressedAsync(card, "Undo");
        await nora.PressAsync(card, "Undo");

        Assert.Contains("Lyon takes part no more", undone.AllText, StringComparison.Ordinal);
        Assert.Contains("Flint", (await nora.SayAsync("status"))[^1].AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cities_added_in_one_answer_are_undone_in_one()
    {
        var nora = await WithExchangeAsync("Undone together");
        await nora.SayAsync("add city Lyon, Leipzig, Dayton, Detroit");

        var undone = (await nora.SayAsync("undo"))[^1].AllText;

        Assert.Contains("Lyon, Leipzig and Dayton take part no more", undone, StringComparison.Ordinal);
        Assert.Contains("2 cities", undone, StringComparison.Ordinal);
        Assert.Contains("Flint", undone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calling_off_is_asked_for_and_undo_brings_it_back()
    {
        var nora = await WithExchangeAsync("Called off");
        var question = (await nora.SayAsync("cancel exchange"))[^1];

        var off = await nora.PressedAsync(question, "Call it off");
        var edit = await nora.SayAsync("edit");
        var back = await nora.PressedAsync(off, "Bring it back");

        Assert.Contains("nobody will be told", question.AllText, StringComparison.Ordinal);
        Assert.Contains("Cancelled", off.AllText, StringComparison.Ordinal);
        Assert.Contains("called off", edit[0].Text, StringComparison.Ordinal);
        Assert.Contains("after all", back.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task City_is_removed_by_name_and_an_unknown_one_is_asked_for()
    {
        var nora = await WithExchangeAsync("Cities");

        var unknown = await nora.SayAsync("remove city Paris");
        var removed = await nora.SayAsync("remove city FLINT");
        var twice = await nora.SayAsync("add city Detroit");

        Assert.Contains("remove city Flint", unknown[0].Suggestions);
        Assert.Contains("Flint takes part no more", removed[^1].AllText, StringComparison.Ordinal);
        Assert.Contains("already takes part", twice[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exchange_is_nobody_elses_until_it_is_shared()
    {
        var (nora, tomas) = (await WithExchangeAsync("Shared"), await host.PlayAsync("tomas-rivera"));
        var before = await tomas.SayAsync("open Shared");

        var bad = await nora.SayAsync("add coordinator tomas");
        var added = await nora.SayAsync($"add coordinator {tomas.Mail}");
        var after = await tomas.SayAsync("open Shared");

        Assert.DoesNotContain("Albany", before[^1].AllText, StringComparison.Ordinal);
        Assert.Contains("mail address", bad[0].Text, StringComparison.Ordinal);
        Assert.Contains("Tomás Rivera", added[^1].AllText, StringComparison.Ordinal);
        Assert.Contains("Albany", after[^1].AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_opens_the_exchange_that_is_then_meant()
    {
        var nora = await WithExchangeAsync("First of two");
        await WithExchangeAsync("Second of two");
        await nora.SayAsync("open First of two");

        Assert.Contains("First of two", (await nora.SayAsync("status"))[^1].AllText, StringComparison.Ordinal);
        Assert.Contains("open now", (await nora.SayAsync("exchanges"))[^1].AllText, StringComparison.Ordinal);
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
