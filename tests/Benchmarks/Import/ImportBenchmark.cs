using System.Diagnostics;
using System.Globalization;
using System.Text;

using CoordinatorBot.Features.People.Import;

using CsvHelper;

namespace CoordinatorBot.Benchmarks;

/// <summary>
/// What reading a list of 10,000 nominees takes, beside the bare CSV reader on the same bytes: <c>dotnet run -c Release -- import</c>. The list is made
/// by a seeded generator: quotes, accents, placeholders, repeated people, a broken line in a hundred.
/// </summary>
internal static class ImportBenchmark
{
    private const int Rows = 10_000;
    private const int Seed = 20_270_104;
    private const int Runs = 7;

    private static readonly string[] First = ["Ana", "José", "Zoë", "Søren", "Maria del Mar", "Li", "Nguyễn", "Omar", "Aïcha", "Brandon"];
    private static readonly string[] Last = ["Ruiz", "Núñez", "O'Neil", "Lee", "Ibáñez-Park", "Okafor", "Lindqvist", "Haddad", "Müller", "Tran"];
    private static readonly string[] Sectors = ["policy", "practicante", "non-profit", "habitant", "private", "university", "", "n/a"];
    private static readonly string[] Organisations = ["City of Flint", "Land Bank, Genesee County", "The \"Porch\" Project", "", "Credit Union"];

    /// <summary>Measures; gives 1 where a row was lost without a word.</summary>
    public static int Run()
    {
        var text = Written(',');
        Console.WriteLine($"{Rows:N0} rows, {Encoding.UTF8.GetByteCount(text) / 1024:N0} KB in UTF-8, seed {Seed}; best of {Runs}");
        Console.WriteLine($"{"",-30}{"ms",8}{"MB",8}{"ratio",8}");
        var (floor, _) = Measure("floor: bare CSV reader", () => Bare(text, ','), 0);
        var lost = 0;
        foreach (var (name, encoding) in new (string, Encoding)[]
            { ("UTF-8", Encoding.UTF8), ("UTF-16 LE", Encoding.Unicode), ("UTF-16 BE", Encoding.BigEndianUnicode), ("Windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!) })
            foreach (var delimiter in ",;\t")
            {
                byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Written(delimiter))];
                var (_, list) = Measure($"{name}, {Shown(delimiter)}", () => NomineeSource.FromBytes(bytes), floor);
                lost += Rows - list.Rows.Count - list.RefusedLines.Count();
            }

        var some = NomineeSource.FromBytes(Encoding.UTF8.GetBytes(text));
        Console.WriteLine($"taken {some.Rows.Count:N0}, refused with a reason {some.RefusedLines.Count():N0}, lost in all runs {lost}");
        return lost == 0 ? 0 : 1;
    }

    private static (double Best, T Result) Measure<T>(string what, Func<T> act, double floor)
    {
        var result = act();
        var (best, bytes) = (double.MaxValue, 0L);
        for (var run = 0; run < Runs; run++)
        {
            var (begun, before) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
            result = act();
            best = Math.Min(best, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            bytes = GC.GetTotalAllocatedBytes() - before;
        }

        Console.WriteLine($"{what,-30}{best,8:0.0}{bytes / 1048576.0,8:0.0}{(floor == 0 ? "" : (best / floor).ToString("0.0", CultureInfo.CurrentCulture)),8}");
        return (best, result);
    }

    private static int Bare(string text, char delimiter)
    {
        using var reader = CsvReader.FromText(text, new CsvReaderOptions { Separator = delimiter, HasHeader = true });
        var characters = 0;
        while (reader.Read())
            for (var i = 0; i < reader.FieldCount; i++)
                characters += reader.GetString(i).Length;
        return characters;
    }

    private static string Written(char delimiter)
    {
        var random = new Random(Seed);
        string Pick(string[] from) => from[random.Next(from.Length)];
        var text = new StringBuilder();
        text.AppendJoin(delimiter, ["Nombre completo", "Cargo", "Organización", "Correo", "Sector", "Motivo", "Idioma"]).Append("\r\n");
        for (var i = 0; i < Rows; i++)
        {
            var name = i % 100 == 99 ? "TBD" : $"{Pick(First)} {Pick(Last)} {(char)('A' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676 % 26))}";
            string[] values = [name, "Planner; senior, night shift", Pick(Organisations), i % 3 == 0 ? "" : $"p{random.Next(Rows)}@x.example", Pick(Sectors), "Knows every porch, and \"who\" sits on it", i % 2 == 0 ? "es" : "English"];
            text.AppendJoin(delimiter, values.Select(v => $"\"{v.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Shown(char delimiter) => delimiter == '\t' ? "tab" : delimiter.ToString();
}
