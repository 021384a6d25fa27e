using CoordinatorBot.Features.People.Import;
using FsCheck;
using FsCheck.Fluent;

namespace CoordinatorBot.Bot.Tests.Import;

/// <summary>No row is lost without a word: what is taken and what is refused make up what was sent.</summary>
public sealed class NoLineIsLostTests
{
    private const string Hard = "aZé \"\"\"'',;|\t\r\n\n<>@.-é李ش\u202e\u200d🌱\0";

    private static readonly Gen<char> Delimiter = Gen.Elements(',', ';', '\t', '|');
    private static readonly Gen<string> AnyText = Gen.Elements(Hard.ToCharArray()).ArrayOf().Select(c => new string(c));
    private static readonly Gen<string> Words = Gen.Elements("Ana", "Ruiz", "Parks", "Trees, Water", "a \"b\" c", "x;y|z", "Zoë", "", "policy", "n/a", "two\nlines").ArrayOf(3).Select(w => string.Join(' ', w));

    [Fact]
    public void Rows_and_refused_lines_make_up_the_lines_of_any_text() =>
        Holds(AnyText, text => Adds(NomineeSource.FromText(text)) && Adds(NomineeSource.FromHtml(text)) && Adds(NomineeSource.FromBytes(SentFile.Utf8(text)))
            && Adds(NomineeSource.FromBytes(SentFile.Utf8("Name,Mail\n" + text))));

    [Fact]
    public void Any_bytes_are_read_or_refused() =>
        Holds(Gen.Choose(0, 255).Select(i => (byte)i).ArrayOf(), bytes => Adds(NomineeSource.FromBytes(bytes)));

    [Fact]
    public void Lines_without_quotes_are_counted_as_they_are_seen() =>
        Holds(AnyText.Select(t => t.Replace("\"", "", StringComparison.Ordinal).Replace('\0', ' ').Replace('\u202e', ' ')), text =>
        {
            var list = NomineeSource.FromBytes(SentFile.Utf8("Name,Mail\n" + text));
            var seen = text.Split(["\r\n", "\r", "\n"], StringSplitOptions.None).Count(line => line.Trim(' ', ',', '\t', '\u200d').Length > 0);
            return list.Refusal is not null ? seen == 0 : list.Rows.Count + list.RefusedLines.Count() >= seen;
        });

    [Fact]
    public void Well_written_records_are_each_taken_as_they_were() =>
        Holds(from delimiter in Delimiter
              from records in Gen.Zip(Words, Words).ArrayOf()
              select (delimiter, records), sent =>
        {
            var text = string.Concat(sent.records.Select((r, i) => SentFile.Record([r.Item1, $"Person {(char)('A' + (i % 26))}", r.Item2], sent.delimiter) + "\n"));
            var list = NomineeSource.FromBytes(SentFile.Utf8(SentFile.Record(["Organisation", "Name", "Reason"], sent.delimiter) + "\n" + text));
            return sent.records.Length == 0
                ? list.Refusal is FileEmpty
                : list.Rows.Count == sent.records.Length && list.Rows.Zip(sent.records).All(p => p.First.Organisation == Shown(p.Second.Item1) && p.First.Reason == Shown(p.Second.Item2));
        });

    [Fact]
    public void An_opened_quote_anywhere_costs_one_line() =>
        Holds(from count in Gen.Choose(1, 40)
              from broken in Gen.Choose(0, count - 1)
              from field in Gen.Choose(0, 3)
              select (count, broken, field), sent =>
        {
            var lines = Enumerable.Range(0, sent.count).Select(i => new[] { $"Person {(char)('A' + (i % 26))}", i % 3 == 0 ? "\"Planner, senior\"" : "Planner", "Parks", $"p{i}@x.example" }).ToList();
            lines[sent.broken][sent.field] = "\"" + lines[sent.broken][sent.field].Trim('"');
            var list = NomineeSource.FromBytes(SentFile.Utf8("Name,Title,Organisation,Mail\n" + string.Join('\n', lines.Select(l => string.Join(',', l)))));
            return list.RefusedLines.SequenceEqual([new UnclosedQuote(sent.broken + 2)]) && list.Rows.Count == sent.count - 1;
        });

    private static bool Adds(NomineeList list) => list.Refusal is not null
        ? list.Rows.Count == 0
        : list.Rows.Count + list.RefusedLines.Count() == list.Lines
            && list.Rows.All(r => r.Name.Length is > 0 and <= NomineeLimits.NameCharacters)
            && list.Rows.Select(r => r.Line).Concat(list.RefusedLines.Select(p => p.Line!.Value)).Distinct().Count() == list.Lines;

    private static string? Shown(string value)
    {
        var words = string.Join(' ', value.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return words is "" or "n/a" ? null : words;
    }

    private static void Holds<T>(Gen<T> gen, Func<T, bool> rule) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(gen.ToArbitrary(), rule));
}
