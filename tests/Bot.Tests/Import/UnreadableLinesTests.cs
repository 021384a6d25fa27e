using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Bot.Tests.Import;

public sealed class UnreadableLinesTests
{
    private const string Headings = "Name,Title,Organisation,Mail\n";

    [Fact]
    public void An_unclosed_quote_costs_its_own_line_only()
    {
        var list = Read("Ana Ruiz,Planner,Parks,ana@x.example\nBo Li,\"Farmer,Soil,bo@x.example\nLee Park,\"Mayor, acting\",Flint,lee@x.example\nZoë,Nurse,,zoe@x.example");

        Assert.Equal([(2, "Ana Ruiz"), (4, "Lee Park"), (5, "Zoë")], list.Rows.Select(r => (r.Line, r.Name)));
        Assert.Equal("Mayor, acting", list.Rows[1].Title);
        Assert.Equal([new UnclosedQuote(3)], list.Problems);
    }

    [Fact]
    public void Two_unclosed_quotes_do_not_close_each_other()
    {
        var list = Read("Bo Li,\"Farmer,Soil,bo@x.example\nAna Ruiz,Planner,Parks,ana@x.example\nLee Park,Mayor,Flint,\"\nZoë,Nurse,,zoe@x.example");

        Assert.Equal(["Ana Ruiz", "Zoë"], list.Rows.Select(r => r.Name));
        Assert.Equal([2, 4], list.RefusedLines.Select(p => p.Line!.Value));
    }

    [Fact]
    public void A_quoted_value_may_run_over_lines()
    {
        var list = NomineeSource.FromBytes(SentFile.Utf8("Name,Reason,Mail,City\r\nAna Ruiz,\"Knows soil,\r\n\r\nand \"\"water\"\"\",ana@x.example,Flint\r\nLee Park,,lee@x.example,Dayton\r\n"));

        Assert.Equal([(2, "Knows soil, and \"water\""), (5, null)], list.Rows.Select(r => (r.Line, r.Reason)));
    }

    [Fact]
    public void Quotes_within_a_value_stay()
    {
        var list = Read("Ana \"Annie\" Ruiz,5'10\" tall,Parks,ana@x.example\n\"Bo \"Bobby\" Li\",Farmer,Soil,bo@x.example");

        Assert.Equal("Ana \"Annie\" Ruiz", list.Rows[0].Name);
        Assert.Equal("5'10\" tall", list.Rows[0].Title);
        Assert.Contains("Bobby", list.Rows[1].Name, StringComparison.Ordinal);
        Assert.Equal("bo@x.example", list.Rows[1].Mail?.Address);
    }

    [Fact]
    public void More_values_than_columns_are_refused_and_empty_ones_ignored()
    {
        var list = Read("Ana Ruiz,Planner,Parks,Trees,ana@x.example\nLee Park,Mayor,Flint,lee@x.example,,,\n" + new string(',', 100_000));

        Assert.Equal("Lee Park", Assert.Single(list.Rows).Name);
        Assert.Equal([new TooManyFields(2, 5, 4), new TooManyFields(4, 100_001, NomineeLimits.Columns)], list.Problems);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_are_counted_as_an_editor_counts_them(string lineBreak)
    {
        var list = NomineeSource.FromBytes(SentFile.Utf8(string.Join(lineBreak, "Name,Mail", "", "Ana Ruiz,ana@x.example", "", "", ",nobody@x.example", "Lee Park,lee@x.example")));

        Assert.Equal([3, 7], list.Rows.Select(r => r.Line));
        Assert.Equal([new NoName(6, "")], list.Problems);
    }

    [Theory]
    [InlineData("Ana Ruiz", "Parks", "ANA@x.example ", "Someone Else", "", "ana@X.example", SameBy.Mail)]
    [InlineData("Ána Ruíz", "City of Flint", "", "RUIZ, ana", "city of flint.", "b@x.example", SameBy.NameAndOrganisation)]
    [InlineData("Lee O'Neil-Park", "Parks", "a@x.example", "Lee ONeil Park", "Parks", "b@x.example", SameBy.NameAndOrganisation)]
    [InlineData("Ana Ruiz", "", "a@x.example", "Ana Ruiz", "", "", SameBy.NameAndOrganisation)]
    public void The_same_person_twice_is_flagged_and_kept(string name, string organisation, string mail, string name2, string organisation2, string mail2, SameBy by)
    {
        var list = Read(SentFile.Record([name, "", organisation, mail], ',') + "\n" + SentFile.Record([name2, "", organisation2, mail2], ','));

        Assert.Equal([null, 2], list.Rows.Select(r => r.DuplicateOf));
        Assert.Contains(new DuplicateOf(3, 2, by), list.Problems);
    }

    [Theory]
    [InlineData("Ana Ruiz,,Parks,a@x.example", "Ana Ruiz,,Water,b@x.example")]
    [InlineData("Ana Ruiz,,,a@x.example", "Ana Ruiz,,,b@x.example")]
    [InlineData("किरण,,Parks,", "कुरण,,Parks,")]
    [InlineData("李,,Parks,", "王,,Parks,")]
    [InlineData("😀,,Parks,", "🌱,,Parks,")]
    public void Two_people_are_not_one(string first, string second) =>
        Assert.All(Read(first + "\n" + second).Rows, r => Assert.Null(r.DuplicateOf));

    [Fact(Timeout = 30_000)]
    public async Task Hostile_files_take_time_in_line_with_their_length()
    {
        await Task.Yield();
        foreach (var piece in (string[])["\"a\n", "\"", "\"\"\n", ",", "\" ", "a,\"b\n", "\n", "\r", " ", "\0a", "a,\"" + new string('x', 50_000) + "\n"])
        {
            var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
            Assert.NotNull(NomineeSource.FromBytes(SentFile.Utf8(text)));
        }
    }

    private static NomineeList Read(string lines) => NomineeSource.FromBytes(SentFile.Utf8(Headings + lines));
}
