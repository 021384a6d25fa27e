using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Tests.Invitations;

public sealed class AlternateTests
{
    private static readonly DelegationId Detroit = Ids.Delegation("Detroit");

    [Fact]
    public void Of_two_alternates_given_one_seat_exactly_one_gets_it_and_the_other_hears_who_did()
    {
        var story = Given.InvitedDelegates().Answered("Dee", RsvpAnswer.Declined);
        story.Send(Story.Owner, Promote(story, "Dee", "Eli")).Gave(typeof(SeatTaken), typeof(InvitationSent));

        Assert.Equal(Ids.Person("Eli"), story.Ask(Story.Colleague, Promote(story, "Dee", "Fay")).Refused<SeatIsTaken>().Holder);
        story.Ask(Story.Owner, Promote(story, "Dee", "Eli")).Refused<CandidateIsInvited>();
        Assert.Equal(story.InvitationOf("Dee").Seat, story.Delegation().SeatOf(Ids.Candidate("Eli")));
    }

    [Fact]
    public void A_seat_or_a_person_that_is_not_there_is_refused()
    {
        var story = Given.InvitedDelegates().Answered("Dee", RsvpAnswer.Declined);
        story.Ask(Story.Owner, Promote(story, "Dee", "Eli") with { Seat = new SeatNumber(9) }).Refused<SeatUnknown>();
        story.Ask(Story.Owner, Promote(story, "Dee", "Nobody")).Refused<CandidateUnknown>();
        story.Ask(Story.Owner, Promote(story, "Dee", "Ana")).Refused<CandidateIsInvited>();
        story.Ask(Story.Lead, Promote(story, "Dee", "Eli")).Refused<CoordinatorsOnly>();
        story.Ask(Actor.Bot, Promote(story, "Dee", "Eli")).Refused<CoordinatorsOnly>();
        Given.NominatedDelegation().Ask(Story.Owner, new PromoteAlternate(Detroit, new(1), Ids.Candidate("Eli"), Ids.Invitation("Eli"))).Refused<NotDecidedYet>();
    }

    [Fact]
    public void An_alternate_may_decline_and_the_next_is_proposed()
    {
        var story = Given.InvitedDelegates().Answered("Dee", RsvpAnswer.Declined).With(Promote(Given.InvitedDelegates(), "Dee", "Fay")).Answered("Fay", RsvpAnswer.Declined);
        Assert.Equal(Ids.Person("Eli"), Assert.Single(Blockers.Of(story.State, DutyPolicy.Default, story.Now).OfType<SeatsVacant>()).Next);
    }

    [Fact]
    public void Where_the_exchange_says_so_the_best_alternate_is_invited_by_itself_after_a_decline_and_the_next_after_theirs()
    {
        var story = Given.InvitedDelegates().With(new SetAnswerRules(AnswerRules.Default with { AlternatesAtOnce = true })).Answered("Dee", RsvpAnswer.Declined);
        Assert.False(story.Deliver().Sits("Fay"));

        story.After(TimeSpan.FromMinutes(1)).Deliver();
        Assert.True(story.Sits("Fay"));
        var invitation = story.InvitationOf("Fay");
        story.With(Story.Guest("Fay"), new AnswerInvitation(invitation.Id, RsvpAnswer.Declined, story.Exchange.TermsRevision, 0)).After(TimeSpan.FromMinutes(1)).Deliver();
        Assert.True(story.Sits("Eli"));
    }

    [Fact]
    public void Where_the_exchange_says_so_alternates_are_invited_after_a_lapse_as_far_as_they_go()
    {
        var story = Given.InvitedDelegates().With(new SetAnswerRules(AnswerRules.Default with { AlternatesAtOnce = true })).On(new DateOnly(2027, 3, 2)).Deliver();
        story.After(TimeSpan.FromMinutes(1)).Deliver();
        Assert.Equal((true, true), (story.Sits("Eli"), story.Sits("Fay")));
        Assert.Equal(2, story.Delegation().Seated.Count());
    }

    [Fact]
    public void A_decline_taken_back_within_a_minute_invites_nobody()
    {
        var story = Given.InvitedDelegates().With(new SetAnswerRules(AnswerRules.Default with { AlternatesAtOnce = true }))
            .Answered("Dee", RsvpAnswer.Declined).After(TimeSpan.FromSeconds(30)).Deliver().Answered("Dee", RsvpAnswer.Accepted);
        story.After(TimeSpan.FromHours(1)).Deliver();
        Assert.Equal((true, false), (story.Sits("Dee"), story.Sits("Fay")));
    }

    [Fact]
    public void A_seat_nobody_ever_held_is_not_filled_by_itself()
    {
        var story = Given.InvitedDelegates().With(new SetAnswerRules(AnswerRules.Default with { AlternatesAtOnce = true }))
            .With(new SetSeatPlan(Detroit, Given.FourSeats with { Seats = 5 })).After(TimeSpan.FromHours(1)).Deliver();
        Assert.False(story.Sits("Eli"));
    }

    private static PromoteAlternate Promote(Story story, string left, string alternate) =>
        new(Detroit, story.InvitationOf(left).Seat, Ids.Candidate(alternate), Ids.Invitation(alternate));
}
