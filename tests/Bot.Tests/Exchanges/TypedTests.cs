using CoordinatorBot.Features.Exchanges.Typed;

namespace CoordinatorBot.Bot.Tests.Exchanges;

/// <summary>Cities, zones and lines as people type them.</summary>
public sealed class TypedTests
{
    [Theory]
    [InlineData("Detroit, Flint, St. Paul", "Detroit|Flint|St. Paul")]
    [InlineData("Detroit\nFlint\r\n• St. Paul", "Detroit|Flint|St. Paul")]
    [InlineData("Detroit, Flint, MI and Minneapolis", "Detroit|Flint, MI|Minneapolis")]
    [InlineData("Lyon, France; Lille et Roubaix", "Lyon, France|Lille|Roubaix")]
    [InlineData("Brighton and Hove, Leeds", "Brighton and Hove|Leeds")]
    [InlineData("Mérida y Xalapa", "Mérida|Xalapa")]
    [InlineData("detroit, Detroit, DETROIT", "detroit")]
    [InlineData(" , ;\n", "")]
    public void Cities_are_read(string text, string cities) => Assert.Equal(cities, string.Join('|', CitiesText.Read(text)));

    [Theory]
    [InlineData("Albany", "America/New_York")]
    [InlineData("flint, mi", "America/Detroit")]
    [InlineData("MONTRÉAL", "America/Toronto")]
    [InlineData("Saint Paul", "America/Chicago")]
    [InlineData("St. Louis", "America/Chicago")]
    [InlineData("Cambridge, MA", "America/New_York")]
    [InlineData("Cambridge", "Europe/London")]
    [InlineData("Smallville, OH", "America/New_York")]
    [InlineData("Arles, France", "Europe/Paris")]
    public void Zone_of_a_city_is_known(string city, string zone) => Assert.Equal(zone, CityZones.Find(city)?.Name);

    [Theory]
    [InlineData("Nowhere")]
    [InlineData("")]
    [InlineData(",")]
    [InlineData("Nowhere, Neverland")]
    public void Zone_of_other_places_is_not_guessed(string city) => Assert.Null(CityZones.Find(city));

    [Fact]
    public void Line_keeps_scripts_and_emoji_and_loses_what_hides() =>
        Assert.Equal("<b>مدينة</b> 👩‍🌾 land", PlainLine.Of("  <b>مدينة</b>\t👩‍🌾 \u202Eland\u0007\n"));

    [Fact]
    public void Lines_stay_lines() => Assert.Equal("one\ntwo", PlainLine.Lines("one\r\ntwo"));
}
