using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

using FsCheck;
using FsCheck.Fluent;

namespace CoordinatorBot.Domain.Tests.Duties;

public sealed class WakingHoursTests
{
    private static readonly WakingHours Hours = WakingHours.Default;

    [Theory]
    [InlineData("America/New_York", "2027-01-04T14:00:00Z", "2027-01-04T14:00:00Z")] // Monday, nine in the morning
    [InlineData("America/New_York", "2027-01-04T13:00:00Z", "2027-01-04T13:00:00Z")] // at eight sharp
    [InlineData("America/New_York", "2027-01-04T12:59:59Z", "2027-01-04T13:00:00Z")]
    [InlineData("America/New_York", "2027-01-05T01:00:00Z", "2027-01-05T13:00:00Z")] // at eight in the evening sharp
    [InlineData("America/New_York", "2027-01-05T00:59:59Z", "2027-01-05T00:59:59Z")]
    [InlineData("America/New_York", "2027-01-09T17:00:00Z", "2027-01-11T13:00:00Z")] // Saturday noon: Monday
    [InlineData("America/New_York", "2027-01-09T01:30:00Z", "2027-01-11T13:00:00Z")] // Friday night: Monday
    [InlineData("America/New_York", "2027-03-13T17:00:00Z", "2027-03-15T12:00:00Z")] // over the night the clocks go forward
    [InlineData("America/New_York", "2027-11-06T16:00:00Z", "2027-11-08T13:00:00Z")] // over the night they go back
    [InlineData("Europe/Berlin", "2027-03-27T12:00:00Z", "2027-03-29T06:00:00Z")]
    [InlineData("Asia/Kolkata", "2027-01-04T20:00:00Z", "2027-01-05T02:30:00Z")]
    [InlineData("Pacific/Kiritimati", "2027-01-08T10:00:00Z", "2027-01-10T18:00:00Z")] // there it is Saturday already, and Monday while UTC has Sunday
    [InlineData("Pacific/Pago_Pago", "2027-01-09T06:00:00Z", "2027-01-09T06:00:00Z")] // there it is Friday still
    public void What_can_wait_waits_for_the_next_waking_hour_where_the_person_lives(string zone, string now, string next) =>
        Assert.Equal(At(next), Hours.Next(In(zone), At(now)));

    [Fact]
    public void The_next_waking_moment_is_awake_not_before_now_and_nothing_awake_lies_between() => Prop.ForAll(
        Arb.From(Gen.Choose(0, 3 * 365 * 24 * 12)), Arb.From(Gen.Elements("America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia", "America/Sao_Paulo", "Asia/Kathmandu")),
        (fiveMinutes, name) =>
        {
            var (zone, now) = (In(name), At("2027-01-01T00:00:00Z").AddMinutes(5 * fiveMinutes));
            var next = Hours.Next(zone, now);
            Assert.True(next >= now && next - now <= TimeSpan.FromHours(61));
            Assert.True(IsAwake(zone, next));
            for (var between = now; between < next; between = between.AddMinutes(30))
                Assert.False(IsAwake(zone, between));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(Urgency.Polite, 0, true)]
    [InlineData(Urgency.Polite, 3, true)]
    [InlineData(Urgency.Soon, 0, true)]
    [InlineData(Urgency.Soon, 1, false)]
    [InlineData(Urgency.AtOnce, 0, false)]
    public void Reminders_and_what_comes_by_itself_wait_but_not_what_a_person_confirmed_nor_a_card_that_changes_in_place(Urgency urgency, int done, bool waits)
    {
        var night = At("2027-01-09T17:00:00Z");
        var want = new Want(new("invitation/1/card"), 4, new ShowInvitation(Ids.Invitation("Ana")), Ids.Person("Ana"), night, null, urgency);
        var until = Hours.Admit(new Duty(want, 1, new Progress(Done: done)), Given.NewYork, night);
        Assert.Equal(waits ? At("2027-01-11T13:00:00Z") : null, until);
    }

    [Fact]
    public void A_deadline_lapses_at_any_hour()
    {
        var night = At("2027-01-09T17:00:00Z");
        Assert.Null(Hours.Admit(new Duty(new Want(new("lapse/2027-01-08"), 1, new Then(new LapseInvitations()), null, night, null, Urgency.Soon), 1, Progress.None), Given.NewYork, night));
    }

    private static bool IsAwake(Zone zone, DateTimeOffset at)
    {
        var local = zone.Local(at);
        return local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && local.Hour is >= 8 and < 20;
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Zone In(string name) => Zone.TryParse(name, out var zone) ? zone.Value : throw new InvalidOperationException(name);
}
