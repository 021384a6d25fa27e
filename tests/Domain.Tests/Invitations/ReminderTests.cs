using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Tests.Invitations;

/// <summary>Answers are due on 1 March 2027.</summary>
public sealed class ReminderTests
{
    private static readonly DateOnly Due = new(2027, 3, 1);

    [Fact]
    public void Who_has_not_answered_is_reminded_seven_and_two_days_before_and_nobody_else()
    {
        var story = Given.InvitedDelegates().Answered("Ana", RsvpAnswer.Accepted).Answered("Ben", RsvpAnswer.Declined);

        Assert.Equal(["Cleo -7d", "Dee -7d"], RemindedOn(story, Due.AddDays(-7)));
        story.Deliver();
        Assert.Empty(RemindedOn(story, Due.AddDays(-6)));
        story.Answered("Cleo", RsvpAnswer.Accepted);
        Assert.Equal(["Dee -2d"], RemindedOn(story, Due.AddDays(-2)));
    }

    [Fact]
    public void A_reminder_can_wait_for_waking_hours_and_is_let_go_when_the_next_or_the_deadline_overtakes_it()
    {
        var story = Given.InvitedDelegates();
        var wants = ExchangeStream.Wants(story.State, story.Now).Where(w => w.To == Ids.Person("Ana") && w.Act is RemindDelegate).ToList();
        Assert.Equal(
        [
            (Urgency.Polite, Given.NewYork.At(Due.AddDays(-7), new(9, 0)), Given.NewYork.At(Due.AddDays(-2), new(9, 0))),
            (Urgency.Polite, Given.NewYork.At(Due.AddDays(-2), new(9, 0)), Given.NewYork.EndOf(Due)),
        ], wants.Select(w => (w.Urgency, w.From, w.Until!.Value)));
        Assert.Equal(["-2d"], RemindedOn(story, Due.AddDays(-1)).Where(r => r.StartsWith("Ana", StringComparison.Ordinal)).Select(r => r[4..]));
    }

    [Fact]
    public void Somebody_invited_three_days_before_the_deadline_gets_no_seven_day_reminder()
    {
        var story = Given.NominatedDelegation().With(new SetDeadlines(new Deadlines(new(2027, 1, 5), new(2027, 1, 5), new(2027, 1, 7), new(2027, 4, 5))));
        // Everybody has a week to answer: the reminder a week before would come with the invitation.
        story.With(new SendInvitations([Given.Invite("Ana")], true)).Deliver();
        Assert.Equal(new DateOnly(2027, 1, 11), story.State.AnswerDue(story.InvitationOf("Ana")));
        Assert.Equal([Reminders.KeyOf(Ids.Invitation("Ana"), 2, new DateOnly(2027, 1, 11))], ExchangeStream.Wants(story.State, story.Now).Where(w => w.Act is RemindDelegate).Select(w => w.Key));
    }

    [Fact]
    public void A_maybe_is_asked_once_more_two_days_before()
    {
        var story = Given.InvitedDelegates();
        foreach (var name in Given.Delegates)
            story.Answered(name, RsvpAnswer.Tentative);
        Assert.Empty(RemindedOn(story, Due.AddDays(-7)));
        Assert.Equal(4, RemindedOn(story, Due.AddDays(-2)).Count);
    }

    [Fact]
    public void Moved_dates_remind_of_the_new_answer_and_an_old_yes_does_not_save_from_it()
    {
        var story = Given.InvitedDelegates().Answered("Ana", RsvpAnswer.Accepted);
        story.On(Due.AddDays(-7)).Deliver().On(Due.AddDays(-5)).With(new SetTerms(Given.Albany with { StartsOn = new(2027, 6, 7), EndsOn = new(2027, 6, 9) })).Deliver();
        var due = story.State.AnswerDue(story.InvitationOf("Ana"))!.Value;
        Assert.Equal(4, RemindedOn(story, due.AddDays(-7)).Count(r => r.EndsWith("-7d", StringComparison.Ordinal)));
    }

