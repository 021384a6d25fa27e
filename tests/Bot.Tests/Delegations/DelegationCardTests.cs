using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Bot.Tests.Delegations;

public sealed class DelegationCardTests(DelegationHost host) : IClassFixture<DelegationHost>
{
    private static readonly string[] People =
    [
        "Ana Ruiz, Planner, City of Detroit, ana@d.example, practitioner",
        "Ben Okafor, Director, Land Bank, ben@d.example, nonprofit",
        "Cleo Park, Resident leader, Block Club, cleo@d.example, resident",
    ];

    [Fact]
    public async Task Seats_are_chosen_and_those_not_chosen_are_alternates()
    {
        var story = await host.GivenAsync("Detroit");
        var card = await story.NominateAsync(People);
        var ben = await IdOfAsync(story, 1);
        var saved = await story.Nora.PressedAsync(await story.Nora.PressedAsync(card, "Choose seats"), "Save", new { chosen = ben.ToString() });
        Assert.Contains("Seats saved", saved.AllText);
        Assert.Equal([ben], (await story.DelegationAsync()).Seated.Select(c => c.Id));
        Assert.Contains("Alternates, in order", saved.AllText);
    }

    [Fact]
    public async Task More_people_than_seats_is_refused_and_the_ticks_stay()
    {
        var story = await host.GivenAsync("Detroit");
        var card = await story.NominateAsync(People);
        var d = await story.DelegationAsync();
        await story.SendAsync(new ChooseSeats(d.Id, []));
        await story.SendAsync(new SetSeatPlan(d.Id, new SeatPlan(2, [], 2, [])));
        var all = string.Join(',', d.Candidates.Keys);
        var refused = await story.Nora.PressedAsync(await story.Nora.PressedAsync(card, "Choose seats"), "Save", new { chosen = all });
        Assert.Contains("You ticked 3 people, but there are 2 seats", refused.AllText);
        Assert.All(d.Candidates.Keys, id => Assert.Contains(id.ToString(), refused.AllText));
        Assert.Empty((await story.DelegationAsync()).Seated);
    }

    [Theory]
    [InlineData("seats", "0", "must be a whole number from 2 to 20")]
    [InlineData("seats", "900", "must be a whole number from 2 to 20")]
    [InlineData("most", "0", "must be a whole number from 1 to 20")]
    [InlineData("sector-resident", "many", "“many” is no range")]
    [InlineData("sector-resident", "3-1", "from 3 to 1 is not a range")]
    [InlineData("sector-resident", "9", "The minimums add up to")]
    public async Task A_plan_that_cannot_be_met_is_refused_and_what_was_written_stays(string input, string value, string why)
    {
        var story = await host.GivenAsync("Detroit");
        var card = await story.NominateAsync(People);
        var refused = await story.Nora.PressedAsync(await story.Nora.PressedAsync(card, "Edit plan"), "Save", new Dictionary<string, string> { [input] = value });
        Assert.Contains(why, refused.AllText);
        Assert.Contains(value, refused.AllText);
        Assert.Equal(SeatPlan.Default, (await story.DelegationAsync()).Plan);
    }

    [Fact]
    public async Task A_plan_is_saved_with_those_who_must_be_in()
    {
        var story = await host.GivenAsync("Detroit");
        var card = await story.NominateAsync(People);
        var ana = await IdOfAsync(story, 0);
        var inputs = new Dictionary<string, string> { ["seats"] = "4", ["sector-policy"] = "", ["sector-resident"] = "1 to 3", ["mustHave"] = ana.ToString() };
        var saved = await story.Nora.PressedAsync(await story.Nora.PressedAsync(card, "Edit plan"), "Save", inputs);
        Assert.Contains("Plan saved", saved.AllText);
        var plan = (await story.DelegationAsync()).Plan;
        Assert.Equal((4, new Domain.Delegations.Range(0, 4), new Domain.Delegations.Range(1, 3)), (plan.Seats, plan.RangeOf(Sector.Policy), plan.RangeOf(Sector.Resident)));
        Assert.Equal([ana], plan.MustHave);
    }

