#nullable enable
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Makes connector clients over pooled connections.</summary>
internal sealed class ConnectorHttp(string? appId, AuthenticationSettings settings, ServiceClientCredentialsFactory credentials, IHttpClientFactory? httpClientFactory) : ConnectorFactory
{
    /// <summary>What sends where the host registered no factory. A redirect is an answer like another: the token doesn't follow it.</summary>
    public static HttpClient Shared { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });

    public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
    {
        ServiceClientCredentials proof = await credentials.CreateCredentialsAsync(appId, audience ?? settings.OAuthScope, settings.LoginUrl, settings.ValidateAuthority, cancellationToken).ConfigureAwait(false);
        return new ConnectorClient(new Uri(serviceUrl, UriKind.Absolute), proof, httpClientFactory?.CreateClient() ?? Shared, disposeHttpClient: httpClientFactory is not null);
    }
}
