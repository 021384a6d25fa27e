#nullable enable
using System.Collections.Concurrent;
using Microsoft.Identity.Client;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Credentials of an app with a password; without an app id authentication is disabled.</summary>
internal sealed class PasswordServiceClientCredentialFactory(string? appId, string? password) : ServiceClientCredentialsFactory
{
    private readonly ConcurrentDictionary<(string Login, bool Validate, string Scope), TokenCredentials> _credentials = new();

    public override Task<bool> IsValidAppIdAsync(string id, CancellationToken cancellationToken) => Task.FromResult(!string.IsNullOrEmpty(id) && id == appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(string.IsNullOrEmpty(appId));

    /// <exception cref="InvalidOperationException">It isn't the bot's app.</exception>
    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string id, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(appId)) return Task.FromResult<ServiceClientCredentials>(NoCredentials.Instance);
        if (id != appId) throw new InvalidOperationException("Invalid appId.");
        return Task.FromResult<ServiceClientCredentials>(_credentials.GetOrAdd((loginEndpoint, validateAuthority, audience), Create));
    }

    private TokenCredentials Create((string Login, bool Validate, string Scope) key)
    {
        var app = ConfidentialClientApplicationBuilder.Create(appId).WithClientSecret(password).WithAuthority(key.Login, key.Validate).Build();
        string[] scopes = [key.Scope.EndsWith("/.default", StringComparison.Ordinal) ? key.Scope : key.Scope + "/.default"];
        return new TokenCredentials(cancellationToken => app.AcquireTokenForClient(scopes).ExecuteAsync(cancellationToken), TimeProvider.System);
    }
}
