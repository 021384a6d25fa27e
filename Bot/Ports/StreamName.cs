using System.Diagnostics.CodeAnalysis;

namespace CoordinatorBot.Ports;

/// <summary>Name of one stream of events. Its text, as stored and logged: <c>exchange/0193f0c2a7b57c3e8d1f2a3b4c5d6e7f</c>.</summary>
/// <param name="Kind">Which kind of stream: lower-case letters and hyphens.</param>
/// <param name="Id">Which one of the kind.</param>
public readonly record struct StreamName(string Kind, Guid Id)
{
    /// <summary>How many parts the streams are shared out in for whoever looks what is due.</summary>
    public const int Shards = 4;

    /// <summary>The stream's part, 0 to 3: the same in every process and for ever, since it is stored.</summary>
    public int Shard
    {
        get
        {
            // The last byte of a GUID is random in every version that is made here; the first are a clock.
            Span<byte> bytes = stackalloc byte[16];
            Id.TryWriteBytes(bytes, bigEndian: true, out _);
            return bytes[15] % Shards;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}/{Id:N}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It is not the name of a stream.</exception>
    public static StreamName Parse(string text) =>
        TryParse(text, out var name) ? name : throw new FormatException($"'{text}' is not the name of a stream.");

    /// <summary>Reads what <see cref="ToString"/> wrote; false where it is something else.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out StreamName name)
    {
        name = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash <= 0 || !Guid.TryParseExact(text.AsSpan(slash + 1), "N", out var id))
            return false;
        name = new StreamName(text![..slash], id);
        return true;
    }
}
