using System.Net;
using System.Security.Claims;
using CoordinatorBot.Sdk.Tests.Authentication;
using CoordinatorBot.Sdk.Tests.Conformance;
using CoordinatorBot.Sdk.Tests.Hosting;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Rest;

namespace CoordinatorBot.Sdk.Tests.Outbound;

/// <summary>What the official configuration keys decide: who is asked for the bot's token, for whom it is, who issues the channel's.</summary>
public sealed class ConfiguredTests
{
    private const string Login = "https://login.microsoftonline.com/";

    [Theory]
    [InlineData(Login + "botframework.com", "https://api.botframework.com", true)]
    [InlineData(Login + "the-tenant", "https://api.botframework.com", true, "MicrosoftAppTenantId=the-tenant")]
    [InlineData("https://login.example/t", "https://api.botframework.com", true, "MicrosoftAppTenantId=the-tenant", "ToChannelFromBotLoginUrl=https://login.example/t")]
    [InlineData(Login + "botframework.com", "https://scope.example", true, "ToChannelFromBotOAuthScope= https://scope.example ")]
    [InlineData(Login + "botframework.com", "https://api.botframework.com", false, "ValidateAuthority=false")]
    [InlineData(Login + "botframework.com", "https://api.botframework.com", true, "ValidateAuthority=True")]
    [InlineData(Login + "botframework.com", "https://api.botframework.com", true, "ValidateAuthority= ", "ToChannelFromBotLoginUrl=", "ToChannelFromBotOAuthScope=")]
    public async Task Token_is_asked_for_as_the_keys_say(string login, string scope, bool validate, params string[] settings)
    {
        var credentials = new Recorder();
        var trust = new ConfigurationBotFrameworkAuthentication(Configuration([.. settings, "MicrosoftAppId=" + Given.AppId]), credentials);

        using var connector = await trust.CreateConnectorFactory(new ClaimsIdentity([new Claim("aud", Given.AppId)])).CreateAsync("https://smba.example/", null, CancellationToken.None);

        Assert.Equal((Given.AppId, scope, login, validate), credentials.Asked);
        Assert.Equal(scope, trust.GetOriginatingAudience());
    }

    [Theory]
    [InlineData("MicrosoftAppType=Managed")]
    [InlineData("MicrosoftAppType=SingleTenant", "MicrosoftAppId=a", "MicrosoftAppPassword=b")]
    [InlineData("MicrosoftAppType=SingleTenant", "MicrosoftAppId=a", "MicrosoftAppTenantId=c")]
    [InlineData("MicrosoftAppType=SingleTenant", "MicrosoftAppPassword=b", "MicrosoftAppTenantId=c")]
    [InlineData("MicrosoftAppType=UserAssignedMSI")]
    public void Configuration_that_lacks_a_key_is_refused(params string[] settings)
        => Assert.Contains("MicrosoftApp", Assert.Throws<ArgumentException>(() => new ConfigurationServiceClientCredentialFactory(Configuration(settings))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(true)]
    [InlineData(true, "MicrosoftAppId= ")]
    [InlineData(true, "MicrosoftAppTenantId=c", "MicrosoftAppPassword=b")]
    [InlineData(false, "MicrosoftAppId=a")]
    [InlineData(false, "MicrosoftAppId=a", "MicrosoftAppPassword=b", "MicrosoftAppType=multitenant")]
    [InlineData(false, "MicrosoftAppId=a", "MicrosoftAppPassword=b", "MicrosoftAppTenantId=c", "MicrosoftAppType=singletenant")]
    [InlineData(false, "MicrosoftAppId=a", "MicrosoftAppType=userassignedmsi")]
    public async Task Everybody_is_let_in_only_without_an_app_id(bool everybody, params string[] settings)
    {
        var credentials = new ConfigurationServiceClientCredentialFactory(Configuration(settings));

        Assert.Equal(everybody, await credentials.IsAuthenticationDisabledAsync(CancellationToken.None));
        Assert.Equal(!everybody, await credentials.IsValidAppIdAsync("a", CancellationToken.None));
        Assert.False(await credentials.IsValidAppIdAsync("", CancellationToken.None));
    }

    [Fact]
    public async Task Issuer_of_the_channel_is_the_one_configured()
    {
        await using var sink = await ConnectorSink.StartAsync();
        await using var issuer = await TokenIssuer.StartAsync();
        await using var bot = await BotHost.StartAsync(new Dictionary<string, string?>
        {
            ["MicrosoftAppId"] = Given.AppId,
            ["ToBotFromChannelOpenIdMetadataUrl"] = issuer.MetadataUrl,
            ["ToBotFromChannelTokenIssuer"] = "https://api.botframework.example",
        });

        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Given.Message(sink.Url), issuer.Token(sink.Url, (_, claims) => claims["iss"] = "https://api.botframework.example")));
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.PostAsync(Given.Message(sink.Url), issuer.Token(sink.Url)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("smba.example")]
    [InlineData("ftp://smba.example/")]
    [InlineData("https://user:secret@smba.example/")]
    [InlineData("https://smba.example/?a=b")]
    public async Task Address_that_no_activity_could_have_brought_is_refused(string address)
    {
        var factory = new ConfigurationBotFrameworkAuthentication(Configuration("MicrosoftAppId=" + Given.AppId), new Recorder()).CreateConnectorFactory(new ClaimsIdentity());

        await Assert.ThrowsAsync<ArgumentException>(() => factory.CreateAsync(address, null, CancellationToken.None));
    }

    [Fact]
    public async Task Default_client_of_the_hosts_factory_sends_where_there_is_one()
    {
        await using var sink = await ConnectorSink.StartAsync();
        var clients = new Factory();
        await using var bot = await BotHost.StartAsync(clients: clients);

        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Given.Message(sink.Url)));
        Assert.Equal(HttpStatusCode.OK, await bot.PostAsync(Given.Message(sink.Url)));

        Assert.Equal([""], clients.Made);
        Assert.Equal(2, sink.Calls.Count);
    }

    private static IConfiguration Configuration(params string[] settings)
        => new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))).Build();

    private sealed class Factory : IHttpClientFactory
    {
        public List<string> Made { get; } = [];

        public HttpClient CreateClient(string name)
        {
            Made.Add(name);
            return new HttpClient();
        }
    }

    private sealed class Recorder : ServiceClientCredentialsFactory
    {
        public (string App, string Audience, string Login, bool Validate) Asked { get; private set; }

        public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(true);

        public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

        public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
        {
            Asked = (appId, audience, loginEndpoint, validateAuthority);
            return Task.FromResult<ServiceClientCredentials>(null!);
        }
    }
}
