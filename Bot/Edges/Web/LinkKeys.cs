using System.Collections.Immutable;
using System.Security.Cryptography;

using CoordinatorBot.Edges.Storage;
using CoordinatorBot.Ports;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Web;

/// <summary>A key that links are signed with.</summary>
/// <param name="Id">What links name it by: the first two bytes of its SHA-256, so that it tells nothing of the key and needs no counting.</param>
/// <param name="Bytes">The key.</param>
internal sealed record LinkKey(ushort Id, byte[] Bytes);

/// <summary>The keys of links: those of the settings, or the bot's own. The first signs, all are honoured.</summary>
internal sealed class LinkKeys(IOptions<WebOptions> options, IDocuments documents, TimeProvider time)
{
    private const string Name = "secrets/link-keys";

    // The longest link: an exchange begins at most five years ahead and its links end with it. Older keys have signed nothing that is still good.
    private static readonly TimeSpan Keep = TimeSpan.FromDays(366 * 6);

    // What another instance made meanwhile is seen by then; a link signed with a key not known here is looked up at once.
    private static readonly TimeSpan ReadEvery = TimeSpan.FromMinutes(10);

    private readonly ImmutableArray<LinkKey> _set = [.. options.Value.Keys.Select(k => Of(Convert.FromBase64String(k)))];
    private readonly StoredKeys _stored = new(documents);
    private ImmutableArray<LinkKey> _read = [];
    private DateTimeOffset _readAt;

    /// <summary>The key that signs.</summary>
    public async ValueTask<LinkKey> NewestAsync(CancellationToken cancellationToken) =>
        _set.IsEmpty ? (await ReadAsync(again: false, cancellationToken))[0] : _set[0];

    /// <summary>The key a link was signed with; null for one that isn't honoured.</summary>
    public async ValueTask<LinkKey?> FindAsync(ushort id, CancellationToken cancellationToken)
    {
        // Also where keys were set since: links that went out before are honoured.
        var known = _set.FirstOrDefault(k => k.Id == id) ?? (await ReadAsync(again: false, cancellationToken)).FirstOrDefault(k => k.Id == id);
        return known ?? (_set.IsEmpty ? (await ReadAsync(again: true, cancellationToken)).FirstOrDefault(k => k.Id == id) : null);
    }

    private async ValueTask<ImmutableArray<LinkKey>> ReadAsync(bool again, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // Asked for unknown keys by anybody who makes up links: not more often than once a second.
        if (!_read.IsEmpty && now - _readAt < (again ? TimeSpan.FromSeconds(1) : ReadEvery))
            return _read;
        var keys = await _stored.ReadAsync(Name, now, TimeSpan.FromDays(options.Value.NewKeyAfterDays), Keep, cancellationToken);
        (_read, _readAt) = ([.. keys.Select(k => Of(k.Key))], now);
        return _read;
    }

    private static LinkKey Of(byte[] key)
    {
        var hash = SHA256.HashData(key);
        return new LinkKey((ushort)((hash[0] << 8) | hash[1]), key);
    }
}
