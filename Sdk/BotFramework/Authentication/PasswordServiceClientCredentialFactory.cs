using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Identity.Client;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Credentials of an app with a password.</summary>
public class PasswordServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly ConcurrentDictionary<(string Login, bool Validate, string Scope), TokenCredentials> _credentials = new();

    /// <summary>No app: authentication is disabled.</summary>
    public PasswordServiceClientCredentialFactory() { }

    /// <summary>An app.</summary>
    /// <param name="appId">Its id; null or empty disables authentication.</param>
    /// <param name="password">Its password.</param>
    /// <param name="tenantId">Its tenant; null for a bot that belongs to none.</param>
    /// <param name="httpClient">Not used: Microsoft's client has its own.</param>
    /// <param name="logger">Not used.</param>
    public PasswordServiceClientCredentialFactory(string appId, string password, string tenantId, HttpClient httpClient, ILogger logger)
        => (AppId, Password, TenantId) = (appId, password, tenantId);

    /// <summary>The app's id.</summary>
    public string AppId { get; set; }

    /// <summary>The app's password.</summary>
    public string Password { get; set; }

    /// <summary>The app's tenant.</summary>
    public string TenantId { get; }

    /// <inheritdoc/>
    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(!string.IsNullOrEmpty(appId) && appId == AppId);

    /// <inheritdoc/>
    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(string.IsNullOrEmpty(AppId));

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It isn't the bot's app.</exception>
    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(AppId)) return Task.FromResult<ServiceClientCredentials>(NoCredentials.Instance);
        if (appId != AppId) throw new InvalidOperationException("Invalid appId.");
        var key = (loginEndpoint ?? AuthenticationSettings.LoginUrlOf(TenantId), validateAuthority, audience ?? AuthenticationConstants.ToChannelFromBotOAuthScope);
        return Task.FromResult<ServiceClientCredentials>(_credentials.GetOrAdd(key, Create));
    }

    private TokenCredentials Create((string Login, bool Validate, string Scope) key)
    {
        var app = ConfidentialClientApplicationBuilder.Create(AppId).WithClientSecret(Password).WithAuthority(key.Login, key.Validate).Build();
        string[] scopes = [key.Scope.EndsWith("/.default", StringComparison.Ordinal) ? key.Scope : key.Scope + "/.default"];
        return new TokenCredentials(cancellationToken => app.AcquireTokenForClient(scopes).ExecuteAsync(cancellationToken), TimeProvider.System);
    }
}
