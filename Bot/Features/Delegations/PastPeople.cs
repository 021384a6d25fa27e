using System.Collections.Immutable;

using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Features.People;
using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Somebody who was nominated in another exchange.</summary>
/// <param name="Person">Who.</param>
/// <param name="Sector">What they stood for then.</param>
/// <param name="Title">Title of the exchange.</param>
/// <param name="Year">Its year; null while it has no dates.</param>
/// <param name="TookPart">Whether they accepted and the exchange took place.</param>
public sealed record PastPerson(Person Person, Sector Sector, string Title, int? Year, bool TookPart);

/// <summary>Who took part, as far as is on record here.</summary>
/// <param name="Any">Whether any exchange but this one has taken place.</param>
/// <param name="TookPart">Who accepted in one that has.</param>
public sealed record TakenPart(bool Any, ImmutableHashSet<PersonId> TookPart)
{
    /// <summary>Whether somebody never took part; null where nothing is on record that could tell.</summary>
    public bool? NewcomerOf(Person person) =>
        TookPart.Contains(person.Id) || (person.Earlier is { } earlier && earlier.Any(TookPart.Contains)) ? false : Any ? true : null;
}

/// <summary>People of other exchanges, from the local index: who could be put forward again, and who is new.</summary>
public sealed class PastPeople(ExchangeIndex index, PeopleRegister people)
{
    // Beyond so many names of one city nobody reads the list; who took part comes first.
    private const int Most = 200;

    /// <summary>People of a city in other exchanges who are not nominated in this one: sectors that its delegation lacks first, then those who took part, the latest first.</summary>
    public async ValueTask<ImmutableArray<PastPerson>> OfCityAsync(OpenDelegation open, CancellationToken cancellationToken)
    {
        var city = CellText.Fold(open.Delegation.City);
        var here = open.State.Delegations.Values.SelectMany(d => d.Candidates.Values).Select(c => c.Person).ToHashSet();
        var wanted = Composition.BalanceOf(open.Delegation).Gaps.OfType<SectorShort>().Select(g => g.Sector).ToHashSet();
        var found = (await index.AllAsync(cancellationToken)).Where(x => x.Id != open.Exchange.Id && x.Stage is not Stage.Cancelled)
            .SelectMany(x => x.Nominees.Where(n => CellText.Fold(n.City) == city).Select(n => (Exchange: x, Nominee: n, TookPart: x.HasBegun && n.Accepted)))
            .OrderByDescending(f => f.TookPart).ThenByDescending(f => f.Exchange.StartsOn)
            .DistinctBy(f => f.Nominee.Person).Take(Most);
        var past = new List<PastPerson>();
        foreach (var (x, nominee, tookPart) in found)
            if (await people.FindAsync(nominee.Person, cancellationToken) is { } person && !here.Contains(person.Id) && !here.Contains(nominee.Person))
                past.Add(new PastPerson(person, nominee.Sector, x.Title, x.StartsOn?.Year, tookPart));
        return [.. past.DistinctBy(p => p.Person.Id).OrderByDescending(p => wanted.Contains(p.Sector)).ThenByDescending(p => p.TookPart)];
    }

    /// <summary>Who took part in an exchange other than this one.</summary>
    public async ValueTask<TakenPart> TakenPartAsync(ExchangeId butThis, CancellationToken cancellationToken)
    {
        var begun = (await index.AllAsync(cancellationToken)).Where(x => x.Id != butThis && x.HasBegun).ToList();
        return new TakenPart(begun.Count > 0, [.. begun.SelectMany(x => x.Nominees).Where(n => n.Accepted).Select(n => n.Person)]);
    }
}
