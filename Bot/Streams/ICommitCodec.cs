using CoordinatorBot.Domain;

namespace CoordinatorBot.Streams;

/// <summary>Writes commits as bytes and reads them back, also those that older versions wrote.</summary>
public interface ICommitCodec
{
    /// <summary>A commit as stored.</summary>
    ReadOnlyMemory<byte> Write(Commit commit);

    /// <summary>A stored commit.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is damaged, or of a newer version.</exception>
    Commit Read(ReadOnlySpan<byte> body);
}
