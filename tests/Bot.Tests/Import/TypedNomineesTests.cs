using CoordinatorBot.Domain;
using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Bot.Tests.Import;

public sealed class TypedNomineesTests
{
    [Theory]
    [InlineData("Ana Ruiz, Planner, City of Flint, ana@flint.example, practitioner")]
    [InlineData("Ana Ruiz, Planner, City of Flint, city practitioner, ana@flint.example")]
    [InlineData("Ana Ruiz, ana@flint.example, Planner, City of Flint, técnica municipal")]
    [InlineData("Ana Ruiz; Planner; City of Flint; ana@flint.example; praticienne")]
    [InlineData("Ana Ruiz\tPlanner\tCity of Flint\tana@flint.example\tCity staff")]
    [InlineData("Ana Ruiz | Planner | City of Flint | ana@flint.example | City Practitioner")]
    [InlineData("- Ana Ruiz, Planner, City of Flint, <ana@flint.example>, practitioner")]
    [InlineData("12. Ana Ruiz, Planner, \"City of Flint\", mailto:ana@flint.example, practitioner")]
    public void Mail_and_sector_are_known_wherever_they_stand(string line)
    {
        var list = NomineeSource.FromText(line);

        Assert.Equal(new NomineeRow(1, "Ana Ruiz", "Planner", "City of Flint", Mail("ana@flint.example"), Sector.Practitioner), Assert.Single(list.Rows));
        Assert.Empty(list.Problems);
    }

    [Fact]
    public void Name_and_mail_are_enough()
    {
        var list = NomineeSource.FromText("Ana Ruiz, ana@flint.example\nLee Park <lee@flint.example>");

        Assert.Equal([new(1, "Ana Ruiz", Mail: Mail("ana@flint.example")), new(2, "Lee Park", Mail: Mail("lee@flint.example"))], list.Rows);
        Assert.Empty(list.Problems);
    }

    [Fact]
    public void A_missing_mail_is_noticed_and_the_line_is_taken()
    {
        var list = NomineeSource.FromText("Ana Ruiz, Planner, City of Flint, , policy\nLee Park, lee@flint.example");

        Assert.Equal(["Ana Ruiz", "Lee Park"], list.Rows.Select(r => r.Name));
        Assert.Equal(Sector.Policy, list.Rows[0].Sector);
        Assert.Equal([new NoMail(1)], list.Problems);
    }

    [Fact]
    public void Where_nobody_has_a_mail_one_notice_is_enough()
    {
        var list = NomineeSource.FromText("Ana Ruiz\nLee Park");

        Assert.Equal(2, list.Rows.Count);
        Assert.Equal([new NoMailColumn()], list.Problems);
    }

    [Theory]
    [InlineData("Ana Ruiz, Planner, City of Flint, ana.flint.example, practitioner", "ana.flint.example")]
    [InlineData("Ana Ruiz, Planner, City of Flint, ana@, practitioner", "ana@")]
    public void A_mail_that_is_none_is_shown_and_left_out(string line, string raw)
    {
        var list = NomineeSource.FromText(line + "\nLee Park, lee@flint.example");

        Assert.Null(list.Rows[0].Mail);
        Assert.Equal(Sector.Practitioner, list.Rows[0].Sector);
        Assert.Equal([new BadMail(1, raw)], list.Problems);
    }

    [Fact]
    public void A_sector_that_is_none_is_shown_and_left_out()
    {
        var list = NomineeSource.FromText("Ana Ruiz, Planner, City of Flint, ana@flint.example, wizardry");

        Assert.Null(Assert.Single(list.Rows).Sector);
        Assert.Equal([new UnknownSector(1, "wizardry")], list.Problems);
    }

    [Fact]
    public void A_comma_too_many_is_refused_rather_than_guessed()
    {
        var list = NomineeSource.FromText("Ana Ruiz, Planner, Parks, Trees and Water, ana@flint.example, practitioner\nLee Park, lee@flint.example");

        Assert.Equal("Lee Park", Assert.Single(list.Rows).Name);
        Assert.Equal([new TooManyFields(1, 6, 5)], list.Problems);
    }

    [Fact]
    public void A_comma_within_quotes_is_no_comma_too_many()
    {
        var row = Assert.Single(NomineeSource.FromText("Ana Ruiz, Planner, \"Parks, Trees and Water\", ana@flint.example").Rows);

        Assert.Equal("Parks, Trees and Water", row.Organisation);
    }

