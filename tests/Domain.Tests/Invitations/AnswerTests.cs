using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Tests.Invitations;

public sealed class AnswerTests
{
    private static readonly DelegationId Detroit = Ids.Delegation("Detroit");

    [Fact]
    public void What_was_previewed_is_sent_and_who_lost_the_seat_or_was_invited_since_is_passed_over()
    {
        var story = Given.NominatedDelegation();
        var previewed = new SendInvitations([.. Given.Delegates.Select(d => Given.Invite(d))], false);
        story.With(new SendInvitations([Given.Invite("Ana", suffix: " by a colleague")], false)).With(new ChooseSeats(Detroit, [.. new[] { "Ana", "Ben", "Cleo" }.Select(Ids.Candidate)]));

        story.Send(Story.Owner, previewed).Gave(typeof(InvitationSent), typeof(InvitationSent));

        story.Ask(Story.Owner, previewed).Refused<NobodyToInvite>();
        Assert.Null(story.State.InvitationOf(Ids.Candidate("Dee")));
    }

    [Fact]
    public void Inviting_decides_the_delegation_and_moves_the_exchange_on()
    {
        var story = Given.InvitingExchange();
        Assert.Equal(DelegationStage.Confirmed, story.Delegation().Stage);
        Assert.Equal(Stage.Inviting, story.Exchange.Stage);
    }

    [Fact]
    public void One_invitation_id_invites_one_person()
    {
        var story = Given.NominatedDelegation();
        story.With(new SendInvitations([Given.Invite("Ana"), Given.Invite("Ben") with { Invitation = Ids.Invitation("Ana") }], true));
        Assert.Equal(Ids.Person("Ana"), Assert.Single(story.State.Invitations).Value.Person);
    }

    [Fact]
    public void A_delegation_with_gaps_is_invited_only_by_somebody_who_saw_them()
    {
        var story = Given.NominatedDelegation().With(new WithdrawCandidate(Detroit, Ids.Candidate("Ana")));
        story.Ask(Story.Owner, new SendInvitations([Given.Invite("Ben")], false)).Refused<DoesNotFitPlan>();
        story.Send(Story.Owner, new SendInvitations([Given.Invite("Ben")], true)).Gave(typeof(DelegationConfirmed), typeof(InvitationSent));
    }

    [Fact]
    public void Without_dates_nobody_is_invited() => Given.DraftExchange().Ask(Story.Owner, new SendInvitations([Given.Invite("Ana")], true)).Refused<TermsMissing>();

    [Theory]
    [InlineData(RsvpAnswer.Accepted)]
    [InlineData(RsvpAnswer.Tentative)]
    [InlineData(RsvpAnswer.Declined)]
    public void A_delegate_answers_and_changes_the_answer_until_the_deadline(RsvpAnswer answer)
    {
        var story = Given.InvitedDelegates().On(new DateOnly(2027, 3, 1), 23).Answered("Ana", answer);
        Assert.Equal(answer, story.InvitationOf("Ana").Rsvp!.Answer);
        Assert.Equal(answer is not RsvpAnswer.Declined, story.Sits("Ana"));
        story.Ask(Story.Guest("Ana"), story.Answer("Ana", answer)).ChangedNothing();
        story.Answered("Ana", RsvpAnswer.Accepted);
        Assert.True(story.Sits("Ana"));
    }

    [Fact]
    public void A_late_answer_is_refused_but_a_coordinator_may_record_it()
    {
        var story = Given.InvitedDelegates().On(new DateOnly(2027, 3, 2), 0);
        var refused = story.Ask(Story.Guest("Ana"), story.Answer("Ana", RsvpAnswer.Accepted)).Refused<RsvpDeadlinePassed>();
        Assert.Equal(new RsvpDeadlinePassed(new DateOnly(2027, 3, 1), Story.Owner.Person!.Value), refused);
        story.With(Story.Owner, story.Answer("Ana", RsvpAnswer.Accepted));
        Assert.Equal(Story.Owner.Person, story.InvitationOf("Ana").Rsvp!.RecordedBy);
    }

