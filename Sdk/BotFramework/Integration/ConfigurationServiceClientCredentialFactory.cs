using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>
/// Credentials of the app in the configuration: <c>MicrosoftAppType</c> (SingleTenant, UserAssignedMSI, or MultiTenant, which
/// it is if not given), <c>MicrosoftAppId</c>, <c>MicrosoftAppPassword</c>, <c>MicrosoftAppTenantId</c>.
/// </summary>
public class ConfigurationServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly ServiceClientCredentialsFactory _inner;

    /// <summary>Credentials by a configuration.</summary>
    /// <exception cref="ArgumentException">The type isn't known, or wants a key that isn't given.</exception>
    public ConfigurationServiceClientCredentialFactory(IConfiguration configuration, HttpClient httpClient = null, ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        string Given(string key) => AuthenticationSettings.Given(configuration, key);
        string Required(string key) => Given(key) ?? throw new ArgumentException($"{key} is required for MicrosoftAppType {Given("MicrosoftAppType")} in configuration.", nameof(configuration));
        _inner = Given("MicrosoftAppType")?.ToUpperInvariant() switch
        {
            null or "MULTITENANT" => new PasswordServiceClientCredentialFactory(Given("MicrosoftAppId"), Given("MicrosoftAppPassword")),
            // The tenant goes into the address of the login, in AuthenticationSettings.
            "SINGLETENANT" when Required("MicrosoftAppTenantId").Length > 0 => new PasswordServiceClientCredentialFactory(Required("MicrosoftAppId"), Required("MicrosoftAppPassword")),
            "USERASSIGNEDMSI" => new ManagedIdentityCredentialFactory(Required("MicrosoftAppId")),
            var other => throw new ArgumentException($"MicrosoftAppType {other} isn't known: it is SingleTenant, UserAssignedMSI or MultiTenant.", nameof(configuration)),
        };
    }

    /// <inheritdoc/>
    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => _inner.IsValidAppIdAsync(appId, cancellationToken);

    /// <inheritdoc/>
    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => _inner.IsAuthenticationDisabledAsync(cancellationToken);

    /// <inheritdoc/>
    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
        => _inner.CreateCredentialsAsync(appId, audience, loginEndpoint, validateAuthority, cancellationToken);
}
