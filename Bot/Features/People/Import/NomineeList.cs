using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Features.People.Import;

/// <summary>
/// What was read from a list of nominees: a proposal for a person to look over, nothing is stored yet.
/// Each line with something in it is either a row or refused by exactly one problem, unless the whole list is refused.
/// </summary>
/// <param name="Columns">What each column was taken for, in the order of the list; empty where the lines were typed freely.</param>
/// <param name="Rows">The nominees taken, in the order of the list.</param>
/// <param name="Problems">What was noticed or refused, in the order of the lines; problems of the whole list first.</param>
/// <param name="Lines">How many lines had something in them, the heading row not counted. 0 where the list was refused before it was read.</param>
public sealed record NomineeList(
    IReadOnlyList<GuessedColumn> Columns,
    IReadOnlyList<NomineeRow> Rows,
    IReadOnlyList<NomineeProblem> Problems,
    int Lines)
{
    /// <summary>The values of the first line below the headings, by column: what a person tells a column by.</summary>
    public IReadOnlyList<string> Sample { get; init; } = [];

    /// <summary>Why nothing at all was taken, or null.</summary>
    public NomineeProblem? Refusal => Problems.FirstOrDefault(p => p.Effect == ProblemEffect.ListRefused);

    /// <summary>The lines that were not taken, one problem each.</summary>
    public IEnumerable<NomineeProblem> RefusedLines => Problems.Where(p => p.Effect == ProblemEffect.LineRefused);

    internal static NomineeList Refused(NomineeProblem why, IReadOnlyList<GuessedColumn>? columns = null, int lines = 0) =>
        new(columns ?? [], [], [why], lines);
}

/// <summary>A column and what it was taken for.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Heading">The heading that led to the guess, as it was written; empty where the list has none and the content led to it.</param>
/// <param name="Field">What it holds, or null where the column is not used.</param>
public sealed record GuessedColumn(int Index, string Heading, NomineeField? Field);

/// <summary>What a column of a nominee list can hold.</summary>
public enum NomineeField
{
    Name,

    /// <summary>Given names; several such columns are joined, and stand before <see cref="LastName"/>.</summary>
    FirstName,

    /// <summary>Family names; several such columns are joined.</summary>
    LastName,
    Title,
    Organisation,
    Mail,
    Sector,
    City,

    /// <summary>Why this person.</summary>
    Reason,

    /// <summary>What the person is expected to bring.</summary>
    Contribution,

    /// <summary>Role in the change: leader, influencer, convener, key actor.</summary>
    Role,
    Language,

    /// <summary>Who comes if this person can't.</summary>
    Replacement,
}

/// <summary>One nominee as written, cleaned of what can't be seen: one line a text, no control or bidi-override characters.</summary>
/// <param name="Line">The line it stands on in what was sent, from 1; for a pasted table the row of the table.</param>
/// <param name="Name">Never empty, at most <see cref="NomineeLimits.NameCharacters"/>.</param>
/// <param name="Mail">Null where none was given or it could not be read, which is then among the problems.</param>
/// <param name="Sector">One of <see cref="Domain.Sector.All"/>, or null where none was given or understood.</param>
/// <param name="Role">Role in the change; null where none was given or understood.</param>
/// <param name="Language">Two-letter code; null where none was given or understood.</param>
/// <param name="DuplicateOf">The earlier line with the same person, or null. Flagged for a person to decide, never dropped.</param>
public sealed record NomineeRow(
    int Line,
    string Name,
    string? Title = null,
    string? Organisation = null,
    NomineeMail? Mail = null,
    Sector? Sector = null,
    string? City = null,
    string? Reason = null,
    string? Contribution = null,
    RoleInChange? Role = null,
    string? Language = null,
    string? Replacement = null,
    int? DuplicateOf = null);
