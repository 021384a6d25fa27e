using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CoordinatorBot.Simulator;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoordinatorBot.Bot.Tests.Simulator;

/// <summary>The simulator as the bot registers it, on Kestrel and a free port, with the echo bot behind it.</summary>
public sealed class SimulatorFixture : IAsyncLifetime
{
    private WebApplication _app = null!;

    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal EchoBot Bot { get; } = new();

    /// <summary>Ends when a first page goes away before it was answered.</summary>
    internal Task PageClosed => _closed.Task;

    internal HttpClient Http { get; } =
        new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };

    internal Uri Root => Http.BaseAddress!;

    internal SimulatedClock Clock => _app.Services.GetRequiredService<SimulatedClock>();

    internal IServiceProvider Services => _app.Services;

    public async ValueTask InitializeAsync()
    {
        _app = await StartAsync("Development", Bot, () => _closed.TrySetResult());
        Http.BaseAddress = new Uri(_app.Urls.Single().Replace("127.0.0.1", "localhost"));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Http.Dispose();
    }

    internal static async Task<WebApplication> StartAsync(string environment, EchoBot bot, Action? closed = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = environment,
            ContentRootPath = Path.Combine(RepositoryRoot(), "Bot"),
            ApplicationName = "CoordinatorBot",
        });
        builder.Configuration.AddInMemoryCollection([new("Simulator:Samples", Path.Combine(SourceFolder(), "Samples"))]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddSimulator();
        var app = builder.Build();
        app.Use(async (http, next) =>
        {
            using var leaving = http.RequestAborted.Register(() => closed?.Invoke());
            await next(http);
        });
        app.UseStaticFiles();
        app.MapSimulator();
        bot.Map(app);
        await app.StartAsync();
        return app;
    }

    internal async Task<Player> PlayAsync(string id) =>
        new(this, (await Http.GetFromJsonAsync<JsonArray>("/simulator/api/people"))!.Single(p => (string?)p!["id"] == id)!.AsObject());

    /// <summary>Somebody nobody else plays, so that tests don't meet.</summary>
    internal async Task<Player> NewPersonAsync([CallerMemberName] string test = "", string membership = "Member", bool inStaffTeam = false)
    {
        var mail = $"{test.Replace('_', '.')}.{membership}@city.example";
        var response = await Http.PostAsJsonAsync("/simulator/api/people", new { name = $"Pat {test}", mail, membership, inStaffTeam });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return new Player(this, (await response.Content.ReadFromJsonAsync<JsonObject>())!);
    }

    internal Task<HttpResponseMessage> ConnectorAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        var request = new HttpRequestMessage(method, "/simulator/connector/v3/" + path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return Http.SendAsync(request);
    }

    internal async Task SetFaultsAsync(object faults) =>
        (await Http.PutAsJsonAsync("/simulator/api/faults", faults)).EnsureSuccessStatusCode();

    private static string RepositoryRoot() => Path.GetFullPath(Path.Combine(SourceFolder(), "..", "..", ".."));

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

/// <summary>A person of the simulator, played through its API.</summary>
internal sealed class Player(SimulatorFixture simulator, JsonObject person)
{
    public string Id => (string)person["id"]!;

    public string Mri => (string)person["mri"]!;

    public string AadObjectId => (string)person["aadObjectId"]!;

    public string Chat => (string)person["chat"]!;

    public string Mail => (string)person["mail"]!;

    public Task<JsonObject> SayAsync(string text, string? chat = null) => PostAsync("messages", new { text }, chat);

    public Task<JsonObject> PressAsync(string messageId, object action) => PostAsync($"messages/{messageId}/press", action);

    public Task<JsonObject> RefreshAsync(string messageId) => PostAsync($"messages/{messageId}/refresh", new { });

    public async Task<JsonObject> PostAsync(string path, object body, string? chat = null)
    {
        var response = await simulator.Http.PostAsJsonAsync($"/simulator/api/chats/{Uri.EscapeDataString(chat ?? Chat)}/{path}?as={Id}", body);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    public async Task<IReadOnlyList<JsonObject>> MessagesAsync(string? chat = null)
    {
        var read = await simulator.Http.GetFromJsonAsync<JsonObject>($"/simulator/api/chats/{Uri.EscapeDataString(chat ?? Chat)}?as={Id}");
        return [.. read!["messages"]!.AsArray().Select(m => m!.AsObject())];
    }

    public async Task<IReadOnlyList<JsonObject>> ChatsAsync() =>
        [.. (await simulator.Http.GetFromJsonAsync<JsonArray>($"/simulator/api/chats?as={Id}"))!.Select(c => c!.AsObject())];

    /// <summary>The newest activity that the bot got from this person.</summary>
    public JsonObject LastActivity(string type) =>
        simulator.Bot.Received.Last(a => (string?)a["type"] == type && (string?)a["from"]!["id"] == Mri);

    public string Activities => $"conversations/{Uri.EscapeDataString(Chat)}/activities";
}
