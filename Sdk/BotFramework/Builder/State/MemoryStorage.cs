using System.Text;
using Microsoft.Bot.Connector;

namespace Microsoft.Bot.Builder;

/// <summary>Documents in memory, as JSON: what is read is always a copy. They are gone with the process.</summary>
public class MemoryStorage : IStorage
{
    private readonly Dictionary<string, (byte[] Json, string ETag)> _documents = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private long _lastETag;

    /// <summary>An empty storage, or one that starts with these documents.</summary>
    public MemoryStorage(Dictionary<string, JsonObject> dictionary = null)
    {
        foreach (var (key, json) in dictionary ?? []) _documents[key] = (Encoding.UTF8.GetBytes(json.ToJsonString()), null);
    }

    /// <inheritdoc/>
    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(keys.Length, StringComparer.Ordinal);
        foreach (var key in keys)
        {
            (byte[] Json, string ETag) document;
            lock (_lock)
            {
                if (!_documents.TryGetValue(key, out document)) continue;
            }

            var value = Read(document.Json);
            if (value is IStoreItem item) item.ETag = document.ETag;
            found[key] = value;
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">An ETag isn't that of the stored document; those before it in order are written.</exception>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var (key, value) in changes)
        {
            var json = Write(value);
            lock (_lock)
            {
                var stored = _documents.GetValueOrDefault(key).ETag;
                if (value is IStoreItem { ETag: not "*" } item && stored is not null && item.ETag != stored)
                {
                    throw new InvalidOperationException($"Etag conflict.\r\n\r\nOriginal: {item.ETag}\r\nCurrent: {stored}");
                }

                _documents[key] = (json, value is IStoreItem ? (_lastETag++).ToString(CultureInfo.InvariantCulture) : null);
            }
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_lock)
        {
            foreach (var key in keys) _documents.Remove(key);
        }

        return Task.CompletedTask;
    }

    private static byte[] Write(object value)
    {
        if (value is StateDocument { Json.Length: > 0 } document) return document.Json;
        using var output = new PooledBuffer();
        JsonOutput.Write(output, value, StateJson.WriteValue);
        return output.Written.ToArray();
    }

    private static object Read(byte[] json)
    {
        if (json.AsSpan().StartsWith("{\"$state\":"u8)) return StateDocument.Parse(json);
        var reader = StateJson.Reader(json);
        return StateJson.ReadValue(ref reader);
    }
}
