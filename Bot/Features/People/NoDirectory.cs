using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.People;

/// <summary>Where no directory is connected: it finds nobody, and people are known by what they tell and by having written to the bot.</summary>
internal sealed class NoDirectory : IDirectory
{
    /// <inheritdoc/>
    public ValueTask<DirectoryPerson?> FindByMailAsync(string mail, CancellationToken cancellationToken) => ValueTask.FromResult<DirectoryPerson?>(null);

    /// <inheritdoc/>
    public ValueTask<DirectoryPerson?> FindByIdAsync(string aadObjectId, CancellationToken cancellationToken) => ValueTask.FromResult<DirectoryPerson?>(null);

    /// <inheritdoc/>
    public ValueTask<DirectoryAnswer> SearchAsync(string text, int most, CancellationToken cancellationToken) =>
        ValueTask.FromResult(DirectoryAnswer.Failed(DirectoryProblem.None));
}
