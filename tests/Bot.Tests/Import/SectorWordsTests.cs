using CoordinatorBot.Domain;
using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Bot.Tests.Import;

public sealed class SectorWordsTests
{
    [Theory]
    [InlineData("Policy maker", "policy")]
    [InlineData("Élue", "policy")]
    [InlineData("Cargo electo", "policy")]
    [InlineData("CITY PRACTITIONER", "practitioner")]
    [InlineData("Técnico municipal", "practitioner")]
    [InlineData("Non-profit (CDC)", "nonprofit")]
    [InlineData("Sin fines de lucro", "nonprofit")]
    [InlineData("Associatif / société civile", "nonprofit")]
    [InlineData("vecina", "resident")]
    [InlineData("Habitant", "resident")]
    [InlineData("Private sector / finance", "private")]
    [InlineData("Secteur privé", "private")]
    [InlineData("Philanthropy, academia", "philanthropy")]
    [InlineData("Fundación", "philanthropy")]
    [InlineData("Non-profit / resident", null)]
    [InlineData("Private Industry Council", null)]
    [InlineData("government", null)]
    public void Sectors_are_known_by_code_and_by_words(string words, string? code) => Assert.Equal(code, SectorWords.Guess(words)?.Code);

    [Fact]
    public void Each_code_is_its_own_word() => Assert.All(Sector.All, s => Assert.Equal(s, SectorWords.Guess(s.Code)));
}
