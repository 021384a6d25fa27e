namespace CoordinatorBot.Ports;

/// <summary>The directory of an organisation's people: how somebody known by mail is found in Teams.</summary>
public interface IDirectory
{
    /// <summary>The person with this mail address, or null when the directory has nobody with it.</summary>
    ValueTask<DirectoryPerson?> FindByMailAsync(string mail, CancellationToken cancellationToken);

    /// <summary>People whose name or mail begins with <paramref name="text"/> in any of its words, by name.</summary>
    /// <param name="text">What was typed; case is ignored. Blank finds nobody.</param>
    /// <param name="most">The most people wanted, at least 1.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    ValueTask<IReadOnlyList<DirectoryPerson>> SearchAsync(string text, int most, CancellationToken cancellationToken);
}

/// <summary>What the directory says about somebody.</summary>
/// <param name="AadObjectId">The Entra object id, by which Teams can be asked to open a chat.</param>
/// <param name="Name">The name as shown to others.</param>
/// <param name="Mail">The mail address.</param>
/// <param name="Title">The job title, where known.</param>
/// <param name="Organisation">The company name, where known.</param>
/// <param name="Zone">The IANA time zone of the mailbox, where known.</param>
/// <param name="Language">The preferred language as a BCP 47 tag, where known.</param>
public sealed record DirectoryPerson(
    string AadObjectId, string Name, string Mail, string? Title, string? Organisation, string? Zone, string? Language);
