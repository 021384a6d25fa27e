namespace CoordinatorBot.Features.People.Import;

/// <summary>Finds the heading row, and by it the delimiter.</summary>
internal static class HeadingRow
{
    /// <summary>Headings are sought in so many lines: a spreadsheet may have a title and a date above them.</summary>
    public const int Deepest = 5;

    private const int DelimiterSample = 100;

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>
    /// The index of the heading row among the lines, or -1: of those above the first mail the one with the most headings, so that
    /// a lone "Nominees" above it isn't taken for one.
    /// </summary>
    public static int Find(IReadOnlyList<ListLine> lines)
    {
        var (found, most) = (-1, 0);
        for (var i = 0; i < lines.Count && i < Deepest && !TypedLine.HasMail(lines[i]); i++)
        {
            var known = Headings.Known(lines[i].Cells);
            if (known > most && IsHeading(lines[i], known))
                (found, most) = (i, known);
        }
        return found;
    }

    /// <summary>The delimiter that finds the most headings; where it finds none, that which takes the lines most evenly apart.</summary>
    public static char Delimiter(string text) =>
        Delimiters
            .Select(d => (Delimiter: d, Headings: KnownHeadings(text, d), Evenness: Evenness(text, d)))
            .OrderByDescending(d => d.Headings)
            .ThenByDescending(d => d.Evenness)
            .First()
            .Delimiter;

    private static bool IsHeading(ListLine line, int known) => known >= 3 || known * 2 >= line.Cells.Count(c => c.Length > 0);

    private static int KnownHeadings(string text, char delimiter)
    {
        var most = 0;
        foreach (var line in CsvLines.Read(Beginning(text), delimiter).Take(Deepest))
            most = Math.Max(most, Headings.Known(line.Cells));
        return most > 1 ? most : 0;
    }

    private static string Beginning(string text)
    {
        var end = -1;
        for (var line = 0; line < 3 * Deepest; line++)
        {
            end = text.IndexOfAny(['\n', '\r'], end + 1);
            if (end < 0)
                return text;
        }
        return text[..end];
    }

    /// <summary>The share of the lines with the commonest number of values, then that number; 0 where most are one value.</summary>
    private static double Evenness(string text, char delimiter)
    {
        var counts = RecordScan.FieldCounts(text, delimiter, DelimiterSample).ToList();
        var commonest = counts.GroupBy(n => n).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).FirstOrDefault();
        return commonest is null or { Key: 1 } ? 0 : (double)commonest.Count() / counts.Count + (commonest.Key / 10_000.0);
    }
}
