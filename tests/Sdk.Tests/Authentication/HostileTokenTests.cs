using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoordinatorBot.Sdk.Tests.Conformance;
using CoordinatorBot.Sdk.Tests.Hosting;

namespace CoordinatorBot.Sdk.Tests.Authentication;

/// <summary>Who may talk to the bot: 401 for a bad token or none, 403 for a good one that isn't for this request.</summary>
public sealed class HostileTokenTests : IAsyncLifetime
{
    private readonly Clock _clock = new();
    private BotHost? _bot;
    private ConnectorSink? _sink;
    private TokenIssuer? _issuer;

    private delegate void Change(JsonObject header, JsonObject claims);

    public static TheoryData<string> BadTokens => [.. Bad.Keys];

    public static TheoryData<string> GoodTokensForOthers => [.. Others.Keys];

    private static Dictionary<string, Change> Bad => new()
    {
        ["no key id"] = (header, _) => header.Remove("kid"),
        ["key id of another type"] = (header, _) => header["kid"] = 5,
        ["key id that isn't published"] = (header, _) => header["kid"] = "made-up",
        ["critical extension"] = (header, _) => (header["crit"], header["exp"]) = (new JsonArray("exp"), 1),
        ["critical extension that is odd"] = (header, _) => header["crit"] = false,
        ["no algorithm"] = (header, _) => header.Remove("alg"),
        ["algorithm none"] = (header, _) => header["alg"] = "none",
        ["algorithm with a shared secret"] = (header, _) => header["alg"] = "HS256",
        ["algorithm it wasn't signed with"] = (header, _) => header["alg"] = "RS512",
        ["algorithm of another type"] = (header, _) => header["alg"] = new JsonArray("RS256"),
        ["another issuer"] = (_, claims) => claims["iss"] = "https://api.botframework.com/",
        ["no issuer"] = (_, claims) => claims.Remove("iss"),
        ["issuer of another type"] = (_, claims) => claims["iss"] = new JsonArray(TokenIssuer.Issuer),
        ["expired"] = (_, claims) => claims["exp"] = Now - 301,
        ["beginning out of range"] = (_, claims) => claims["nbf"] = 1e300,
        ["beginning of another type"] = (_, claims) => claims["nbf"] = "now",
        ["issue out of range"] = (_, claims) => claims["iat"] = 1e300,
        ["not yet valid"] = (_, claims) => claims["nbf"] = Now + 400,
        ["no end"] = (_, claims) => claims.Remove("exp"),
        ["end of another type"] = (_, claims) => claims["exp"] = "tomorrow",
        ["end out of range"] = (_, claims) => claims["exp"] = 1e300,
        ["audience of another type"] = (_, claims) => claims["aud"] = new JsonObject(),
        ["end below zero"] = (_, claims) => claims["exp"] = -1,
    };

    private static Dictionary<string, Change> Others => new()
    {
        ["another bot"] = (_, claims) => claims["aud"] = "bbbbbbbb-1111-4111-8111-111111111111",
        ["no bot"] = (_, claims) => claims.Remove("aud"),
        ["several bots"] = (_, claims) => claims["aud"] = new JsonArray(Given.AppId, "other"),
        ["the same bot twice"] = (_, claims) => claims["aud"] = new JsonArray(Given.AppId, Given.AppId),
        ["no service URL"] = (_, claims) => claims.Remove("serviceurl"),
        ["another service URL"] = (_, claims) => claims["serviceurl"] = "https://smba.trafficmanager.net/emea/",
        ["service URL of nothing"] = (_, claims) => claims["serviceurl"] = "",
        ["service URL of null"] = (_, claims) => claims["serviceurl"] = null,
        ["service URL of another type"] = (_, claims) => claims["serviceurl"] = 5,
        ["several service URLs"] = (_, claims) => claims["serviceurl"] = new JsonArray("https://a.example/", "https://b.example/"),
        ["service URL in two spellings"] = (_, claims) => claims["serviceUrl"] = claims["serviceurl"]!.DeepClone(),
    };

    private static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();