    [Fact]
    public void A_delegate_who_coordinates_may_answer_late_and_in_their_own_name()
    {
        var story = Given.InvitedDelegates().With(new AddCoordinator(Ids.Person("Ana"))).On(new DateOnly(2027, 4, 1));
        story.With(Story.Guest("Ana"), story.Answer("Ana", RsvpAnswer.Accepted));
        Assert.Null(story.InvitationOf("Ana").Rsvp!.RecordedBy);
    }

    [Fact]
    public void A_forwarded_card_can_t_be_answered_by_somebody_else()
    {
        var story = Given.InvitedDelegates();
        story.Ask(Story.Guest("Ben"), story.Answer("Ana", RsvpAnswer.Declined)).Refused<NotYourInvitation>();
        story.Ask(Story.Lead, story.Answer("Ana", RsvpAnswer.Declined)).Refused<NotYourInvitation>();
        story.Ask(Actor.Bot, story.Answer("Ana", RsvpAnswer.Declined)).Refused<NotYourInvitation>();
    }

    [Fact]
    public void A_card_with_old_terms_asks_to_look_first_and_an_old_answer_counts_no_more()
    {
        var story = Given.InvitedDelegates().Answered("Ana", RsvpAnswer.Accepted);
        var old = story.Answer("Ben", RsvpAnswer.Accepted);
        story.With(new SetTerms(Given.Albany with { Venue = "City Hall" }));
        story.Ask(Story.Guest("Ben"), old).Refused<TermsChangedSince>();
        Assert.Null(story.InvitationOf("Ana").AnswerTo(story.Exchange.TermsRevision));
        Assert.True(story.Sits("Ana"));
    }

    [Fact]
    public void Whoever_is_asked_again_after_the_deadline_has_a_week_to_answer()
    {
        var story = Given.InvitedDelegates().Answered("Ana", RsvpAnswer.Accepted).On(new DateOnly(2027, 3, 20)).With(new SetTerms(Given.Albany with { Venue = "City Hall" }));
        Assert.Equal(new DateOnly(2027, 3, 27), story.State.AnswerDue(story.InvitationOf("Ana")));
        story.On(new DateOnly(2027, 3, 27), 23).Answered("Ana", RsvpAnswer.Accepted);
        story.On(new DateOnly(2027, 3, 28), 0).Ask(Story.Guest("Ben"), story.Answer("Ben", RsvpAnswer.Accepted)).Refused<RsvpDeadlinePassed>();
    }

    [Fact]
    public void An_alternate_invited_after_the_deadline_can_still_answer()
    {
        var story = Given.InvitedDelegates().Answered("Dee", RsvpAnswer.Declined).On(new DateOnly(2027, 3, 10));
        story.With(new ChooseSeats(Detroit, [.. new[] { "Ana", "Ben", "Cleo", "Fay" }.Select(Ids.Candidate)])).With(new SendInvitations([Given.Invite("Fay")], false));
        story.After(TimeSpan.FromDays(2)).Answered("Fay", RsvpAnswer.Accepted);
        Assert.Equal(new DateOnly(2027, 3, 1), story.State.AnswerDue(story.InvitationOf("Ana")));
    }

    [Fact]
    public void Who_thinks_better_of_declining_takes_the_seat_again_or_hears_that_it_is_given()
    {
        var story = Given.InvitedDelegates().Answered("Dee", RsvpAnswer.Declined).Answered("Dee", RsvpAnswer.Accepted).Answered("Dee", RsvpAnswer.Declined);
        story.With(new ChooseSeats(Detroit, [.. new[] { "Ana", "Ben", "Cleo", "Fay" }.Select(Ids.Candidate)]));

        Assert.Equal(Story.Owner.Person, story.Ask(Story.Guest("Dee"), story.Answer("Dee", RsvpAnswer.Accepted)).Refused<SeatIsGiven>().Coordinator);
    }