    [Fact]
    public void Resident_where_the_title_stands_is_title_and_sector()
    {
        var row = Assert.Single(NomineeSource.FromText("Ana Ruiz, Resident, Northside Block Club, ana@flint.example").Rows);

        Assert.Equal(("Resident", "Northside Block Club", Sector.Resident), (row.Title, row.Organisation, row.Sector));
    }

    [Fact]
    public void A_title_that_is_also_a_sector_gives_way_to_what_stands_for_the_sector()
    {
        var list = NomineeSource.FromText("Ana Ruiz, Resident, Northside Block Club, ana@flint.example, wizardry");

        Assert.Equal(("Resident", null), (Assert.Single(list.Rows).Title, list.Rows[0].Sector));
        Assert.Equal([new UnknownSector(1, "wizardry")], list.Problems);
    }

    [Fact]
    public void The_addressees_of_a_letter_are_people_each()
    {
        var list = NomineeSource.FromText("Ana Ruiz <ana@flint.example>; \"Park, Lee\" <lee@flint.example>");

        Assert.Equal(["Ana Ruiz", "Park, Lee"], list.Rows.Select(r => r.Name));
        Assert.Equal(2, list.Lines);
    }

    [Theory]
    [InlineData("ana@flint.example, Planner")]
    [InlineData(", Planner, City of Flint, ana@flint.example")]
    [InlineData("TBD, Planner, City of Flint, ana@flint.example")]
    [InlineData("???, Planner, City of Flint, ana@flint.example")]
    [InlineData("313 555 0100, Planner")]
    [InlineData("My nominees for Flint:")]
    [InlineData("Ana Ruiz - Planner - ana@flint.example")]
    public void A_line_without_a_name_is_refused(string line)
    {
        var list = NomineeSource.FromText(line);

        Assert.Empty(list.Rows);
        Assert.IsType<NoName>(Assert.Single(list.Problems));
    }

    [Theory]
    [InlineData("李小龍")]
    [InlineData("محمد بن سلمان")]
    [InlineData("שרה כהן")]
    [InlineData("नरेंद्र शर्मा")]
    [InlineData("Ana 🌱 Ruiz")]
    [InlineData("👩‍🌾")]
    [InlineData("Nguyễn Thị Thủy")]
    [InlineData("Зоя O'Neil-Müller III")]
    [InlineData("<b>Ana</b> & <script>alert(1)</script>")]
    [InlineData("**Ana** [x](http://x)")]
    public void A_name_stays_as_it_is_written(string name) =>
        Assert.Equal(name, Assert.Single(NomineeSource.FromText($"{name}, ana@flint.example").Rows).Name);

    [Fact]
    public void What_cannot_be_seen_is_taken_out_and_told()
    {
        var list = NomineeSource.FromText("\u202eAna\u0007 \u00a0 Ruiz\u200b, ana@flint.example");

        Assert.Equal("Ana Ruiz", Assert.Single(list.Rows).Name);
        Assert.Equal([new ControlCharacters(1, 3)], list.Problems);
    }

    [Fact]
    public void A_name_over_200_characters_is_refused()
    {
        var list = NomineeSource.FromText($"{new string('a', 200)}, a@flint.example\n{new string('b', 201)}, b@flint.example");

        Assert.Equal(200, Assert.Single(list.Rows).Name.Length);
        Assert.Equal([new FieldTooLong(2, NomineeField.Name, 201, 200)], list.Problems);
    }

    [Fact]
    public void A_heading_row_over_typed_lines_is_obeyed()
    {
        var list = NomineeSource.FromText("mail, organisation, name\nana@flint.example, City of Flint, Ana Ruiz");

        Assert.Equal(new NomineeRow(2, "Ana Ruiz", Organisation: "City of Flint", Mail: Mail("ana@flint.example")), Assert.Single(list.Rows));
    }

    [Fact]
    public void Text_over_100_000_characters_is_refused()
    {
        var text = new string('a', 100_001);

        Assert.Equal(new TooLong(100_001, 100_000), NomineeSource.FromText(text).Refusal);
        Assert.Null(NomineeSource.FromText("Ana,a@b.example\n" + new string(' ', 99_000)).Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    [InlineData("Name, mail")]
    public void Nothing_but_blanks_or_a_heading_row_is_empty(string text) =>
        Assert.Equal(new FileEmpty(), NomineeSource.FromText(text).Refusal);

    private static NomineeMail Mail(string address) => NomineeMail.TryParse(address, out var mail) ? mail : throw new ArgumentException(address);
}
