using CoordinatorBot.Domain;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Features.Delegations;
using CoordinatorBot.Features.People;

namespace CoordinatorBot.Bot.Tests.People;

public sealed class NearNamesTests
{
    [Theory]
    [InlineData("Ana Ruiz", "ANA RUIZ")]
    [InlineData("Ana Ruiz", "Ruiz, Ana")]
    [InlineData("José Núñez", "Jose Nunez")]
    [InlineData("A. Ruiz", "Ana María Ruiz")]
    [InlineData("Dr. Ana Ruiz", "Ana Ruiz")]
    [InlineData("Sra. Ana Ruiz López", "Ana Ruiz")]
    [InlineData("Brandon O’Neil", "Brandon ONeil")]
    [InlineData("Katherine Park", "Katharine Park")]
    [InlineData("Jean-Luc Picard", "Jean Luc Picard")]
    [InlineData("J. L. Picard", "Picard Jean-Luc")]
    [InlineData("Møller, Søren", "Soren Moller")]
    public void Spellings_of_one_name_are_near(string one, string other)
    {
        Assert.True(NearNames.Are(one, other));
        Assert.True(NearNames.Are(other, one));
    }

    [Theory]
    [InlineData("Ana Ruiz", "Ana Rojas")]
    [InlineData("Ana Ruiz", "Eva Ruiz")]
    [InlineData("A. R.", "Ana Ruiz")]
    [InlineData("Ana", "Ana Ruiz")]
    [InlineData("Ruiz", "Ana Ruiz")]
    [InlineData("Ana Ana", "Ana Ruiz")]
    [InlineData("Lee Park", "Leo Park")]
    [InlineData("Maria Lopez", "Marta Gomez")]
    [InlineData("", "Ana Ruiz")]
    [InlineData("", "")]
    [InlineData("A B C D E F G H I J", "K L M N O P Q R S T")]
    public void Names_of_two_people_are_not(string one, string other)
    {
        Assert.False(NearNames.Are(one, other) && one.Length > 0);
        Assert.Equal(NearNames.Are(one, other), NearNames.Are(other, one));
    }

    [Fact]
    public void A_near_name_counts_within_one_organisation_only()
    {
        Assert.True(AlikePeople.Are(Somebody("A. Ruiz", "Land Bank"), Somebody("Ana Ruiz", "LAND BANK")));
        Assert.False(AlikePeople.Are(Somebody("A. Ruiz", "Land Bank"), Somebody("Ana Ruiz", "City of Detroit")));
        Assert.False(AlikePeople.Are(Somebody("A. Ruiz", null), Somebody("Ana Ruiz", "City of Detroit")));
        Assert.True(AlikePeople.Are(Somebody("Ruiz, Ana", null), Somebody("Ana Ruiz", "City of Detroit")));
    }

    [Fact]
    public void One_address_is_one_person_and_two_accounts_are_two()
    {
        Assert.True(AlikePeople.Are(Somebody("Ana Ruiz", null) with { Mail = "a@x.example" }, Somebody("Ben Lee", null) with { Mail = "A@x.example" }));
        Assert.False(AlikePeople.Are(Somebody("Ana Ruiz", "City") with { TeamsId = "1" }, Somebody("Ana Ruiz", "City") with { TeamsId = "2" }));
        Assert.False(AlikePeople.Are(Somebody("Ana Ruiz", null) with { Mail = "a@x.example" }, Somebody("Ana Ruiz", null) with { Mail = "ana@y.example" }));
    }

    private static Person Somebody(string name, string? organisation) => new(new PersonId(Guid.CreateVersion7(TimeProvider.System.GetUtcNow())), name, Organisation: organisation);
}
