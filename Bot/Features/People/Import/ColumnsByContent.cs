namespace CoordinatorBot.Features.People.Import;

/// <summary>
/// What the columns of a list without headings hold, by what stands in them: mails and sectors by their look, then name,
/// title and organisation from the left. Columns of numbers, addresses and the like are not used.
/// </summary>
internal static class ColumnsByContent
{
    // Enough lines to tell a column by; more would only cost time.
    private const int Sample = 200;

    private static readonly NomineeField[] InOrder = [NomineeField.Name, NomineeField.Title, NomineeField.Organisation];

    public static List<GuessedColumn> Guess(IReadOnlyList<ListLine> lines)
    {
        var sample = lines.Where(l => l is { Unclosed: false, Overfull: 0 }).Take(Sample).ToList();
        var width = sample.Select(l => l.Filled).GroupBy(n => n).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).FirstOrDefault()?.Key ?? 0;
        var columns = Enumerable.Range(0, width).Select(i => sample.Where(l => i < l.Cells.Count && l.Cells[i].Length > 0).Select(l => l.Cells[i]).ToList()).ToList();
        var used = new NomineeField?[width];
        if (columns.FindIndex(c => c.Count(IsMail) * 3 >= Math.Max(c.Count, 1)) is >= 0 and var mail)
            used[mail] = NomineeField.Mail;
        if (columns.FindIndex(c => Mostly(c, cell => SectorWords.Exactly(cell) is not null)) is >= 0 and var sector)
            used[sector] = NomineeField.Sector;

        var words = Enumerable.Range(0, width).Where(i => used[i] is null && Mostly(columns[i], IsWords)).ToList();
        if (words.FindIndex(i => columns[i].Count * 2 > sample.Count && Mostly(columns[i], IsFullName)) is >= 0 and var name)
            Assign(used, words[name..], InOrder);
        else if (words.FindIndex(i => AreFirstAndLast(columns, i)) is >= 0 and var first)
            Assign(used, words[first..], [NomineeField.FirstName, NomineeField.LastName, .. InOrder[1..]]);
        return [.. used.Select((field, i) => new GuessedColumn(i, "", field))];
    }

    private static void Assign(NomineeField?[] used, IEnumerable<int> columns, IEnumerable<NomineeField> fields)
    {
        foreach (var (column, field) in columns.Zip(fields))
            used[column] = field;
    }

    // Two columns of single words side by side; two letters are rather a state.
    private static bool AreFirstAndLast(List<List<string>> columns, int i) =>
        i + 1 < columns.Count && Mostly(columns[i], IsNameWord) && Mostly(columns[i + 1], IsNameWord);

    private static bool Mostly(List<string> cells, Func<string, bool> look) => cells.Count > 0 && cells.Count(look) * 2 > cells.Count;

    private static bool IsMail(string cell) => cell.Contains('@', StringComparison.Ordinal);

    private static bool IsWords(string cell) => cell.Any(char.IsLetter) && !cell.Any(char.IsAsciiDigit) && !cell.Contains("://", StringComparison.Ordinal);

    // Two words to six, or a script that writes names without a blank (from U+2E80 on: Chinese, Japanese, Korean).
    private static bool IsFullName(string cell) => IsWords(cell) && (cell.Count(c => c == ' ') is >= 1 and <= 5 || cell.Any(c => c >= '\u2E80'));

    private static bool IsNameWord(string cell) => cell.Length > 2 && IsWords(cell) && !cell.Contains(' ', StringComparison.Ordinal);
}
