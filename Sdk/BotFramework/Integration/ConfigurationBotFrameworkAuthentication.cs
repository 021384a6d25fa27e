using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>
/// Trusts as the configuration says, by the official keys: those of the app (see
/// <see cref="ConfigurationServiceClientCredentialFactory"/>), <c>ToBotFromChannelOpenIdMetadataUrl</c>,
/// <c>ToBotFromChannelTokenIssuer</c>, <c>ToBotFromEmulatorOpenIdMetadataUrl</c>, <c>ToChannelFromBotLoginUrl</c>,
/// <c>ToChannelFromBotOAuthScope</c>, <c>ValidateAuthority</c>, <c>CallerId</c>. Without an app id everybody is let in.
/// </summary>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication
{
    private readonly AuthenticationSettings _settings;
    private readonly ServiceClientCredentialsFactory _credentials;
    private readonly HttpClients _clients;
    private readonly TokenCheck _check;

    /// <summary>Trust by a configuration.</summary>
    /// <param name="configuration">The official keys.</param>
    /// <param name="credentialsFactory">The bot's credentials, if not those of the configuration.</param>
    /// <param name="authConfiguration">What else is asked of a token.</param>
    /// <param name="httpClientFactory">Makes the clients that replies are sent with.</param>
    /// <param name="logger">Where to log.</param>
    public ConfigurationBotFrameworkAuthentication(IConfiguration configuration, ServiceClientCredentialsFactory credentialsFactory = null, AuthenticationConfiguration authConfiguration = null, IHttpClientFactory httpClientFactory = null, ILogger logger = null)
        : this(configuration, credentialsFactory, authConfiguration, httpClientFactory, logger, TimeProvider.System) { }

    internal ConfigurationBotFrameworkAuthentication(IConfiguration configuration, ServiceClientCredentialsFactory credentialsFactory, AuthenticationConfiguration authConfiguration, IHttpClientFactory httpClientFactory, ILogger logger, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var rules = authConfiguration ?? new AuthenticationConfiguration();
        _settings = new AuthenticationSettings(configuration, rules);
        _credentials = credentialsFactory ?? new ConfigurationServiceClientCredentialFactory(configuration, logger: logger);
        _clients = new HttpClients(httpClientFactory, time);
        _check = new TokenCheck(_settings, _credentials, rules, _clients, time, logger ?? NullLogger.Instance);
    }

    /// <inheritdoc/>
    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Accept(activity, await CheckTokenAsync(authHeader, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public override async Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken)
        => (await CheckTokenAsync(authHeader, cancellationToken).ConfigureAwait(false)).Identity;

    /// <inheritdoc/>
    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity)
    {
        ArgumentNullException.ThrowIfNull(claimsIdentity);
        var app = claimsIdentity.FindFirst(AuthenticationConstants.AudienceClaim) ?? claimsIdentity.FindFirst(AuthenticationConstants.AppIdClaim);
        return new ConnectorHttp(app?.Value, _settings, _credentials, _clients);
    }

    /// <inheritdoc/>
    public override string GetOriginatingAudience() => _settings.OAuthScope;

    internal ValueTask<CheckedToken> CheckTokenAsync(string authHeader, CancellationToken cancellationToken) => _check.CheckAsync(authHeader, cancellationToken);

    internal AuthenticateRequestResult Accept(Activity activity, CheckedToken token)
    {
        _check.CheckActivity(token, activity);
        return new AuthenticateRequestResult
        {
            Audience = _settings.OAuthScope,
            CallerId = token.FromChannel ? _settings.CallerId : null,
            ClaimsIdentity = token.Identity,
            ConnectorFactory = CreateConnectorFactory(token.Identity),
        };
    }
}
