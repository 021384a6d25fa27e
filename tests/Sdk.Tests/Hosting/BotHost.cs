using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Rest;

namespace CoordinatorBot.Sdk.Tests.Hosting;

/// <summary>A bot that says back what it hears, behind the real adapter and Kestrel on a free port.</summary>
public sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client = new();

    private readonly Channel<int> _outcomes = Channel.CreateUnbounded<int>();

    private BotHost(WebApplication app) => _app = app;

    /// <summary>How each request ended, in this order, whether its sender heard of it or not; 499 for a sender who left, 500 for one that failed.</summary>
    public ChannelReader<int> Outcomes => _outcomes.Reader;

    public Uri Address => new(_app.Urls.First() + "/api/messages");

    /// <summary>Starts a bot that asks nobody for tokens, unless the settings say what kind of app it is.</summary>
    public static async Task<BotHost> StartAsync(IReadOnlyDictionary<string, string?>? settings = null, TimeProvider? time = null, IHttpClientFactory? clients = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(options => options.Limits.MaxRequestBodySize = null);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings ?? new Dictionary<string, string?>()).Build();
        var credentials = configuration["MicrosoftAppType"] is null && configuration["MicrosoftAppId"] is { } id ? new NoTokens(id) : null;
        var authentication = new ConfigurationBotFrameworkAuthentication(configuration, credentials, null, clients, NullLogger.Instance, time ?? TimeProvider.System);
        builder.Services.AddSingleton<IBotFrameworkHttpAdapter>(new CloudAdapter(authentication));
        var app = builder.Build();
        var host = new BotHost(app);
        app.Use(host.WatchAsync);
        app.Map("/api/messages", (HttpContext context, IBotFrameworkHttpAdapter adapter) => adapter.ProcessAsync(context.Request, context.Response, new Echo(), context.RequestAborted));
        await app.StartAsync();
        return host;
    }

    /// <summary>Posts a body, and gives the status; a body in the answer of a refusal fails the test.</summary>
    public Task<HttpStatusCode> PostAsync(string body, string? token = null) => PostAsync(Encoding.UTF8.GetBytes(body), token is null ? null : "Bearer " + token);

    public Task<HttpStatusCode> PostAsync(byte[] body, string? authorization = null) => PostAsync(body, request =>
    {
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
    });

    /// <summary>Posts a body as JSON, or as the caller changes the request.</summary>
    public async Task<HttpStatusCode> PostAsync(byte[] body, Action<HttpRequestMessage> change)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        change(request);
        using var response = await _client.SendAsync(request);
        if (!response.IsSuccessStatusCode) Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        return response.StatusCode;
    }

    /// <summary>Posts a body without saying beforehand how long it is.</summary>
    public async Task<HttpStatusCode> PostInPiecesAsync(byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StreamContent(new MemoryStream(body)) };
        request.Headers.TransferEncodingChunked = true;
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _client.SendAsync(request);
        return response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    private async Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        var status = StatusCodes.Status500InternalServerError;
        try
        {
            await next(context);
            status = context.Response.StatusCode;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            status = StatusCodes.Status499ClientClosedRequest;
        }
        finally
        {
            _outcomes.Writer.TryWrite(status);
        }
    }

    private sealed class Echo : ActivityHandler
    {
        protected override Task OnMessageActivityAsync(ITurnContext<Microsoft.Bot.Schema.IMessageActivity> turnContext, CancellationToken cancellationToken)
            => turnContext.SendActivityAsync("You said: " + turnContext.Activity.Text, cancellationToken: cancellationToken);
    }

    /// <summary>Knows the bot's id, but asks nobody for tokens.</summary>
    private sealed class NoTokens(string id) : ServiceClientCredentialsFactory
    {
        public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == id);

        public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

        public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
            => Task.FromResult<ServiceClientCredentials>(new Nothing());
    }

    private sealed class Nothing : ServiceClientCredentials;
}
