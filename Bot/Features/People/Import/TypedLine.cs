using System.Text.RegularExpressions;

namespace CoordinatorBot.Features.People.Import;

/// <summary>
/// A nominee typed on a line: "Name, title, organisation, mail, sector", or the first of these only. Mail and sector are known by
/// their look wherever they stand; what remains is name, title and organisation in this order.
/// </summary>
internal static partial class TypedLine
{
    private static readonly NomineeField[] InOrder = [NomineeField.Name, NomineeField.Title, NomineeField.Organisation];

    /// <summary>The lines of a text, each taken apart by the delimiter that it has itself, without bullets and numbers before it.</summary>
    public static IEnumerable<ListLine> Lines(string text)
    {
        var number = 0;
        foreach (var written in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var line = Bullet().Replace(written, "");
            foreach (var one in Addressees(line) ?? CsvLines.Read(line, DelimiterOf(line)))
                yield return one with { Number = number };
        }
    }

    /// <summary>Whether any value of the line looks like a mail.</summary>
    public static bool HasMail(ListLine line) => line.Cells.Any(c => c.Contains('@', StringComparison.Ordinal));

    /// <summary>What the values of a line are, or why they are too many.</summary>
    public static (Draft Draft, TooManyFields? TooMany) Read(ListLine line)
    {
        var cells = line.Cells.Take(line.Filled).ToList();
        var mailAt = cells.FindIndex(c => c.Contains('@', StringComparison.Ordinal));
        var sectorAt = SectorAt(cells, mailAt);
        var rest = Enumerable.Range(0, cells.Count).Where(i => (i != mailAt || i == 0) && (i != sectorAt || IsTitleToo(i, cells.Count, mailAt))).ToList();

        var draft = new Draft(line);
        draft[NomineeField.Mail] = mailAt > 0 ? cells[mailAt] : null;
        draft[NomineeField.Sector] = sectorAt > 0 ? cells[sectorAt] : null;
        foreach (var (field, i) in InOrder.Zip(rest))
            draft[field] = cells[i];

        var left = rest.Skip(InOrder.Length).Where(i => cells[i].Length > 0).ToList();
        if (left.Count > 0 && mailAt < 0)
        {
            draft[NomineeField.Mail] = cells[left[0]];
            left.RemoveAt(0);
        }
        if (left.Count > 0 && sectorAt <= 1 && left[0] > mailAt)
        {
            draft[NomineeField.Sector] = cells[left[0]];
            left.RemoveAt(0);
        }
        return (draft, left.Count == 0 ? null : new TooManyFields(line.Number, cells.Count, cells.Count - left.Count));
    }

    private static int SectorAt(List<string> cells, int mailAt)
    {
        for (var i = cells.Count - 1; i > 0; i--)
            if (i != mailAt && SectorWords.Exactly(cells[i]) is not null)
                return i;
        return -1;
    }

    // "Ana Ruiz, Resident, Northside Block Club": where the title stands, with an organisation behind it.
    private static bool IsTitleToo(int i, int count, int mailAt) => i == 1 && count > 2 && mailAt != 2;

    private static char DelimiterOf(string line)
    {
        foreach (var delimiter in (ReadOnlySpan<char>)['\t', ';', '|'])
            if (line.Contains(delimiter, StringComparison.Ordinal))
                return delimiter;
        return ',';
    }

    // Ana Ruiz <ana@example.org>; "Park, Lee" <lee@example.org>, as mail programs write those a letter goes to.
    private static List<ListLine>? Addressees(string line)
    {
        var people = new List<ListLine>();
        foreach (var one in line.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!NomineeMail.TrySplitNamed(one, out var name, out var address) || name.Contains('"', StringComparison.Ordinal))
                return null;
            people.Add(ListLine.Of(0, [name, address]));
        }
        return people.Count > 1 || line.StartsWith('"') ? people : null;
    }

    [GeneratedRegex(@"^\s*(?:[-*•·–—‣▪]|\d{1,4}[.)])\s+")]
    private static partial Regex Bullet();
}
