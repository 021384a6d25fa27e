using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Tests.Exchanges;

public sealed class StageTests
{
    [Fact]
    public void The_calendar_leads_an_exchange_from_the_freeze_to_its_close()
    {
        var story = Given.InvitedDelegates();
        foreach (var (day, stage) in new[]
        {
            (story.Exchange.Deadlines!.RosterFreeze, Stage.Inviting), (story.Exchange.Deadlines.RosterFreeze.AddDays(1), Stage.Preparing),
            (Given.Albany.StartsOn, Stage.Underway), (Given.Albany.EndsOn, Stage.Underway), (Given.Albany.EndsOn.AddDays(1), Stage.FollowingUp),
            (Given.Albany.EndsOn.AddDays(365), Stage.Closed),
        })
            Assert.Equal(stage, story.On(day).Deliver().Exchange.Stage);
    }

    [Fact]
    public void A_bot_that_was_away_for_a_year_catches_up()
    {
        var story = Given.InvitedDelegates().On(Given.Albany.EndsOn.AddDays(400)).Deliver();
        Assert.Equal(Stage.Closed, story.Exchange.Stage);
        Assert.Null(story.Agenda.Next);
    }

    [Fact]
    public void Only_the_calendar_moves_an_exchange_on() => Given.InvitedDelegates().Ask(Story.Owner, new ReachStage(Stage.Underway)).Refused<CoordinatorsOnly>();

    [Fact]
    public void The_calendar_never_leads_back() => Given.UnderwayExchange().Ask(Actor.Bot, new ReachStage(Stage.Preparing)).ChangedNothing();

    [Fact]
    public void A_cancelled_exchange_takes_no_commands_but_undo()
    {
        var story = Given.CancelledExchange();
        story.Ask(Story.Owner, new SetTerms(Given.Albany with { Venue = "Library" })).Refused<ExchangeIsCancelled>();
        story.Ask(Story.Owner, new CancelExchange()).Refused<ExchangeIsCancelled>();
        story.Ask(Story.Guest("Ana"), story.Answer("Ana", RsvpAnswer.Accepted)).Refused<ExchangeIsCancelled>();
        story.Ask(Story.Colleague, new UndoLast()).Refused<NothingToUndo>();
        story.With(new UndoLast());
        Assert.Equal(Stage.Inviting, story.Exchange.Stage);
    }

    [Fact]
    public void What_is_over_is_not_called_off() => Given.FollowedUpExchange().Ask(Story.Owner, new CancelExchange()).Refused<TooLateInStage>();

    [Fact]
    public void Those_who_saw_their_invitation_are_told_that_it_is_off()
    {
        var story = Given.CancelledExchange();
        Assert.Empty(story.Agenda.Owed);
        var told = story.After(TimeSpan.FromMinutes(1)).Agenda.Owed.Select(d => d.Want.Act).OfType<TellDelegate>();
        Assert.Equal(4, told.Count(t => t.News is DelegateNews.Cancelled));
    }

    [Fact]
    public void Calling_it_off_and_thinking_better_of_it_within_a_minute_costs_nobody_a_message()
    {
        var story = Given.CancelledExchange().With(new UndoLast()).After(TimeSpan.FromHours(1));
        Assert.DoesNotContain(story.Agenda.Owed, d => d.Want.Act is TellDelegate);
    }

    [Fact]
    public void Who_was_told_that_it_is_off_is_told_that_it_is_on_again_and_off_again()
    {
        var story = Given.CancelledExchange().After(TimeSpan.FromMinutes(5)).Deliver().With(new UndoLast()).After(TimeSpan.FromMinutes(5));
        Assert.Equal(4, story.Agenda.Owed.Count(d => d.Want.Act is TellDelegate { News: DelegateNews.Restored }));

        story.Deliver().With(new CancelExchange()).After(TimeSpan.FromMinutes(5));
        Assert.Equal(4, story.Agenda.Owed.Count(d => d.Want.Act is TellDelegate { News: DelegateNews.Cancelled }));
    }

    [Fact]
    public void Who_never_saw_an_invitation_hears_nothing_of_the_end()
    {
        var story = Given.InvitingExchange().With(new CancelExchange()).After(TimeSpan.FromHours(1));
        Assert.Empty(story.Agenda.Owed);
    }
}
