#nullable enable
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The keys that an issuer publishes. They are renewed twice a day; a key id that isn't among them has them fetched at once,
/// since issuers publish a key shortly before they use it, but not more than once in five minutes: anybody can make up key ids.
/// </summary>
internal sealed partial class SigningKeys(string metadataUrl, HttpClients clients, TimeProvider time, ILogger logger)
{
    /// <summary>How long unknown key ids don't have the keys fetched again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private ConfigurationManager<OpenIdConnectConfiguration> _manager = Manager(metadataUrl, clients);
    private Task<OpenIdConnectConfiguration>? _current;
    private Task _renewal = Task.CompletedTask;
    private long? _renewedAt;

    /// <summary>The key of this id, or null.</summary>
    public async Task<JsonWebKey?> FindAsync(string keyId, CancellationToken cancellationToken)
    {
        try
        {
            if (Find(await CurrentAsync().WaitAsync(cancellationToken).ConfigureAwait(false), keyId) is { } known) return known;
            await RenewAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
            return Find(await CurrentAsync().WaitAsync(cancellationToken).ConfigureAwait(false), keyId);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException or OperationCanceledException)
        {
            if (cancellationToken.IsCancellationRequested) throw;
            Log.NoKeys(logger, metadataUrl, e);
            return null;
        }
    }

    /// <summary>The channels that a key is endorsed for.</summary>
    public static IEnumerable<string> Endorsements(JsonWebKey key) => key.AdditionalData.TryGetValue("endorsements", out var endorsements) ? endorsements switch
    {
        JsonElement { ValueKind: JsonValueKind.Array } array => array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
        IEnumerable<object> list => list.OfType<string>(),
        _ => [],
    }
    : [];

    private static JsonWebKey? Find(OpenIdConnectConfiguration configuration, string keyId)
        => configuration.JsonWebKeySet?.Keys.FirstOrDefault(key => key.Kid == keyId && key.Kty == JsonWebAlgorithmsKeyTypes.RSA && key.Use is null or "sig");

    private static ConfigurationManager<OpenIdConnectConfiguration> Manager(string url, HttpClients clients)
        => new(url, new OpenIdConnectConfigurationRetriever(), new MetadataRetriever(clients));

    // Those who come while keys are fetched wait for the same answer: the manager would ask a slow issuer again for each, one after the other.
    private Task<OpenIdConnectConfiguration> CurrentAsync()
        => _current is { IsCompleted: false } fetching ? fetching : _current = _manager.GetConfigurationAsync(CancellationToken.None);

    private Task RenewAsync()
    {
        lock (_lock)
        {
            if (_renewedAt is not { } at || time.GetElapsedTime(at) >= Patience)
            {
                _renewedAt = time.GetTimestamp();
                _renewal = FetchAsync();
            }

            return _renewal;
        }
    }

    // A new manager fetches on its first use; the old one stays if that fails.
    private async Task FetchAsync()
    {
        var fresh = Manager(metadataUrl, clients);
        await fresh.GetConfigurationAsync(CancellationToken.None).ConfigureAwait(false);
        _manager = fresh;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The keys at {MetadataUrl} can't be had; requests signed with them are refused.")]
        public static partial void NoKeys(ILogger logger, string metadataUrl, Exception exception);
    }

    /// <summary>Fetches a metadata document: over TLS, or from this machine.</summary>
    private sealed class MetadataRetriever(HttpClients clients) : IDocumentRetriever
    {
        private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

        public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            var uri = new Uri(address, UriKind.Absolute);
            if (!uri.MayCarryTokens()) throw new InvalidOperationException($"{address} isn't https.");
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(Limit);
            return await clients.Current().GetStringAsync(uri, limit.Token).ConfigureAwait(false);
        }
    }
}
