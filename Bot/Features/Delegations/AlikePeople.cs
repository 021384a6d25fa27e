using System.Collections.Immutable;

using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Features.People;
using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Two that may be one person.</summary>
/// <param name="Kept">Who they would be.</param>
/// <param name="Merged">Who would be merged into them.</param>
public sealed record AlikePair(Person Kept, Person Merged);

/// <summary>
/// Finds people who may be the same. The rule: the same mail address; a near name (<see cref="NearNames"/>) in one organisation; or the same name
/// where an organisation is missing. Two with accounts of their own in Teams are two people, and so are two whom somebody kept apart.
/// </summary>
public sealed class AlikePeople(PeopleRegister people, PastPeople past, ExchangeIndex index)
{
    // Among more people of one organisation only equal names are looked for: each with each would take too long.
    private const int MostCompared = 400;

    /// <summary>Pairs with somebody of this delegation: the others from the delegations the person may form, or of past exchanges with the city.</summary>
    public async ValueTask<ImmutableArray<AlikePair>> InAsync(Turn turn, OpenDelegation open, CancellationToken cancellationToken)
    {
        var theirs = ListPreview.Theirs(open.State, turn.Viewer);
        var known = await people.FindAsync(theirs.SelectMany(d => d.Candidates.Values).Select(c => c.Person), cancellationToken);
        var own = open.Delegation.Candidates.Values.Select(c => known.GetValueOrDefault(c.Person)?.Id).OfType<PersonId>().ToHashSet();
        var all = known.Values.Concat((await past.OfCityAsync(open, cancellationToken)).Select(p => p.Person)).DistinctBy(p => p.Id).ToList();
        var pairs = new Dictionary<PersonPair, (Person, Person)>();
        foreach (var block in Blocks(all))
            Compare(block, own, open.State.Apart, pairs);
        return [.. pairs.Values.Select(p => Ordered(p.Item1, p.Item2, q => RankOf(open.State, q))).OrderBy(p => p.Merged.Name, StringComparer.Ordinal)];
    }

    /// <summary>Whether two may be one person.</summary>
    public static bool Are(Person one, Person other)
    {
        if (one.TeamsId is { } a && other.TeamsId is { } b && a != b)
            return false;
        if (one.Mail is not null && string.Equals(one.Mail, other.Mail, StringComparison.OrdinalIgnoreCase))
            return true;
        var (here, there) = (CellText.Fold(one.Organisation ?? string.Empty), CellText.Fold(other.Organisation ?? string.Empty));
        return here.Length > 0 && there.Length > 0
            ? here == there && NearNames.Are(one.Name, other.Name)
            : NearNames.Key(one.Name) == NearNames.Key(other.Name) && (one.Mail is null || other.Mail is null);
    }

    /// <summary>Two people, first who they would be: whom Teams knows, who has a mail address, who comes first otherwise.</summary>
    internal static AlikePair Ordered(Person one, Person other, Func<Person, int> rank)
    {
        var first = new[] { one, other }.OrderByDescending(p => p.TeamsId is not null).ThenByDescending(p => p.Mail is not null).ThenBy(rank).ThenBy(p => p.Id.Value).First();
        return first.Id == one.Id ? new AlikePair(one, other) : new AlikePair(other, one);
    }

    /// <summary>Where somebody stands among the nominees of an exchange, those of other exchanges first.</summary>
    internal static int RankOf(ExchangeState state, Person person) =>
        state.Delegations.Values.SelectMany(d => d.Candidates.Values).Where(c => c.Person == person.Id).Select(c => c.Rank).DefaultIfEmpty(0).Min();

    /// <summary>Whether the exchange speaks of somebody as nominee or lead.</summary>
    internal static bool IsIn(ExchangeState state, PersonId person) =>
        state.Delegations.Values.Any(d => d.Lead == person || d.Candidates.Values.Any(c => c.Person == person));

    /// <summary>Where somebody is known from, in words.</summary>
    internal async ValueTask<string> KnownFromAsync(Turn turn, ExchangeState state, Person person, CancellationToken cancellationToken)
    {
        var cities = state.InOrder.Where(d => d.Candidates.Values.Any(c => c.Person == person.Id)).Select(d => d.City).ToList();
        if (cities.Count > 0)
            return turn.Texts.Say("same.nominee-of", ("city", turn.Texts.List(cities)));
        var elsewhere = (await index.AllAsync(cancellationToken)).FirstOrDefault(x => x.Nominees.Any(n => n.Person == person.Id));
        return elsewhere is null ? turn.Texts["same.known"] : turn.Texts.Say("same.known-from", ("title", elsewhere.Title));
    }

    private static IEnumerable<List<Person>> Blocks(List<Person> all) =>
        all.GroupBy(p => CellText.Fold(p.Organisation ?? string.Empty)).Where(g => g.Key.Length > 0).Select(g => g.ToList())
            .Concat(all.GroupBy(p => NearNames.Key(p.Name)).Select(g => g.ToList()))
            .Concat(all.Where(p => p.Mail is not null).GroupBy(p => p.Mail!, StringComparer.OrdinalIgnoreCase).Select(g => g.ToList()))
            .Where(b => b.Count is > 1 and <= MostCompared);

    private static void Compare(List<Person> block, HashSet<PersonId> own, ImmutableHashSet<PersonPair> apart, Dictionary<PersonPair, (Person, Person)> pairs)
    {
        for (var i = 0; i < block.Count; i++)
            for (var j = i + 1; j < block.Count; j++)
            {
                var pair = PersonPair.Of(block[i].Id, block[j].Id);
                if ((own.Contains(block[i].Id) || own.Contains(block[j].Id)) && !apart.Contains(pair) && Are(block[i], block[j]))
                    pairs.TryAdd(pair, (block[i], block[j]));
            }
    }
}
