using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Tests.Exchanges;

public sealed class TimelineTests
{
    private static readonly DateOnly Today = new(2027, 1, 4);

    [Fact]
    public void With_sixteen_weeks_each_step_has_its_usual_lead()
    {
        var starts = Today.AddDays(16 * 7);
        Assert.Equal(
            new[] { 16, 14, 12, 11, 9, 6, 4, 2, 0 }.Select(weeks => starts.AddDays(-7 * weeks)),
            Timeline.Plan(Today, starts).Select(s => s.Due));
        Assert.All(Timeline.Plan(Today, starts), s => Assert.False(s.Late));
    }

    [Fact]
    public void With_half_the_time_each_step_has_half_the_lead_and_the_early_ones_are_late()
    {
        var plan = Timeline.Plan(Today, Today.AddDays(8 * 7));
        Assert.Equal(Today.AddDays(56 - 31), plan.Single(s => s.Step is Step.RsvpDue).Due);
        Assert.Equal([Step.Design, Step.SeatPlans, Step.NominationsClose, Step.InvitationsOut, Step.RsvpDue], plan.Where(s => s.Late).Select(s => s.Step));
    }

    [Fact]
    public void However_short_the_time_no_step_is_due_before_today_and_all_are_in_order()
    {
        for (var lead = 0; lead <= 400; lead++)
        {
            var due = Timeline.Plan(Today, Today.AddDays(lead)).Select(s => s.Due).ToList();
            Assert.True(due[0] >= Today, $"{lead} days ahead the first step is due {due[0]}.");
            Assert.Equal(due.Order(), due);
            Assert.Equal(Today.AddDays(lead), due[^1]);
        }
    }

    [Fact]
    public void Three_days_ahead_delegates_can_still_answer()
    {
        var story = Given.DraftExchange();
        story.With(new SetTerms(Given.Albany with { StartsOn = Today.AddDays(3), EndsOn = Today.AddDays(4) }));
        Assert.True(story.Exchange.Deadlines!.RsvpDue >= Today);
        Assert.True(story.Exchange.RsvpDeadline > story.Now);
    }

    [Theory]
    [InlineData("America/New_York", "America/New_York")]
    [InlineData(" america/new_york ", "America/New_York")]
    [InlineData("Eastern Standard Time", "America/New_York")]
    [InlineData("Europe/Berlin", "Europe/Berlin")]
    [InlineData("America/New York", "America/New_York")]
    public void A_zone_is_known_by_either_name(string text, string name)
    {
        Assert.True(Zone.TryParse(text, out var zone));
        Assert.Equal(name, zone.Value.Name);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Albany")]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/localtime")]
    public void What_is_no_zone_is_not_taken_for_one(string? text) => Assert.False(Zone.TryParse(text, out _));

    [Fact]
    public void A_time_that_daylight_saving_skips_is_read_an_hour_later()
    {
        var skipped = Given.NewYork.At(new DateOnly(2027, 3, 14), new TimeOnly(2, 30));
        Assert.Equal(new DateTimeOffset(2027, 3, 14, 3, 30, 0, TimeSpan.FromHours(-4)), skipped);
    }

    [Fact]
    public void A_deadline_holds_until_its_day_is_over_where_the_exchange_is() =>
        Assert.Equal(new DateTimeOffset(2027, 3, 2, 5, 0, 0, TimeSpan.Zero), Given.NewYork.EndOf(new DateOnly(2027, 3, 1)).ToUniversalTime());
}
