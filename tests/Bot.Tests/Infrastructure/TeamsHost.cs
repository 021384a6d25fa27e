using System.Net.Http.Json;
using System.Text.Json.Nodes;

using CoordinatorBot.Simulator;

using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoordinatorBot.Bot.Tests.Infrastructure;

/// <summary>
/// The bot as it is shipped, on Kestrel and a store of its own in a file, with the simulator for Teams: activities go in over HTTP, what
/// the bot sends comes out of the connector service.
/// </summary>
public sealed class TeamsHost : IAsyncLifetime
{
    private readonly string _store;
    private readonly bool _isOwn;
    private readonly Factory _factory;

    /// <summary>A host; started by <see cref="InitializeAsync"/>.</summary>
    public TeamsHost() : this(null)
    {
    }

    private TeamsHost(string? store)
    {
        _isOwn = store is null;
        _store = store ?? Path.Combine(Path.GetTempPath(), $"coordinator-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}.db");
        _factory = new Factory(_store, Settings, Logs);
    }

    /// <summary>A host on a store that outlives it.</summary>
    public static TeamsHost On(string store) => new(store);

    /// <summary>Settings besides the defaults; read at the start.</summary>
    public Dictionary<string, string> Settings { get; } = new()
    {
        // At whatever hour and on whatever day the tests run; those of quiet hours set their own.
        ["Coordinator:WakingHours:From"] = "00:00",
        ["Coordinator:WakingHours:To"] = "23:59:59",
        ["Coordinator:WakingHours:Days"] = "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday",
    };

    /// <summary>What the host logged.</summary>
    public LogCapture Logs { get; } = new();

    /// <summary>The folder that letters are put into.</summary>
    public string Outbox => _store + "-outbox";

    /// <summary>A client of the host.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <summary>The clock of the host, which can be moved forward.</summary>
    public SimulatedClock Clock => _factory.Services.GetRequiredService<SimulatedClock>();

    /// <summary>The services of the host.</summary>
    public IServiceProvider Services => _factory.Services;

    /// <inheritdoc/>
    public ValueTask InitializeAsync()
    {
        _factory.UseKestrel();
        _factory.StartServer();
        Http = _factory.CreateClient();
        Http.BaseAddress = new UriBuilder(Http.BaseAddress!) { Host = "localhost" }.Uri;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        foreach (var file in _isOwn ? Directory.EnumerateFiles(Path.GetTempPath(), Path.GetFileName(_store) + "*") : [])
            File.Delete(file);
        if (Directory.Exists(Outbox))
            Directory.Delete(Outbox, recursive: true);
    }

    /// <summary>One of the simulator's people: <c>nora-whitfield</c> and <c>tomas-rivera</c> coordinate.</summary>
    public async Task<PersonInTeams> PlayAsync(string id) =>
        new(this, (await Http.GetFromJsonAsync<JsonArray>("/simulator/api/people"))!.Single(p => (string?)p!["id"] == id)!.AsObject());

    /// <summary>Somebody new in Teams, who doesn't coordinate.</summary>
    public async Task<PersonInTeams> AddPersonAsync(string name, string mail, string locale = "en-US", string membership = "Member")
    {
        var response = await Http.PostAsJsonAsync("/simulator/api/people", new { name, mail, locale, membership });
        response.EnsureSuccessStatusCode();
        return new PersonInTeams(this, (await response.Content.ReadFromJsonAsync<JsonObject>())!);
    }

    /// <summary>The letters to an address, the oldest first.</summary>
    public IReadOnlyList<Mail.ReadLetter> LettersTo(string mail) => !Directory.Exists(Outbox) ? [] :
    [
        .. new DirectoryInfo(Outbox).EnumerateFiles("*.eml").OrderBy(f => f.LastWriteTimeUtc)
            .Select(f => Mail.ReadLetter.Of(File.ReadAllBytes(f.FullName)))
            .Where(l => l.Headers["To"].EndsWith($"<{mail}>", StringComparison.Ordinal)),
    ];

    /// <summary>Makes the connector service misbehave; see <c>FaultSettings</c>.</summary>
    public async Task MisbehaveAsync(object faults) => (await Http.PutAsJsonAsync("/simulator/api/faults", faults)).EnsureSuccessStatusCode();

    /// <summary>Lets Teams refuse what the bot writes to a person, by a code of <c>Faults.RefusalCodes</c>; null stops that.</summary>
    public async Task RefuseAsync(string person, string? code) =>
        (await Http.PutAsJsonAsync($"/simulator/api/people/{person}/refusal", new { code })).EnsureSuccessStatusCode();

    private sealed class Factory(string store, Dictionary<string, string> settings, LogCapture logs) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment("Development");
            // A port given to UseKestrel is set when the server may have started already.
            builder.UseSetting(WebHostDefaults.ServerUrlsKey, "http://127.0.0.1:0");
            builder.UseSetting("Coordinator:Storage:Path", store);
            builder.UseSetting("Coordinator:Mail:Outbox", store + "-outbox");
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.ConfigureLogging(l => l.ClearProviders().AddProvider(logs));
        }
    }
}
