using System.Collections.Immutable;

using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Tests.Digests;

public sealed class BlockerTests
{
    private static readonly DelegationId Detroit = Ids.Delegation("Detroit");

    private static PersonId Owner => Story.Owner.Person!.Value;

    private static ImmutableArray<Blocker> Of(Story story) => Blockers.Of(story.State, DutyPolicy.Default, story.Now);

    private static ExchangeDigest Digest(Story story, int from = 0) => ExchangeDigest.Of(story.State, story.Commits.Skip(from), DutyPolicy.Default, story.Now);

    [Fact]
    public void A_draft_waits_for_its_owner_to_say_where_and_when() => Assert.Equal([Owner], Assert.IsType<TermsNeeded>(Assert.Single(Of(Given.DraftExchange()))).Owes);

    [Fact]
    public void Without_a_city_nothing_goes_on() => Assert.IsType<CitiesNeeded>(Assert.Single(Of(Given.DraftExchange().With(new SetTerms(Given.Albany)))));

    [Fact]
    public void A_delegation_with_gaps_waits_for_its_lead_and_a_whole_one_for_the_owner()
    {
        var story = Given.NominatedDelegation();
        Assert.Equal([Owner], Assert.IsType<DelegationUndecided>(Assert.Single(Of(story))).Owes);
        story.With(new WithdrawCandidate(Detroit, Ids.Candidate("Ana")));
        Assert.Equal([Story.Lead.Person!.Value], Assert.Single(Of(story)).Owes);
        Assert.False(Assert.Single(Of(story)).Urgent);
        Assert.True(Assert.Single(Of(story.On(story.Exchange.Deadlines!.NominationsClose.AddDays(1)))).Urgent);
        Assert.Equal([Owner], Assert.Single(Of(story.With(new NameLead(Detroit, null)))).Owes);
    }

    [Fact]
    public void Who_holds_a_seat_uninvited_is_for_the_owner_to_invite() =>
        Assert.Equal(4, Assert.IsType<NotInvited>(Assert.Single(Of(Given.NominatedDelegation().With(new ConfirmDelegation(Detroit, false))))).People.Length);

    [Fact]
    public void Who_is_silent_owes_the_answer_and_after_the_deadline_urgently()
    {
        var story = Given.InvitedDelegates().Answered("Ana", RsvpAnswer.Accepted).Answered("Ben", RsvpAnswer.Tentative);
        var missing = Assert.IsType<AnswersMissing>(Assert.Single(Of(story)));
        Assert.Equal([Ids.Person("Cleo"), Ids.Person("Dee")], missing.Owes);
        Assert.Equal((new DateOnly(2027, 3, 1), false), (missing.Due, missing.Urgent));
        Assert.True(Assert.Single(Of(story.On(new DateOnly(2027, 3, 2)))).Urgent);
    }

    [Fact]
    public void The_urgent_come_first()
    {
        var story = Given.InvitedDelegates().Answered("Dee", RsvpAnswer.Declined).With(new AddCity(Ids.Delegation("Flint"), "Flint"));
        Assert.Equal([typeof(SeatsVacant), typeof(AnswersMissing), typeof(DelegationUndecided)], Of(story).Select(b => b.GetType()));
    }

    [Fact]
    public void A_substitute_for_old_terms_doesn_t_wait_for_a_decision_any_more()
    {
        var story = Given.InvitedDelegates().Answered("Ana", RsvpAnswer.SubstituteProposed, words: 1);
        Assert.Contains(Of(story), b => b is SubstituteWaits);
        story.With(new SetTerms(Given.Albany with { Venue = "City Hall" }));
        Assert.DoesNotContain(Of(story), b => b is SubstituteWaits);
        Assert.Contains(Ids.Person("Ana"), Of(story).OfType<AnswersMissing>().Single().Owes);
    }

    [Theory]
    [InlineData(Stage.Underway)]
    [InlineData(Stage.FollowingUp)]
    [InlineData(Stage.Closed)]
    [InlineData(Stage.Cancelled)]
    public void Once_they_meet_or_it_is_off_nobody_owes_a_seat_or_an_answer(Stage stage) => Assert.Empty(Of(Given.In(stage)));

    [Fact]
    public void Who_could_not_be_told_that_it_is_off_is_for_the_owner_to_call()
    {
        var story = Given.CancelledExchange().After(TimeSpan.FromMinutes(2));
        var duty = story.Agenda.Owed.First(d => d.Want.Act is TellDelegate);
        story.With(Actor.Bot, new ClaimDuties([new DutyClaim(duty.Want.Key, 1, 1)])).With(Actor.Bot, new RecordDuties([new DutyFailed(duty.Want.Key, 1, 1, FailureCode.Blocked)]));

        var undelivered = Assert.IsType<Undelivered>(Assert.Single(Of(story)));

        Assert.Equal((duty.Want.Key, duty.Want.To, FailureCode.Blocked), (undelivered.Key, undelivered.Person, undelivered.Code));
        Assert.Contains(story.After(TimeSpan.FromMinutes(2)).Agenda.Owed, d => d.Want.Act is ShowAttention);
    }

    [Fact]
    public void A_digest_says_what_changed_once_and_as_it_ended_who_is_missing_first()
    {
        var story = Given.InvitedDelegates();
        var from = story.Commits.Count;
        story.Answered("Ana", RsvpAnswer.Tentative).Answered("Ana", RsvpAnswer.Accepted).Answered("Dee", RsvpAnswer.Declined);
        Assert.Equal(
            [new Answered(Ids.Person("Dee"), Detroit, RsvpAnswer.Declined), new Answered(Ids.Person("Ana"), Detroit, RsvpAnswer.Accepted)],
            Digest(story, from).Changes);
    }

    [Fact]
    public void What_was_taken_back_within_the_period_is_no_news()
    {
        var story = Given.InvitedDelegates();
        var from = story.Commits.Count;
        var flint = Ids.Delegation("Flint");
        story.With(new AddCity(flint, "Flint")).With(new NominateCandidates(flint, [Given.Nominee("Gus", Sector.Private)])).With(new ConfirmDelegation(flint, true))
            .With(new UndoLast()).With(new UndoLast()).With(new UndoLast());
        Assert.DoesNotContain(Digest(story, from).Changes, c => c is CityJoined or Nominated or Decided);
    }

    [Fact]
    public void Deliveries_alone_are_no_news()
    {
        var story = Given.InvitingExchange();
        var from = story.Commits.Count;
        Assert.Empty(Digest(story.Deliver(), from).Changes);
    }

    [Fact]
    public void The_first_digest_tells_the_story_so_far() =>
        Assert.Equal([typeof(TermsMoved), typeof(Decided), typeof(Invited), typeof(Nominated), typeof(Begun), typeof(CityJoined)], Digest(Given.InvitedDelegates()).Changes.Select(c => c.GetType()));
}
