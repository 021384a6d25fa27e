using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoordinatorBot.Sdk.Tests.Authentication;

/// <summary>An issuer of tokens with keys of its own, which publishes them as the Bot Framework does.</summary>
public sealed class TokenIssuer : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";

    // Made once a run: making keys takes longer than all else here.
    private static readonly ConcurrentDictionary<string, RSA> Made = new();
    private readonly Dictionary<string, RSA> _keys = [];
    private readonly JsonArray _published = [];
    private readonly WebApplication _app;
    private int _fetches;

    private TokenIssuer(WebApplication app) => _app = app;

    public string MetadataUrl => _app.Urls.First() + "/v1/.well-known/openidconfiguration";

    /// <summary>How often the keys were fetched, or asked for in vain.</summary>
    public int Fetches => Volatile.Read(ref _fetches);

    /// <summary>The document of the keys, as it is published.</summary>
    public string PublishedKeys
    {
        get
        {
            lock (_published) return new JsonObject { ["keys"] = _published.DeepClone() }.ToJsonString();
        }
    }

    /// <summary>What the issuer publishes in place of its keys; null for these.</summary>
    public Func<Task<IResult>>? Fault { get; set; }

    /// <summary>A published key as a secret, which whoever fetched it knows.</summary>
    public byte[] PublicBytes(string id) => Encoding.ASCII.GetBytes(_keys[id].ExportSubjectPublicKeyInfoPem());

    public static async Task<TokenIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new TokenIssuer(builder.Build());
        issuer._app.MapGet("/v1/.well-known/openidconfiguration", () => Results.Json(new { issuer = Issuer, jwks_uri = issuer._app.Urls.First() + "/keys" }));
        issuer._app.MapGet("/keys", issuer.Keys);
        await issuer._app.StartAsync();
        issuer.Publish("key-1", "msteams", "directline");
        return issuer;
    }

    /// <summary>Makes a key, and publishes it unless it is to stay secret.</summary>
    public void Publish(string id, params string[] endorsements) => Publish(id, true, endorsements);

    public void MakeSecretKey(string id) => Publish(id, false, []);

    /// <summary>A token that is in order for the address, changed as the caller likes before it is signed.</summary>
    public string Token(string serviceUrl, Action<JsonObject, JsonObject>? change = null, string signedBy = "key-1")
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = signedBy };
        var claims = new JsonObject { ["iss"] = Issuer, ["aud"] = Hosting.Given.AppId, ["serviceurl"] = serviceUrl, ["nbf"] = now - 60, ["exp"] = now + 3600 };
        change?.Invoke(header, claims);
        return Sign(header.ToJsonString(), claims.ToJsonString(), signedBy);
    }

    /// <summary>Signs texts that need not be what a token has.</summary>
    public string Sign(string header, string claims, string signedBy = "key-1")
    {
        var text = Encode(header) + "." + Encode(claims);
        return text + "." + Base64Url.EncodeToString(_keys[signedBy].SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private async Task<IResult> Keys()
    {
        Interlocked.Increment(ref _fetches);
        if (Fault is { } fault) return await fault();
        return Results.Text(PublishedKeys, "application/json");
    }

    private void Publish(string id, bool published, string[] endorsements)
    {
        _keys[id] = Made.GetOrAdd(id, _ => RSA.Create(2048));
        if (!published) return;
        var parameters = _keys[id].ExportParameters(false);
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
        };
        if (endorsements.Length > 0) key["endorsements"] = new JsonArray([.. endorsements.Select(channel => (JsonNode)channel)]);
        lock (_published) _published.Add((JsonNode)key);
    }
}
