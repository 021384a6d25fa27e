namespace CoordinatorBot.Features.People.Import;

/// <summary>The values of one line by what they are, before they are judged.</summary>
internal sealed class Draft(ListLine line)
{
    private readonly string?[] _values = new string?[Enum.GetValues<NomineeField>().Length];

    public ListLine Line => line;

    /// <summary>The value, or null where the line has none; a placeholder such as "n/a" is none.</summary>
    public string? this[NomineeField field]
    {
        get => _values[(int)field] is { } value && !CellText.IsPlaceholder(value) ? value : null;
        set => _values[(int)field] = value;
    }

    /// <summary>The name as it stands, be it a placeholder.</summary>
    public string RawName => _values[(int)NomineeField.Name] ?? "";

    /// <summary>The values that the columns of a list give to a line of it.</summary>
    public static Draft Of(ListLine line, IReadOnlyList<GuessedColumn> columns)
    {
        var draft = new Draft(line);
        for (var i = 0; i < columns.Count && i < line.Cells.Count; i++)
            if (columns[i].Field is { } field && line.Cells[i].Length > 0)
                draft._values[(int)field] = draft._values[(int)field] is { } first ? first + " " + line.Cells[i] : line.Cells[i];
        if (draft[NomineeField.Name] is null && (draft[NomineeField.FirstName] ?? draft[NomineeField.LastName]) is not null)
            draft[NomineeField.Name] = $"{draft[NomineeField.FirstName]} {draft[NomineeField.LastName]}".Trim();
        return draft;
    }
}
