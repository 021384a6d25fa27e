#nullable enable
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Makes connector clients over pooled connections.</summary>
internal sealed class ConnectorHttp(string? appId, AuthenticationSettings settings, ServiceClientCredentialsFactory credentials, HttpClients clients) : ConnectorFactory
{
    /// <exception cref="ArgumentException">No authenticated activity can have brought this address.</exception>
    public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
    {
        var address = ServiceAddress.Read(serviceUrl) ?? throw new ArgumentException($"'{serviceUrl}' isn't the address of a connector.", nameof(serviceUrl));
        ServiceClientCredentials proof = await credentials.CreateCredentialsAsync(appId, audience ?? settings.OAuthScope, settings.LoginUrl, settings.ValidateAuthority, cancellationToken).ConfigureAwait(false);
        return new ConnectorClient(address, proof, clients.Current(), disposeHttpClient: false);
    }
}

/// <summary>
/// What sends: the host's factory's default client, or one of our own where there is no factory. A factory's client is kept
/// for a minute, half as long as a factory keeps the connections behind it, so that turns share it.
/// </summary>
internal sealed class HttpClients(IHttpClientFactory? factory, TimeProvider time)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    // A redirect is an answer like another: the token doesn't follow it.
    private static readonly HttpClient Shared = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
    private Kept? _kept;

    public HttpClient Current()
    {
        if (factory is null) return Shared;
        var kept = Volatile.Read(ref _kept);
        if (kept is not null && time.GetElapsedTime(kept.Since) < KeptFor) return kept.Client;
        kept = new Kept(factory.CreateClient(), time.GetTimestamp());
        Volatile.Write(ref _kept, kept);
        return kept.Client;
    }

    private sealed record Kept(HttpClient Client, long Since);
}
