namespace CoordinatorBot.Ports;

/// <summary>The directory of an organisation's people: how somebody known by mail is found in Teams, and how people are searched for by name.</summary>
public interface IDirectory
{
    /// <summary>The person with this mail address, or null when the directory has nobody with it.</summary>
    ValueTask<DirectoryPerson?> FindByMailAsync(string mail, CancellationToken cancellationToken);

    /// <summary>The person with this Entra object id, which is what a people picker sends; null when the directory has nobody with it, also for what is no such id.</summary>
    ValueTask<DirectoryPerson?> FindByIdAsync(string aadObjectId, CancellationToken cancellationToken);

    /// <summary>People whose name or mail begins with <paramref name="text"/> in any of its words, by name.</summary>
    /// <param name="text">What was typed; case is ignored. Blank finds nobody.</param>
    /// <param name="most">The most people wanted, at least 1.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    ValueTask<DirectoryAnswer> SearchAsync(string text, int most, CancellationToken cancellationToken);
}

/// <summary>Why a directory could not be searched.</summary>
public enum DirectoryProblem
{
    /// <summary>None is connected.</summary>
    None,

    /// <summary>It was asked too often; in a while it answers again.</summary>
    Throttled,

    /// <summary>The bot may not search it: a permission is missing.</summary>
    Forbidden,

    /// <summary>It doesn't answer.</summary>
    Unreachable,
}

/// <summary>What a search of the directory brought.</summary>
/// <param name="People">Who was found.</param>
/// <param name="Problem">Why nobody could be searched for; null where the search was made.</param>
public sealed record DirectoryAnswer(IReadOnlyList<DirectoryPerson> People, DirectoryProblem? Problem = null)
{
    /// <summary>A search that could not be made.</summary>
    public static DirectoryAnswer Failed(DirectoryProblem problem) => new([], problem);
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
