namespace CoordinatorBot.Features.People.Import;

/// <summary>
/// Reads nominees from what people send: typed lines, a pasted table, a file. Pure: the result is a proposal, and what
/// could not be read is in it with its line and reason. Nothing a person can send makes it throw.
/// </summary>
public static class NomineeSource
{
    /// <summary>
    /// Lines typed into a chat, "Name, title, organisation, mail, sector" each, or a table pasted as text with a heading row.
    /// At most <see cref="NomineeLimits.TextCharacters"/>.
    /// </summary>
    /// <param name="text">As it was sent.</param>
    /// <param name="corrected">What a person said some columns hold, by their index; null for none not used.</param>
    public static NomineeList FromText(string text, IReadOnlyDictionary<int, NomineeField?>? corrected = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > NomineeLimits.TextCharacters)
            return NomineeList.Refused(new TooLong(text.Length, NomineeLimits.TextCharacters));
        var lines = CsvLines.Read(text, HeadingRow.Delimiter(text));
        var heading = HeadingRow.Find(lines);
        return heading >= 0 ? Table(lines, corrected) : Typed([.. TypedLine.Lines(text).Take(NomineeLimits.Lines + 1)]);
    }

    /// <summary>A pasted table, as the <c>text/html</c> attachment of a message; without a table its text is read as typed.</summary>
    public static NomineeList FromHtml(string html, IReadOnlyDictionary<int, NomineeField?>? corrected = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        if (html.Length > NomineeLimits.HtmlCharacters)
            return NomineeList.Refused(new TooLong(html.Length, NomineeLimits.HtmlCharacters));
        if (HtmlTable.Read(html, out var text) is not { } rows)
            return FromText(text, corrected);
        var characters = rows.Sum(r => r.Sum(c => c.Length));
        return characters > NomineeLimits.TextCharacters
            ? NomineeList.Refused(new TooLong(characters, NomineeLimits.TextCharacters))
            : Table([.. rows.Select((cells, i) => ListLine.Of(i + 1, cells)).Where(l => !l.IsBlank)], corrected);
    }

    /// <summary>
    /// A file of delimited text in UTF-8, UTF-16 or Windows-1252, with <c>,</c> <c>;</c> <c>|</c> or tab, with or without a
    /// heading row. At most <see cref="NomineeLimits.FileBytes"/>.
    /// </summary>
    public static NomineeList FromBytes(ReadOnlyMemory<byte> bytes, IReadOnlyDictionary<int, NomineeField?>? corrected = null)
    {
        if (bytes.Length > NomineeLimits.FileBytes)
            return NomineeList.Refused(new FileTooBig(bytes.Length, NomineeLimits.FileBytes));
        var (text, refusal) = TextOfBytes.Decode(bytes.Span);
        if (refusal is not null)
            return NomineeList.Refused(refusal);
        var delimiter = SpreadsheetDirective(text) ?? HeadingRow.Delimiter(text);
        var lines = CsvLines.Read(text, delimiter);
        if (SpreadsheetDirective(text) is not null)
            lines.RemoveAt(0);
        return Table(lines, corrected);
    }

    private static NomineeList Table(List<ListLine> lines, IReadOnlyDictionary<int, NomineeField?>? corrected)
    {
        var heading = HeadingRow.Find(lines);
        if (lines.Count - (heading + 1) > NomineeLimits.Lines)
            return NomineeList.Refused(new TooManyLines(NomineeLimits.Lines));
        return heading >= 0 ? Headed(lines, heading, corrected) : Unheaded(lines, corrected);
    }

    private static NomineeList Headed(List<ListLine> lines, int heading, IReadOnlyDictionary<int, NomineeField?>? corrected)
    {
        var columns = Corrected(Headings.Guess(lines[heading].Cells), corrected);
        var body = lines.Skip(heading + 1).ToList();
        if (!Headings.NameSomebody(columns))
            return NomineeList.Refused(new NoNameColumn([.. lines[heading].Cells.Select(CellText.Excerpt)]), columns, body.Count + heading);
        return body.Count == 0
            ? NomineeList.Refused(new FileEmpty(), columns)
            : Read(columns, lines.Take(heading).Select(Above), body);
    }

    private static NomineeList Unheaded(List<ListLine> lines, IReadOnlyDictionary<int, NomineeField?>? corrected)
    {
        if (lines.Count == 0)
            return NomineeList.Refused(new FileEmpty());
        var columns = Corrected(ColumnsByContent.Guess(lines), corrected);
        return Headings.NameSomebody(columns)
            ? Read(columns, [], lines)
            : NomineeList.Refused(new NoNameColumn([]), columns, lines.Count);
    }

    // What a person said of a column counts more than what it was taken for.
    private static List<GuessedColumn> Corrected(List<GuessedColumn> guessed, IReadOnlyDictionary<int, NomineeField?>? corrected) =>
        corrected is null ? guessed : [.. guessed.Select(c => corrected.TryGetValue(c.Index, out var field) ? c with { Field = field } : c)];

    private static AboveHeading Above(ListLine line) =>
        new(line.Number, CellText.Excerpt(string.Join(' ', line.Cells.Where(c => c.Length > 0))));

    private static NomineeList Read(List<GuessedColumn> columns, IEnumerable<NomineeProblem> above, List<ListLine> lines)
    {
        var rows = new NomineeRows(expectMail: columns.Any(c => c.Field == NomineeField.Mail));
        foreach (var problem in above)
            rows.Refuse(problem);
        foreach (var line in lines)
        {
            if (Unreadable(line) is { } why)
                rows.Refuse(why);
            else if (line.Filled > columns.Count)
                rows.Refuse(new TooManyFields(line.Number, line.Filled, columns.Count));
            else
                rows.Take(Draft.Of(line, columns));
        }
        return rows.Done(columns) with { Sample = lines.Count > 0 ? lines[0].Cells : [] };
    }

    private static NomineeList Typed(List<ListLine> lines)
    {
        if (lines.Count == 0)
            return NomineeList.Refused(new FileEmpty());
        if (lines.Count > NomineeLimits.Lines)
            return NomineeList.Refused(new TooManyLines(NomineeLimits.Lines));
        var rows = new NomineeRows(expectMail: lines.Any(TypedLine.HasMail));
        foreach (var line in lines)
        {
            if (Unreadable(line) is { } why)
            {
                rows.Refuse(why);
                continue;
            }
            var (draft, tooMany) = TypedLine.Read(line);
            if (tooMany is not null)
                rows.Refuse(tooMany);
            else
                rows.Take(draft);
        }
        return rows.Done([]);
    }

    private static NomineeProblem? Unreadable(ListLine line) => line switch
    {
        { Unclosed: true } => new UnclosedQuote(line.Number),
        { Overfull: > 0 } => new TooManyFields(line.Number, line.Overfull, NomineeLimits.Columns),
        _ => null,
    };

    // "sep=;", which spreadsheets write as the first line to name the delimiter.
    private static char? SpreadsheetDirective(string text) =>
        text is ['s' or 'S', 'e' or 'E', 'p' or 'P', '=', var delimiter and (',' or ';' or '\t' or '|'), '\r' or '\n', ..] ? delimiter : null;
}
