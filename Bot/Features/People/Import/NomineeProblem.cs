namespace CoordinatorBot.Features.People.Import;

/// <summary>What a problem did to the list.</summary>
public enum ProblemEffect
{
    /// <summary>The line was taken all the same; somebody should look.</summary>
    Noted,

    /// <summary>The line was not taken; the others were.</summary>
    LineRefused,

    /// <summary>Nothing was taken.</summary>
    ListRefused,
}

/// <summary>
/// Something in a nominee list that a person should know. A value with its data; the words for it are in the resources.
/// </summary>
/// <param name="Line">The line, from 1, or null for the list as a whole.</param>
/// <param name="Effect">Whether the line, or the list, was taken.</param>
public abstract record NomineeProblem(int? Line, ProblemEffect Effect);

/// <summary>The line names nobody.</summary>
/// <param name="Raw">What stands where a name was expected: empty, a placeholder such as "TBD", or no word at all.</param>
public sealed record NoName(int At, string Raw) : NomineeProblem(At, ProblemEffect.LineRefused);

/// <summary>More values than columns, mostly a delimiter inside a value that should be in quotes.</summary>
/// <param name="Found">Values on the line.</param>
/// <param name="Expected">The most there can be.</param>
public sealed record TooManyFields(int At, int Found, int Expected) : NomineeProblem(At, ProblemEffect.LineRefused);

/// <summary>A quotation mark opens a value and none closes it.</summary>
public sealed record UnclosedQuote(int At) : NomineeProblem(At, ProblemEffect.LineRefused);

/// <summary>A value is longer than is kept.</summary>
/// <param name="Length">Its length in characters (UTF-16 units), cleaned.</param>
/// <param name="Limit">The most that is kept.</param>
public sealed record FieldTooLong(int At, NomineeField Field, int Length, int Limit) : NomineeProblem(At, ProblemEffect.LineRefused);

/// <summary>A line above the heading row, such as the title of a spreadsheet.</summary>
/// <param name="Raw">What it says.</param>
public sealed record AboveHeading(int At, string Raw) : NomineeProblem(At, ProblemEffect.LineRefused);

/// <summary>No mail on this line. Enough to nominate; needed before inviting.</summary>
public sealed record NoMail(int At) : NomineeProblem(At, ProblemEffect.Noted);

/// <summary>No mail on any line.</summary>
public sealed record NoMailColumn() : NomineeProblem(null, ProblemEffect.Noted);

/// <summary>What stands for the mail is none; the row has none.</summary>
/// <param name="Raw">As written.</param>
public sealed record BadMail(int At, string Raw) : NomineeProblem(At, ProblemEffect.Noted);

/// <summary>What stands for the sector is not understood, or is more than one; the row has none.</summary>
/// <param name="Raw">As written.</param>
public sealed record UnknownSector(int At, string Raw) : NomineeProblem(At, ProblemEffect.Noted);

/// <summary>What stands for the role in the change is not understood; the row has none.</summary>
/// <param name="Raw">As written.</param>
public sealed record UnknownRole(int At, string Raw) : NomineeProblem(At, ProblemEffect.Noted);

/// <summary>What stands for the language is not understood; the row has none.</summary>
/// <param name="Raw">As written.</param>
public sealed record UnknownLanguage(int At, string Raw) : NomineeProblem(At, ProblemEffect.Noted);

/// <summary>The same person stands on an earlier line.</summary>
/// <param name="First">That line.</param>
/// <param name="By">What is the same.</param>
public sealed record DuplicateOf(int At, int First, SameBy By) : NomineeProblem(At, ProblemEffect.Noted);

/// <summary>By what two rows were found to be the same person.</summary>
public enum SameBy
{
    Mail,

    /// <summary>The name, but for accents, case, punctuation and order of its words, within one organisation.</summary>
    NameAndOrganisation,
}

/// <summary>Characters that can't be seen (control, bidi override, zero width) were taken out of the line.</summary>
/// <param name="Count">How many.</param>
public sealed record ControlCharacters(int At, int Count) : NomineeProblem(At, ProblemEffect.Noted);

/// <summary>There is nothing in what was sent, or a heading row only.</summary>
public sealed record FileEmpty() : NomineeProblem(null, ProblemEffect.ListRefused);

/// <summary>The text is longer than is read from a message.</summary>
public sealed record TooLong(int Characters, int Limit) : NomineeProblem(null, ProblemEffect.ListRefused);

/// <summary>The file is larger than is read.</summary>
public sealed record FileTooBig(long Bytes, long Limit) : NomineeProblem(null, ProblemEffect.ListRefused);

/// <summary>More lines than are read at once.</summary>
public sealed record TooManyLines(int Limit) : NomineeProblem(null, ProblemEffect.ListRefused);

/// <summary>The file is a workbook, a document or the like, not text.</summary>
/// <param name="Kind">What it looks like: <c>xlsx</c> (any zipped office file), <c>xls</c>, <c>pdf</c> or <c>binary</c>.</param>
public sealed record NotText(string Kind) : NomineeProblem(null, ProblemEffect.ListRefused);

/// <summary>No column holds a person's name.</summary>
/// <param name="Headings">The headings found; empty where the list has none.</param>
public sealed record NoNameColumn(IReadOnlyList<string> Headings) : NomineeProblem(null, ProblemEffect.ListRefused);
