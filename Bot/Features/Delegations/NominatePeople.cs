using System.Collections.Immutable;
using System.Text.Json.Serialization;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Features.People;

namespace CoordinatorBot.Features.Delegations;

/// <summary>What became of a nomination.</summary>
/// <param name="Now">The delegation as it is now.</param>
/// <param name="Added">Names of those newly nominated.</param>
/// <param name="Already">Names of those who were nominated already.</param>
/// <param name="Reached">Names of those of them whose mail address was not known before.</param>
/// <param name="Refusal">Why nobody could be added.</param>
public sealed record Nominated(
    OpenDelegation Now, ImmutableArray<string> Added, ImmutableArray<string> Already, ImmutableArray<string> Reached, Refusal? Refusal)
{
    /// <summary>Names of those newly nominated who were known before, from another exchange.</summary>
    public ImmutableArray<string> Known { get; init; } = [];

    /// <summary>Those added without the mail address given for them, since it is somebody's of another name: the new person, and whose it is.</summary>
    public ImmutableArray<(Person New, Person Owner)> Doubts { get; init; } = [];

    /// <summary>What is said about it, a line each. Nobody is dropped without a word.</summary>
    public IEnumerable<string> Lines(Texts texts)
    {
        if (Added.Length > 0)
            yield return texts.Say("nominees.added", ("count", Added.Length), ("people", Say.Names(texts, Added)));
        if (Known.Length > 0)
            yield return texts.Say("nominees.known", ("count", Known.Length), ("people", Say.Names(texts, Known)));
        foreach (var (added, owner) in Doubts)
            yield return texts.Say("nominees.mail-of-another", ("person", added.Name), ("owner", owner.Name));
        if (Already.Length > 0)
            yield return texts.Say("nominees.already", ("count", Already.Length), ("people", Say.Names(texts, Already)));
        foreach (var person in Reached)
            yield return texts.Say("nominees.already-mail", ("person", person));
    }
}

/// <summary>Puts people forward for a delegation.</summary>
public sealed class NominatePeople(DelegationDesk desk, PeopleRegister people, NomineeWords words, PastPeople past)
{
    // A longer list isn't looked up in the directory: that would take longer than a turn may.
    private const int MostLookedUp = 20;

    private const int MostTogether = 64;

    // A commit has a largest size; the parts of a longer list are one act and undone together.
    private const int MostAtOnce = 1_000;

    /// <summary>Nominates people. Those nominated already are told apart by mail, or by name and organisation.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="to">The delegation.</param>
    /// <param name="seed">What the ids of new people follow from: the same for a repetition.</param>
    /// <param name="nominees">In the order in which alternates rank.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Nominated> AddAsync(Turn turn, OpenDelegation to, Guid seed, ImmutableArray<ListedNominee> nominees, CancellationToken cancellationToken)
    {
        // Documents are put before the event: what would be refused anyway leaves none behind.
        if (DelegationDesk.WouldRefuse(turn, to, new NominateCandidates(to.Delegation.Id, [])) is { } refused and not AllNominatedAlready)
            return new Nominated(to, [], [], [], refused);
        var there = new NomineesThere((await desk.ViewAsync(turn, to, cancellationToken)).Members);
        var taken = await past.TakenPartAsync(to.Exchange.Id, cancellationToken);
        var (already, reached) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        var prepared = new List<Prepared>();
        var fresh = new List<(ListedNominee Nominee, CandidateId Id)>();
        foreach (var nominee in nominees)
        {
            var id = new CandidateId(Ids.Of(seed.ToString("N"), "candidate", LineOf(nominee)));
            if (there.Find(nominee, id) is not { } member)
                fresh.Add((nominee, id));
            else if (await GiveMailAsync(member, nominee, cancellationToken))
                reached.Add(member.Name);
            else
                already.Add(member.Name);
        }

        // The store takes what comes together in one go: a long list is put in a few seconds and not in a minute.
        foreach (var together in fresh.Chunk(MostTogether))
            prepared.AddRange(await Task.WhenAll(together.Select(f => PrepareAsync(to, seed, f.Nominee, f.Id, taken, nominees.Length <= MostLookedUp, cancellationToken).AsTask())));
        return await SendAsync(turn, to, prepared, already.ToImmutable(), reached.ToImmutable(), cancellationToken);
    }

    /// <summary>Nominates somebody who is known already.</summary>
    public async ValueTask<Nominated> AddKnownAsync(Turn turn, OpenDelegation to, Person person, Sector sector, CancellationToken cancellationToken)
    {
        var taken = await past.TakenPartAsync(to.Exchange.Id, cancellationToken);
        var nomination = new Nomination(
            new CandidateId(turn.NewId("candidate")), person.Id, sector, OrganisationNames.IdOf(person.Organisation), Language: TwoLetters(person.Language), Newcomer: taken.NewcomerOf(person));
        return await SendAsync(turn, to, [new Prepared(nomination, person.Name, false, null)], [], [], cancellationToken);
    }

