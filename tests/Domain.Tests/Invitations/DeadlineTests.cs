using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Tests.Invitations;

/// <summary>Answers are due on 1 March 2027; Albany is in New York's zone.</summary>
public sealed class DeadlineTests
{
    private static readonly DelegationId Detroit = Ids.Delegation("Detroit");
    private static readonly DateOnly Due = new(2027, 3, 1);
    private static readonly DateTimeOffset Over = Given.NewYork.EndOf(Due);

    [Fact]
    public void Two_minutes_after_the_last_day_to_answer_who_never_answered_loses_the_seat()
    {
        var story = Given.InvitedDelegates().Answered("Ana", RsvpAnswer.Accepted).Answered("Ben", RsvpAnswer.Declined);
        story.Now = Over + TimeSpan.FromMinutes(2) - TimeSpan.FromSeconds(1);
        story.Deliver();
        Assert.False(story.InvitationOf("Cleo").Lapsed);

        story.After(TimeSpan.FromSeconds(1)).Deliver();

        Assert.Equal(["Cleo", "Dee"], Given.Delegates.Where(d => story.InvitationOf(d).Lapsed));
        Assert.Equal(["Ana"], Given.Delegates.Where(d => story.Sits(d)));
    }

    [Fact]
    public void A_lapse_and_the_free_seat_are_one_commit()
    {
        var story = Given.InvitedDelegates().Answered("Ana", RsvpAnswer.Accepted).Answered("Ben", RsvpAnswer.Accepted).Answered("Cleo", RsvpAnswer.Accepted);
        story.Now = Over.AddMinutes(2);
        story.Send(Actor.Bot, new LapseInvitations()).Gave(typeof(InvitationLapsed), typeof(SeatVacated));
        story.Send(Actor.Bot, new LapseInvitations()).ChangedNothing();
    }

    [Fact]
    public void Only_the_bot_lets_invitations_lapse_and_only_when_their_day_is_over()
    {
        var story = Given.InvitedDelegates();
        story.Ask(Actor.Bot, new LapseInvitations()).ChangedNothing();
        story.On(Due.AddDays(1)).Ask(Story.Owner, new LapseInvitations()).Refused<CoordinatorsOnly>();
    }

    [Fact]
    public void A_maybe_an_answer_to_older_dates_and_an_invitation_that_never_arrived_do_not_lapse_but_wait_for_a_decision()
    {
        var story = Given.InvitingExchange();
        foreach (var name in new[] { "Ana", "Ben", "Cleo" })
            story.With(Actor.Bot, new RecordDuties([new DutyDone(story.InvitationOf(name).Card, 1, "shown")]));
        story.Answered("Ana", RsvpAnswer.Tentative).Answered("Ben", RsvpAnswer.Accepted).With(new SetTerms(Given.Albany with { Venue = "City Hall" }));
        story.Answered("Ana", RsvpAnswer.Tentative);
        story.Now = Over.AddMinutes(2);

        story.Send(Actor.Bot, new LapseInvitations());

        Assert.True(story.InvitationOf("Cleo").Lapsed);
        Assert.Equal(
            new[] { "Ana", "Ben", "Dee" }.Select(Ids.Person),
            Blockers.Of(story.State, DutyPolicy.Default, story.Now).OfType<SeatUndecided>().Select(b => b.Person));
    }

    [Fact]
    public void Somebody_undecided_is_kept_once_and_not_asked_about_again()
    {
        var story = Undecided();
        story.With(new KeepSeat(Ids.Invitation("Ana")));
        Assert.False(story.State.IsUndecided(story.InvitationOf("Ana")));
        Assert.True(story.Sits("Ana"));
        story.Ask(Story.Owner, new KeepSeat(Ids.Invitation("Ana"))).Refused<SeatIsSettled>();
        story.Send(Actor.Bot, new LapseInvitations()).ChangedNothing();
        Assert.DoesNotContain(Blockers.Of(story.State, DutyPolicy.Default, story.Now), b => b is SeatUndecided or AnswersMissing);
    }

    [Fact]
    public void The_seat_of_somebody_undecided_is_given_away_for_good()
    {
        var story = Undecided();
        story.Send(Story.Owner, new GiveSeatAway(Ids.Invitation("Ana"))).Gave(typeof(InvitationLapsed), typeof(SeatVacated));
        story.With(new SetDeadlines(story.Exchange.Deadlines! with { RsvpDue = story.Today.AddDays(3) }));
        Assert.False(story.Sits("Ana"));
        story.Ask(Story.Guest("Ana"), story.Answer("Ana", RsvpAnswer.Accepted)).Refused<SeatIsGiven>();
        story.With(story.Answer("Ana", RsvpAnswer.Accepted));
        Assert.True(story.Sits("Ana"));
    }

    [Fact]
    public void An_answer_settles_what_was_undecided()
    {
        var story = Undecided().With(Given.Delegates.Select(_ => Story.Owner).First(), Undecided().Answer("Ana", RsvpAnswer.Accepted));
        Assert.False(story.State.IsUndecided(story.InvitationOf("Ana")));
        story.Ask(Story.Owner, new GiveSeatAway(Ids.Invitation("Ana"))).Refused<SeatIsSettled>();
    }