    public async ValueTask InitializeAsync()
    {
        _sink = await ConnectorSink.StartAsync();
        _issuer = await TokenIssuer.StartAsync();
        _bot = await BotHost.StartAsync(
            new Dictionary<string, string?>
            {
                ["MicrosoftAppId"] = Given.AppId,
                ["ToBotFromChannelOpenIdMetadataUrl"] = _issuer.MetadataUrl,
            },
            _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot!.DisposeAsync();
        await _issuer!.DisposeAsync();
        await _sink!.DisposeAsync();
    }

    [Fact]
    public async Task Channel_is_let_in()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(_issuer!.Token(_sink!.Url)));
        Assert.Single(_sink.Calls);
    }

    [Fact]
    public async Task Service_url_is_compared_without_case_and_by_either_spelling()
    {
        var token = _issuer!.Token(_sink!.Url, (_, claims) =>
        {
            claims.Remove("serviceurl");
            claims["serviceUrl"] = _sink.Url.ToUpperInvariant();
        });

        Assert.Equal(HttpStatusCode.OK, await PostAsync(token));
    }

    [Fact]
    public async Task Clocks_may_differ_by_five_minutes()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(_issuer!.Token(_sink!.Url, (_, claims) => claims["exp"] = Now - 280)));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(_issuer.Token(_sink.Url, (_, claims) => claims["nbf"] = Now + 280)));
    }

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task Bad_token_is_refused_with_401(string what) => await RefusesAsync(HttpStatusCode.Unauthorized, _issuer!.Token(_sink!.Url, Bad[what].Invoke));

    [Theory]
    [MemberData(nameof(GoodTokensForOthers))]
    public async Task Good_token_for_something_else_is_refused_with_403(string what) => await RefusesAsync(HttpStatusCode.Forbidden, _issuer!.Token(_sink!.Url, Others[what].Invoke));

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer  ")]
    [InlineData("Bearer a")]
    [InlineData("Bearer a.b")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer e30.e30.")]
    [InlineData("Bearer e30.e30.e30")]
    [InlineData("Bearer W10.W10.e30")]
    [InlineData("Bearer a.b.c.d.e")]
    [InlineData("Bearer !.!.!")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer a b")]
    public async Task Header_that_is_no_token_is_refused(string header)
        => Assert.Equal(HttpStatusCode.Unauthorized, await _bot!.PostAsync(Encoding.UTF8.GetBytes(Given.Message(_sink!.Url)), header));

    [Theory]
    [InlineData("bearer")]
    [InlineData("BEARER")]
    public async Task Scheme_is_read_in_any_case(string scheme)
        => Assert.Equal(HttpStatusCode.OK, await _bot!.PostAsync(Encoding.UTF8.GetBytes(Given.Message(_sink!.Url)), $"{scheme} {_issuer!.Token(_sink.Url)}"));

    [Fact]
    public async Task Several_headers_are_refused_even_if_one_is_good()
    {
        string[] headers = ["Bearer " + _issuer!.Token(_sink!.Url), "Bearer " + _issuer.Token(_sink.Url, Bad["expired"].Invoke)];

        Assert.Equal(HttpStatusCode.Unauthorized, await _bot!.PostAsync(Encoding.UTF8.GetBytes(Given.Message(_sink.Url)), request => request.Headers.TryAddWithoutValidation("Authorization", headers)));
        Assert.Empty(_sink.Calls);
    }

    [Fact]
    public async Task Token_signed_with_the_published_key_as_a_secret_is_refused()
    {
        var text = string.Join('.', _issuer!.Token(_sink!.Url, Bad["algorithm with a shared secret"].Invoke).Split('.')[..2]);
        var signature = Base64Url.EncodeToString(HMACSHA256.HashData(_issuer.PublicBytes("key-1"), Encoding.ASCII.GetBytes(text)));

        await RefusesAsync(HttpStatusCode.Unauthorized, $"{text}.{signature}");
    }

    [Fact]
    public async Task End_at_the_last_of_all_days_is_an_end()
        => Assert.Equal(HttpStatusCode.OK, await PostAsync(_issuer!.Token(_sink!.Url, (_, claims) => claims["exp"] = 253_402_300_799)));

    [Fact]
    public async Task No_token_is_refused() => await RefusesAsync(HttpStatusCode.Unauthorized, null);

    [Fact]
    public async Task Token_of_twenty_kilobytes_is_refused()
        => await RefusesAsync(HttpStatusCode.Unauthorized, _issuer!.Token(_sink!.Url, (_, claims) => claims["more"] = new string('x', 20_000)));

    [Fact]
    public async Task Token_with_a_claim_twice_is_refused()
    {
        var claims = $$"""{"iss":"{{TokenIssuer.Issuer}}","aud":"{{Given.AppId}}","aud":"{{Given.AppId}}","serviceurl":"{{_sink!.Url}}","exp":{{Now + 60}}}""";

        await RefusesAsync(HttpStatusCode.Unauthorized, _issuer!.Sign("""{"alg":"RS256","kid":"key-1"}""", claims));
    }

    [Fact]
    public async Task Token_that_was_changed_after_signing_is_refused()
    {
        var parts = _issuer!.Token(_sink!.Url).Split('.');
        var other = _issuer.Token("https://other.example/").Split('.');

        await RefusesAsync(HttpStatusCode.Unauthorized, $"{parts[0]}.{other[1]}.{parts[2]}");
        await RefusesAsync(HttpStatusCode.Unauthorized, $"{parts[0]}.{parts[1]}.{parts[2][..^4]}");
        await RefusesAsync(HttpStatusCode.Unauthorized, $"{parts[0]}.{parts[1]}.");
    }

    [Fact]
    public async Task Token_signed_with_another_key_under_a_published_id_is_refused()
    {
        _issuer!.MakeSecretKey("secret");

        await RefusesAsync(HttpStatusCode.Unauthorized, _issuer.Token(_sink!.Url, (header, _) => header["kid"] = "key-1", "secret"));
    }

    [Fact]
    public async Task Key_speaks_only_for_channels_it_is_endorsed_for()
    {
        _issuer!.Publish("unendorsed");
        _issuer.Publish("other", "slack");

        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(_issuer.Token(_sink!.Url, signedBy: "unendorsed")));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(_issuer.Token(_sink.Url, signedBy: "other")));
        Assert.Equal(HttpStatusCode.Forbidden, await _bot!.PostAsync(Given.Message(_sink.Url, activity => activity["channelId"] = "emulator"), _issuer.Token(_sink.Url)));
    }

    [Theory]
    [InlineData("unendorsed")]
    [InlineData("key-1")]
    public async Task Activity_without_a_channel_doesnt_pass_by_any_key(string key)
    {
        _issuer!.Publish("unendorsed");

        Assert.Equal(HttpStatusCode.BadRequest, await _bot!.PostAsync(Given.Message(_sink!.Url, activity => activity.Remove("channelId")), _issuer.Token(_sink.Url, signedBy: key)));
    }

    [Fact]
    public async Task New_key_is_fetched_on_first_sight()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(_issuer!.Token(_sink!.Url)));
        _issuer.Publish("key-2", "msteams");

        Assert.Equal(HttpStatusCode.OK, await PostAsync(_issuer.Token(_sink.Url, signedBy: "key-2")));
        Assert.Equal(2, _issuer.Fetches);
    }

    [Fact]
    public async Task Unknown_keys_are_asked_for_once_in_five_minutes()
    {
        var unknown = _issuer!.Token(_sink!.Url, Bad["key id that isn't published"].Invoke);
        for (var i = 0; i < 20; i++) Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(unknown));
        Assert.Equal(2, _issuer.Fetches);

        _clock.Advance(TimeSpan.FromMinutes(5));
        await PostAsync(unknown);

        Assert.Equal(3, _issuer.Fetches);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(_issuer.Token(_sink.Url)));
    }

    [Fact]
    public async Task Body_of_a_stranger_isnt_looked_at()
        => Assert.Equal(HttpStatusCode.Unauthorized, await _bot!.PostAsync("not even json", _issuer!.Token(_sink!.Url, Bad["expired"].Invoke)));

    [Fact]
    public async Task Token_bound_to_an_address_in_clear_text_is_refused()
    {
        const string Clear = "http://smba.example/emea/";

        Assert.Equal(HttpStatusCode.Forbidden, await _bot!.PostAsync(Given.Message(Clear), _issuer!.Token(Clear)));
    }

    private Task<HttpStatusCode> PostAsync(string? token) => _bot!.PostAsync(Given.Message(_sink!.Url), token);

    private async Task RefusesAsync(HttpStatusCode status, string? token)
    {
        Assert.Equal(status, await PostAsync(token));
        Assert.Empty(_sink!.Calls);
    }

    /// <summary>The clock of the system, which a test can put forward.</summary>
    private sealed class Clock : TimeProvider
    {
        private TimeSpan _ahead;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow();

        public override long GetTimestamp() => System.GetTimestamp() + (long)(_ahead.TotalSeconds * TimestampFrequency);

        public void Advance(TimeSpan time) => _ahead += time;
    }
}