    [Fact]
    public void Days_can_be_set_for_an_exchange_and_no_days_mean_no_reminders()
    {
        var story = Given.InvitedDelegates().With(new SetAnswerRules(new AnswerRules([3, 14, 3], false)));
        Assert.Equal([14, 3], story.Exchange.Rules.RemindDays);
        Assert.Equal(4, RemindedOn(story, Due.AddDays(-14)).Count);
        story.With(new UndoLast());
        Assert.Equal(AnswerRules.Default, story.Exchange.Rules);
        story.With(new SetAnswerRules(new AnswerRules([], false)));
        Assert.Empty(RemindedOn(story, Due.AddDays(-7)));
        story.Ask(Story.Owner, new SetAnswerRules(new AnswerRules([0], false))).Refused<RemindersOutOfRange>();
        story.Ask(Story.Owner, new SetAnswerRules(new AnswerRules([1, 2, 3, 4, 5, 6], false))).Refused<RemindersOutOfRange>();
    }

    [Fact]
    public void A_coordinator_reminds_now_and_nobody_twice_within_a_day()
    {
        var story = Given.InvitedDelegates().Answered("Ana", RsvpAnswer.Accepted);
        RemindNow all = new([.. Given.Delegates.Select(d => Ids.Invitation(d))]);
        story.Ask(Story.Owner, all).Refused<NobodyToRemind>();

        story.After(TimeSpan.FromHours(24)).Deliver().Send(Story.Owner, all).Gave(typeof(ReminderAsked), typeof(ReminderAsked), typeof(ReminderAsked));
        Assert.All(story.Agenda.Owed, d => Assert.Equal((Urgency.AtOnce, true), (d.Want.Urgency, ((RemindDelegate)d.Want.Act).ByHand)));
        Assert.Equal(3, story.Agenda.Owed.Length);
        story.Deliver().After(TimeSpan.FromHours(23)).Ask(Story.Owner, all).Refused<NobodyToRemind>();
        story.After(TimeSpan.FromHours(1)).With(all);
        Assert.Equal(3, story.Agenda.Owed.Length);
    }

    [Fact]
    public void What_a_coordinator_sent_and_what_comes_by_itself_keep_a_day_apart()
    {
        var story = Given.InvitedDelegates().On(Due.AddDays(-8), 18).With(new RemindNow([Ids.Invitation("Ana")])).Deliver();
        Assert.DoesNotContain("Ana -7d", RemindedOn(story, Due.AddDays(-7)));
        story.Deliver().Ask(Story.Owner, new RemindNow([Ids.Invitation("Ben")])).Refused<NobodyToRemind>();
    }

    [Fact]
    public void Muted_people_are_not_reminded_until_they_are_unmuted()
    {
        var story = Given.InvitedDelegates().With(new MuteReminders(Ids.Person("Ana"), true)).With(Story.Guest("Ben"), new MuteReminders(Ids.Person("Ben"), true));
        Assert.Equal(["Cleo -7d", "Dee -7d"], RemindedOn(story, Due.AddDays(-7)));
        story.Ask(Story.Owner, new RemindNow([Ids.Invitation("Ana")])).Refused<NobodyToRemind>();
        story.With(new UndoLast()).With(Story.Guest("Ben"), new MuteReminders(Ids.Person("Ben"), false));
        Assert.Equal(4, RemindedOn(story, Due.AddDays(-7)).Count);
        story.With(new MuteReminders(null, true));
        Assert.Empty(RemindedOn(story, Due.AddDays(-7)));
    }

    [Fact]
    public void A_delegate_mutes_themselves_and_nobody_else()
    {
        var story = Given.InvitedDelegates();
        story.Ask(Story.Guest("Ben"), new MuteReminders(Ids.Person("Ana"), true)).Refused<CoordinatorsOnly>();
        story.Ask(Story.Guest("Ben"), new MuteReminders(null, true)).Refused<CoordinatorsOnly>();
        story.Ask(Story.Owner, new MuteReminders(Ids.Person("Nobody"), true)).Refused<InvitationUnknown>();
        story.With(Story.Guest("Ben"), new MuteReminders(Ids.Person("Ben"), true)).Ask(Story.Guest("Ben"), new MuteReminders(Ids.Person("Ben"), true)).ChangedNothing();
    }

    // Who is owed a reminder at noon of a day: name and occasion.
    private static List<string> RemindedOn(Story story, DateOnly day)
    {
        story.On(day);
        return [.. story.Agenda.Owed.Where(d => d.Want.Act is RemindDelegate)
            .Select(d => $"{Given.Delegates.Single(n => Ids.Person(n) == d.Want.To)} {d.Want.Key.Value.Split('/')[3]}").Order()];
    }
}
