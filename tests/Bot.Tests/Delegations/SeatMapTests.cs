using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Bot.Tests.Delegations;

/// <summary>The seats of a delegation by sector, by word and by button.</summary>
public sealed class SeatMapTests(DelegationHost host) : IClassFixture<DelegationHost>
{
    [Fact]
    public async Task The_map_shows_each_seat_who_stands_behind_it_and_the_balance()
    {
        var story = await host.GivenAsync("Detroit", "Flint");
        await story.SendAsync(new SetSeatPlan((await story.DelegationAsync()).Id, SeatPlan.Default with { Seats = 2, Sectors = [new(Domain.Sector.Policy, new(1, 1)), new(Domain.Sector.Resident, new(1, 1))] }));
        await story.NominateAsync("Ana Ruiz, Mayor, City of Detroit, ana@detroit.example, policy", "Dee Young, resident, dee@detroit.example", "Fay Long, resident, fay@detroit.example");

        var map = Assert.Single(await story.Nora.SayAsync("seats Detroit")).AllText;

        Assert.Contains("Policy makers: 1 of 1 · ✓ as planned", map, StringComparison.Ordinal);
        Assert.Contains("Ana Ruiz, City of Detroit · ● not invited yet", map, StringComparison.Ordinal);
        Assert.Contains("behind: Fay Long", map, StringComparison.Ordinal);
        Assert.Contains("Now: 2 of 2 seats", map, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_opens_from_the_delegation_and_leads_back()
    {
        var story = await host.GivenAsync("Detroit");
        var card = await story.NominateAsync("Ana Ruiz, Mayor, City of Detroit, ana@detroit.example, policy");

        var map = await story.Nora.PressedAsync(card, "Seat map");
        var back = await story.Nora.PressedAsync(map, "Back to the delegation");

        Assert.Contains("Seats of Detroit", map.AllText, StringComparison.Ordinal);
        Assert.Contains("Residents: 0 of 1–2 · ▲ 1 missing", map.AllText, StringComparison.Ordinal);
        Assert.Contains("In the delegation", back.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_the_seats_of_an_exchange_that_is_not_theirs()
    {
        await host.GivenAsync("Detroit");
        var alicia = await host.Teams.PlayAsync("alicia-brandt");

        Assert.DoesNotContain("Seats of", Assert.Single(await alicia.SayAsync("seats Detroit")).AllText, StringComparison.Ordinal);
    }
}
