#nullable enable
using System.Buffers.Text;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// A token's header and claims as they are written, before anything is believed: members twice, in another case or of
/// another type than expected are where readers of the same token differ, so they are refused.
/// </summary>
internal sealed class TokenText : IDisposable
{
    private const int LongestToken = 16 * 1024;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };
    private readonly JsonDocument _header;
    private readonly JsonDocument _claims;

    private TokenText(string token, JsonDocument header, JsonDocument claims) => (Token, _header, _claims) = (token, header, claims);

    public string Token { get; }

    public string? KeyId => Text(_header, "kid");

    public string? Algorithm => Text(_header, "alg");

    /// <summary>True if the header asks for something that must be understood. Nothing of the kind is.</summary>
    public bool IsCritical => _header.RootElement.TryGetProperty("crit", out _);

    public string? Issuer => Text(_claims, "iss");

    /// <summary>True if the times are numbers, and there is an end.</summary>
    public bool HasTimes => IsNumber("exp", required: true) && IsNumber("nbf", required: false) && IsNumber("iat", required: false);

    /// <summary>Whom the token is for; null if for nobody or for several.</summary>
    public string? Audience => _claims.RootElement.TryGetProperty("aud", out var audience) ? audience.ValueKind switch
    {
        JsonValueKind.String => audience.GetString(),
        JsonValueKind.Array when audience.GetArrayLength() == 1 && audience[0].ValueKind == JsonValueKind.String => audience[0].GetString(),
        _ => null,
    }
    : null;

    /// <summary>The app that asked for an Emulator's token; null if the token is of no known version. One that doesn't say is of the first.</summary>
    public string? App => !_claims.RootElement.TryGetProperty(AuthenticationConstants.VersionClaim, out _) ? Text(_claims, AuthenticationConstants.AppIdClaim) : Text(_claims, AuthenticationConstants.VersionClaim) switch
    {
        "1.0" => Text(_claims, AuthenticationConstants.AppIdClaim),
        "2.0" => Text(_claims, AuthenticationConstants.AuthorizedParty),
        _ => null,
    };

    /// <summary>Where replies go; null if the claim is missing, no text, or there more than once. Documents differ in its case.</summary>
    public string? ServiceUrl
    {
        get
        {
            string? found = null;
            foreach (var claim in _claims.RootElement.EnumerateObject())
            {
                if (!claim.Name.Equals(AuthenticationConstants.ServiceUrlClaim, StringComparison.OrdinalIgnoreCase)) continue;
                if (found is not null || claim.Value.ValueKind != JsonValueKind.String) return null;
                found = claim.Value.GetString();
            }

            return found;
        }
    }

    /// <summary>The token of a header <c>Authorization: Bearer …</c>, or null if that isn't what it is.</summary>
    public static TokenText? Read(string authorization)
    {
        var parts = authorization.Split(' ');
        if (parts is not [var scheme, { Length: > 0 and <= LongestToken } token] || !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)) return null;
        if (token.Split('.') is not [var header, var claims, { Length: > 0 }]) return null;
        JsonDocument? first = null;
        try
        {
            first = Part(header);
            return new TokenText(token, first, Part(claims));
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            first?.Dispose();
            return null;
        }
    }

    public void Dispose()
    {
        _header.Dispose();
        _claims.Dispose();
    }

    private static JsonDocument Part(string text)
    {
        var document = JsonDocument.Parse(Base64Url.DecodeFromChars(text), Strict);
        if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
        document.Dispose();
        throw new JsonException();
    }

    private static string? Text(JsonDocument part, string name)
        => part.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private bool IsNumber(string name, bool required)
        => _claims.RootElement.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.Number : !required;
}