    [Fact]
    public void After_a_decline_the_alternate_is_told_apart_from_who_left()
    {
        var story = Given.InvitedDelegates().Answered("Dee", RsvpAnswer.Declined);
        var vacant = Assert.Single(Blockers.Of(story.State, DutyPolicy.Default, story.Now).OfType<SeatsVacant>());
        Assert.Equal((1, Ids.Person("Fay")), (vacant.Count, vacant.Next));

        story.With(new ChooseSeats(Detroit, [.. new[] { "Ana", "Ben", "Cleo", "Fay" }.Select(Ids.Candidate)]));
        Assert.Equal([Ids.Person("Fay")], Assert.Single(Blockers.Of(story.State, DutyPolicy.Default, story.Now).OfType<NotInvited>()).People);

        story.With(new SendInvitations([Given.Invite("Fay")], false)).Answered("Fay", RsvpAnswer.Accepted);
        var headcount = Assert.Single(ExchangeDigest.Of(story.State, [], DutyPolicy.Default, story.Now).Headcount);
        Assert.Equal((4, 1, 0, 1, 3), (headcount.Balance.Seated, headcount.Accepted, headcount.Tentative, headcount.Declined, headcount.Silent));
        Assert.NotNull(story.InvitationOf("Dee"));
    }

    [Fact]
    public void Who_declined_the_old_dates_owes_no_answer_to_the_new_ones()
    {
        var story = Given.InvitedDelegates().Answered("Dee", RsvpAnswer.Declined).With(new SetTerms(Given.Albany with { Venue = "City Hall" }));
        Assert.DoesNotContain(Ids.Person("Dee"), Assert.Single(Blockers.Of(story.State, DutyPolicy.Default, story.Now).OfType<AnswersMissing>()).Owes);
        Assert.Equal((1, 3), story.State.InOrder.Select(d => DelegationHeadcount.Of(story.State, d)).Select(h => (h.Declined, h.Silent)).Single());
    }

    [Fact]
    public void A_substitute_has_a_name_and_keeps_the_seat_until_a_coordinator_decides()
    {
        var story = Given.InvitedDelegates();
        story.Ask(Story.Guest("Ana"), story.Answer("Ana", RsvpAnswer.SubstituteProposed)).Refused<SubstituteWithoutName>();
        story.Answered("Ana", RsvpAnswer.SubstituteProposed, words: 1);
        Assert.True(story.Sits("Ana"));
        Assert.Single(Blockers.Of(story.State, DutyPolicy.Default, story.Now).OfType<SubstituteWaits>());

        var accept = new AcceptSubstitute(Ids.Invitation("Ana"), Given.Nominee("Gus", Sector.Policy), Ids.Invitation("Gus"));
        story.Send(Story.Owner, accept).Gave(typeof(CandidateNominated), typeof(InvitationRecalled), typeof(SeatVacated), typeof(SeatTaken), typeof(InvitationSent));

        Assert.True(story.Sits("Gus") && !story.Sits("Ana"));
        story.Ask(Story.Owner, accept).Refused<NoSubstituteProposed>();
        Assert.NotEqual(Ids.Candidate("Ana"), Alternates.For(story.State, story.Delegation(), new SeatNumber(1)).FirstOrDefault()?.Candidate.Id);
    }

    [Fact]
    public void A_substitute_may_be_an_alternate_or_somebody_who_declined_but_not_an_invited_delegate()
    {
        var story = Given.InvitedDelegates().Answered("Ana", RsvpAnswer.SubstituteProposed, words: 1).Answered("Dee", RsvpAnswer.Declined);
        AcceptSubstitute Accept(string name) => new(Ids.Invitation("Ana"), Given.Nominee(name, Sector.Policy), Ids.Invitation(name + " anew"));
        story.Ask(Story.Owner, Accept("Ben")).Refused<CandidateIsInvited>();
        story.Ask(Story.Owner, Accept("Ana")).Refused<CandidateIsInvited>();
        story.Ask(Story.Owner, Accept("Eli")).Gave(typeof(InvitationRecalled), typeof(SeatVacated), typeof(SeatTaken), typeof(InvitationSent));
        story.With(Accept("Dee"));
        Assert.Null(story.InvitationOf("Dee").Rsvp);
        Assert.True(story.Sits("Dee"));
    }

    [Fact]
    public void Once_it_is_under_way_nobody_is_invited_answers_or_is_substituted()
    {
        var story = Given.InvitedDelegates().Answered("Ana", RsvpAnswer.SubstituteProposed, words: 1).On(Given.Albany.StartsOn).Deliver();
        story.Ask(Story.Owner, story.Answer("Ben", RsvpAnswer.Accepted)).Refused<TooLateInStage>();
        story.Ask(Story.Owner, new SendInvitations([Given.Invite("Fay")], true)).Refused<TooLateInStage>();
        story.Ask(Story.Owner, new AcceptSubstitute(Ids.Invitation("Ana"), Given.Nominee("Gus", Sector.Policy), Ids.Invitation("Gus"))).Refused<TooLateInStage>();
    }