    private async ValueTask<Nominated> SendAsync(
        Turn turn, OpenDelegation to, List<Prepared> prepared, ImmutableArray<string> already, ImmutableArray<string> reached, CancellationToken cancellationToken)
    {
        if (prepared.Count == 0)
            return new Nominated(to, [], already, reached, null);
        var now = to;
        foreach (var (part, nominations) in prepared.Select(n => n.Nomination).Chunk(MostAtOnce).Index())
        {
            (now, var refusal) = await desk.SendAsync(turn, now, new NominateCandidates(to.Delegation.Id, [.. nominations]), $"nominate/{to.Delegation.Id}/{part}", cancellationToken);
            if (refusal is not (null or AllNominatedAlready))
                return new Nominated(now, [], [], [], refusal);
        }

        var isIn = prepared.ToLookup(n => now.Delegation.Candidates.ContainsKey(n.Nomination.Candidate));
        return new Nominated(now, [.. isIn[true].Select(n => n.Name)], [.. already, .. isIn[false].Select(n => n.Name)], reached, null)
        {
            Known = [.. isIn[true].Where(n => n.Known).Select(n => n.Name)],
            Doubts = [.. isIn[true].Select(n => n.Doubt).OfType<(Person, Person)>()],
        };
    }

    private async ValueTask<Prepared> PrepareAsync(
        OpenDelegation to, Guid seed, ListedNominee nominee, CandidateId id, TakenPart taken, bool ask, CancellationToken cancellationToken)
    {
        var draft = new Person(
            new PersonId(Ids.Of(seed.ToString("N"), "person", LineOf(nominee))), nominee.Name, nominee.Mail, nominee.Title, nominee.Organisation,
            nominee.City ?? to.Delegation.City, nominee.Sector is { } code ? new Sector(code) : null, nominee.Language);
        // An address known under another name may be a shared one, or a slip: nobody becomes somebody else by it.
        var known = nominee.Mail is { } mail ? await people.FindByMailAsync(mail, cancellationToken) : null;
        var owner = known is { Name.Length: > 0 } && known.Id != draft.Id && known.Name != known.Mail && !NearNames.Are(known.Name, nominee.Name) ? known : null;
        var person = await people.NominatedAsync(owner is null ? draft : draft with { Mail = null }, cancellationToken, ask);
        var said = new CandidateWords(nominee.Reason, nominee.Contribution, nominee.Replacement);
        var nomination = new Nomination(
            id, person.Id, (nominee.Sector is { } own ? new Sector(own) : person.Sector) ?? Sector.Unknown, OrganisationNames.IdOf(person.Organisation),
            nominee.Role, nominee.Language ?? TwoLetters(person.Language), nominee.Newcomer ?? taken.NewcomerOf(person), await words.PutAsync(id, said, 0, cancellationToken));
        return new Prepared(nomination, person.Name, known is not null && owner is null && known.Id != draft.Id, owner is null ? null : (person, owner));
    }

    // Somebody listed without a mail is listed again with one: that was missing.
    private async ValueTask<bool> GiveMailAsync(MemberView member, ListedNominee nominee, CancellationToken cancellationToken) =>
        nominee.Mail is { } mail && member is { Mail: null, InTeams: false }
        && await people.FindAsync(member.Person, cancellationToken) is { } person
        && await people.CorrectAsync(person with { Mail = mail }, cancellationToken) is null;

    // Directories and Teams say "es-MX".
    private static string? TwoLetters(string? tag) => tag is { Length: 2 } or [_, _, '-' or '_', ..] ? tag[..2].ToLowerInvariant() : null;

    private static string LineOf(ListedNominee nominee) => nominee.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Prepared(Nomination Nomination, string Name, bool Known, (Person New, Person Owner)? Doubt);
}

/// <summary>The nominees there are, found fast: a list of thousands is held against thousands.</summary>
internal sealed class NomineesThere
{
    private readonly ILookup<string, MemberView> _byMail;
    private readonly ILookup<string, MemberView> _byName;

    public NomineesThere(ImmutableArray<MemberView> members)
    {
        _byMail = members.Where(m => m.Mail is not null).ToLookup(m => m.Mail!, StringComparer.OrdinalIgnoreCase);
        _byName = members.ToLookup(m => ListedNominee.NameKey(m.Name), StringComparer.Ordinal);
    }

    /// <summary>The nominee that somebody on a list is; null for none. What a repetition of the same turn added is none.</summary>
    public MemberView? Find(ListedNominee nominee, CandidateId own)
    {
        var alike = nominee.Mail is { } mail ? _byMail[mail].Concat(_byName[ListedNominee.NameKey(nominee.Name)]) : _byName[ListedNominee.NameKey(nominee.Name)];
        return alike.FirstOrDefault(m => m.Id != own && nominee.Is(m.Name, m.Organisation, m.Mail));
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CandidateWords))]
[JsonSerializable(typeof(PendingList))]
internal sealed partial class NomineeJson : JsonSerializerContext;
