using System.Security.Cryptography;
using System.Text;

using CoordinatorBot.Ports;

namespace CoordinatorBot.Edges.Storage;

/// <summary>A key made once and kept in the store, for hashes that only this installation can make.</summary>
public sealed class StoreSecrets(IDocuments documents)
{
    private const string KeyName = "secrets/hash-key";
    private byte[]? _key;

    /// <summary>The keyed hash of a text: 64 hexadecimal digits, the same on every instance of this installation.</summary>
    public async ValueTask<string> HashAsync(string text, CancellationToken cancellationToken) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_key ??= await KeyAsync(cancellationToken), Encoding.UTF8.GetBytes(text)));

    private async ValueTask<byte[]> KeyAsync(CancellationToken cancellationToken)
    {
        if (await documents.GetAsync(KeyName, cancellationToken) is { } stored)
            return stored.Body.ToArray();
        var made = RandomNumberGenerator.GetBytes(32);
        return (await documents.PutAsync(KeyName, made, PutCondition.IfAbsent, cancellationToken)).IsStored
            ? made
            : (await documents.GetAsync(KeyName, cancellationToken))!.Body.ToArray();
    }
}
