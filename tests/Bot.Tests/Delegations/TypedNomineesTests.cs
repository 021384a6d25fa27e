using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Bot.Tests.Delegations;

public sealed class TypedNomineesTests(DelegationHost host) : IClassFixture<DelegationHost>
{
    private const string Ana = "Ana Ruiz, Planner, City of Detroit, ana.ruiz@detroit.example, practitioner";

    [Fact]
    public async Task A_clean_line_is_added_at_once_and_the_card_shows_what_is_still_missing()
    {
        var story = await host.GivenAsync("Detroit");
        var asked = await story.Nora.SayAsync("form delegation");
        Assert.Contains("0 of 6 seats", asked[0].AllText);
        Assert.Contains("Type a line for each person", asked[1].Text);

        var seen = await story.Nora.SayAsync(Ana);

        Assert.Contains("Ana Ruiz", seen[0].AllText);
        Assert.Contains("1 of 6 seats", seen[0].AllText);
        Assert.Contains("Residents: nobody yet", seen[0].AllText);
        var candidate = Assert.Single((await story.DelegationAsync()).Candidates.Values);
        Assert.Equal(Sector.Practitioner, candidate.Sector);
    }

    [Fact]
    public async Task Somebody_nominated_already_is_said_and_not_added_twice()
    {
        var story = await host.GivenAsync("Detroit");
        await story.Nora.SayAsync("form delegation");
        await story.Nora.SayAsync(Ana);
        var again = await story.Nora.SayAsync("ANA RUIZ, planner, city of detroit");
        Assert.Contains("nominated already: Ana Ruiz", again[0].AllText);
        Assert.Equal(["Ana Ruiz"], await story.NamesAsync());
    }

    [Fact]
    public async Task A_line_again_with_the_mail_that_was_missing_adds_the_mail()
    {
        var story = await host.GivenAsync("Detroit");
        await story.Nora.SayAsync("form delegation");
        var without = await story.Nora.SayAsync("Lou Park, Baker, Park Bakery, private");
        Assert.Contains("no mail yet", without[0].AllText);
        var with = await story.Nora.SayAsync("Lou Park, Baker, Park Bakery, lou@park.example, private");
        Assert.Contains("the mail address is added", with[0].AllText);
        Assert.DoesNotContain("no mail yet", with[0].AllText);
    }

    [Fact]
    public async Task A_mail_without_an_at_is_shown_before_anything_is_stored()
    {
        var story = await host.GivenAsync("Detroit");
        await story.Nora.SayAsync("form delegation");
        var seen = await story.Nora.SayAsync("Ben Okafor, Director, Land Bank, ben.landbank.example, nonprofit");
        Assert.Contains("is no mail address", seen[0].AllText);
        Assert.Empty((await story.DelegationAsync()).Candidates);
    }