    [Fact]
    public void A_recalled_invitation_can_t_be_answered_and_is_recalled_once()
    {
        var story = Given.InvitedDelegates();
        story.Send(Story.Owner, new RecallInvitations([Ids.Invitation("Ana"), Ids.Invitation("Ana"), Ids.Invitation("nobody")])).Gave(typeof(InvitationRecalled));
        story.Ask(Story.Owner, new RecallInvitations([Ids.Invitation("Ana")])).Refused<NothingToRecall>();
        story.Ask(Story.Guest("Ana"), story.Answer("Ana", RsvpAnswer.Accepted)).Refused<InvitationIsRecalled>();
        story.Ask(Story.Guest("Ana"), new AnswerInvitation(Ids.Invitation("nobody"), RsvpAnswer.Accepted, 1, 0)).Refused<InvitationUnknown>();
        story.With(new SendInvitations([Given.Invite("Ana", suffix: " again")], false));
    }

    [Fact]
    public void Cards_go_out_at_once_and_changes_when_they_have_settled()
    {
        var story = Given.InvitingExchange();
        Assert.Equal(4, story.Agenda.Owed.Count(d => d.Want.Act is ShowInvitation));

        story.Deliver().Answered("Ana", RsvpAnswer.Accepted);
        Assert.Empty(story.Agenda.Owed);
        Assert.Equal(story.Now.AddMinutes(1), story.Agenda.Next);
        Assert.Single(story.After(TimeSpan.FromMinutes(1)).Agenda.Owed);
    }

    [Fact]
    public void However_often_it_changes_a_card_is_shown_anew_after_three_minutes()
    {
        var story = Given.InvitedDelegates();
        for (var i = 0; i < 4; i++)
            story.Answered("Ana", i % 2 == 0 ? RsvpAnswer.Accepted : RsvpAnswer.Tentative).After(TimeSpan.FromSeconds(50));
        Assert.Contains(story.Agenda.Owed, d => d.Want.Act is ShowInvitation);
    }

    [Fact]
    public void What_was_undone_before_it_went_out_costs_nobody_a_message() => Assert.Empty(Given.InvitingExchange().With(new UndoLast()).After(TimeSpan.FromHours(1)).Agenda.Owed);

    [Fact]
    public void A_larger_cap_repaints_no_card_and_another_title_does()
    {
        var story = Given.InvitedDelegates();
        story.With(new ChangeDesign(story.Exchange.Design with { SizeCap = 40 })).After(TimeSpan.FromMinutes(5));
        Assert.Empty(story.Agenda.Owed);
        story.With(new ChangeDesign(story.Exchange.Design with { Title = "Breathing Lights II" })).After(TimeSpan.FromMinutes(5));
        Assert.Equal(4, story.Agenda.Owed.Length);
    }

    [Fact]
    public void A_decline_reaches_the_owner_and_each_further_one_settles_anew()
    {
        var story = Given.InvitedDelegates().Answered("Ana", RsvpAnswer.Declined).After(TimeSpan.FromMinutes(1));
        Assert.Contains(story.Agenda.Owed, d => d.Want.Act is ShowAttention && d.Want.To == Story.Owner.Person);
        story.Deliver().After(TimeSpan.FromMinutes(30)).Answered("Ben", RsvpAnswer.Declined);
        Assert.DoesNotContain(story.Agenda.Owed, d => d.Want.Act is ShowAttention);
        Assert.Contains(story.After(TimeSpan.FromMinutes(1)).Agenda.Owed, d => d.Want.Act is ShowAttention);
    }

    [Fact]
    public void After_the_exchange_no_card_is_changed_any_more()
    {
        var story = Given.FollowedUpExchange();
        story.With(new ChangeDesign(story.Exchange.Design with { Title = "Looking back" })).After(TimeSpan.FromMinutes(5));
        Assert.Empty(story.Agenda.Owed);
    }
}
