using CoordinatorBot.Domain;

namespace CoordinatorBot.Streams;

/// <summary>Commits as <see cref="CommitJson"/> writes them.</summary>
public sealed class CommitJsonCodec : ICommitCodec
{
    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Write(Commit commit) => CommitJson.Write(commit);

    /// <inheritdoc/>
    public Commit Read(ReadOnlySpan<byte> body) => CommitJson.Read(body);
}
