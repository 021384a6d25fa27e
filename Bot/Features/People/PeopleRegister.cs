using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

using CoordinatorBot.Domain;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Edges.Storage;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.People;

/// <summary>
/// The people the product knows. One person is made once: who is known by a mail address or a Teams identity is claimed under a keyed hash
/// of it, so that the store can be asked for it and doesn't tell it.
/// </summary>
public sealed class PeopleRegister(IDocuments documents, IDirectory directory, StoreSecrets secrets, TimeProvider time)
{
    // Two who were merged point to one; a longer chain comes of merging again.
    private const int MostMerges = 8;

    /// <summary>The person, whoever they turned out to be; null when nobody has this id, or they were forgotten.</summary>
    public async ValueTask<Person?> FindAsync(PersonId id, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop < MostMerges; hop++)
        {
            if (await documents.GetAsync(Key(id), cancellationToken) is not { } stored)
                return null;
            var person = Read(stored);
            if (person.MergedInto is not { } kept)
                return person;
            id = kept;
        }

        return null;
    }

    /// <summary>Several people, by id; those forgotten are missing.</summary>
    public async ValueTask<ImmutableDictionary<PersonId, Person>> FindAsync(IEnumerable<PersonId> ids, CancellationToken cancellationToken)
    {
        var found = ImmutableDictionary.CreateBuilder<PersonId, Person>();
        foreach (var id in ids.Distinct())
            if (await FindAsync(id, cancellationToken) is { } person)
                found[id] = person;
        return found.ToImmutable();
    }

    /// <summary>The person with this mail address; null for nobody known. The directory isn't asked.</summary>
    public async ValueTask<Person?> FindByMailAsync(string mail, CancellationToken cancellationToken) =>
        await ClaimedAsync("mail", Normal(mail), cancellationToken) is { } id ? await FindAsync(id, cancellationToken) : null;

    /// <summary>
    /// Makes two people one: what is known of either is kept, and whoever asks for the second finds the first. The address of each leads to them.
    /// </summary>
    /// <param name="keptId">Who they are from now on.</param>
    /// <param name="mergedId">The other; nobody whom Teams knows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask MergeAsync(PersonId keptId, PersonId mergedId, CancellationToken cancellationToken)
    {
        var (kept, merged) = (await FindAsync(keptId, cancellationToken), await FindAsync(mergedId, cancellationToken));
        if (kept is null || merged is null || kept.Id == merged.Id)
            return;
        await PutAsync(
            kept with
            {
                Mail = kept.Mail ?? merged.Mail,
                Title = kept.Title ?? merged.Title,
                Organisation = kept.Organisation ?? merged.Organisation,
                City = kept.City ?? merged.City,
                Sector = kept.Sector ?? merged.Sector,
                Language = kept.Language ?? merged.Language,
                Zone = kept.Zone ?? merged.Zone,
                Earlier = [.. kept.Earlier ?? [], merged.Id, .. merged.Earlier ?? []],
            },
            cancellationToken);
        if (merged.Mail is { } mail)
            await documents.PutAsync(await ClaimKeyAsync("mail", Normal(mail), cancellationToken), kept.Id.Value.ToByteArray(), PutCondition.Always, cancellationToken);
        await PutAsync(new Person(merged.Id, string.Empty, MergedInto: kept.Id), cancellationToken);
    }

    /// <summary>The person who is signed in to Teams. Who was known by mail alone is recognised by the mail the directory gives.</summary>
    /// <param name="teamsId">Entra object id, or the Teams id of those without one.</param>
    /// <param name="name">Name as Teams shows it.</param>
    /// <param name="language">Code of the language their Teams speaks; none where it doesn't say.</param>
    /// <param name="zone">Their zone; none where Teams doesn't say.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Person> OfTeamsAsync(string teamsId, string name, string? language, string? zone, CancellationToken cancellationToken)
    {
        var id = await ClaimedAsync("teams", teamsId, cancellationToken)
            ?? await ClaimAsync("teams", teamsId, new PersonId(Guid.CreateVersion7(time.GetUtcNow())), cancellationToken);
        var known = await FindAsync(id, cancellationToken);
        var current = (known ?? new Person(id, name)) with { TeamsId = teamsId, Language = language ?? known?.Language, Zone = zone ?? known?.Zone };
        if (current != known)
            await PutAsync(current, cancellationToken);
        return current;
    }

    /// <summary>
    /// The person somebody put forward. By mail they are the same as before, and the same as in Teams where the directory knows the address;
    /// without a mail they are somebody new, under the id given. What is newly known is added, nothing known is lost.
    /// </summary>
    /// <param name="draft">What was said of them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="ask">Whether the directory is asked; a long list is not looked up name by name, each is before they are invited.</param>
    public async ValueTask<Person> NominatedAsync(Person draft, CancellationToken cancellationToken, bool ask = true)
    {
        if (draft.Mail is not { } mail)
        {
            await PutAsync(draft, cancellationToken);
            return draft;
        }

        var entry = ask ? await directory.FindByMailAsync(mail, cancellationToken) : null;
        var byTeams = entry is null ? null : await ClaimedAsync("teams", entry.AadObjectId, cancellationToken);
        var id = await ClaimedAsync("mail", Normal(mail), cancellationToken) ?? await ClaimAsync("mail", Normal(mail), byTeams ?? draft.Id, cancellationToken);
        if (entry is not null && byTeams is null)
            await ClaimAsync("teams", entry.AadObjectId, id, cancellationToken);
        var known = await FindAsync(id, cancellationToken);
        var current = Joined(known, draft with { Id = known?.Id ?? id }) with
        {
            TeamsId = known?.TeamsId ?? entry?.AadObjectId,
            Language = known?.Language ?? draft.Language ?? entry?.Language,
            Zone = known?.Zone ?? draft.Zone ?? entry?.Zone,
        };
        if (current != known)
            await PutAsync(current, cancellationToken);
        return current;
    }

    /// <summary>
    /// Corrects what was said of somebody. A mail address tells people apart, so one that is somebody else's already is not taken.
    /// </summary>
    /// <returns>Whose the mail address is, where it is somebody else's: then nothing was changed. Null otherwise.</returns>
    public async ValueTask<PersonId?> CorrectAsync(Person corrected, CancellationToken cancellationToken)
    {
        var before = await FindAsync(corrected.Id, cancellationToken);
        if (corrected.Mail is { } mail && (before?.Mail is null || Normal(mail) != Normal(before.Mail)))
        {
            var entry = await directory.FindByMailAsync(mail, cancellationToken);
            var owner = (entry is null ? null : await ClaimedAsync("teams", entry.AadObjectId, cancellationToken))
                ?? await ClaimAsync("mail", Normal(mail), corrected.Id, cancellationToken);
            if (owner != corrected.Id)
                return owner;
            if (entry is not null && await ClaimAsync("teams", entry.AadObjectId, corrected.Id, cancellationToken) == corrected.Id)
                corrected = corrected with { TeamsId = entry.AadObjectId, Language = corrected.Language ?? entry.Language, Zone = corrected.Zone ?? entry.Zone };
        }

        // The address that was wrong must not lead the one whose it is to this person.
        if (before?.Mail is { } old && (corrected.Mail is null || Normal(corrected.Mail) != Normal(old))
            && await ClaimedAsync("mail", Normal(old), cancellationToken) == corrected.Id)
            await documents.DeleteAsync(await ClaimKeyAsync("mail", Normal(old), cancellationToken), cancellationToken);
        await PutAsync(corrected, cancellationToken);
        return null;
    }

    /// <summary>Stores a person.</summary>
    public async ValueTask PutAsync(Person person, CancellationToken cancellationToken) =>
        await documents.PutAsync(Key(person.Id), JsonSerializer.SerializeToUtf8Bytes(person, PeopleJson.Default.Person), PutCondition.Always, cancellationToken);

    private static Person Joined(Person? known, Person said) => known is null ? said : known with
    {
        // A name is corrected on purpose, not by the next list that spells it otherwise.
        Name = known.Name.Length > 0 ? known.Name : said.Name,
        Mail = said.Mail ?? known.Mail,
        Title = said.Title ?? known.Title,
        Organisation = said.Organisation ?? known.Organisation,
        City = said.City ?? known.City,
        Sector = said.Sector ?? known.Sector,
    };

    private async ValueTask<PersonId?> ClaimedAsync(string by, string value, CancellationToken cancellationToken) =>
        await documents.GetAsync(await ClaimKeyAsync(by, value, cancellationToken), cancellationToken) is { } stored ? new PersonId(new Guid(stored.Body.Span)) : null;

    // The first to claim wins; whoever comes second takes the winner's id.
    private async ValueTask<PersonId> ClaimAsync(string by, string value, PersonId id, CancellationToken cancellationToken)
    {
        var put = await documents.PutAsync(await ClaimKeyAsync(by, value, cancellationToken), id.Value.ToByteArray(), PutCondition.IfAbsent, cancellationToken);
        return put.IsStored ? id : (await ClaimedAsync(by, value, cancellationToken))!.Value;
    }

    private async ValueTask<string> ClaimKeyAsync(string by, string value, CancellationToken cancellationToken) =>
        $"people-by/{by}/{await secrets.HashAsync(value, cancellationToken)}";

    private static string Normal(string mail) => mail.Trim().ToLowerInvariant();

    private static string Key(PersonId id) => $"people/{id}";

    private static Person Read(Document stored) => JsonSerializer.Deserialize(stored.Body.Span, PeopleJson.Default.Person)!;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Person))]
internal sealed partial class PeopleJson : JsonSerializerContext;
