using System.Net;
using System.Text.Json.Nodes;
using CoordinatorBot.Sdk.Tests.Authentication;
using CoordinatorBot.Sdk.Tests.Conformance;
using CoordinatorBot.Sdk.Tests.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoordinatorBot.Sdk.Tests.Outbound;

/// <summary>The bot's own token, here that of a managed identity: asked for once, and sent to those who came authenticated alone.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private readonly string _app = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();
    private readonly List<string> _asked = [];
    private WebApplication? _identity;
    private ConnectorSink? _sink;
    private TokenIssuer? _issuer;
    private BotHost? _bot;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _identity = builder.Build();
        _identity.MapGet("/token", Answer);
        await _identity.StartAsync();
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", _identity.Urls.First() + "/token");
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", "of this machine");
        _sink = await ConnectorSink.StartAsync();
        _issuer = await TokenIssuer.StartAsync();
        _bot = await BotHost.StartAsync(new Dictionary<string, string?>
        {
            ["MicrosoftAppType"] = "UserAssignedMSI",
            ["MicrosoftAppId"] = _app,
            ["ToBotFromChannelOpenIdMetadataUrl"] = _issuer.MetadataUrl,
        });
    }

    public async ValueTask DisposeAsync()
    {
        Environment.SetEnvironmentVariable("IDENTITY_ENDPOINT", null);
        Environment.SetEnvironmentVariable("IDENTITY_HEADER", null);
        await _bot!.DisposeAsync();
        await _issuer!.DisposeAsync();
        await _sink!.DisposeAsync();
        await _identity!.DisposeAsync();
    }

    [Fact]
    public async Task It_is_asked_for_once_and_sent_with_each_reply()
    {
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, await PostAsync(_sink!.Url));

        Assert.Equal([$"{_app} https://api.botframework.com"], _asked);
        Assert.Equal(Enumerable.Repeat("Bearer the-bots-own", 3), _sink!.Calls.Select(call => call.Authorization));
    }

    [Fact]
    public async Task Nobody_else_gets_it()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(_sink!.Url, claims => claims["serviceurl"] = "https://smba.trafficmanager.net/emea/"));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(_sink.Url, claims => claims["aud"] = Given.AppId));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(_sink.Url, claims => claims["exp"] = 1));

        Assert.Empty(_asked);
        Assert.Empty(_sink.Calls);
    }

    private Task<HttpStatusCode> PostAsync(string serviceUrl, Action<JsonObject>? change = null) => _bot!.PostAsync(Given.Message(serviceUrl), _issuer!.Token(serviceUrl, (_, claims) =>
    {
        claims["aud"] = _app;
        change?.Invoke(claims);
    }));

    private IResult Answer(HttpRequest request)
    {
        lock (_asked) _asked.Add($"{request.Query["client_id"]} {request.Query["resource"]}");
        var ends = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds();
        return Results.Json(new { access_token = "the-bots-own", expires_on = ends.ToString(System.Globalization.CultureInfo.InvariantCulture), resource = "https://api.botframework.com", token_type = "Bearer", client_id = _app });
    }
}
