#nullable enable
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>A token that is in order, and what it vouches for.</summary>
/// <param name="Identity">Who called.</param>
/// <param name="FromChannel">True for a channel's token, which is bound to an address; false for the Emulator's and for none.</param>
/// <param name="ServiceUrl">The address a channel's token is bound to.</param>
/// <param name="Endorsements">The channels its key may speak for.</param>
internal sealed record CheckedToken(ClaimsIdentity Identity, bool FromChannel, string? ServiceUrl, IReadOnlyCollection<string> Endorsements);

/// <summary>
/// Checks the tokens of requests: first the token itself, which costs a forger nothing to have refused, then that it was
/// made for this activity.
/// </summary>
internal sealed class TokenCheck(AuthenticationSettings settings, ServiceClientCredentialsFactory credentials, AuthenticationConfiguration rules, HttpClients clients, TimeProvider time, ILogger logger)
{
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];
    private readonly SigningKeys _channelKeys = new(settings.ChannelMetadataUrl, clients, time, logger);
    private readonly SigningKeys _emulatorKeys = new(settings.EmulatorMetadataUrl, clients, time, logger);

    /// <summary>Checks a token for what it is.</summary>
    /// <exception cref="RefusedRequestException">401 for a bad token or none; 403 for a good one that isn't for this bot.</exception>
    public async ValueTask<CheckedToken> CheckAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(authorization))
        {
            return await credentials.IsAuthenticationDisabledAsync(cancellationToken).ConfigureAwait(false) ? Anonymous() : throw Unauthorized("There is no token.");
        }

        using var text = TokenText.Read(authorization) ?? throw Unauthorized("The token can't be read.");
        if (text.IsCritical || !text.HasTimes || !Algorithms.Contains(text.Algorithm) || text.KeyId is not { Length: > 0 and <= 256 } keyId) throw Unauthorized("The token isn't of a kind that is accepted.");
        var fromChannel = text.Issuer == settings.ChannelIssuer;
        if (!fromChannel && !settings.EmulatorIssuers.Contains(text.Issuer)) throw Unauthorized("The token's issuer isn't known.");
        var key = await (fromChannel ? _channelKeys : _emulatorKeys).FindAsync(keyId, cancellationToken).ConfigureAwait(false) ?? throw Unauthorized("The token's key isn't known.");
        var result = await Handler.ValidateTokenAsync(text.Token, Parameters(text.Issuer!, key)).ConfigureAwait(false);
        if (!result.IsValid) throw Unauthorized("The token isn't valid.", result.Exception);
        if (text.Audience is not { Length: > 0 } audience || !await credentials.IsValidAppIdAsync(audience, cancellationToken).ConfigureAwait(false)) throw Forbidden("The token is for another bot.");
        if (!fromChannel && text.App != audience) throw Forbidden("The token was made for another app.");
        return new CheckedToken(result.ClaimsIdentity, fromChannel, text.ServiceUrl, [.. SigningKeys.Endorsements(key)]);
    }

    /// <summary>Checks that a token was made for this activity.</summary>
    /// <exception cref="RefusedRequestException">403 if not.</exception>
    public void CheckActivity(CheckedToken token, Activity activity)
    {
        if (token.Identity.AuthenticationType == AuthenticationConstants.AnonymousAuthType) return;
        if (ServiceAddress.Read(activity.ServiceUrl)?.MayCarryTokens() != true) throw Forbidden("The service URL isn't one that a token may go to.");
        if (!token.FromChannel) return;
        if (!string.Equals(token.ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)) throw Forbidden("The token was made for another service URL.");
        if (activity.ChannelId is null || !token.Endorsements.Contains(activity.ChannelId)) throw Forbidden("The token's key isn't endorsed for the channel.");
        if (!rules.RequiredEndorsements.All(token.Endorsements.Contains)) throw Forbidden("The token's key lacks an endorsement that is required.");
    }

    private static CheckedToken Anonymous() => new(new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType), false, null, []);

    private static RefusedRequestException Unauthorized(string why, Exception? inner = null) => new(StatusCodes.Status401Unauthorized, why, inner);

    private static RefusedRequestException Forbidden(string why) => new(StatusCodes.Status403Forbidden, why);

    // The audience is checked after this, as a good token for another bot is another answer.
    private TokenValidationParameters Parameters(string issuer, JsonWebKey key) => new()
    {
        ValidIssuer = issuer,
        ValidateAudience = false,
        ValidateLifetime = true,
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        IssuerSigningKey = key,
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = Algorithms,
        ClockSkew = TimeSpan.FromMinutes(5),
        LifetimeValidator = Lives,
    };

    private bool Lives(DateTime? notBefore, DateTime? expires, SecurityToken token, TokenValidationParameters parameters)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return expires is { } end && now - parameters.ClockSkew <= end && (notBefore is not { } start || now + parameters.ClockSkew >= start);
    }
}
