#nullable enable
using Microsoft.Extensions.Configuration;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The official configuration keys; what isn't given is that of the public cloud.</summary>
internal sealed class AuthenticationSettings(IConfiguration configuration, AuthenticationConfiguration rules)
{
    // Tenants of Microsoft that the Emulator gets its tokens from.
    private static readonly string[] EmulatorTenants = ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a", "72f988bf-86f1-41af-91ab-2d7cd011db47"];

    /// <summary>Where the keys of the channel's tokens are published.</summary>
    public string ChannelMetadataUrl { get; } = Given(configuration, "ToBotFromChannelOpenIdMetadataUrl") ?? "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Who issues the channel's tokens.</summary>
    public string ChannelIssuer { get; } = Given(configuration, "ToBotFromChannelTokenIssuer") ?? "https://api.botframework.com";

    /// <summary>Where the keys of the Emulator's tokens are published.</summary>
    public string EmulatorMetadataUrl { get; } = Given(configuration, "ToBotFromEmulatorOpenIdMetadataUrl") ?? "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration";

    /// <summary>Who issues the Emulator's tokens, of version 1 and 2.</summary>
    public IReadOnlySet<string?> EmulatorIssuers { get; } = new HashSet<string?>(
        [.. rules.ValidTokenIssuers ?? [], .. EmulatorTenants.Append(Given(configuration, "MicrosoftAppTenantId")).OfType<string>().SelectMany(IssuersOf)],
        StringComparer.Ordinal);

    /// <summary>Who gives the bot its token, tenant included; without one that of bots that belong to none.</summary>
    public string LoginUrl { get; } = Given(configuration, "ToChannelFromBotLoginUrl") ?? $"https://login.microsoftonline.com/{Given(configuration, "MicrosoftAppTenantId") ?? "botframework.com"}";

    /// <summary>Whom the bot's token is for.</summary>
    public string OAuthScope { get; } = Given(configuration, "ToChannelFromBotOAuthScope") ?? "https://api.botframework.com";

    public bool ValidateAuthority { get; } = !bool.TryParse(Given(configuration, "ValidateAuthority"), out var validate) || validate;

    public string CallerId { get; } = Given(configuration, "CallerId") ?? "urn:botframework:azure";

    public static string? Given(IConfiguration configuration, string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static string[] IssuersOf(string tenant) => [$"https://sts.windows.net/{tenant}/", $"https://login.microsoftonline.com/{tenant}/v2.0"];
}
