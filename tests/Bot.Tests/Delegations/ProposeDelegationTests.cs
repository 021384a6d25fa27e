using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Bot.Tests.Delegations;

public sealed class ProposeDelegationTests(DelegationHost host) : IClassFixture<DelegationHost>
{
    private static readonly string[] People =
    [
        "Ana Ruiz, Planner, City of Detroit, ana@d.example, practitioner",
        "Ben Okafor, Director, Land Bank, ben@d.example, nonprofit",
        "Cleo Park, Resident leader, Block Club, cleo@d.example, resident",
        "Dan Wu, Engineer, City of Detroit, dan@d.example, practitioner",
    ];

    [Fact]
    public async Task The_best_delegation_is_shown_with_why_and_seated_when_accepted()
    {
        var story = await GivenAsync(new SeatPlan(3, [new(Sector.Resident, new(1, 1))], 2, []));

        var card = (await story.Nora.SayAsync("propose Detroit"))[^1];
        Assert.Contains("none fits the plan better", card.AllText);
        Assert.Contains("Dan Wu: others as good were nominated before", card.AllText);

        var accepted = await story.Nora.PressedAsync(card, "Seat these people", new { reason = "They know the land bank and *each other*." });
        Assert.Contains("Seats given as proposed", accepted.AllText);
        Assert.Contains("They know the land bank and *each other*.", (await story.Nora.SayAsync("decisions Detroit"))[^1].AllText);
        Assert.Equal(["Ana Ruiz", "Ben Okafor", "Cleo Park"], await SeatedAsync(story));
    }

    [Fact]
    public async Task Who_is_kept_in_comes_and_a_swap_is_seen_before_it_is_made()
    {
        var story = await GivenAsync(new SeatPlan(3, [new(Sector.Resident, new(1, 1))], 2, []));
        var card = (await story.Nora.SayAsync("propose Detroit"))[^1];
        var ids = (await story.DelegationAsync()).Candidates.Values.OrderBy(c => c.Rank).Select(c => c.Id.ToString()).ToArray();

        var again = await story.Nora.PressedAsync(await story.Nora.PressedAsync(card, "Adjust"), "Ask again", new { keepIn = ids[3], keepOut = ids[0] });
        Assert.Contains("Ana Ruiz: left out by you", again.AllText);
        var swap = await story.Nora.PressedAsync(await story.Nora.PressedAsync(again, "Adjust"), "See what it changes", new { leaves = ids[2], comes = ids[0] });
        Assert.Contains("Ana Ruiz for Cleo Park", swap.AllText);
        Assert.Contains("Residents: nobody yet", swap.AllText);
        Assert.Empty(await SeatedAsync(story));

        await story.Nora.PressedAsync(swap, "Seat them with this swap");
        Assert.Equal(["Ana Ruiz", "Ben Okafor", "Dan Wu"], (await SeatedAsync(story)).Order());
    }

    [Fact]
    public async Task With_fewer_people_than_seats_a_plan_for_those_people_is_one_press_away()
    {
        var story = await GivenAsync(new SeatPlan(6, [], 2, []));

        var card = (await story.Nora.SayAsync("propose Detroit"))[^1];
        Assert.Contains("4 seats: a smaller delegation", card.AllText);

        var changed = await story.Nora.PressedAsync(card, "Do this");
        Assert.Contains("Seat these people", changed.AllText);
        Assert.Equal(4, (await story.DelegationAsync()).Plan.Seats);

        await story.Nora.PressedAsync(changed, "Seat these people", new { reason = "All of them" });
        await story.Nora.PressedAsync((await story.Nora.SayAsync("propose Detroit"))[^1], "Seat these people", new { reason = "The same again" });
        var log = (await story.Nora.SayAsync("decisions Detroit"))[^1].AllText;
        Assert.Contains("All of them", log);
        Assert.Contains("seats left as they were", log);
        Assert.Contains("The same again", log);
    }

    [Fact]
    public async Task When_none_fits_the_wishes_that_conflict_are_named_and_a_change_is_one_press_away()
    {
        var story = await GivenAsync(new SeatPlan(3, [new(Sector.Resident, new(2, 2)), new(Sector.Practitioner, new(1, 1))], 2, []));

        var card = (await story.Nora.SayAsync("propose Detroit"))[^1];
        Assert.Contains("No delegation fits the plan", card.AllText);
        Assert.Contains("Residents: at least 2", card.AllText);
        Assert.Contains("Or nominate one more person: Residents: at least 2", card.AllText);

        var changed = await story.Nora.PressedAsync(card, "Do this");
        Assert.Contains("Plan changed", changed.AllText);
        Assert.Contains("Seat these people", changed.AllText);
        Assert.Equal(new Domain.Delegations.Range(1, 2), (await story.DelegationAsync()).Plan.RangeOf(Sector.Resident));
    }

    [Fact]
    public async Task The_further_wishes_of_a_plan_are_behind_more_and_stay_when_they_are_not_shown()
    {
        var story = await GivenAsync(new SeatPlan(3, [], 2, []));
        var form = await story.Nora.PressedAsync((await story.Nora.SayAsync("seat plan Detroit"))[^1], "More wishes");
        var refused = await story.Nora.PressedAsync(form, "Save", new Dictionary<string, string> { ["languages"] = "Spanish please" });
        Assert.Contains("“Spanish please” can't be read", refused.AllText);
        var saved = await story.Nora.PressedAsync(refused, "Save", new Dictionary<string, string> { ["languages"] = "es 1, en", ["role-Leader"] = "1", ["government"] = "50", ["newcomers"] = "0-2" });
        Assert.Contains("Plan saved", saved.AllText);
        var plan = (await story.DelegationAsync()).Plan;
        Assert.Equal([new LanguageMinimum("es", 1), new LanguageMinimum("en", 1)], plan.Languages);
        Assert.Equal((50, new Domain.Delegations.Range(0, 2), new RoleMinimum(RoleInChange.Leader, 1)), (plan.MostGovernment, plan.Newcomers, plan.Roles.Single()));
        Assert.Contains("Leaders: 0 of at least 1", saved.AllText);
    }

    private async Task<Story> GivenAsync(SeatPlan plan)
    {
        var story = await host.GivenAsync("Detroit");
        await story.NominateAsync(People);
        var d = await story.DelegationAsync();
        await story.SendAsync(new ChooseSeats(d.Id, []));
        await story.SendAsync(new SetSeatPlan(d.Id, plan));
        return story;
    }

    private static async Task<string[]> SeatedAsync(Story story)
    {
        var d = await story.DelegationAsync();
        var names = (await story.NamesAsync()).Zip(d.Candidates.Values.OrderBy(c => c.Rank)).ToDictionary(p => p.Second.Id, p => p.First);
        return [.. d.Seated.Select(c => names[c.Id])];
    }
}