    [Fact]
    public void A_late_answer_is_refused_with_whom_to_ask_and_a_coordinator_can_record_it()
    {
        var story = Given.InvitedDelegates().On(Due.AddDays(1)).Deliver();
        Assert.Equal(Story.Owner.Person, story.Ask(Story.Guest("Ana"), story.Answer("Ana", RsvpAnswer.Accepted)).Refused<RsvpDeadlinePassed>().Coordinator);

        story.Send(Story.Owner, story.Answer("Ana", RsvpAnswer.Accepted)).Gave(typeof(InvitationAnswered), typeof(SeatTaken));

        Assert.False(story.InvitationOf("Ana").Lapsed);
        Assert.True(story.Sits("Ana"));
    }

    [Fact]
    public void A_later_deadline_revives_those_whose_seat_is_still_free()
    {
        var story = Given.InvitedDelegates().Answered("Ana", RsvpAnswer.Accepted).On(Due.AddDays(1)).Deliver();
        story.With(new PromoteAlternate(Detroit, story.InvitationOf("Dee").Seat, Ids.Candidate("Fay"), Ids.Invitation("Fay")));

        story.With(new SetDeadlines(story.Exchange.Deadlines! with { RsvpDue = Due.AddDays(7) }));

        Assert.Equal(["Dee"], Given.Delegates.Where(d => story.InvitationOf(d).Lapsed));
        story.Answered("Ben", RsvpAnswer.Accepted);
        story.Ask(Story.Guest("Dee"), story.Answer("Dee", RsvpAnswer.Accepted)).Refused<SeatIsGiven>();
        story.On(Due.AddDays(8)).Deliver();
        Assert.Equal(["Cleo", "Dee"], Given.Delegates.Where(d => story.InvitationOf(d).Lapsed));
    }

    [Fact]
    public void Taking_the_later_deadline_back_takes_the_revival_back_unless_somebody_answered()
    {
        var story = Given.InvitedDelegates().On(Due.AddDays(1)).Deliver().With(new SetDeadlines(Given.InvitedDelegates().Exchange.Deadlines! with { RsvpDue = Due.AddDays(7) }));
        story.With(new UndoLast());
        Assert.All(Given.Delegates, d => Assert.True(story.InvitationOf(d).Lapsed && !story.Sits(d)));

        story.With(new SetDeadlines(story.Exchange.Deadlines! with { RsvpDue = Due.AddDays(7) })).Answered("Ben", RsvpAnswer.Accepted);
        story.Ask(Story.Owner, new UndoLast()).Refused<CannotUndoAnyMore>();
    }

    [Fact]
    public void A_delegate_who_accepted_may_withdraw_until_the_exchange_starts_and_lead_and_owner_hear_of_it_at_once()
    {
        var story = Given.InvitedDelegates().Answered("Ana", RsvpAnswer.Accepted).On(Given.Albany.StartsOn.AddDays(-1)).Deliver();

        story.Send(Story.Guest("Ana"), story.Answer("Ana", RsvpAnswer.Declined)).Gave(typeof(InvitationAnswered), typeof(SeatVacated));

        story.After(TimeSpan.FromMinutes(1));
        var told = story.Agenda.Owed.Select(d => d.Want).Where(w => w.Act is TellWithdrawal).ToList();
        Assert.Equal([Story.Owner.Person, Story.Lead.Person], told.Select(w => w.To).OrderBy(p => p == Story.Lead.Person));
        Assert.All(told, w => Assert.Equal(Urgency.AtOnce, w.Urgency));
        Assert.Contains(ExchangeDigest.Of(story.State, story.Commits, DutyPolicy.Default, story.Now).Changes, c => c == new Withdrew(Ids.Person("Ana"), Detroit));
        story.On(Given.Albany.StartsOn).Deliver().Ask(Story.Guest("Ben"), story.Answer("Ben", RsvpAnswer.Declined)).Refused<TooLateInStage>();
    }

    [Fact]
    public void A_withdrawal_by_mistake_costs_nobody_a_message()
    {
        var story = Given.InvitedDelegates().Answered("Ana", RsvpAnswer.Accepted).Answered("Ana", RsvpAnswer.Declined).Answered("Ana", RsvpAnswer.Accepted);
        story.After(TimeSpan.FromMinutes(5));
        Assert.DoesNotContain(story.Agenda.Owed, d => d.Want.Act is TellWithdrawal);
        Assert.True(story.Sits("Ana"));
    }

    private static Story Undecided() =>
        Given.InvitedDelegates().Answered("Ana", RsvpAnswer.Tentative).Answered("Ben", RsvpAnswer.Accepted).Answered("Cleo", RsvpAnswer.Accepted).Answered("Dee", RsvpAnswer.Accepted).On(Due.AddDays(1)).Deliver();
}
