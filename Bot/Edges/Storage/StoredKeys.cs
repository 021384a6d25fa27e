using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

using CoordinatorBot.Ports;

namespace CoordinatorBot.Edges.Storage;

/// <summary>A key with when it was made.</summary>
/// <param name="Key">Its bytes.</param>
/// <param name="MadeAt">When.</param>
internal sealed record StoredKey(byte[] Key, DateTimeOffset MadeAt);

/// <summary>Keys that this installation makes for itself and keeps in its store, the newest first. A new one is made when the newest has grown old.</summary>
internal sealed class StoredKeys(IDocuments documents)
{
    private const int Bytes = 32;

    /// <summary>The keys under a name, the newest of them younger than <paramref name="newAfter"/>.</summary>
    /// <param name="name">Document that keeps them.</param>
    /// <param name="now">Now.</param>
    /// <param name="newAfter">After how long a new one is made.</param>
    /// <param name="keep">How long an old one is kept after it was made.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ImmutableArray<StoredKey>> ReadAsync(string name, DateTimeOffset now, TimeSpan newAfter, TimeSpan keep, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stored = await documents.GetAsync(name, cancellationToken);
            ImmutableArray<StoredKey> keys = stored is null ? [] : JsonSerializer.Deserialize(stored.Body.Span, StoredKeysJson.Default.ImmutableArrayStoredKey);
            if (!keys.IsEmpty && now - keys[0].MadeAt < newAfter)
                return keys;
            ImmutableArray<StoredKey> renewed =
                [new StoredKey(System.Security.Cryptography.RandomNumberGenerator.GetBytes(Bytes), now), .. keys.Where(k => now - k.MadeAt < keep)];
            var condition = stored is null ? PutCondition.IfAbsent : PutCondition.IfMatch(stored.ETag);
            // Another instance that was faster made the key that all take.
            if ((await documents.PutAsync(name, JsonSerializer.SerializeToUtf8Bytes(renewed, StoredKeysJson.Default.ImmutableArrayStoredKey), condition, cancellationToken)).IsStored)
                return renewed;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImmutableArray<StoredKey>))]
internal sealed partial class StoredKeysJson : JsonSerializerContext;
