using CoordinatorBot.Domain;
using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Bot.Tests.Import;

public sealed class SampleListsTests
{
    public static TheoryData<string> Samples => [.. SentFile.SampleNames()];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Each_sample_is_read_and_told_of_in_the_readme(string name)
    {
        var list = NomineeSource.FromBytes(SentFile.Sample(name));

        Assert.Null(list.Refusal);
        Assert.Equal(list.Lines, list.Rows.Count + list.RefusedLines.Count());
        Assert.Contains($"`{name}`", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "README.md")), StringComparison.Ordinal);
        Assert.DoesNotContain(list.Rows, r => r.Name.Contains('\uFFFD', StringComparison.Ordinal) || r.Name.Contains('Ã', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("breathing-lights-detroit.csv")]
    [InlineData("breathing-lights-flint.csv")]
    [InlineData("breathing-lights-minneapolis.csv")]
    [InlineData("breathing-lights-st-paul.csv")]
    public void Breathing_lights_has_eight_nominees_ready_to_invite_a_city(string name)
    {
        var list = NomineeSource.FromBytes(SentFile.Sample(name));

        Assert.Empty(list.Problems);
        Assert.Equal(8, list.Rows.Select(r => r.Mail!.Value).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Each_city_can_fill_six_balanced_seats(string name)
    {
        if (name.StartsWith("messy", StringComparison.Ordinal))
            return;
        var rows = NomineeSource.FromBytes(SentFile.Sample(name)).Rows;

        Assert.Equal(8, rows.Count);
        var bySector = rows.CountBy(r => r.Sector ?? Sector.Unknown).ToDictionary();
        Assert.All([Sector.Policy, Sector.Practitioner, Sector.NonProfit, Sector.Resident], s => Assert.InRange(bySector[s], 1, 2));
        Assert.All([Sector.Private, Sector.Philanthropy], s => Assert.InRange(bySector.GetValueOrDefault(s), 0, 1));
        Assert.DoesNotContain(Sector.Unknown, bySector.Keys);
        Assert.All(rows, r => Assert.True(r is { Title: not null, Organisation: not null, Reason: not null, Contribution: not null }));
        Assert.All(rows.CountBy(r => r.Organisation!), o => Assert.InRange(o.Value, 1, 2));
    }

    [Fact]
    public void The_messy_list_tells_what_is_wrong_with_it()
    {
        var list = NomineeSource.FromBytes(SentFile.Sample("messy-40-rows.csv"));

        Assert.Equal((40, 37), (list.Lines, list.Rows.Count));
        Assert.Equal(
            [
                new NoMail(4), new NoMail(6), new DuplicateOf(6, 4, SameBy.NameAndOrganisation), new NoMail(8), new NoName(9, "TBD"),
                new DuplicateOf(16, 13, SameBy.Mail), new BadMail(18, "grace.ilunga@example"), new NoName(20, ""), new UnknownSector(21, "Main street"),
                new NoMail(27), new DuplicateOf(29, 28, SameBy.NameAndOrganisation), new UnknownSector(36, "Non-profit / resident"),
                new BadMail(38, "steve(at)kostura.example"), new NoName(41, ""),
            ],
            list.Problems);
        Assert.Contains(list.Rows, r => r is { Name: "Søren Østergaard", Reason: "<b>Very</b> keen; speaks *loudly*" });
    }
}
