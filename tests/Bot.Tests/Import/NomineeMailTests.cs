using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Bot.Tests.Import;

public sealed class NomineeMailTests
{
    [Theory]
    [InlineData("ana@flint.example", "ana@flint.example")]
    [InlineData("  Ana.Ruiz+exchange@Flint.Example ; ", "Ana.Ruiz+exchange@Flint.Example")]
    [InlineData("mailto:ana@flint.example", "ana@flint.example")]
    [InlineData("Ana Ruiz <ana@flint.example>", "ana@flint.example")]
    [InlineData("o'neil@mt-pleasant.example", "o'neil@mt-pleasant.example")]
    [InlineData("josé@münchen.example", "josé@münchen.example")]
    public void Addresses_are_read_as_people_write_them(string text, string address)
    {
        Assert.True(NomineeMail.TryParse(text, out var mail));
        Assert.Equal(address, mail.Address);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ana")]
    [InlineData("@flint.example")]
    [InlineData("ana@")]
    [InlineData("ana@flint")]
    [InlineData("ana@@flint.example")]
    [InlineData("ana@flint..example")]
    [InlineData(".ana@flint.example")]
    [InlineData("ana ruiz@flint.example")]
    [InlineData("ana@-flint.example")]
    [InlineData("ana@127.0.0.1")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("a@b.example c@d.example")]
    [InlineData("ana@flint.example\r\nBcc: all@flint.example")]
    public void What_is_no_single_address_is_none(string? text) => Assert.False(NomineeMail.TryParse(text, out _));

    [Fact]
    public void Addresses_past_the_protocols_lengths_are_none()
    {
        Assert.True(NomineeMail.TryParse(new string('a', 64) + "@flint.example", out _));
        Assert.False(NomineeMail.TryParse(new string('a', 65) + "@flint.example", out _));
        Assert.False(NomineeMail.TryParse("a@" + new string('b', 64) + ".example", out _));
        Assert.False(NomineeMail.TryParse("a@" + string.Concat(Enumerable.Repeat("bbbbbbbbb.", 26)) + "example", out _));
    }

    [Fact]
    public void Case_makes_no_other_address()
    {
        _ = NomineeMail.TryParse("Ana@Flint.example", out var one);
        _ = NomineeMail.TryParse("ana@flint.EXAMPLE", out var other);

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }
}
