using CsvHelper;

namespace CoordinatorBot.Features.People.Import;

/// <summary>A line of a list taken apart: where it stands, its values, and whether it could be read.</summary>
/// <param name="Number">Its first line in what was sent, from 1.</param>
/// <param name="Cells">Its values, cleaned.</param>
/// <param name="Unseen">Characters that cleaning took out.</param>
/// <param name="Unclosed">A quotation mark was opened and never closed; then the values are a guess.</param>
/// <param name="Overfull">How many values there are where they are too many to be taken apart; else 0.</param>
internal sealed record ListLine(int Number, IReadOnlyList<string> Cells, int Unseen = 0, bool Unclosed = false, int Overfull = 0)
{
    /// <summary>How many values there are up to the last with something in it.</summary>
    public int Filled
    {
        get
        {
            var filled = Cells.Count;
            while (filled > 0 && Cells[filled - 1].Length == 0)
                filled--;
            return filled;
        }
    }

    public bool IsBlank => Overfull == 0 && Filled == 0;

    public static ListLine Of(int number, IEnumerable<string> raw, bool unclosed = false)
    {
        var unseen = 0;
        var cells = new List<string>();
        foreach (var cell in raw)
        {
            cells.Add(CellText.Clean(cell, out var removed));
            unseen += removed;
        }
        return new ListLine(number, cells, unseen, unclosed);
    }
}

/// <summary>
/// Takes delimited text apart. Each record is found first and then read alone by CsvHelper, so that a quotation mark
/// which is never closed costs its own line and not the rest of the file.
/// </summary>
internal static class CsvLines
{
    // Beyond these the list is refused, whatever follows.
    private const int MostLines = NomineeLimits.Lines + HeadingRow.Deepest + 1;

    public static List<ListLine> Read(string text, char delimiter)
    {
        var options = new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            SkipEmptyLines = false,
            TrimWhitespace = true,
            // A record is short, and each has a reader of its own.
            BufferSize = 512,
        };
        var lines = new List<ListLine>();
        foreach (var record in RecordScan.Records(text, delimiter))
        {
            if (text.AsSpan(record.Start, record.Length).IsWhiteSpace())
                continue;
            if (lines.Count == MostLines)
                break;
            var line = Read(text.Substring(record.Start, record.Length), record, options);
            if (!line.IsBlank)
                lines.Add(line);
        }
        return lines;
    }

    private static ListLine Read(string record, Record at, CsvReaderOptions options)
    {
        if (at.Values > NomineeLimits.Columns)
            return new ListLine(at.Line, [CellText.Clean(CellText.Excerpt(record))], Overfull: at.Values);
        using var reader = CsvReader.FromText(record, options);
        return ListLine.Of(at.Line, reader.Read() ? Enumerable.Range(0, reader.FieldCount).Select(reader.GetString) : [], at.Unclosed);
    }
}
