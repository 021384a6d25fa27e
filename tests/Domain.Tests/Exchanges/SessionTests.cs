using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Tests.Exchanges;

/// <summary>The agenda: what can be on it, and that it is changed only as the person saw it.</summary>
public sealed class SessionTests
{
    private static readonly AgendaItem Talk = new(1, SessionKind.ExpertContent, "Land banks", new TimeOnly(9, 0), 60);
    private static readonly AgendaItem Tour = new(1, SessionKind.SiteTour, null, new TimeOnly(10, 30), 120);

    public static TheoryData<Format, int> Usual => [.. from f in Enum.GetValues<Format>() from days in Enumerable.Range(1, ExchangeDefaults.MostDays) select (f, days)];

    [Theory]
    [MemberData(nameof(Usual))]
    public void The_usual_agenda_is_in_order_overlaps_nowhere_and_ends_with_action_planning(Format format, int days)
    {
        var agenda = ExchangeDefaults.Agenda(format, days);

        Assert.Equal(agenda.OrderBy(a => (a.Day, a.StartsAt)), agenda);
        Assert.DoesNotContain(agenda.Zip(agenda.Skip(1)), pair => pair.First.Overlaps(pair.Second));
        Assert.Equal(Enumerable.Range(1, days), agenda.Select(a => a.Day).Distinct());
        Assert.Equal(days, agenda.Single(a => a.Kind is SessionKind.ActionPlanning).Day);
        Assert.Equal(SessionKind.ExpertContent, agenda[0].Kind);
        Assert.InRange(agenda.Length, 3, ExchangeDefaults.MostSessions);
        Assert.Equal(format is Format.SiteVisit or Format.PeerReview, agenda.Any(a => a.Kind is SessionKind.SiteTour));
    }

    [Fact]
    public void A_session_is_put_where_the_clock_has_it()
    {
        var story = With(Tour).With(new PutSession(null, Talk));

        Assert.Equal([Talk, Tour], story.Exchange.Design.Agenda);
    }

    [Fact]
    public void A_session_is_changed_only_as_it_was_seen()
    {
        var story = With(Talk, Tour).With(new PutSession(Talk, Talk with { Minutes = 90 }));

        story.Ask(Story.Owner, new PutSession(Talk, Talk with { Title = "Theirs" })).Refused<SessionUnknown>();
        story.Ask(Story.Owner, new RemoveSession(Talk)).Refused<SessionUnknown>();
        story.Ask(Story.Owner, new MoveSession(Talk, false)).Refused<SessionUnknown>();
    }

    [Fact]
    public void Two_sessions_at_one_time_are_refused_and_the_other_is_named()
    {
        var story = With(Talk, Tour);

        Assert.Equal(Tour, story.Ask(Story.Owner, new PutSession(null, Talk with { Starts = new TimeOnly(12, 0) })).Refused<SessionsOverlap>().Other);
        Assert.Equal(Tour, story.Ask(Story.Owner, new PutSession(Talk, Talk with { Minutes = 91 })).Refused<SessionsOverlap>().Other);
        story.With(new PutSession(Talk, Talk with { Minutes = 90 }));
        story.With(new PutSession(null, Tour with { Day = 2 }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(-1)]
    public void A_session_outside_the_dates_is_refused(int day) =>
        Assert.Equal(3, With().Ask(Story.Owner, new PutSession(null, Talk with { Day = day })).Refused<SessionOutsideDates>().Days);

    [Theory]
    [InlineData(4)]
    [InlineData(721)]
    [InlineData(int.MaxValue)]
    public void A_session_has_a_length(int minutes) =>
        With().Ask(Story.Owner, new PutSession(null, Talk with { Minutes = minutes })).Refused<SessionLengthOutOfRange>();

    [Fact]
    public void A_session_ends_on_its_day()
    {
        With().Ask(Story.Owner, new PutSession(null, Talk with { Starts = new TimeOnly(23, 1) })).Refused<SessionPastMidnight>();
        With().With(new PutSession(null, Talk with { Starts = new TimeOnly(23, 0) }));
    }

    [Fact]
    public void A_session_changes_places_with_the_one_before_and_the_pause_stays()
    {
        var story = With(Talk, Tour).With(new MoveSession(Tour, Earlier: true));

        Assert.Equal([Tour with { Starts = new TimeOnly(9, 0) }, Talk with { Starts = new TimeOnly(11, 30) }], story.Exchange.Design.Agenda);
    }

    [Fact]
    public void Moved_there_and_back_a_session_is_where_it_was()
    {
        var story = With(Talk, Tour).With(new MoveSession(Talk, Earlier: false));

        story.With(new MoveSession(story.Exchange.Design.Agenda[1], Earlier: true));

        Assert.Equal([Talk, Tour], story.Exchange.Design.Agenda);
    }

    [Fact]
    public void At_the_edge_of_its_day_a_session_can_t_be_moved()
    {
        var story = With(Talk, Tour, Talk with { Day = 2 });

        story.Ask(Story.Owner, new MoveSession(Talk, Earlier: true)).Refused<NoSessionBeside>();
        Assert.False(story.Ask(Story.Owner, new MoveSession(Tour, Earlier: false)).Refused<NoSessionBeside>().Earlier);
    }

    [Fact]
    public void The_agenda_has_an_end()
    {
        var story = With([.. Enumerable.Range(0, ExchangeDefaults.MostSessions).Select(i => new AgendaItem((i / 20) + 1, SessionKind.SocialTime, null, new TimeOnly(0, 0).AddMinutes(i % 20 * 10), 10))]);

        story.Ask(Story.Owner, new PutSession(null, Talk with { Starts = new TimeOnly(20, 0) })).Refused<TooManySessions>();
    }

    [Fact]
    public void A_shorter_exchange_keeps_what_somebody_wrote_and_it_can_be_moved_into_the_dates()
    {
        var late = Talk with { Day = 3 };
        var story = With(late).With(new SetTerms(Given.Albany with { EndsOn = Given.Albany.StartsOn }));

        Assert.Equal(late, Assert.Single(story.Exchange.Design.Agenda));
        story.With(new PutSession(late, Talk));
    }

    [Fact]
    public void A_change_of_the_agenda_touches_no_delegate_s_card()
    {
        var story = Given.InvitedDelegates().With(new PutSession(null, Talk with { Starts = new TimeOnly(7, 0) }));

        Assert.Empty(story.After(TimeSpan.FromHours(1)).Agenda.Owed.Where(d => d.Want.Act is ShowInvitation));
    }

    private static Story With(params ReadOnlySpan<AgendaItem> agenda)
    {
        var story = Given.FormingExchange();
        return story.With(new ChangeDesign(story.Exchange.Design with { Agenda = [.. agenda] }));
    }
}
