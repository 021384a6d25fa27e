using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Features.People.Import;

/// <summary>Judges drafts one after another: each becomes a row, or is refused with one reason.</summary>
/// <param name="expectMail">Whether a line without a mail is worth a word; it isn't where the list has no mails at all.</param>
internal sealed class NomineeRows(bool expectMail)
{
    private readonly List<NomineeRow> _rows = [];
    private readonly List<NomineeProblem> _problems = [];
    private readonly Duplicates _duplicates = new();
    private int _lines;

    public void Take(Draft draft)
    {
        SplitNamedMail(draft);
        if (RefusalOf(draft) is { } why)
            Refuse(why);
        else
            Accept(draft);
    }

    public void Refuse(NomineeProblem why)
    {
        _lines++;
        _problems.Add(why);
    }

    public NomineeList Done(IReadOnlyList<GuessedColumn> columns)
    {
        if (!expectMail && _rows.Count > 0)
            _problems.Insert(0, new NoMailColumn());
        return new NomineeList(columns, _rows, _problems, _lines);
    }

    private static NomineeProblem? RefusalOf(Draft draft)
    {
        var at = draft.Line.Number;
        if (draft[NomineeField.Name] is not { } name || !NamesSomebody(name))
            return new NoName(at, CellText.Excerpt(draft.RawName));
        foreach (var field in Enum.GetValues<NomineeField>())
            if (draft[field] is { } value && value.Length > NomineeLimits.Of(field) && field is not (NomineeField.FirstName or NomineeField.LastName or NomineeField.Mail))
                return new FieldTooLong(at, field, value.Length, NomineeLimits.Of(field));
        return null;
    }

    private void Accept(Draft draft)
    {
        var at = draft.Line.Number;
        _lines++;
        if (draft.Line.Unseen > 0)
            _problems.Add(new ControlCharacters(at, draft.Line.Unseen));
        var row = new NomineeRow(
            at,
            draft[NomineeField.Name]!,
            draft[NomineeField.Title],
            draft[NomineeField.Organisation],
            MailOf(draft),
            SectorOf(draft),
            draft[NomineeField.City],
            draft[NomineeField.Reason],
            draft[NomineeField.Contribution],
            RoleOf(draft),
            LanguageOf(draft),
            draft[NomineeField.Replacement]);
        if (_duplicates.Find(row) is { } duplicate)
        {
            _problems.Add(duplicate);
            row = row with { DuplicateOf = duplicate.First };
        }
        _rows.Add(row);
    }

    private NomineeMail? MailOf(Draft draft)
    {
        if (draft[NomineeField.Mail] is not { } raw)
        {
            if (expectMail)
                _problems.Add(new NoMail(draft.Line.Number));
            return null;
        }
        if (NomineeMail.TryParse(raw, out var mail))
            return mail;
        _problems.Add(new BadMail(draft.Line.Number, CellText.Excerpt(raw)));
        return null;
    }

    private Sector? SectorOf(Draft draft)
    {
        if (draft[NomineeField.Sector] is not { } raw)
            return null;
        var sector = SectorWords.Guess(raw);
        if (sector is null)
            _problems.Add(new UnknownSector(draft.Line.Number, CellText.Excerpt(raw)));
        return sector;
    }

    private RoleInChange? RoleOf(Draft draft)
    {
        if (draft[NomineeField.Role] is not { } raw)
            return null;
        var role = RoleWords.Guess(raw);
        if (role is null)
            _problems.Add(new UnknownRole(draft.Line.Number, CellText.Excerpt(raw)));
        return role;
    }

    private string? LanguageOf(Draft draft)
    {
        if (draft[NomineeField.Language] is not { } raw)
            return null;
        var language = LanguageWords.Guess(raw);
        if (language is null)
            _problems.Add(new UnknownLanguage(draft.Line.Number, CellText.Excerpt(raw)));
        return language;
    }

    // "Ana Ruiz <ana@example.org>" where the name is expected.
    private static void SplitNamedMail(Draft draft)
    {
        if (draft[NomineeField.Name] is { } both && NomineeMail.TrySplitNamed(both, out var name, out var address))
        {
            draft[NomineeField.Name] = name;
            draft[NomineeField.Mail] ??= address;
        }
    }

    // An '@' is a mail or a line that was not taken apart; a colon ends "My nominees:".
    private static bool NamesSomebody(string name) =>
        !name.Contains('@', StringComparison.Ordinal) && !name.EndsWith(':') && CellText.Fold(name).Any(c => c != ' ' && !char.IsDigit(c));
}
