using System.Security.Claims;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Who calls the bot, and as whom the bot calls.</summary>
public abstract class BotFrameworkAuthentication
{
    /// <summary>Checks a request by its token and its activity.</summary>
    /// <exception cref="UnauthorizedAccessException">It isn't to be trusted.</exception>
    public abstract Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken);

    /// <summary>A factory of connectors that asks as this identity.</summary>
    public abstract ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity);

    /// <summary>Checks a token alone.</summary>
    public virtual Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The audience of what this bot sends on its own account.</summary>
    public virtual string GetOriginatingAudience() => throw new NotImplementedException();
}

/// <summary>Makes connector clients.</summary>
public abstract class ConnectorFactory
{
    /// <summary>A client of the connector at an address.</summary>
    /// <param name="serviceUrl">The address, of an authenticated activity.</param>
    /// <param name="audience">Whom the token is for; null for the channel.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public abstract Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken);
}

/// <summary>What is known of a request that was found genuine.</summary>
public class AuthenticateRequestResult
{
    /// <summary>Whom the reply's token is for.</summary>
    public string Audience { get; set; }

    /// <summary>Who called.</summary>
    public ClaimsIdentity ClaimsIdentity { get; set; }

    /// <summary>Who called, as an activity says it.</summary>
    public string CallerId { get; set; }

    /// <summary>Makes the client that replies.</summary>
    public ConnectorFactory ConnectorFactory { get; set; }
}

/// <summary>Makes the credentials that the bot calls with.</summary>
public abstract class ServiceClientCredentialsFactory
{
    /// <summary>True if this is an id of the bot.</summary>
    public abstract Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken);

    /// <summary>True if the bot has no id, so that nobody is asked who they are.</summary>
    public abstract Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken);

    /// <summary>Credentials of an app.</summary>
    /// <param name="appId">The app, one of the bot's.</param>
    /// <param name="audience">Whom the token is for.</param>
    /// <param name="loginEndpoint">Who gives the token.</param>
    /// <param name="validateAuthority">Whether to check that they may.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public abstract Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken);
}

/// <summary>What else is asked of a token.</summary>
public class AuthenticationConfiguration
{
    /// <summary>Endorsements that the key must have besides the channel's.</summary>
    public string[] RequiredEndorsements { get; set; } = [];

    /// <summary>Issuers of the Emulator's tokens besides the known ones.</summary>
    public IEnumerable<string> ValidTokenIssuers { get; set; }
}
