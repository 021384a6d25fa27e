using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Ports;
using CoordinatorBot.Simulator;

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CoordinatorBot.Bot.Tests.Hosting;

/// <summary>What is let in, and what everybody is answered with.</summary>
public sealed class DoorTests : IAsyncLifetime
{
    private const string OtherTenant = "11111111-2222-3333-4444-555555555555";

    private readonly TeamsHost _host = new()
    {
        Settings = { ["Coordinator:Tenants:0"] = Person.HomeTenant, ["Coordinator:Inbound:SenderBurst"] = "5", ["Coordinator:Inbound:SenderPerSecond"] = "1" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _host.InitializeAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(OtherTenant, OtherTenant)]
    [InlineData(Person.HomeTenant, OtherTenant)]
    [InlineData(OtherTenant, Person.HomeTenant)]
    [InlineData(null, null)]
    public async Task Activity_of_an_unknown_tenant_is_refused_and_nothing_is_kept(string? ofConversation, string? ofSender)
    {
        var before = await KeysAsync();
        var response = await PostAsync(Activity("message", "hello", ofConversation, ofSender));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(before, await KeysAsync());
    }

    [Fact]
    public async Task Invoke_of_an_unknown_tenant_is_refused() =>
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(Activity("invoke", null, OtherTenant, OtherTenant))).StatusCode);

    [Fact]
    public async Task Activity_of_a_tenant_on_the_list_is_taken() =>
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(Activity("typing", null))).StatusCode);

    [Fact]
    public async Task Who_sends_more_than_a_person_can_is_slowed_down_and_nobody_else()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => PostAsync(Activity("typing", null))));
        Assert.Contains(answers, a => a.StatusCode is HttpStatusCode.TooManyRequests && a.Headers.RetryAfter is not null);
        var other = Activity("typing", null);
        other["from"]!["id"] = "29:other";
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(other)).StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_over_a_megabyte_is_answered_413(bool tellsItsLength)
    {
        using var body = new MemoryStream(new byte[1024 * 1024 + 1]);
        using var content = new StreamContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = content };
        request.Headers.TransferEncodingChunked = !tellsItsLength;
        // Refused by its head: a body that nobody reads would break the connection, and hide the answer.
        request.Headers.ExpectContinue = true;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _host.Http.SendAsync(request, Token)).StatusCode);
    }

    [Theory]
    [InlineData("typing", HttpStatusCode.OK)]
    [InlineData("quantumEntanglement", HttpStatusCode.OK)]
    [InlineData("event", HttpStatusCode.OK)]
    [InlineData("invoke", HttpStatusCode.NotImplemented)]
    public async Task Activity_of_a_kind_that_means_nothing_here_is_no_fault(string type, HttpStatusCode status)
    {
        Assert.Equal(status, (await PostAsync(Activity(type, null))).StatusCode);
        Assert.DoesNotContain(_host.Logs.Lines, l => l.Level >= LogLevel.Warning);
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/nothing-here")]
    [InlineData("/simulator/api/people")]
    public async Task Every_answer_forbids_browsers_what_it_does_not_need_and_names_no_server(string path)
    {
        var headers = (await _host.Http.GetAsync(path, Token)).Headers;
        Assert.False(headers.Contains("Server"));
        Assert.Equal(["nosniff"], headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["no-referrer"], headers.GetValues("Referrer-Policy"));
        Assert.Contains("frame-ancestors 'none'", Assert.Single(headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_is_that_of_the_store()
    {
        Assert.Equal(HttpStatusCode.OK, (await _host.Http.GetAsync("/health", Token)).StatusCode);
        ((IDisposable)_host.Services.GetRequiredService<Edges.Storage.Sqlite.SqliteDatabase>()).Dispose();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _host.Http.GetAsync("/health", Token)).StatusCode);
    }

    [Theory]
    [InlineData("Host", "rebound.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task Without_an_app_id_only_this_machine_is_answered_under_its_own_name(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = JsonContent.Create(Activity("typing", null)) };
        request.Headers.Add(header, value);
        Assert.Equal(HttpStatusCode.Forbidden, (await _host.Http.SendAsync(request, Token)).StatusCode);
    }

    private async Task<IReadOnlyList<string>> KeysAsync() =>
        await _host.Services.GetRequiredService<IDocuments>().ListAsync("", Token).ToListAsync(Token);

    private Task<HttpResponseMessage> PostAsync(JsonObject activity) => _host.Http.PostAsJsonAsync("/api/messages", activity, Token);

    private JsonObject Activity(string type, string? text, string? ofConversation = Person.HomeTenant, string? ofSender = Person.HomeTenant) => new()
    {
        ["type"] = type,
        ["id"] = "1",
        ["name"] = type is "invoke" or "event" ? "something/unknown" : null,
        ["text"] = text,
        ["serviceUrl"] = new Uri(_host.Http.BaseAddress!, "simulator/connector/").ToString(),
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = "29:somebody" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot" },
        ["conversation"] = new JsonObject { ["id"] = "a:chat", ["conversationType"] = "personal", ["tenantId"] = ofConversation },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = ofSender } },
    };
}
