#nullable enable
using System.Collections.Concurrent;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Credentials of a user-assigned managed identity: there is no secret to keep.</summary>
internal sealed class ManagedIdentityCredentialFactory(string appId) : ServiceClientCredentialsFactory
{
    private readonly ConcurrentDictionary<string, TokenCredentials> _credentials = new(StringComparer.Ordinal);

    public override Task<bool> IsValidAppIdAsync(string id, CancellationToken cancellationToken) => Task.FromResult(id == appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string id, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
        => id == appId ? Task.FromResult<ServiceClientCredentials>(_credentials.GetOrAdd(audience, Create)) : throw new InvalidOperationException("Invalid Managed ID.");

    private TokenCredentials Create(string audience)
    {
        var app = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(appId)).Build();
        return new TokenCredentials(cancellationToken => app.AcquireTokenForManagedIdentity(audience).ExecuteAsync(cancellationToken), TimeProvider.System);
    }
}