    [Fact]
    public async Task A_list_that_waits_is_not_forgotten_by_saying_done_and_is_added_by_saying_yes()
    {
        var story = await host.GivenAsync("Detroit", "Flint");
        await story.Nora.SayAsync("form delegation Detroit");
        var shown = await story.Nora.SayAsync(string.Join('\n', Enumerable.Range(1, 5).Select(i => $"Person Number{(char)('A' + i)}, Planner, City {i}, waits{i}@example.org, practitioner")));
        Assert.Equal(["yes", "no"], shown[^1].Suggestions);

        var done = await story.Nora.SayAsync("done");
        Assert.Contains("the list is not added", done[0].AllText, StringComparison.Ordinal);
        Assert.Empty((await story.DelegationAsync()).Candidates);
        var added = await story.Nora.SayAsync("yes");

        Assert.Contains("5 people added", added[0].AllText, StringComparison.Ordinal);
        Assert.Equal(5, (await story.DelegationAsync()).Candidates.Count);
        Assert.Contains("of 6 seats", (await story.Nora.SayAsync("done"))[0].AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_waits_is_dropped_by_saying_no()
    {
        var story = await host.GivenAsync("Detroit");
        await story.Nora.SayAsync("form delegation");
        var preview = (await story.Nora.SayAsync("Somebody"))[0];

        Assert.Contains("nothing of it is kept", (await story.Nora.SayAsync("no"))[0].Text, StringComparison.Ordinal);

        Assert.Contains("0 of 6 seats", (await story.Nora.SayAsync("done"))[0].AllText, StringComparison.Ordinal);
        await story.Nora.PressedAsync(preview, "import.add");
        Assert.Empty((await story.DelegationAsync()).Candidates);
    }

    [Fact]
    public async Task A_yes_after_the_button_was_pressed_is_no_nominee()
    {
        var story = await host.GivenAsync("Detroit");
        await story.Nora.SayAsync("form delegation");
        var preview = (await story.Nora.SayAsync("Somebody"))[0];
        await story.Nora.PressedAsync(preview, "import.add");
        Assert.Contains("not asking anything just now", Assert.Single(await story.Nora.SayAsync("yes")).Text, StringComparison.Ordinal);
        await story.Nora.SayAsync("form delegation");

        Assert.Contains("of 6 seats", Assert.Single(await story.Nora.SayAsync("yes")).AllText, StringComparison.Ordinal);
        Assert.Single((await story.DelegationAsync()).Candidates);
    }

    [Fact]
    public async Task Markup_emoji_and_right_to_left_names_are_shown_as_they_are()
    {
        var story = await host.GivenAsync("Detroit");
        await story.Nora.SayAsync("form delegation");
        foreach (var name in new[] { "<b>Eve</b> **Stone**", "Zoë 🌱 Green", "ليلى حداد" })
        {
            var seen = await story.Nora.SayAsync($"{name}; Organiser; Gardens; {name.Length}@gardens.example; resident");
            Assert.Contains(name, seen[0].AllText);
        }

        Assert.Equal(3, (await story.DelegationAsync()).Candidates.Count);
    }

    [Fact]
    public async Task Somebody_whose_sector_nobody_said_is_asked_about()
    {
        var story = await host.GivenAsync("Detroit");
        await story.Nora.SayAsync("form delegation");
        var asked = (await story.Nora.SayAsync("Kim Novak, Printer, Novak Press, kim@novak.example"))[0];
        Assert.Contains("I don't know yet what these people stand for", asked.AllText);
        var candidate = (await story.DelegationAsync()).Candidates.Values.Single();
        var saved = await story.Nora.PressedAsync(asked, "Save", new Dictionary<string, string> { [$"sector-{candidate.Id}"] = "private" });
        Assert.Contains("1 sector saved", saved.AllText);
        Assert.Equal(Sector.Private, (await story.DelegationAsync()).Candidates.Values.Single().Sector);
    }

    [Fact]
    public async Task Without_a_city_each_city_is_a_button()
    {
        var story = await host.GivenAsync("Detroit", "Flint");
        var which = (await story.Nora.SayAsync("form delegation"))[0];
        var flint = await story.Nora.PressedAsync(which, "Flint");
        Assert.Contains("0 of 6 seats", flint.AllText);
        Assert.Contains("is none of the cities", (await story.Nora.SayAsync("form delegation Atlantis"))[0].AllText);
    }

    [Fact]
    public async Task Nobody_but_coordinators_and_the_lead_sees_a_delegation()
    {
        var story = await host.GivenAsync("Detroit");
        await story.NominateAsync(Ana);
        var tomas = await host.Teams.PlayAsync("tomas-rivera");
        var card = (await story.Nora.SayAsync("form delegation"))[0];
        await story.Nora.SayAsync("done");
        Assert.NotNull(card.Card);
        await story.SendAsync(new NameLead((await story.DelegationAsync()).Id, (await host.PersonAsync(await host.Teams.PlayAsync("alicia-brandt")))));

        var alicia = await host.Teams.PlayAsync("alicia-brandt");
        var seen = (await alicia.SayAsync("form delegation Detroit"))[0];
        Assert.Contains("Ana Ruiz", seen.AllText);
        Assert.DoesNotContain("Confirm delegation", seen.AllText);
        Assert.DoesNotContain("Ana Ruiz", (await (await host.Teams.PlayAsync("maya-lindqvist")).SayAsync("roster"))[0].AllText);
        Assert.DoesNotContain("Ana Ruiz", string.Concat((await tomas.SayAsync("roster")).Select(m => m.AllText)));
    }
}
