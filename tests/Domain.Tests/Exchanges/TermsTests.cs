using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Tests.Exchanges;

public sealed class TermsTests
{
    [Fact]
    public void An_exchange_begins_by_its_title_alone()
    {
        var story = Given.NoExchange();

        story.Send(Story.Owner, new CreateExchange(Ids.Exchange("Breathing Lights"), "  Breathing Lights ")).Gave(typeof(ExchangeCreated));

        Assert.Equal("Breathing Lights", story.Exchange.Design.Title);
        Assert.Equal(Stage.Draft, story.Exchange.Stage);
        Assert.Equal(Story.Owner.Person, story.Exchange.Owner);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void A_title_is_needed(string title) =>
        Given.NoExchange().Ask(Story.Owner, new CreateExchange(Ids.Exchange("x"), title)).Refused<TextOutOfRange>();

    [Fact]
    public void Only_a_coordinator_begins_an_exchange() =>
        Given.NoExchange().Ask(Story.Stranger, new CreateExchange(Ids.Exchange("x"), "Title")).Refused<CoordinatorsOnly>();

    [Fact]
    public void An_exchange_is_created_once() =>
        Given.DraftExchange().Ask(Story.Owner, new CreateExchange(Ids.Exchange("Breathing Lights"), "Again")).Refused<ExchangeExists>();

    [Fact]
    public void Another_coordinator_is_told_whom_to_ask() =>
        Assert.Equal(Story.Owner.Person, Given.DraftExchange().Ask(Story.Colleague, new SetTerms(Given.Albany)).Refused<NotYourExchange>().Owner);

    [Fact]
    public void With_its_terms_an_exchange_leaves_the_draft_and_has_deadlines()
    {
        var story = Given.DraftExchange();

        story.Send(Story.Owner, new SetTerms(Given.Albany)).Gave(typeof(TermsSet), typeof(DeadlinesSet), typeof(DesignChanged));

        Assert.Equal(Stage.Forming, story.Exchange.Stage);
        Assert.Equal(new DateOnly(2027, 3, 1), story.Exchange.Deadlines!.RsvpDue);
        Assert.Equal(3, story.Exchange.Design.Agenda.Max(a => a.Day));
    }

    [Fact]
    public void The_same_terms_again_change_nothing() => Given.FormingExchange().Ask(Story.Owner, new SetTerms(Given.Albany)).ChangedNothing();

    [Fact]
    public void A_first_day_in_the_past_is_refused()
    {
        var story = Given.DraftExchange();
        var today = story.Now.DateTime;
        story.Ask(Story.Owner, new SetTerms(Given.Albany with { StartsOn = DateOnly.FromDateTime(today) })).Refused<StartsInThePast>();
        story.Ask(Story.Owner, new SetTerms(Given.Albany with { StartsOn = DateOnly.MinValue })).Refused<StartsInThePast>();
    }

    [Fact]
    public void A_first_day_in_another_century_is_taken_for_a_slip()
    {
        var far = Given.Albany with { StartsOn = DateOnly.MaxValue, EndsOn = DateOnly.MaxValue };
        Assert.Equal(2032, Given.DraftExchange().Ask(Story.Owner, new SetTerms(far)).Refused<StartsTooFarAhead>().Latest.Year);
    }

    [Fact]
    public void The_last_day_is_not_before_the_first_nor_weeks_after()
    {
        var story = Given.DraftExchange();
        story.Ask(Story.Owner, new SetTerms(Given.Albany with { EndsOn = Given.Albany.StartsOn.AddDays(-1) })).Refused<EndsBeforeItStarts>();
        story.Ask(Story.Owner, new SetTerms(Given.Albany with { EndsOn = Given.Albany.StartsOn.AddDays(14) })).Refused<TooManyDays>();
        Assert.Null(story.Ask(Story.Owner, new SetTerms(Given.Albany with { EndsOn = Given.Albany.StartsOn })).Refusal);
    }

    [Fact]
    public void A_moved_date_counts_the_deadlines_anew()
    {
        var story = Given.FormingExchange();
        story.With(new SetTerms(Given.Albany with { StartsOn = new DateOnly(2027, 6, 7), EndsOn = new DateOnly(2027, 6, 9) }));
        Assert.Equal(new DateOnly(2027, 4, 5), story.Exchange.Deadlines!.RsvpDue);
    }

    [Fact]
    public void A_longer_exchange_has_a_longer_agenda_until_somebody_wrote_one()
    {
        var story = Given.FormingExchange().With(new SetTerms(Given.Albany with { EndsOn = Given.Albany.StartsOn }));
        Assert.Equal(1, story.Exchange.Design.Agenda.Max(a => a.Day));

        story.With(new ChangeDesign(story.Exchange.Design with { Agenda = [new AgendaItem(1, SessionKind.SiteTour, "The land bank")] }))
            .With(new SetTerms(Given.Albany));

        Assert.Equal("The land bank", Assert.Single(story.Exchange.Design.Agenda).Title);
    }

    [Fact]
    public void Deadlines_set_by_hand_stay_when_the_venue_or_the_date_moves_as_long_as_they_fit()
    {
        var byHand = new Deadlines(new DateOnly(2027, 2, 1), new DateOnly(2027, 2, 8), new DateOnly(2027, 3, 15), new DateOnly(2027, 4, 12));
        var story = Given.FormingExchange().With(new SetDeadlines(byHand));

        story.With(new SetTerms(Given.Albany with { Venue = "City Hall" }));
        Assert.Equal(byHand, story.Exchange.Deadlines);

        story.With(new SetTerms(Given.Albany with { StartsOn = new DateOnly(2027, 5, 10), EndsOn = new DateOnly(2027, 5, 12) }));
        Assert.Equal(byHand, story.Exchange.Deadlines);

        story.With(new SetTerms(Given.Albany with { StartsOn = new DateOnly(2027, 4, 1), EndsOn = new DateOnly(2027, 4, 2) }));
        Assert.NotEqual(byHand, story.Exchange.Deadlines);
        Assert.False(story.Exchange.DeadlinesByHand);
    }

    [Fact]
    public void Deadlines_are_in_order_and_before_the_exchange()
    {
        var story = Given.FormingExchange();
        var d = story.Exchange.Deadlines!;
        story.Ask(Story.Owner, new SetDeadlines(d with { RsvpDue = d.NominationsClose.AddDays(-1) })).Refused<DeadlinesOutOfOrder>();
        story.Ask(Story.Owner, new SetDeadlines(d with { RsvpDue = d.RosterFreeze.AddDays(1) })).Refused<DeadlinesOutOfOrder>();
        story.Ask(Story.Owner, new SetDeadlines(d with { RosterFreeze = Given.Albany.StartsOn.AddDays(1) })).Refused<DeadlinesOutOfOrder>();
        story.Ask(Story.Owner, new SetDeadlines(d)).ChangedNothing();
    }

    [Fact]
    public void A_deadline_moves_only_to_a_day_to_come_while_those_that_passed_may_stay()
    {
        var story = Given.FormingExchange().On(new DateOnly(2027, 3, 10));
        var d = story.Exchange.Deadlines!;
        Assert.Equal(story.Today, story.Ask(Story.Owner, new SetDeadlines(d with { RsvpDue = new DateOnly(2027, 3, 9) })).Refused<DeadlineInThePast>().Today);
        story.Ask(Story.Owner, new SetDeadlines(d with { RsvpDue = story.Today })).Gave(typeof(DeadlinesSet));
    }

    [Fact]
    public void Deadlines_need_dates_first() =>
        Given.DraftExchange().Ask(Story.Owner, new SetDeadlines(new Deadlines(default, default, default, default))).Refused<TermsMissing>();

    [Fact]
    public void Once_it_is_under_way_neither_dates_nor_deadlines_move()
    {
        var story = Given.UnderwayExchange();
        story.Ask(Story.Owner, new SetTerms(Given.Albany with { Venue = "Library" })).Refused<TooLateInStage>();
        story.Ask(Story.Owner, new SetDeadlines(story.Exchange.Deadlines! with { RosterFreeze = Given.Albany.StartsOn })).Refused<TooLateInStage>();
    }

    [Fact]
    public void The_cap_is_not_below_the_seats_there_are_nor_that_of_a_conference()
    {
        var story = Given.NominatedDelegation();
        story.Ask(Story.Owner, new ChangeDesign(story.Exchange.Design with { SizeCap = 3 })).Refused<ExceedsSizeCap>();
        story.Ask(Story.Owner, new ChangeDesign(story.Exchange.Design with { SizeCap = 900 })).Refused<SizeOutOfRange>();
    }

    [Fact]
    public void Texts_have_an_end()
    {
        var story = Given.DraftExchange();
        var d = story.Exchange.Design;
        var much = new string('x', 1001);
        foreach (var (field, design) in new[]
        {
            ("title", d with { Title = much }), ("theme", d with { Theme = much }), ("goal", d with { Goal = much }), ("change", d with { Change = much }),
            ("question", d with { LearningQuestions = [much] }), ("question", d with { LearningQuestions = [" "] }), ("session", d with { Agenda = [new(1, SessionKind.SiteTour, much)] }),
        })
            Assert.Equal(field, story.Ask(Story.Owner, new ChangeDesign(design)).Refused<TextOutOfRange>().Field);
    }

    [Fact]
    public void Only_the_owner_adds_coordinators_who_then_may_do_what_the_owner_may()
    {
        var story = Given.DraftExchange().With(new AddCoordinator(Story.Colleague.Person!.Value));
        story.Ask(Story.Colleague, new AddCoordinator(Ids.Person("Kim"))).Refused<NotYourExchange>();
        story.Ask(Story.Owner, new AddCoordinator(Story.Colleague.Person.Value)).ChangedNothing();
        story.With(Story.Colleague, new SetTerms(Given.Albany));
    }
}
