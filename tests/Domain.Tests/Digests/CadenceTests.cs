using CoordinatorBot.Domain.Digests;

namespace CoordinatorBot.Domain.Tests.Digests;

public sealed class CadenceTests
{
    private static readonly Cadence Daily = Cadence.Default(Given.NewYork);

    [Fact]
    public void A_daily_digest_comes_at_eight_on_the_wall_clock_before_and_after_daylight_saving()
    {
        foreach (var (day, utc) in new[] { (13, 13), (14, 12), (15, 12) })
            Assert.Equal(new DateTimeOffset(2027, 3, day, utc, 0, 0, TimeSpan.Zero), Daily.When(new DateOnly(2027, 3, day)).ToUniversalTime());
        foreach (var (day, utc) in new[] { (6, 12), (7, 13) })
            Assert.Equal(new DateTimeOffset(2027, 11, day, utc, 0, 0, TimeSpan.Zero), Daily.When(new DateOnly(2027, 11, day)).ToUniversalTime());
    }

    [Theory]
    [InlineData(2, 30)]
    [InlineData(1, 30)]
    public void An_hour_that_is_skipped_or_comes_twice_gives_one_occasion_a_day(int hour, int minute)
    {
        var cadence = Daily with { At = new TimeOnly(hour, minute) };
        foreach (var month in new[] { 3, 11 })
        {
            var now = new DateTimeOffset(2027, month, 1, 0, 0, 0, TimeSpan.Zero);
            var days = new List<DateOnly>();
            while (days.Count < 20)
            {
                days.Add(cadence.Next(now));
                now = cadence.When(days[^1]);
                Assert.Equal(days[^1], cadence.Last(now));
            }

            Assert.Equal(Enumerable.Range(0, 20).Select(i => days[0].AddDays(i)), days);
        }
    }

    [Fact]
    public void A_weekly_digest_comes_on_its_day()
    {
        var weekly = Daily with { Kind = CadenceKind.Weekly };
        var wednesday = new DateTimeOffset(2027, 3, 10, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(new DateOnly(2027, 3, 8), weekly.Last(wednesday));
        Assert.Equal(new DateOnly(2027, 3, 15), weekly.Next(wednesday));
    }

    [Fact]
    public void The_occasion_itself_is_the_last_and_not_the_next()
    {
        var eight = Daily.When(new DateOnly(2027, 3, 10));
        Assert.Equal(new DateOnly(2027, 3, 10), Daily.Last(eight));
        Assert.Equal(new DateOnly(2027, 3, 11), Daily.Next(eight));
        Assert.Equal(new DateOnly(2027, 3, 9), Daily.Last(eight.AddTicks(-1)));
    }
}
