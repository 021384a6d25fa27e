using System.Runtime.InteropServices;
using CoordinatorBot.Edges.Storage;
using CoordinatorBot.Ports;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

namespace CoordinatorBot.Benchmarks;

/// <summary>One of the things that are compared: the floor, or the same bot on one of two storages.</summary>
internal sealed class BenchmarkHost : IAsyncDisposable
{
    public const string Floor = "(a) floor";
    public const string Memory = "(b) waterfall, memory";
    public const string Sqlite = "(c) waterfall, SQLite";
    public static readonly string[] Names = [Floor, Memory, Sqlite];
    private readonly string _folder = Directory.CreateTempSubdirectory("coordinator-benchmark-").FullName;
    private readonly WebApplication _app;

    private BenchmarkHost(string name, string sinkUrl)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHttpClient(string.Empty).RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        if (name == Memory) AddBot(builder.Services).AddSingleton<IStorage, MemoryStorage>();
        if (name == Sqlite) AddBot(builder.Services).AddSingleton<IStorage, DocumentStorage>().AddStorage(Settings());
        _app = builder.Build();
        if (name == Floor) FloorBot.Map(_app, sinkUrl);
        else MapBot(_app);
    }

    public int Port => new Uri(_app.Urls.First()).Port;

    public static async Task<BenchmarkHost> StartAsync(string name, string sinkUrl)
    {
        var host = new BenchmarkHost(name, sinkUrl);
        await host._app.StartAsync();
        return host;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static IServiceCollection AddBot(IServiceCollection services) => services
        .AddSingleton<BotFrameworkAuthentication>(provider => new ConfigurationBotFrameworkAuthentication(new ConfigurationBuilder().Build(), httpClientFactory: provider.GetRequiredService<IHttpClientFactory>()))
        .AddSingleton<ConversationState>()
        .AddSingleton<NominationDialog>()
        .AddSingleton<IBot, WaterfallBot>()
        .AddSingleton<IBotFrameworkHttpAdapter>(provider => new CloudAdapter(provider.GetRequiredService<BotFrameworkAuthentication>()));

    private static void MapBot(WebApplication app)
    {
        var (adapter, bot) = (app.Services.GetRequiredService<IBotFrameworkHttpAdapter>(), app.Services.GetRequiredService<IBot>());
        app.MapPost("/api/messages", (HttpContext context) => adapter.ProcessAsync(context.Request, context.Response, bot));
    }

    private IConfiguration Settings()
        => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [StorageOptions.Section + ":Path"] = Path.Combine(_folder, "benchmark.db") }).Build();

    /// <summary>State of dialogs in the product's own store.</summary>
    private sealed class DocumentStorage(IDocuments documents) : IStorage
    {
        public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
        {
            var found = new Dictionary<string, object>(keys.Length);
            foreach (var key in keys)
            {
                if (await documents.GetAsync(DocumentKey.Dialogs + key, cancellationToken) is not { } document) continue;
                found[key] = MemoryMarshal.TryGetArray(document.Body, out var whole) && whole.Count == whole.Array!.Length ? whole.Array : document.Body.ToArray();
            }

            return found;
        }

        public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
        {
            foreach (var (key, value) in changes)
            {
                var json = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(value, value.GetType());
                await documents.PutAsync(DocumentKey.Dialogs + key, json, PutCondition.Always, cancellationToken);
            }
        }

        public async Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
        {
            foreach (var key in keys) await documents.DeleteAsync(DocumentKey.Dialogs + key, cancellationToken);
        }
    }
}
