using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CoordinatorBot.Edges.Web;

/// <summary>What a signed link lets its holder do: one thing, as one person, for a while.</summary>
/// <param name="Purpose">What for: <c>invitation</c>, <c>board</c>. A link for one purpose is none for another.</param>
/// <param name="Within">The stream it is about: the exchange.</param>
/// <param name="Subject">Whose it is within it: an invitation, or a person.</param>
/// <param name="Epoch">Counts how often the links of the subject were revoked: who reads a link compares it with what counts now.</param>
/// <param name="Expires">When it ends; kept to the second.</param>
public sealed record SignedLink(string Purpose, Guid Within, Guid Subject, int Epoch, DateTimeOffset Expires);

/// <summary>What a link turned out to be.</summary>
public abstract record LinkReading
{
    private LinkReading()
    {
    }

    /// <summary>Ours, as it was signed, and not ended. Its epoch is still to be compared.</summary>
    public sealed record Good(SignedLink Link) : LinkReading;

    /// <summary>Ours, as it was signed, but its time is over.</summary>
    public sealed record Expired(SignedLink Link) : LinkReading;

    /// <summary>Not ours, or not as it was signed: copied in part, or made up.</summary>
    public sealed record Broken : LinkReading;
}

/// <summary>
/// Signs and reads the links that stand for a login: an HMAC-SHA256 over what they are for, kept in the link itself, so that nothing is stored and
/// nothing is spent by being looked at.
/// </summary>
public sealed class Links
{
    // key id 2, within 16, subject 16, epoch 4, expiry 5, signature 32: 75 bytes, which are 100 letters without a spare bit. One changed letter is another link.
    private const int Signed = 2 + 16 + 16 + 4 + 5, Whole = Signed + HMACSHA256.HashSizeInBytes, Letters = Whole / 3 * 4;

    private readonly LinkKeys _keys;
    private readonly TimeProvider _time;

    internal Links(LinkKeys keys, TimeProvider time) => (_keys, _time) = (keys, time);

    /// <summary>The link as 100 letters, digits, <c>-</c> and <c>_</c>: a part of an address.</summary>
    public async ValueTask<string> SignAsync(SignedLink link, CancellationToken cancellationToken)
    {
        var key = await _keys.NewestAsync(cancellationToken);
        var token = new byte[Whole];
        BinaryPrimitives.WriteUInt16BigEndian(token, key.Id);
        link.Within.TryWriteBytes(token.AsSpan(2), bigEndian: true, out _);
        link.Subject.TryWriteBytes(token.AsSpan(18), bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(token.AsSpan(34), link.Epoch);
        var expires = link.Expires.ToUnixTimeSeconds();
        token[38] = (byte)(expires >> 32);
        BinaryPrimitives.WriteUInt32BigEndian(token.AsSpan(39), (uint)expires);
        Sign(key, link.Purpose, token.AsSpan(0, Signed), token.AsSpan(Signed));
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Reads a link for a purpose. Changes nothing, takes the same time for every wrong signature.</summary>
    public async ValueTask<LinkReading> ReadAsync(string purpose, string? token, CancellationToken cancellationToken)
    {
        var bytes = new byte[Whole];
        if (token?.Length != Letters || !IsOurAlphabet(token) || !Base64Url.TryDecodeFromChars(token, bytes, out var length) || length != Whole)
            return new LinkReading.Broken();
        if (await _keys.FindAsync(BinaryPrimitives.ReadUInt16BigEndian(bytes), cancellationToken) is not { } key)
            return new LinkReading.Broken();
        var expected = new byte[HMACSHA256.HashSizeInBytes];
        Sign(key, purpose, bytes.AsSpan(0, Signed), expected);
        if (!CryptographicOperations.FixedTimeEquals(expected, bytes.AsSpan(Signed)))
            return new LinkReading.Broken();
        var link = new SignedLink(
            purpose, new Guid(bytes.AsSpan(2, 16), bigEndian: true), new Guid(bytes.AsSpan(18, 16), bigEndian: true), BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(34)),
            DateTimeOffset.FromUnixTimeSeconds(((long)bytes[38] << 32) | BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(39))));
        return _time.GetUtcNow() < link.Expires ? new LinkReading.Good(link) : new LinkReading.Expired(link);
    }

    // Decoders pass over blanks.
    private static bool IsOurAlphabet(string token) => token.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    // The purpose ends with a zero, so that none is the beginning of another with other data.
    private static void Sign(LinkKey key, string purpose, ReadOnlySpan<byte> data, Span<byte> signature)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Bytes);
        hmac.AppendData(Encoding.UTF8.GetBytes(purpose));
        hmac.AppendData([0]);
        hmac.AppendData(data);
        hmac.GetHashAndReset(signature);
    }
}
