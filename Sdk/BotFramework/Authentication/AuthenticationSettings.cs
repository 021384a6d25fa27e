#nullable enable
using Microsoft.Extensions.Configuration;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The official configuration keys; what isn't given is that of the public cloud.</summary>
internal sealed record AuthenticationSettings
{
    // Tenants of Microsoft that the Emulator gets its tokens from.
    private static readonly string[] EmulatorTenants = ["d6d49420-f39b-4df7-a1dc-d59a935871db", "f8cdef31-a31e-4b4a-93e4-5f571e91255a", "72f988bf-86f1-41af-91ab-2d7cd011db47"];

    public required string ChannelMetadataUrl { get; init; }

    public required string ChannelIssuer { get; init; }

    public required string EmulatorMetadataUrl { get; init; }

    public required IReadOnlySet<string?> EmulatorIssuers { get; init; }

    /// <summary>Who gives the bot its token, tenant included.</summary>
    public required string LoginUrl { get; init; }

    /// <summary>Whom the bot's token is for.</summary>
    public required string OAuthScope { get; init; }

    public required bool ValidateAuthority { get; init; }

    public required string CallerId { get; init; }

    public static AuthenticationSettings From(IConfiguration configuration, AuthenticationConfiguration rules)
    {
        var tenant = Given(configuration, "MicrosoftAppTenantId");
        return new AuthenticationSettings
        {
            ChannelMetadataUrl = Given(configuration, "ToBotFromChannelOpenIdMetadataUrl") ?? AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
            ChannelIssuer = Given(configuration, "ToBotFromChannelTokenIssuer") ?? AuthenticationConstants.ToBotFromChannelTokenIssuer,
            EmulatorMetadataUrl = Given(configuration, "ToBotFromEmulatorOpenIdMetadataUrl") ?? AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl,
            EmulatorIssuers = Issuers(tenant is null ? EmulatorTenants : [.. EmulatorTenants, tenant], rules.ValidTokenIssuers),
            LoginUrl = Given(configuration, "ToChannelFromBotLoginUrl") ?? LoginUrlOf(tenant),
            OAuthScope = Given(configuration, "ToChannelFromBotOAuthScope") ?? AuthenticationConstants.ToChannelFromBotOAuthScope,
            ValidateAuthority = !bool.TryParse(Given(configuration, "ValidateAuthority"), out var validate) || validate,
            CallerId = Given(configuration, "CallerId") ?? "urn:botframework:azure",
        };
    }

    public static string LoginUrlOf(string? tenant)
        => AuthenticationConstants.ToChannelFromBotLoginUrlTemplate.Replace("{0}", tenant ?? AuthenticationConstants.DefaultChannelAuthTenant, StringComparison.Ordinal);

    public static string? Given(IConfiguration configuration, string key) => configuration[key] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static HashSet<string?> Issuers(IEnumerable<string> tenants, IEnumerable<string>? more)
    {
        var issuers = new HashSet<string?>(more ?? [], StringComparer.Ordinal);
        foreach (var tenant in tenants)
        {
            issuers.Add(AuthenticationConstants.ValidTokenIssuerUrlTemplateV1.Replace("{0}", tenant, StringComparison.Ordinal));
            issuers.Add(AuthenticationConstants.ValidTokenIssuerUrlTemplateV2.Replace("{0}", tenant, StringComparison.Ordinal));
        }

        return issuers;
    }
}
