using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Tests.Delegations;

public sealed class SuccessionTests
{
    [Fact]
    public void Where_no_seat_is_free_nobody_moves_and_the_balance_is_as_it_is()
    {
        var story = Given.NominatedDelegation();

        var after = Succession.Of(story.State, story.Delegation());

        Assert.Empty(after.Moves);
        Assert.Equal(Composition.BalanceOf(story.Delegation()).Seated, after.Balance.Seated);
    }

    [Fact]
    public void A_free_seat_goes_to_its_first_alternate_and_the_plan_is_met_again()
    {
        var story = Given.InvitedDelegates().Answered("Dee", RsvpAnswer.Declined);
        Assert.False(Composition.BalanceOf(story.Delegation()).FitsPlan);

        var after = Succession.Of(story.State, story.Delegation());

        Assert.Equal("Fay", Assert.Single(Given.Delegates.Append("Eli").Append("Fay"), n => Ids.Candidate(n) == Assert.Single(after.Moves).Candidate.Id));
        Assert.True(after.Balance.FitsPlan);
    }

    [Fact]
    public void Nobody_moves_to_two_seats()
    {
        var story = Given.InvitedDelegates();
        foreach (var name in Given.Delegates)
            story.Answered(name, RsvpAnswer.Declined);

        var after = Succession.Of(story.State, story.Delegation());

        Assert.Equal(2, after.Moves.Length);
        Assert.Equal(2, after.Moves.Select(m => m.Candidate.Id).Distinct().Count());
        Assert.Equal(2, after.Balance.Seated);
    }
}
