using System.Collections.Immutable;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Shows a list of nominees as it was understood: who would be added where, who is there already, what is the matter.</summary>
public sealed class ListPreview(DelegationDesk desk)
{
    /// <summary>A list as it was read, in the words of the person who sent it.</summary>
    public static PendingList Read(Texts texts, ExchangeId exchange, DelegationId? target, string? source, NomineeList list)
    {
        var (people, joined) = ListedNominee.Of(list);
        var names = list.Rows.ToDictionary(r => r.Line, r => NomineeProblemText.Excerpt(r.Name));
        return new PendingList(
            exchange, target, source, people, [.. Columns(texts, list.Columns)],
            [.. list.Problems.Where(p => p is not NoMail || !joined.Contains(p.Line!.Value)).OrderBy(Weight).Select(p => NomineeProblemText.Of(texts, p, line => names.GetValueOrDefault(line, "?"), joined))])
        {
            Fields = [.. list.Columns.Where(c => c.Heading.Length > 0 || SampleOf(list, c).Length > 0).Select(c => new ListedColumn(c.Index, c.Heading, SampleOf(list, c), c.Field))],
        };
    }

    private static string SampleOf(NomineeList list, GuessedColumn column) => column.Index < list.Sample.Count ? NomineeProblemText.Excerpt(list.Sample[column.Index]) : string.Empty;

    // What was left out first: the card shows the first few.
    private static int Weight(NomineeProblem problem) => problem switch { { Effect: not ProblemEffect.Noted } => 0, NoMail => 2, _ => 1 };

    /// <summary>The delegations of an exchange that a person may form.</summary>
    public static ImmutableArray<Delegation> Theirs(ExchangeState state, Viewer viewer) =>
        [.. state.InOrder.Where(d => DelegationDesk.RefusalOf(state.Exchange!, d, viewer) is null)];

    /// <summary>The delegation whose city a line names; null where it names none of these.</summary>
    public static Delegation? CityOf(ImmutableArray<Delegation> theirs, ListedNominee nominee) =>
        nominee.City is { } city && CellText.Fold(city) is { Length: > 0 } said ? theirs.FirstOrDefault(d => CellText.Fold(d.City) == said) : null;

    /// <summary>The list as it is shown.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="state">The exchange.</param>
    /// <param name="theirs">The delegations the person may form, at least one.</param>
    /// <param name="key">Key of the list.</param>
    /// <param name="list">The list.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ImportView> ViewAsync(Turn turn, ExchangeState state, ImmutableArray<Delegation> theirs, string key, PendingList list, CancellationToken cancellationToken)
    {
        var target = theirs.FirstOrDefault(d => d.Id == list.Delegation) ?? (theirs is [var only] ? only : null);
        var (targets, proposed) = Targets(turn.Texts, theirs, target, list);
        var byCity = proposed == ImportPreviewCard.ByCity;
        return new ImportView(
            DelegationDesk.RefOf(turn, new OpenDelegation(state, target ?? theirs[0])), key, list.Source, byCity ? null : target?.City, list.Columns,
            [.. list.People.Select(p => new FoundPersonView(p.Name, p.Title, p.Organisation, p.Sector is { } code ? new Sector(code) : null, p.Mail is not null))],
            [.. OtherCities(turn.Texts, theirs, list), .. await KnownAsync(turn, state, theirs, p => byCity ? CityOf(theirs, p) ?? target : target, list, cancellationToken)],
            list.Problems, targets, proposed)
        {
            CanCorrectColumns = !list.Fields.IsEmpty,
        };
    }

    private static (ImmutableArray<ImportTargetView> Targets, string? Proposed) Targets(Texts texts, ImmutableArray<Delegation> theirs, Delegation? target, PendingList list)
    {
        if (theirs.Length == 1)
            return ([], null);
        var cities = list.People.Select(p => CityOf(theirs, p) ?? target).ToList();
        var parted = cities.All(c => c is not null) && cities.Any(c => c!.Id != target?.Id);
        var targets = theirs.Select(d => new ImportTargetView(d.Id.ToString(), texts.Say("nominees.target-all", ("city", d.City)))).ToImmutableArray();
        if (!parted)
            return (targets, target?.Id.ToString());
        var counts = cities.GroupBy(c => c!.City).Select(g => texts.Say("nominees.city-count", ("city", g.Key), ("count", g.Count())));
        return ([new ImportTargetView(ImportPreviewCard.ByCity, texts.Say("nominees.target-by-city", ("cities", string.Join(", ", counts)))), .. targets], ImportPreviewCard.ByCity);
    }

    private static IEnumerable<string> OtherCities(Texts texts, ImmutableArray<Delegation> theirs, PendingList list)
    {
        var others = list.People.Where(p => p.City is not null && CityOf(theirs, p) is null).Select(p => NomineeProblemText.Excerpt(p.City!)).Distinct(StringComparer.OrdinalIgnoreCase).ToImmutableArray();
        if (others.Length > 0)
            yield return texts.Say("nominees.other-cities", ("cities", Say.Names(texts, others)));
    }

    private async ValueTask<IEnumerable<string>> KnownAsync(
        Turn turn, ExchangeState state, ImmutableArray<Delegation> theirs, Func<ListedNominee, Delegation?> targetOf, PendingList list, CancellationToken cancellationToken)
    {
        var here = ImmutableArray.CreateBuilder<string>();
        var elsewhere = new List<string>();
        foreach (var d in theirs.Where(d => !d.Candidates.IsEmpty))
        {
            var there = new NomineesThere((await desk.ViewAsync(turn, new OpenDelegation(state, d), cancellationToken)).Members);
            foreach (var nominee in list.People.Where(p => there.Find(p, default) is not null))
            {
                if (targetOf(nominee) is { } target && target.Id == d.Id)
                    here.Add(nominee.Name);
                else
                    elsewhere.Add(turn.Texts.Say("nominees.elsewhere", ("person", nominee.Name), ("city", d.City)));
            }
        }

        var known = here.Count == 0 ? Enumerable.Empty<string>() : [turn.Texts.Say("nominees.already-here", ("count", here.Count), ("people", Say.Names(turn.Texts, here.ToImmutable())))];
        return known.Concat(elsewhere.Take(5));
    }

    private static IEnumerable<string> Columns(Texts texts, IReadOnlyList<GuessedColumn> columns)
    {
        foreach (var column in columns)
            if (column.Field is { } field)
                yield return column.Heading.Length > 0
                    ? texts.Say("nominees.column", ("heading", NomineeProblemText.Excerpt(column.Heading)), ("field", NomineeProblemText.FieldOf(texts, field)))
                    : texts.Say("nominees.column-unnamed", ("number", column.Index + 1), ("field", NomineeProblemText.FieldOf(texts, field)));
        var unused = columns.Where(c => c is { Field: null, Heading.Length: > 0 }).Select(c => NomineeProblemText.Excerpt(c.Heading)).ToImmutableArray();
        if (unused.Length > 0)
            yield return texts.Say("nominees.columns-unused", ("headings", Say.Names(texts, unused)));
    }
}
