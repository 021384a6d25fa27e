using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

using CoordinatorBot.Simulator;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CoordinatorBot.Bot.Tests.Kill;

/// <summary>A message that the connector took.</summary>
internal sealed class SunkMessage(string chat, string id, bool isReply, JsonObject activity)
{
    private volatile JsonObject _activity = activity;

    public string Chat => chat;

    public string Id => id;

    /// <summary>Whether it answers a turn; otherwise the bot sent it of its own accord.</summary>
    public bool IsReply => isReply;

    /// <summary>As it was sent, or changed last.</summary>
    public JsonObject Activity { get => _activity; set => _activity = value; }

    public JsonObject? Card => Activity["attachments"] is JsonArray { Count: > 0 } all ? all[0]!["content"] as JsonObject : null;
}

/// <summary>A connector service that outlives the bot and keeps all it is sent. On demand a request is where the bot dies.</summary>
internal sealed class ConnectorSink : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, SunkMessage> _messages = new(StringComparer.Ordinal);
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Trap? _trap;
    private int _count;
    private int _updates;

    private ConnectorSink(WebApplication app) => _app = app;

    public string Url => _app.Urls.First() + "/";

    /// <summary>Messages in the order they came.</summary>
    public IEnumerable<SunkMessage> Messages => _messages.Values.OrderBy(m => m.Id, StringComparer.Ordinal);

    public int Updates => _updates;

    /// <summary>Ends when a message comes or changes.</summary>
    public Task More => Volatile.Read(ref _more).Task;

    public static async Task<ConnectorSink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var sink = new ConnectorSink(app);
        app.MapPost("/v3/conversations", Task<IResult> (HttpContext http) => sink.TakeAsync(http, Open));
        app.MapPost("/v3/conversations/{chat}/activities", (string chat, HttpContext http) => sink.TakeAsync(http, a => sink.Keep(chat, false, a)));
        app.MapPost("/v3/conversations/{chat}/activities/{to}", (string chat, HttpContext http) => sink.TakeAsync(http, a => sink.Keep(chat, true, a)));
        app.MapPut("/v3/conversations/{chat}/activities/{id}", (string id, HttpContext http) => sink.TakeAsync(http, a => sink.Change(id, a)));
        await app.StartAsync();
        return sink;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>The request after so many is not answered: it is kept or lost, and the task ends.</summary>
    public Task SpringAsync(int after, bool keeps)
    {
        var trap = new Trap(after, keeps);
        _trap = trap;
        return trap.Sprung.Task;
    }

    /// <summary>A request that was to be the last one, and didn't come, is a request like any other.</summary>
    public void Unspring() => _trap = null;

    private async Task<IResult> TakeAsync(HttpContext http, Func<JsonObject, IResult> keep)
    {
        var body = (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!.AsObject();
        if (_trap is not { } trap || !trap.Springs())
            return keep(body);
        _trap = null;
        var answer = trap.Keeps ? keep(body) : Results.StatusCode(StatusCodes.Status502BadGateway);
        trap.Sprung.TrySetResult();
        await Task.Delay(TimeSpan.FromSeconds(10), http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return answer;
    }

    private static IResult Open(JsonObject body) =>
        StartingPeople.All.FirstOrDefault(p => p.AadObjectId == (string?)body["members"]![0]!["id"]) is { } person
            ? Results.Json(new JsonObject { ["id"] = person.ChatId })
            : Results.NotFound();

    private IResult Keep(string chat, bool isReply, JsonObject activity)
    {
        var id = Interlocked.Increment(ref _count).ToString("D6", CultureInfo.InvariantCulture);
        _messages[id] = new SunkMessage(chat, id, isReply, activity);
        TellMore();
        return Results.Json(new JsonObject { ["id"] = id });
    }

    private IResult Change(string id, JsonObject activity)
    {
        if (!_messages.TryGetValue(id, out var message))
            return Results.NotFound();
        message.Activity = activity;
        Interlocked.Increment(ref _updates);
        TellMore();
        return Results.Json(new JsonObject { ["id"] = id });
    }

    private void TellMore() => Interlocked.Exchange(ref _more, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    private sealed class Trap(int after, bool keeps)
    {
        private int _left = after;

        public TaskCompletionSource Sprung { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Keeps => keeps;

        public bool Springs() => Interlocked.Decrement(ref _left) == -1;
    }
}
