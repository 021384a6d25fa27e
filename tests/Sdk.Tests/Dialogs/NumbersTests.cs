using System.Globalization;
using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace CoordinatorBot.Sdk.Tests.Dialogs;

public sealed class NumbersTests
{
    [Theory]
    [InlineData("en-US", "7", "7")]
    [InlineData("en-US", " 15 ", "15")]
    [InlineData("en-US", "-3", "-3")]
    [InlineData("en-US", "−3", "-3")]
    [InlineData("en-US", "12.0", "12.0")]
    [InlineData("en-US", ".5", "0.5")]
    [InlineData("en-US", "I need 4 seats", "4")]
    [InlineData("en-US", "4.", "4")]
    [InlineData("en-US", "1,234.5", "1234.5")]
    [InlineData("en-US", "$20", "20")]
    [InlineData("en-US", "20%", "20")]
    [InlineData("en-US", "1/2", "0.5")]
    [InlineData("en-US", "Room-3", "3")]
    [InlineData("en-US", "seven", "7")]
    [InlineData("en-US", "Twenty-one", "21")]
    [InlineData("en-US", "two hundred and five", "205")]
    [InlineData("en-US", "a hundred", "100")]
    [InlineData("en-US", "three thousand two hundred", "3200")]
    [InlineData("en-US", "2 million", "2000000")]
    [InlineData("en-US", "two dozen", "24")]
    [InlineData("en-US", "minus three", "-3")]
    [InlineData("en-US", "between 3 and 5", "3 5")]
    [InlineData("en-US", "one two three", "1 2 3")]
    [InlineData("en-US", "four twenty", "4 20")]
    [InlineData("en-US", "five six thousand", "5 6000")]
    [InlineData("en-US", "twenty-five hundred", "2500")]
    [InlineData("es-ES", "siete", "7")]
    [InlineData("es-MX", "veintidós", "22")]
    [InlineData("es-ES", "treinta y uno", "31")]
    [InlineData("es-ES", "doscientos cinco", "205")]
    [InlineData("es-ES", "mil doscientos", "1200")]
    [InlineData("es-ES", "1.234,5", "1234.5")]
    [InlineData("es-ES", "12,5", "12.5")]
    [InlineData("es-ES", "12.5", "12.5")]
    [InlineData("es-ES", "12.500", "12500")]
    [InlineData("es-ES", "menos tres", "-3")]
    [InlineData("fr-FR", "sept", "7")]
    [InlineData("fr-FR", "vingt et un", "21")]
    [InlineData("fr-FR", "soixante-dix-sept", "77")]
    [InlineData("fr-FR", "soixante et onze", "71")]
    [InlineData("fr-FR", "quatre-vingts", "80")]
    [InlineData("fr-FR", "quatre-vingt-dix-neuf", "99")]
    [InlineData("fr-BE", "septante-deux", "72")]
    [InlineData("fr-FR", "deux cent cinq", "205")]
    [InlineData("fr-FR", "mille deux cents", "1200")]
    [InlineData("fr-FR", "1 234,5", "1234.5")]
    [InlineData("fr-FR", "1 234 567", "1234567")]
    [InlineData("fr-FR", "moins trois", "-3")]
    [InlineData("sv-SE", "seven", "7")]
    [InlineData(null, "seven", "7")]
    public void Numbers_are_found_in_their_order(string? locale, string text, string expected)
        => Assert.Equal(expected.Split(' ').Select(n => decimal.Parse(n, CultureInfo.InvariantCulture)), Read(locale, text));

    [Theory]
    [InlineData("en-US", "lots")]
    [InlineData("en-US", "none")]
    [InlineData("en-US", "minus")]
    [InlineData("en-US", "10:30")]
    [InlineData("en-US", "2027-05-12")]
    [InlineData("en-US", "1/0")]
    [InlineData("en-US", "3,4")]
    [InlineData("en-US", "1.2.3")]
    [InlineData("en-US", "3rd")]
    [InlineData("en-US", "4seats")]
    [InlineData("en-US", "B4")]
    [InlineData("en-US", "99999999999999999999999999999999999")]
    [InlineData("en-US", "١٢")]
    [InlineData("es-ES", "seven")]
    [InlineData("en-US", "")]
    public void What_is_no_number_is_not_taken_for_one(string locale, string text) => Assert.Empty(Read(locale, text));

    [Fact]
    public void Text_around_a_number_is_told()
    {
        var found = Assert.Single(Numbers.In(new Lexemes("say -12.5 please", Vocabulary.For("en"))));
        Assert.Equal((4, 9, -12.5m), (found.Start, found.End, found.Value));
    }

    [Theory]
    [InlineData("en-US", "second", 2)]
    [InlineData("en-US", "the third one", 3)]
    [InlineData("en-US", "3rd", 3)]
    [InlineData("en-US", "twenty-first", 21)]
    [InlineData("en-US", "the last one", -1)]
    [InlineData("en-US", "second to last", -2)]
    [InlineData("en-US", "the last but one", -2)]
    [InlineData("es-ES", "la segunda", 2)]
    [InlineData("es-ES", "el 3º", 3)]
    [InlineData("es-ES", "vigésimo primero", 21)]
    [InlineData("es-ES", "el último", -1)]
    [InlineData("es-ES", "la penúltima", -2)]
    [InlineData("fr-FR", "la première", 1)]
    [InlineData("fr-FR", "1er", 1)]
    [InlineData("fr-FR", "le 2ème", 2)]
    [InlineData("fr-FR", "vingt et unième", 21)]
    [InlineData("fr-FR", "dix-septième", 17)]
    [InlineData("fr-FR", "l’avant-dernier", -2)]
    [InlineData("fr-FR", "dernière", -1)]
    public void Places_in_a_list_are_understood(string locale, string text, int expected)
        => Assert.Equal(expected, Assert.Single(Ordinals.In(new Lexemes(text, Vocabulary.For(locale)))).Value);

    private static IEnumerable<decimal> Read(string? locale, string text)
        => Numbers.In(new Lexemes(text, Vocabulary.For(locale))).Select(n => n.Value);
}
