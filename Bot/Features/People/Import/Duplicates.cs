namespace CoordinatorBot.Features.People.Import;

/// <summary>Finds rows of one list that are probably the same person.</summary>
internal sealed class Duplicates
{
    private readonly Dictionary<NomineeMail, int> _byMail = [];
    private readonly Dictionary<(string Name, string Organisation), (int Line, bool HasMail)> _byName = [];

    /// <summary>The earlier line with the same mail, or else with the same name in the same organisation; remembers the row.</summary>
    /// <remarks>Where neither line names an organisation, two different mails are two people.</remarks>
    public DuplicateOf? Find(NomineeRow row)
    {
        var organisation = CellText.Fold(row.Organisation ?? "");
        var name = (NameKey(row.Name), organisation);
        DuplicateOf? found = null;
        if (_byName.TryGetValue(name, out var same) && (organisation.Length > 0 || !same.HasMail || row.Mail is null))
            found = new DuplicateOf(row.Line, same.Line, SameBy.NameAndOrganisation);
        if (row.Mail is { } mail && !_byMail.TryAdd(mail, row.Line))
            found = new DuplicateOf(row.Line, _byMail[mail], SameBy.Mail);
        _byName.TryAdd(name, (row.Line, row.Mail is not null));
        return found;
    }

    // "Ruiz, Ana" and "Ana Ruiz" are one name.
    private static string NameKey(string name)
    {
        var words = CellText.Fold(name).Split(' ');
        Array.Sort(words, StringComparer.Ordinal);
        return string.Join(' ', words);
    }
}
