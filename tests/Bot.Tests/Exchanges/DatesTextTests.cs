using CoordinatorBot.Cards.Text;
using CoordinatorBot.Features.Exchanges.Typed;

namespace CoordinatorBot.Bot.Tests.Exchanges;

/// <summary>Dates as people write them.</summary>
public sealed class DatesTextTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("3-5 May 2027", "2027-05-03", "2027-05-05")]
    [InlineData("3 to 5 May 2027", "2027-05-03", "2027-05-05")]
    [InlineData("May 3-5, 2027", "2027-05-03", "2027-05-05")]
    [InlineData("from Monday 3rd to Wednesday 5th of May, 2027", "2027-05-03", "2027-05-05")]
    [InlineData("30 May – 2 June 2027", "2027-05-30", "2027-06-02")]
    [InlineData("30 Dec 2027 to 2 Jan 2028", "2027-12-30", "2028-01-02")]
    [InlineData("30 Dec - 2 Jan 2028", "2027-12-30", "2028-01-02")]
    [InlineData("3 May 2027", "2027-05-03", "2027-05-03")]
    [InlineData("3 May 2027, 2 days", "2027-05-03", "2027-05-04")]
    [InlineData("3-5 May", "2027-05-03", "2027-05-05")]
    [InlineData("3-5 December", "2026-12-03", "2026-12-05")]
    [InlineData("2027-05-03 to 2027-05-05", "2027-05-03", "2027-05-05")]
    [InlineData("2027-05-03", "2027-05-03", "2027-05-03")]
    [InlineData("in 16 weeks, 2 days", "2027-03-15", "2027-03-16")]
    [InlineData("in 3 months", "2027-02-23", "2027-02-24")]
    [InlineData("25/5/2027", "2027-05-25", "2027-05-25")]
    [InlineData("5/25/2027 - 5/27/2027", "2027-05-25", "2027-05-27")]
    public void English_is_read(string text, string first, string last) => IsRead(text, Language.English, first, last);

    [Theory]
    [InlineData("3-5 de mayo de 2027", "2027-05-03", "2027-05-05")]
    [InlineData("del 3 al 5 de mayo", "2027-05-03", "2027-05-05")]
    [InlineData("del 30 de abril al 2 de mayo de 2027", "2027-04-30", "2027-05-02")]
    [InlineData("dentro de 16 semanas, 2 días", "2027-03-15", "2027-03-16")]
    [InlineData("3/5/2027", "2027-05-03", "2027-05-03")]
    public void Spanish_is_read(string text, string first, string last) => IsRead(text, Language.Of("es"), first, last);

    [Theory]
    [InlineData("du 3 au 5 mai 2027", "2027-05-03", "2027-05-05")]
    [InlineData("1er-2 juillet 2027", "2027-07-01", "2027-07-02")]
    [InlineData("30 août au 2 septembre", "2027-08-30", "2027-09-02")]
    [InlineData("dans 16 semaines, 2 jours", "2027-03-15", "2027-03-16")]
    [InlineData("03.05.2027", "2027-05-03", "2027-05-03")]
    public void French_is_read(string text, string first, string last) => IsRead(text, Language.Of("fr"), first, last);

    [Fact]
    public void Order_of_day_and_month_is_not_guessed_in_English() =>
        Assert.IsType<DatesReading.EitherWay>(DatesText.Read("5/3/2027", Today, Language.English));

    [Theory]
    [InlineData("31 June 2027")]
    [InlineData("2027-02-30")]
    [InlineData("0 May 2027")]
    public void Day_the_calendar_has_not_is_told(string text) => Assert.IsType<DatesReading.NoSuchDay>(DatesText.Read(text, Today, Language.English));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("May 2027")]
    [InlineData("3-5 May or 10-12 June 2027")]
    [InlineData("in 0 weeks")]
    [InlineData("in 99999 weeks")]
    [InlineData("99999999999999999999")]
    [InlineData("<b>3</b>")]
    public void What_has_no_dates_is_not_guessed(string text) => Assert.IsNotType<DatesReading.Days>(DatesText.Read(text, Today, Language.English));

    [Fact]
    public void Long_text_is_not_read() => Assert.IsType<DatesReading.NotUnderstood>(DatesText.Read(new string('1', 100_000), Today, Language.English));

    private static void IsRead(string text, Language language, string first, string last)
    {
        var days = Assert.IsType<DatesReading.Days>(DatesText.Read(text, Today, language));
        Assert.Equal((DateOnly.ParseExact(first, "O"), DateOnly.ParseExact(last, "O")), (days.First, days.Last));
    }
}
