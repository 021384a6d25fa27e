using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Bot.Tests.Import;

public sealed class NomineeFileTests
{
    public static TheoryData<string> Encodings => SentFile.Encodings;

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Accents_survive_in_each_encoding_and_with_each_delimiter(string encoding)
    {
        foreach (var delimiter in ",;\t|")
        {
            var text = string.Join("\r\n",
                SentFile.Record(["Prénom", "Nom", "Courriel", "Organisme"], delimiter),
                SentFile.Record(["Zoë", "Ibáñez – Œhler", "zoe@flint.example", "Parks, \"Trees\"; Water|Soil"], delimiter));

            var list = NomineeSource.FromBytes(SentFile.Encoded(text, encoding));

            var row = Assert.Single(list.Rows);
            Assert.Equal(("Zoë Ibáñez – Œhler", "Parks, \"Trees\"; Water|Soil", "zoe@flint.example"), (row.Name, row.Organisation, row.Mail?.Address));
            Assert.Empty(list.Problems);
        }
    }

    [Theory]
    [InlineData("Name,Title,Organisation,Mail,Sector,City,Reason,Contribution,Role in the change,Language,Replacement")]
    [InlineData("Full name *,JOB TITLE,Organization,E-mail (work),Stakeholder group,Home city,Why this person?,Expected contribution,role,Preferred language,Alternate")]
    [InlineData("Nombre,Cargo,Organización,Correo electrónico,Sector,Ciudad,Razón,Contribución,Papel en el cambio,Idioma,Suplente")]
    [InlineData("Nom,Fonction,Organisme,Courriel,Secteur,Ville,Motif,Apport attendu,Rôle dans le changement,Langue,Suppléant")]
    [InlineData("nominee_name,position,agency,EMAIL_ADDRESS,sector,city_town,rationale,brings,role_in_change,languages,backup")]
    public void Headings_are_known_in_three_languages(string headings)
    {
        var list = NomineeSource.FromBytes(SentFile.Utf8(headings + "\nAna Ruiz,Planner,Parks,ana@flint.example,resident,Flint,Because,Soil,leader,es,Lee Park\n"));

        var expected = new NomineeRow(2, "Ana Ruiz", "Planner", "Parks", list.Rows[0].Mail, Sector.Resident, "Flint", "Because", "Soil", RoleInChange.Leader, "es", "Lee Park");
        Assert.Equal(expected, Assert.Single(list.Rows));
        Assert.Equal("ana@flint.example", expected.Mail?.Address);
        Assert.Empty(list.Problems);
        Assert.Equal(headings.Split(','), list.Columns.Select(c => c.Heading));
    }

    [Theory]
    [InlineData("Apellidos;Nombre;Teléfono", "Ruiz Ortega;Ana;5", "Ana Ruiz Ortega")]
    [InlineData("Apellido paterno;Apellido materno;Nombre", "Ruiz;Ortega;Ana", "Ana Ruiz Ortega")]
    [InlineData("Nom;Prénom(s)", "Ruiz;Ana", "Ana Ruiz")]
    [InlineData("First Name;Middle name;Last Name", "Ana;María;Ruiz", "Ana María Ruiz")]
    [InlineData("Last;First;Full name", "Ruiz;Ana;Ana M. Ruiz", "Ana M. Ruiz")]
    [InlineData("Last;First;Full name", "Ruiz;Ana;", "Ana Ruiz")]
    [InlineData("Name;Vorname;First name", "Ruiz;x;Ana", "Ana Ruiz")]
    public void Parts_of_a_name_are_joined(string headings, string line, string name) =>
        Assert.Equal(name, Assert.Single(NomineeSource.FromBytes(SentFile.Utf8($"{headings}\n{line}")).Rows).Name);

    [Fact]
    public void Without_headings_the_content_tells_the_columns()
    {
        var list = NomineeSource.FromBytes(SentFile.Utf8("""
            policy;Ana Ruiz;ana@flint.example;Mayor, acting;City of Flint;810-555-0100
            resident;Lee Park;;Barber;;
            nobody knows;Bo Li;bo at home;Farmer;Butternut Growers;810-555-0101
            """));

        Assert.Equal([NomineeField.Sector, NomineeField.Name, NomineeField.Mail, NomineeField.Title, NomineeField.Organisation, null], list.Columns.Select(c => c.Field));
        Assert.Equal(3, list.Rows.Count);
        Assert.Equal([new NoMail(2), new BadMail(3, "bo at home"), new UnknownSector(3, "nobody knows")], list.Problems);
    }

