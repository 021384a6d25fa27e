using System.Net;
using CoordinatorBot.Sdk.Tests.Conformance;
using CoordinatorBot.Sdk.Tests.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoordinatorBot.Sdk.Tests.Authentication;

/// <summary>Where the issuer is down, slow or publishes nonsense nobody is let in by its keys, and nobody waits in a queue for that.</summary>
public sealed class KeysThatCannotBeHadTests : IAsyncLifetime
{
    private BotHost? _bot;
    private ConnectorSink? _sink;
    private TokenIssuer? _issuer;

    public async ValueTask InitializeAsync()
    {
        _sink = await ConnectorSink.StartAsync();
        _issuer = await TokenIssuer.StartAsync();
        _bot = await BotHost.StartAsync(new Dictionary<string, string?> { ["MicrosoftAppId"] = Given.AppId, ["ToBotFromChannelOpenIdMetadataUrl"] = _issuer.MetadataUrl });
    }

    public async ValueTask DisposeAsync()
    {
        await _bot!.DisposeAsync();
        await _issuer!.DisposeAsync();
        await _sink!.DisposeAsync();
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(404, "gone")]
    [InlineData(200, "")]
    [InlineData(200, "<html>")]
    [InlineData(200, "[]")]
    [InlineData(200, "null")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"keys":5}""")]
    [InlineData(200, """{"keys":[5,null]}""")]
    [InlineData(200, """{"keys":[{"kid":5,"kty":[]}]}""")]
    [InlineData(200, """{"keys":[{"kid":"key-1","kty":"RSA"}]}""")]
    [InlineData(200, """{"keys":[{"kid":"key-1","kty":"RSA","n":"!!","e":"AQAB","endorsements":["msteams"]}]}""")]
    [InlineData(200, """{"keys":[{"kid":"key-1","kty":"RSA","n":"AQAB","e":"AQAB","endorsements":5}]}""")]
    public async Task Nobody_is_let_in_without_a_key_and_everybody_again_with_it(int status, string body)
    {
        _issuer!.Fault = () => Task.FromResult(Results.Text(body, "application/json", statusCode: status));

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync());
        Assert.Empty(_sink!.Calls);

        if (status == 200) return;
        _issuer.Fault = null;
        Assert.Equal(HttpStatusCode.OK, await PostAsync());
    }

    [Fact]
    public async Task Keys_that_are_known_stay_when_the_issuer_fails()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync());
        _issuer!.Fault = () => Task.FromResult(Results.Text("<html>"));
        _issuer.MakeSecretKey("unknown");

        Assert.Equal(HttpStatusCode.Unauthorized, await _bot!.PostAsync(Given.Message(_sink!.Url), _issuer.Token(_sink.Url, signedBy: "unknown")));

        Assert.Equal(HttpStatusCode.OK, await PostAsync());
    }

    [Fact]
    public async Task Those_who_come_while_the_issuer_is_slow_wait_for_one_answer()
    {
        var answer = new TaskCompletionSource<IResult>();
        _issuer!.Fault = () => answer.Task;
        var keys = new SigningKeys(_issuer.MetadataUrl, new HttpClients(null, TimeProvider.System), TimeProvider.System, NullLogger.Instance);
        var finds = Enumerable.Range(0, 20).Select(_ => keys.FindAsync("key-1", CancellationToken.None)).ToArray();

        answer.SetResult(Results.StatusCode(StatusCodes.Status503ServiceUnavailable));

        Assert.All(await Task.WhenAll(finds), Assert.Null);
        Assert.Equal(1, _issuer.Fetches);
    }

    [Fact]
    public async Task Who_leaves_doesnt_wait_and_takes_the_answer_from_nobody()
    {
        var answer = new TaskCompletionSource<IResult>();
        _issuer!.Fault = () => answer.Task;
        using var left = new CancellationTokenSource();
        var keys = new SigningKeys(_issuer.MetadataUrl, new HttpClients(null, TimeProvider.System), TimeProvider.System, NullLogger.Instance);
        var (impatient, patient) = (keys.FindAsync("key-1", left.Token), keys.FindAsync("key-1", CancellationToken.None));

        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        _issuer.Fault = null;
        answer.SetResult(Results.Text(_issuer.PublishedKeys, "application/json"));

        Assert.NotNull(await patient);
    }

    private Task<HttpStatusCode> PostAsync() => _bot!.PostAsync(Given.Message(_sink!.Url), _issuer!.Token(_sink.Url));
}
