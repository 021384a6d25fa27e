using System.Net;
using CoordinatorBot.Sdk.Tests.Authentication;
using CoordinatorBot.Sdk.Tests.Conformance;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace CoordinatorBot.Sdk.Tests.Hosting;

/// <summary>A connector that sends the bot elsewhere: neither the reply nor its token goes there.</summary>
public sealed class RedirectTests
{
    [Theory]
    [InlineData(HttpStatusCode.Redirect)]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    [InlineData(HttpStatusCode.PermanentRedirect)]
    public async Task Redirect_isnt_followed(HttpStatusCode status)
    {
        await using var elsewhere = await ConnectorSink.StartAsync();
        await using var issuer = await TokenIssuer.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var connector = builder.Build();
        connector.Run(context =>
        {
            context.Response.StatusCode = (int)status;
            context.Response.Headers.Location = elsewhere.Url + context.Request.Path;
            return Task.CompletedTask;
        });
        await connector.StartAsync(TestContext.Current.CancellationToken);
        await using var bot = await BotHost.StartAsync(new Dictionary<string, string?> { ["MicrosoftAppId"] = Given.AppId, ["ToBotFromChannelOpenIdMetadataUrl"] = issuer.MetadataUrl });
        var address = connector.Urls.First();

        var answer = await bot.PostAsync(Given.Message(address), issuer.Token(address));

        Assert.Equal(HttpStatusCode.InternalServerError, answer);
        Assert.Empty(elsewhere.Calls);
    }
}