    [Fact]
    public void Lines_above_the_headings_are_told_and_not_taken()
    {
        var list = NomineeSource.FromBytes(SentFile.Utf8("Nominees of Flint;;\n;;\nName;Title;Mail\nAna Ruiz;Planner;ana@flint.example"));

        Assert.Equal([new AboveHeading(1, "Nominees of Flint")], list.Problems);
        Assert.Equal((4, 2), (Assert.Single(list.Rows).Line, list.Lines));
    }

    [Fact]
    public void Who_nominates_is_not_who_is_nominated()
    {
        var list = NomineeSource.FromBytes(SentFile.Utf8("Nominator,Nominee,Nominee's email,Nominator email\nBo Li,Ana Ruiz,ana@flint.example,bo@flint.example"));

        Assert.Equal([null, NomineeField.Name, NomineeField.Mail, null], list.Columns.Select(c => c.Field));
        Assert.Equal("Ana Ruiz", Assert.Single(list.Rows).Name);
    }

    [Fact]
    public void A_word_above_the_headings_is_no_heading()
    {
        var list = NomineeSource.FromBytes(SentFile.Utf8("Nominees,,\nMail,Title,Name\nana@flint.example,Planner,Ana Ruiz"));

        Assert.Equal("Ana Ruiz", Assert.Single(list.Rows).Name);
        Assert.Equal([new AboveHeading(1, "Nominees")], list.Problems);
    }

    [Fact]
    public void The_delimiter_a_spreadsheet_names_is_used()
    {
        var list = NomineeSource.FromBytes(SentFile.Utf8("sep=|\r\nName|Mail\r\nRuiz, Ana; Dr.|ana@flint.example"));

        Assert.Equal((3, "Ruiz, Ana; Dr."), (Assert.Single(list.Rows).Line, list.Rows[0].Name));
    }

    [Theory]
    [InlineData("PK\u0003\u0004rest", "xlsx")]
    [InlineData("%PDF-1.7", "pdf")]
    [InlineData("\u0001\0\0\u0002\0\0\u0003\0\0\u0004", "binary")]
    public void A_file_that_is_not_text_is_refused_as_such(string content, string kind) =>
        Assert.Equal(new NotText(kind), NomineeSource.FromBytes(SentFile.Utf8(content)).Refusal);

    [Fact]
    public void Files_past_the_limits_are_refused()
    {
        Assert.Equal(new FileTooBig(NomineeLimits.FileBytes + 1, NomineeLimits.FileBytes), NomineeSource.FromBytes(new byte[NomineeLimits.FileBytes + 1]).Refusal);
        Assert.Equal(new FileEmpty(), NomineeSource.FromBytes(Array.Empty<byte>()).Refusal);
        Assert.Equal(new FileEmpty(), NomineeSource.FromBytes(new byte[] { 0xEF, 0xBB, 0xBF }).Refusal);
        var lines = string.Concat(Enumerable.Range(0, 10_001).Select(i => $"Person {(char)('A' + (i % 26))},p{i}@flint.example\n"));
        Assert.Equal(new TooManyLines(10_000), NomineeSource.FromBytes(SentFile.Utf8(lines)).Refusal);
    }

    [Fact]
    public void A_list_of_places_has_no_name_column()
    {
        var refusal = Assert.IsType<NoNameColumn>(NomineeSource.FromBytes(SentFile.Utf8("City,Building,Phone\nFlint,City Hall,810-555-0100")).Refusal);

        Assert.Equal(["City", "Building", "Phone"], refusal.Headings);
    }

    [Fact]
    public void Ten_thousand_rows_are_all_there()
    {
        var text = "Name;Organisation;Mail\n" + string.Concat(Enumerable.Range(1, 10_000).Select(i => $"\"Person; {i}\";Org {i % 500};p{i}@flint.example\n"));

        var list = NomineeSource.FromBytes(SentFile.Utf8(text));

        Assert.Equal(Enumerable.Range(1, 10_000).Select(i => (i + 1, $"Person; {i}")), list.Rows.Select(r => (r.Line, r.Name)));
        Assert.Empty(list.Problems);
    }
}
