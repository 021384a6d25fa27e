namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Addresses, issuers and claims of the public cloud.</summary>
public static class AuthenticationConstants
{
    /// <summary>Who gives the bot its token; {0} is the tenant.</summary>
    public const string ToChannelFromBotLoginUrlTemplate = "https://login.microsoftonline.com/{0}";

    /// <summary>Whom the bot's token is for.</summary>
    public const string ToChannelFromBotOAuthScope = "https://api.botframework.com";

    /// <summary>Who issues the channel's tokens.</summary>
    public const string ToBotFromChannelTokenIssuer = "https://api.botframework.com";

    /// <summary>Where the keys of the channel's tokens are published.</summary>
    public const string ToBotFromChannelOpenIdMetadataUrl = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Where the keys of the Emulator's tokens are published.</summary>
    public const string ToBotFromEmulatorOpenIdMetadataUrl = "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration";

    /// <summary>Issuer of tokens of version 1; {0} is the tenant.</summary>
    public const string ValidTokenIssuerUrlTemplateV1 = "https://sts.windows.net/{0}/";

    /// <summary>Issuer of tokens of version 2; {0} is the tenant.</summary>
    public const string ValidTokenIssuerUrlTemplateV2 = "https://login.microsoftonline.com/{0}/v2.0";

    /// <summary>Tenant of bots that belong to none.</summary>
    public const string DefaultChannelAuthTenant = "botframework.com";

    /// <summary>Claim of the address that the request's replies go to.</summary>
    public const string ServiceUrlClaim = "serviceurl";

    /// <summary>Claim of whom the token is for.</summary>
    public const string AudienceClaim = "aud";

    /// <summary>Claim of the app in a token of version 1.</summary>
    public const string AppIdClaim = "appid";

    /// <summary>Claim of the app in a token of version 2.</summary>
    public const string AuthorizedParty = "azp";

    /// <summary>Claim of the token's version.</summary>
    public const string VersionClaim = "ver";

    /// <summary>Type of an identity nobody vouched for.</summary>
    public const string AnonymousAuthType = "anonymous";
}
