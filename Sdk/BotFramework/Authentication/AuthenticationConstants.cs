namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Claims of tokens and identities.</summary>
public static class AuthenticationConstants
{
    /// <summary>Whom the token is for.</summary>
    public const string AudienceClaim = "aud";

    /// <summary>The app, in a token of version 1.</summary>
    public const string AppIdClaim = "appid";

    /// <summary>The app, in a token of version 2.</summary>
    public const string AuthorizedParty = "azp";

    /// <summary>The token's version.</summary>
    public const string VersionClaim = "ver";

    /// <summary>The address that the request's replies go to.</summary>
    public const string ServiceUrlClaim = "serviceurl";

    /// <summary>Type of an identity nobody vouched for.</summary>
    public const string AnonymousAuthType = "anonymous";
}
