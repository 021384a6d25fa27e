using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Tests.Delegations;

public sealed class RankingTests
{
    private static readonly DelegationId Detroit = Ids.Delegation("Detroit");

    private static RankCandidates Order(params string[] names) => new(Detroit, [.. names.Select(Ids.Candidate)]);

    private static string[] Ranked(Story story) =>
        [.. story.Delegation().Candidates.Values.OrderBy(c => c.Rank).Select(c => new[] { "Ana", "Ben", "Cleo", "Dee", "Eli", "Fay" }.Single(n => Ids.Candidate(n) == c.Id))];

    [Fact]
    public void A_part_of_the_list_is_ordered_in_the_places_it_holds_and_can_be_undone()
    {
        var story = Given.NominatedDelegation().With(Story.Lead, Order("Fay", "Eli", "Ben"));
        Assert.Equal(["Ana", "Fay", "Cleo", "Dee", "Eli", "Ben"], Ranked(story));
        story.With(Story.Lead, new UndoLast());
        Assert.Equal(["Ana", "Ben", "Cleo", "Dee", "Eli", "Fay"], Ranked(story));
    }

    [Fact]
    public void Ranking_moves_alternates_and_nobody_off_a_seat()
    {
        var story = Given.NominatedDelegation();
        var seats = story.Delegation().Seats;
        story.With(Order("Fay", "Eli", "Dee", "Cleo", "Ben", "Ana"));
        Assert.Equal(seats, story.Delegation().Seats);
        Assert.Equal([Ids.Candidate("Fay"), Ids.Candidate("Eli")], story.Delegation().Alternates.Select(c => c.Id));
    }

    [Fact]
    public void A_lead_ranks_their_own_city_only()
    {
        var story = Given.NominatedDelegation().With(new AddCity(Ids.Delegation("Flint"), "Flint"));
        story.Ask(Story.Lead, new RankCandidates(Ids.Delegation("Flint"), [])).Refused<CoordinatorsOnly>();
        story.Ask(Story.Lead, new NominateCandidates(Ids.Delegation("Flint"), [Given.Nominee("Gus", Sector.Private)])).Refused<CoordinatorsOnly>();
        story.Ask(Story.Stranger, Order("Fay")).Refused<CoordinatorsOnly>();
    }

    [Fact]
    public void An_order_of_people_who_aren_t_nominated_is_refused_and_the_order_there_is_changes_nothing()
    {
        var story = Given.NominatedDelegation();
        story.Ask(Story.Owner, Order("Ana", "Zoe")).Refused<CandidateUnknown>();
        Assert.Empty(story.Ask(Story.Owner, Order("Ana", "Ben", "Ana")).Events);
    }
}