    [Fact]
    public async Task The_same_choice_after_an_undo_is_carried_out_again()
    {
        var story = await host.GivenAsync("Detroit");
        var card = await story.NominateAsync(People);
        var ana = await IdOfAsync(story, 0);
        var first = await story.Nora.PressedAsync(await story.Nora.PressedAsync(card, "Choose seats"), "Save", new { chosen = ana.ToString() });
        await story.SendAsync(new UndoLast());
        Assert.Equal(3, (await story.DelegationAsync()).Seated.Count());
        await story.Nora.PressedAsync(await story.Nora.PressedAsync(first, "Choose seats"), "Save", new { chosen = ana.ToString() });
        Assert.Equal([ana], (await story.DelegationAsync()).Seated.Select(c => c.Id));
    }

    [Fact]
    public async Task A_delegation_that_departs_from_its_plan_is_confirmed_after_its_gaps_were_shown()
    {
        var story = await host.GivenAsync("Detroit");
        var card = await story.NominateAsync(People);
        var asked = await story.Nora.PressedAsync(card, "Confirm delegation");
        Assert.Contains("Policy makers: nobody yet", asked.AllText);
        Assert.Equal(DelegationStage.Forming, (await story.DelegationAsync()).Stage);

        var confirmed = await story.Nora.PressedAsync(asked, "Confirm anyway");

        Assert.Contains("Invite 3 people", confirmed.AllText);
        Assert.Equal(DelegationStage.Confirmed, (await story.DelegationAsync()).Stage);
    }

    [Fact]
    public async Task A_nominee_is_removed_by_name_and_it_is_said_how_to_take_that_back()
    {
        var story = await host.GivenAsync("Detroit");
        await story.NominateAsync(People);
        var seen = (await story.Nora.SayAsync("remove nominee okafor"))[0];
        Assert.Contains("Ben Okafor is removed. “undo” brings them back.", seen.AllText);
        Assert.Equal(["Ana Ruiz", "Cleo Park"], await story.NamesAsync());
    }

    [Fact]
    public async Task Corrected_mail_must_be_one_and_nobody_elses()
    {
        var story = await host.GivenAsync("Detroit");
        var card = await story.NominateAsync(People);
        var ben = await IdOfAsync(story, 1);
        var form = await story.Nora.PressedAsync(await story.Nora.PressedAsync(card, "Correct or remove"), "Correct", new { candidate = ben.ToString() });
        var bad = await story.Nora.PressedAsync(form, "Save", new { mail = "ben.example", sector = "private" });
        Assert.Contains("“ben.example” is no mail address", bad.AllText);
        var taken = await story.Nora.PressedAsync(bad, "Save", new { mail = "ana@d.example" });
        Assert.Contains("belongs to Ana Ruiz", taken.AllText);
        Assert.Contains("One person?", taken.AllText);
        var again = await story.Nora.PressedAsync(await story.Nora.PressedAsync(await story.Nora.PressedAsync(taken, "Later"), "Correct or remove"), "Correct", new { candidate = ben.ToString() });
        var saved = await story.Nora.PressedAsync(again, "Save", new { name = "Benjamin Okafor", mail = "benjamin@d.example", sector = "private" });
        Assert.Contains("Benjamin Okafor is corrected", saved.AllText);
        Assert.Equal(Sector.Private, (await story.DelegationAsync()).Candidates[ben].Sector);
        Assert.Contains("Benjamin Okafor", await story.NamesAsync());
    }

    [Fact]
    public async Task A_lead_is_named_by_mail_and_forms_the_delegation()
    {
        var story = await host.GivenAsync("Detroit");
        var card = await story.NominateAsync(People);
        var dwayne = await host.Teams.PlayAsync("dwayne-coles");
        var named = await story.Nora.PressedAsync(await story.Nora.PressedAsync(card, "Name lead"), "Save", new { leadMail = dwayne.Mail });
        Assert.Contains("Dwayne Coles leads Detroit's delegation now", named.AllText);
        Assert.Contains("Ana Ruiz", (await dwayne.SayAsync("form delegation Detroit"))[0].AllText);
    }

    [Fact]
    public async Task The_roster_names_who_is_in_by_city()
    {
        var story = await host.GivenAsync("Detroit", "Flint");
        await story.NominateAsync(People);
        var roster = Assert.Single(await story.Nora.SayAsync("roster"));
        Assert.Contains("Detroit: 3 of 6 seats", roster.AllText);
        Assert.Contains("Cleo Park, Resident leader, Block Club", roster.AllText);
        Assert.Contains("Flint: 0 of 6 seats", roster.AllText);
    }

    private static async Task<CandidateId> IdOfAsync(Story story, int rank) =>
        (await story.DelegationAsync()).Candidates.Values.OrderBy(c => c.Rank).ElementAt(rank).Id;
}
