using System.Collections.Concurrent;

using CoordinatorBot.Domain;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.People;

/// <summary>People with what the directory knows of how to reach them: the mail address that Teams doesn't tell, the Teams identity of who was known by mail.</summary>
public sealed class Contacts(PeopleRegister people, IDirectory directory, TimeProvider time)
{
    // A directory that knows no address of somebody isn't asked with every card.
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<PersonId, DateTimeOffset> _asked = [];

    /// <summary>The person, with their mail address where it can be found; null where they were forgotten.</summary>
    public async ValueTask<Person?> FindAsync(PersonId id, CancellationToken cancellationToken)
    {
        if (await people.FindAsync(id, cancellationToken) is not { } person)
            return null;
        if (person is not { Mail: null, TeamsId: { } teamsId } || !IsDue(person.Id))
            return person;
        if (await directory.FindByIdAsync(teamsId, cancellationToken) is not { Mail: { Length: > 0 } mail })
            return person;
        var mailed = person with { Mail = mail };
        await people.CorrectAsync(mailed, cancellationToken);
        return mailed;
    }

    /// <summary>A person, with the Teams identity that the directory may have got since they were nominated; null where they were forgotten.</summary>
    public async ValueTask<Person?> ReachedAsync(PersonId id, CancellationToken cancellationToken) => await people.FindAsync(id, cancellationToken) switch
    {
        { TeamsId: null, Mail: not null } unknown => await people.NominatedAsync(unknown, cancellationToken),
        var person => person,
    };

    private bool IsDue(PersonId id)
    {
        var now = time.GetUtcNow();
        if (_asked.TryGetValue(id, out var last) && now - last < Between)
            return false;
        _asked[id] = now;
        return true;
    }
}
