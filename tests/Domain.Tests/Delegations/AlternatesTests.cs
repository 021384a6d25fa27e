using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Tests.Delegations;

public sealed class AlternatesTests
{
    private static readonly DelegationId Detroit = Ids.Delegation("Detroit");

    [Fact]
    public void Who_keeps_the_plan_comes_before_who_was_nominated_earlier()
    {
        // Dee is the only resident and the plan wants one: Fay before Eli.
        var story = Given.NominatedDelegation();

        var alternates = For(story, "Dee");

        Assert.Equal([Ids.Candidate("Fay"), Ids.Candidate("Eli")], alternates.Select(a => a.Candidate.Id));
        Assert.Equal([AlternateReason.KeepsPlan, AlternateReason.SameSector], alternates[0].Reasons);
        Assert.Equal([new SectorShort(Sector.Resident, 0, 1)], alternates[1].Balance.Gaps.OfType<SectorShort>());
    }

    [Fact]
    public void Of_two_who_keep_the_plan_who_stands_for_what_was_sought_comes_first()
    {
        var story = Given.NominatedDelegation();
        Assert.Equal([Ids.Candidate("Eli"), Ids.Candidate("Fay")], For(story, "Ben").Select(a => a.Candidate.Id));
        story.With(new NominateCandidates(Detroit, [Given.Nominee("Gus", Sector.NonProfit)]));
        Assert.Equal(Ids.Candidate("Gus"), For(story, "Cleo")[0].Candidate.Id);
    }

    [Fact]
    public void A_seat_keeps_what_was_sought_when_its_holder_is_gone()
    {
        var story = Given.InvitedDelegates();
        var seat = story.Delegation().SeatOf(Ids.Candidate("Dee"))!.Value;
        story.Answered("Dee", RsvpAnswer.Declined).With(new WithdrawCandidate(Detroit, Ids.Candidate("Dee")));

        Assert.Equal(Sector.Resident, story.Delegation().SoughtAt(seat)?.Sector);
        Assert.Equal(Ids.Candidate("Fay"), Alternates.For(story.State, story.Delegation(), seat)[0].Candidate.Id);
    }

    [Fact]
    public void Who_said_that_they_don_t_come_is_no_alternate()
    {
        var story = Given.InvitedDelegates();
        var seat = story.Delegation().SeatOf(Ids.Candidate("Dee"))!.Value;
        story.Answered("Dee", RsvpAnswer.Declined);

        Assert.DoesNotContain(Alternates.For(story.State, story.Delegation(), seat), a => a.Candidate.Id == Ids.Candidate("Dee"));
    }

    [Fact]
    public void Where_nobody_keeps_the_plan_the_nearest_comes_first()
    {
        // Without Ana nobody stands for policy. Eli and Fay leave one gap; Hal, of an organisation that has its two already, leaves two.
        var story = Given.NominatedDelegation().With(new ChooseSeats(Detroit, [.. new[] { "Ana", "Ben", "Eli", "Dee" }.Select(Ids.Candidate)]))
            .With(new NominateCandidates(Detroit, [Given.Nominee("Hal", Sector.Practitioner, "Housing Fund"), Given.Nominee("Ida", Sector.Private, "Housing Fund")]))
            .With(new SetSeatPlan(Detroit, Given.FourSeats with { MostFromOneOrganisation = 1 }));

        var alternates = For(story, "Ana");

        Assert.Equal(["Cleo", "Fay", "Hal", "Ida"], alternates.Select(a => Name(a.Candidate.Id)));
        Assert.Equal([1, 1, 2, 2], alternates.Select(a => a.Balance.Departure));
    }

    [Fact]
    public void A_seat_that_isn_t_there_has_no_alternates() =>
        Assert.Empty(Alternates.For(Given.NominatedDelegation().State, Given.NominatedDelegation().Delegation(), new SeatNumber(9)));

    private static string Name(CandidateId id) => new[] { "Ana", "Ben", "Cleo", "Dee", "Eli", "Fay", "Gus", "Hal", "Ida" }.Single(n => Ids.Candidate(n) == id);

    private static System.Collections.Immutable.ImmutableArray<SeatAlternate> For(Story story, string holder) =>
        Alternates.For(story.State, story.Delegation(), story.Delegation().SeatOf(Ids.Candidate(holder))!.Value);
}
