using CoordinatorBot.Features.People.Import;
using CsvHelper;
using YamlDotNet.RepresentationModel;

namespace CoordinatorBot.Bot.Tests.Import;

/// <summary>Lists that were not made for this bot, in each encoding and with each delimiter.</summary>
public sealed class RosterTests
{
    public static TheoryData<string> Encodings => SentFile.Encodings;

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Legislators_are_taken_without_mails(string encoding)
    {
        var roster = Records(SentFile.Roster("us-congress-legislators-current.csv"));
        var names = roster.Skip(1).Select(r => InWindows1252(encoding, FullName(r))).ToList();
        Assert.Equal(537, names.Count);

        foreach (var delimiter in ",;\t")
        {
            var list = NomineeSource.FromBytes(SentFile.Encoded(Written(roster, delimiter), encoding));

            Assert.Equal(names, list.Rows.Select(r => r.Name));
            Assert.Equal(Enumerable.Range(2, 537), list.Rows.Select(r => r.Line));
            Assert.Equal([new NoMailColumn()], list.Problems);
            Assert.Equal("full_name", Assert.Single(list.Columns, c => c.Field == NomineeField.Name).Heading);
        }
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Offices_are_refused_for_want_of_a_persons_name(string encoding)
    {
        var roster = Records(SentFile.Roster("us-congress-legislators-district-offices.csv"));

        foreach (var delimiter in ",;\t")
        {
            var list = NomineeSource.FromBytes(SentFile.Encoded(Written(roster, delimiter), encoding));

            Assert.Empty(list.Rows);
            Assert.Equal(1_312, list.Lines);
            Assert.Equal(roster[0], Assert.IsType<NoNameColumn>(list.Refusal).Headings);
        }
    }

    [Fact]
    public void Offices_without_their_headings_are_refused_too()
    {
        var roster = Records(SentFile.Roster("us-congress-legislators-district-offices.csv"));

        Assert.IsType<NoNameColumn>(NomineeSource.FromBytes(SentFile.Utf8(Written(roster.Skip(1), ','))).Refusal);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Municipal_officers_are_taken_with_the_mails_they_have(string encoding)
    {
        var people = Officers();
        Assert.Equal(23, people.Count);

        foreach (var delimiter in ",;\t")
        {
            var text = Written(people.Select(p => new[] { p.Mail, p.Role, p.Name }).Prepend(["E-mail", "Position", "Name"]), delimiter);

            var list = NomineeSource.FromBytes(SentFile.Encoded(text, encoding));

            Assert.Equal(people.Select(p => (p.Name, p.Role, p.Mail)), list.Rows.Select(r => (r.Name, r.Title!, r.Mail?.Address ?? "")));
            Assert.Equal(people.Count(p => p.Mail.Length == 0), list.Problems.OfType<NoMail>().Count());
            Assert.All(list.Problems, p => Assert.Equal(ProblemEffect.Noted, p.Effect));
        }
    }

    // The columns are last, first, middle name, suffix, nickname, full name; the last is empty for two people.
    private static string FullName(string[] r) => r[5].Length > 0 ? r[5] : string.Join(' ', new[] { r[1], r[2], r[0] }.Where(part => part.Length > 0));

    // Windows-1252 has no letter for some: what is lost was lost when the file was written.
    private static string InWindows1252(string encoding, string name) => encoding != "windows-1252"
        ? name
        : System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(SentFile.Encoded(name, encoding));

    private static List<string[]> Records(string csv)
    {
        using var reader = CsvReader.FromText(csv, new CsvReaderOptions { Separator = ',', HasHeader = false });
        var records = new List<string[]>();
        while (reader.Read())
            records.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return records;
    }

    private static string Written(IEnumerable<string[]> records, char delimiter) =>
        string.Concat(records.Select(r => SentFile.Record(r, delimiter) + "\r\n"));

    private static List<(string Name, string Role, string Mail)> Officers()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(SentFile.Roster("openstates-mi-municipalities.yaml")));
        return [.. yaml.Documents.Select(d => (YamlMappingNode)d.RootNode)
            .Select(p => (Text(p, "name"), Text((YamlMappingNode)p["roles"][0], "type"), Text(p, "email")))];
    }

    private static string Text(YamlMappingNode node, string key) => node.Children.TryGetValue(key, out var value) ? value.ToString() : "";
}
