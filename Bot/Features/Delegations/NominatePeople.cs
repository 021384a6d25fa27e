using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Features.People;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Delegations;

/// <summary>What a nomination says in words: the document behind a candidate, <c>words/candidate/{id}/1</c>.</summary>
/// <param name="Reason">Why this person.</param>
/// <param name="Contribution">What they are expected to bring.</param>
/// <param name="Role">Their role in the change.</param>
/// <param name="Replacement">Who comes if they can't.</param>
public sealed record CandidateWords(string? Reason, string? Contribution, string? Role, string? Replacement)
{
    /// <summary>Whether nothing was said.</summary>
    [JsonIgnore]
    public bool IsEmpty => (Reason, Contribution, Role, Replacement) is (null, null, null, null);

    /// <summary>Key of the document.</summary>
    public static string KeyOf(CandidateId candidate) => $"words/candidate/{candidate}/1";
}

/// <summary>What became of a nomination.</summary>
/// <param name="Now">The delegation as it is now.</param>
/// <param name="Added">Names of those newly nominated.</param>
/// <param name="Already">Names of those who were nominated already.</param>
/// <param name="Reached">Names of those of them whose mail address was not known before.</param>
/// <param name="Refusal">Why nobody could be added.</param>
public sealed record Nominated(
    OpenDelegation Now, ImmutableArray<string> Added, ImmutableArray<string> Already, ImmutableArray<string> Reached, Refusal? Refusal)
{
    /// <summary>What is said about it, a line each. Nobody is dropped without a word.</summary>
    public IEnumerable<string> Lines(Texts texts)
    {
        if (Added.Length > 0)
            yield return texts.Say("nominees.added", ("count", Added.Length), ("people", Say.Names(texts, Added)));
        if (Already.Length > 0)
            yield return texts.Say("nominees.already", ("count", Already.Length), ("people", Say.Names(texts, Already)));
        foreach (var person in Reached)
            yield return texts.Say("nominees.already-mail", ("person", person));
    }
}

/// <summary>Puts people forward for a delegation.</summary>
public sealed class NominatePeople(DelegationDesk desk, PeopleRegister people, IDocuments documents)
{
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
        var known = (await desk.ViewAsync(turn, to, cancellationToken)).Members;
        var already = ImmutableArray.CreateBuilder<string>();
        var reached = ImmutableArray.CreateBuilder<string>();
        var nominations = new List<(Nomination Nomination, string Name)>();
        foreach (var nominee in nominees)
        {
            var id = CandidateOf(seed, nominee);
            if (known.FirstOrDefault(m => m.Id != id && nominee.Is(m.Name, m.Organisation, m.Mail)) is not { } member)
                nominations.Add((await PrepareAsync(to, seed, nominee, id, cancellationToken), nominee.Name));
            else if (await GiveMailAsync(member, nominee, cancellationToken))
                reached.Add(member.Name);
            else
                already.Add(member.Name);
        }

        if (nominations.Count == 0)
            return new Nominated(to, [], already.ToImmutable(), reached.ToImmutable(), null);
        var (now, refusal) = await desk.SendAsync(
            turn, to, new NominateCandidates(to.Delegation.Id, [.. nominations.Select(n => n.Nomination)]), $"nominate/{to.Delegation.Id}", cancellationToken);
        var isIn = nominations.ToLookup(n => now.Delegation.Candidates.ContainsKey(n.Nomination.Candidate), n => n.Name);
        return refusal is null or AllNominatedAlready
            ? new Nominated(now, [.. isIn[true]], [.. already, .. isIn[false]], reached.ToImmutable(), null)
            : new Nominated(now, [], [], [], refusal);
    }

    private async ValueTask<Nomination> PrepareAsync(OpenDelegation to, Guid seed, ListedNominee nominee, CandidateId id, CancellationToken cancellationToken)
    {
        var person = await people.NominatedAsync(
            new Person(
                new PersonId(Ids.Of(seed.ToString("N"), "person", LineOf(nominee))), nominee.Name, nominee.Mail, nominee.Title, nominee.Organisation,
                nominee.City ?? to.Delegation.City, nominee.Sector is { } code ? new Sector(code) : null, nominee.LanguageCode),
            cancellationToken);
        var words = new CandidateWords(nominee.Reason, nominee.Contribution, nominee.Role, nominee.Replacement);
        if (!words.IsEmpty)
            await documents.PutAsync(CandidateWords.KeyOf(id), JsonSerializer.SerializeToUtf8Bytes(words, NomineeJson.Default.CandidateWords), PutCondition.IfAbsent, cancellationToken);
        return new Nomination(
            id, person.Id, person.Sector ?? Sector.Unknown, OrganisationNames.IdOf(person.Organisation), Language: person.Language, Words: words.IsEmpty ? 0 : 1);
    }

    // Somebody listed without a mail is listed again with one: that was missing.
    private async ValueTask<bool> GiveMailAsync(MemberView member, ListedNominee nominee, CancellationToken cancellationToken) =>
        nominee.Mail is { } mail && member is { Mail: null, InTeams: false }
        && await people.FindAsync(member.Person, cancellationToken) is { } person
        && await people.CorrectAsync(person with { Mail = mail }, cancellationToken) is null;

    private static CandidateId CandidateOf(Guid seed, ListedNominee nominee) => new(Ids.Of(seed.ToString("N"), "candidate", LineOf(nominee)));

    private static string LineOf(ListedNominee nominee) => nominee.Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CandidateWords))]
[JsonSerializable(typeof(PendingList))]
internal sealed partial class NomineeJson : JsonSerializerContext;
