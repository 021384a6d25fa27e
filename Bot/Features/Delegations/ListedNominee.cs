using System.Collections.Immutable;

using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Features.People;
using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Somebody from a list of nominees, lines about the same person joined; all texts as written.</summary>
/// <param name="Line">The first line about them, from 1.</param>
/// <param name="Sector">Code of the sector; null where none was given or understood.</param>
/// <param name="Language">Two-letter code; null where none was given or understood.</param>
/// <param name="Newcomer">Whether they never took part, where somebody said so.</param>
public sealed record ListedNominee(
    int Line, string Name, string? Title = null, string? Organisation = null, string? Mail = null, string? Sector = null, string? City = null,
    string? Reason = null, string? Contribution = null, RoleInChange? Role = null, string? Language = null, string? Replacement = null, bool? Newcomer = null)
{
    /// <summary>
    /// The people of a list. A line that repeats an earlier person is joined with it; where the two have different mail addresses they
    /// may be two people, and both stay.
    /// </summary>
    /// <returns>The people, and the lines that were joined with an earlier one.</returns>
    public static (ImmutableArray<ListedNominee> People, ImmutableHashSet<int> Joined) Of(NomineeList list)
    {
        var people = ImmutableArray.CreateBuilder<ListedNominee>();
        var at = new Dictionary<int, int>();
        var joined = ImmutableHashSet.CreateBuilder<int>();
        foreach (var row in list.Rows)
        {
            var said = Of(row);
            if (row.DuplicateOf is { } first && at.TryGetValue(first, out var i) && (said.Mail is null || people[i].Mail is null || SameMail(said.Mail, people[i].Mail)))
            {
                people[i] = people[i].With(said);
                at[row.Line] = i;
                joined.Add(row.Line);
                continue;
            }

            at[row.Line] = people.Count;
            people.Add(said);
        }

        return (people.ToImmutable(), joined.ToImmutable());
    }

    /// <summary>
    /// Whether these are one person: by mail and a near name, or else by name within one organisation, where not both have a mail. One mail under
    /// two names may be a shared one; that is asked about.
    /// </summary>
    public bool Is(string name, string? organisation, string? mail)
    {
        if (Mail is not null && mail is not null)
            return SameMail(Mail, mail) && (NameKey(Name) == NameKey(name) || NearNames.Are(Name, name));
        if (NameKey(Name) != NameKey(name))
            return false;
        return Organisation is null || organisation is null || CellText.Fold(Organisation) == CellText.Fold(organisation);
    }

    private static ListedNominee Of(NomineeRow row) => new(
        row.Line, row.Name, row.Title, row.Organisation, row.Mail?.Address, row.Sector?.Code, row.City,
        row.Reason, row.Contribution, row.Role, row.Language, row.Replacement);

    // The first line wins; the later one fills what it left open.
    private ListedNominee With(ListedNominee later) => this with
    {
        Title = Title ?? later.Title,
        Organisation = Organisation ?? later.Organisation,
        Mail = Mail ?? later.Mail,
        Sector = Sector ?? later.Sector,
        City = City ?? later.City,
        Reason = Reason ?? later.Reason,
        Contribution = Contribution ?? later.Contribution,
        Role = Role ?? later.Role,
        Language = Language ?? later.Language,
        Replacement = Replacement ?? later.Replacement,
    };

    private static bool SameMail(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    /// <summary>The words of a name in a fixed order, however it is written.</summary>
    internal static string NameKey(string name) => string.Join(' ', CellText.Fold(name).Split(' ').Order(StringComparer.Ordinal));
}
