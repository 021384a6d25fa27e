using System.Net;
using CoordinatorBot.Sdk.Tests.Conformance;
using CoordinatorBot.Sdk.Tests.Hosting;

namespace CoordinatorBot.Sdk.Tests.Authentication;

/// <summary>The Emulator calls with a token that the bot's own id and secret were exchanged for; no other app's is taken.</summary>
public sealed class EmulatorTokenTests : IAsyncLifetime
{
    private const string Tenant = "99999999-2222-4222-8222-222222222222";
    private const string Stranger = "cccccccc-1111-4111-8111-111111111111";
    private const string OfVersion1 = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/";
    private const string OfVersion2 = "https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0";
    private BotHost? _bot;
    private ConnectorSink? _sink;
    private TokenIssuer? _channel;
    private TokenIssuer? _emulator;

    public async ValueTask InitializeAsync()
    {
        _sink = await ConnectorSink.StartAsync();
        _channel = await TokenIssuer.StartAsync();
        _emulator = await TokenIssuer.StartAsync();
        _emulator.Publish("of-the-emulator");
        _bot = await BotHost.StartAsync(new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = Given.AppId,
            ["MicrosoftAppTenantId"] = Tenant,
            ["ToBotFromChannelOpenIdMetadataUrl"] = _channel.MetadataUrl,
            ["ToBotFromEmulatorOpenIdMetadataUrl"] = _emulator.MetadataUrl,
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _bot!.DisposeAsync();
        await _emulator!.DisposeAsync();
        await _channel!.DisposeAsync();
        await _sink!.DisposeAsync();
    }

    [Theory]
    [InlineData(OfVersion2, "2.0", "azp", Given.AppId, HttpStatusCode.OK)]
    [InlineData(OfVersion1, "1.0", "appid", Given.AppId, HttpStatusCode.OK)]
    [InlineData(OfVersion1, null, "appid", Given.AppId, HttpStatusCode.OK)]
    [InlineData($"https://login.microsoftonline.com/{Tenant}/v2.0", "2.0", "azp", Given.AppId, HttpStatusCode.OK)]
    [InlineData($"https://sts.windows.net/{Tenant}/", "1.0", "appid", Given.AppId, HttpStatusCode.OK)]
    [InlineData(OfVersion2, "2.0", "azp", Stranger, HttpStatusCode.Forbidden)]
    [InlineData(OfVersion1, "1.0", "appid", Stranger, HttpStatusCode.Forbidden)]
    [InlineData(OfVersion2, "2.0", "appid", Given.AppId, HttpStatusCode.Forbidden)]
    [InlineData(OfVersion1, "1.0", "azp", Given.AppId, HttpStatusCode.Forbidden)]
    [InlineData(OfVersion1, "3.0", "appid", Given.AppId, HttpStatusCode.Forbidden)]
    [InlineData("https://login.microsoftonline.com/00000000-2222-4222-8222-222222222222/v2.0", "2.0", "azp", Given.AppId, HttpStatusCode.Unauthorized)]
    [InlineData("https://login.microsoftonline.com/common/v2.0", "2.0", "azp", Given.AppId, HttpStatusCode.Unauthorized)]
    public async Task Token_is_of_a_known_tenant_and_names_the_bot_as_its_version_does(string issuer, string? version, string claim, string app, HttpStatusCode status)
    {
        Assert.Equal(status, await PostAsync(issuer, version, claim, app));
        Assert.Equal(status == HttpStatusCode.OK ? 1 : 0, _sink!.Calls.Count);
    }

    [Fact]
    public async Task Version_that_is_no_text_is_refused() => Assert.Equal(HttpStatusCode.Forbidden, await _bot!.PostAsync(Given.Message(_sink!.Url), _emulator!.Token(_sink.Url, (_, claims) =>
    {
        claims.Remove("serviceurl");
        (claims["iss"], claims["ver"], claims["appid"]) = (OfVersion1, 2, Given.AppId);
    })));

    [Fact]
    public async Task Key_of_the_one_issuer_doesnt_vouch_for_the_other()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(OfVersion2, "2.0", "azp", Given.AppId, "of-the-emulator"));

        Assert.Equal(HttpStatusCode.Unauthorized, await _bot!.PostAsync(Given.Message(_sink!.Url), _emulator!.Token(_sink.Url, signedBy: "of-the-emulator")));
    }

    private Task<HttpStatusCode> PostAsync(string issuer, string? version, string claim, string app, string key = "key-1")
        => _bot!.PostAsync(Given.Message(_sink!.Url), _emulator!.Token(_sink.Url, (_, claims) =>
        {
            claims.Remove("serviceurl");
            (claims["iss"], claims[claim]) = (issuer, app);
            if (version is not null) claims["ver"] = version;
        }, key));
}
