using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace CoordinatorBot.Sdk.Tests.Conformance;

/// <summary>A request that the bot made of the connector.</summary>
public sealed record ConnectorCall(string Method, string Path, JsonNode? Body)
{
    /// <summary>The header that says who asks; null for none.</summary>
    public string? Authorization { get; init; }
}

/// <summary>A connector that answers as the one of the recordings did: predictable ids, five people, and errors on demand.</summary>
public sealed partial class ConnectorSink : IAsyncDisposable
{
    private static readonly (string Key, string Given, string Family)[] People =
        [("alex", "Alex", "Wilber"), ("bo", "Bo", "Ek"), ("carol", "Carol", "Test"), ("dan", "Dan", "Test"), ("eve", "Eve", "Test")];

    private static readonly Dictionary<int, (string Code, string Message)> Errors = new()
    {
        [400] = ("BadArgument", "Bad format of conversation ID"),
        [403] = ("ConversationBlockedByUser", "User blocked the conversation with the bot."),
        [404] = ("ConversationNotFound", "Conversation not found."),
        [409] = ("Conflict", "Conflict."),
        [412] = ("PreconditionFailed", "Precondition failed."),
        [413] = ("MessageSizeTooBig", "Message size too large."),
        [429] = ("Throttled", "Too many requests."),
    };

    private readonly WebApplication _app;
    private readonly List<ConnectorCall> _calls = [];
    private int _next;

    private ConnectorSink(WebApplication app) => _app = app;

    public const string Tenant = "11111111-1111-1111-1111-111111111111";

    public const string Group = "33333333-3333-3333-3333-333333333301";

    public string Url => _app.Urls.First();

    /// <summary>The token of the scenario that is played; part of the ids of its people.</summary>
    public string Run { get; set; } = "";

    public IReadOnlyList<ConnectorCall> Calls
    {
        get
        {
            lock (_calls) return [.. _calls];
        }
    }

    public static string ObjectId(int person) => string.Create(CultureInfo.InvariantCulture, $"22222222-2222-2222-2222-22222222220{person}");

    public static async Task<ConnectorSink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var sink = new ConnectorSink(builder.Build());
        sink._app.Run(sink.AnswerAsync);
        await sink._app.StartAsync();
        return sink;
    }

    /// <summary>Step n, from 1, hands out the ids n01, n02 and so on.</summary>
    public void Begin(int step)
    {
        lock (_calls) _calls.Clear();
        _next = (step * 100) + 1;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [GeneratedRegex(@"/v3/(conversations|teams)(?:/([^/]+))?(?:/(activities|members|pagedmembers|conversations))?(?:/([^/]+))?$")]
    private static partial Regex Route();

    [GeneratedRegex("(^|[:-])down-")]
    private static partial Regex Down();

    [GeneratedRegex(@"^!(\d{3})")]
    private static partial Regex Asked();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        var body = text.Length == 0 ? null : JsonNode.Parse(text);
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?');
        var path = string.Join('/', target[0].Split('/').Select(segment => Uri.UnescapeDataString(segment).Replace("/", "%2F", StringComparison.Ordinal)));
        var query = context.Request.Query.Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal).ToArray();
        lock (_calls) _calls.Add(new ConnectorCall(context.Request.Method, query.Length == 0 ? path : $"{path}?{string.Join('&', query)}", body) { Authorization = context.Request.Headers.Authorization });
        var (status, answer) = Answer(context.Request, path, body);
        context.Response.StatusCode = status;
        if (status == 429) context.Response.Headers.RetryAfter = "1";
        context.Response.ContentType = status == 502 ? "text/html" : "application/json";
        if (answer is not null) await context.Response.WriteAsync(status == 502 ? "<html>Bad Gateway</html>" : answer.ToJsonString());
    }

    private (int Status, JsonNode? Answer) Answer(HttpRequest request, string path, JsonNode? body)
    {
        var match = Route().Match(path);
        if (!match.Success) return Fault(404);
        var (id, part, sub) = (match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value);
        if (match.Groups[1].Value == "teams" && request.Method == "GET") return Team(id, part);
        if (request.Method == "POST" && id.Length == 0) return NewConversation(body!);
        return part switch
        {
            "activities" => Activity(request.Method, id, sub, body),
            "members" when sub.Length > 0 => sub.StartsWith("29:ghost", StringComparison.Ordinal) ? Fault(404) : Member(sub) is { } member ? (200, member) : Fault(404, "MemberNotFoundInConversation"),
            "members" => (200, new JsonArray([.. Everybody()])),
            "pagedmembers" => Page(request.Query),
            _ => Fault(404),
        };
    }

    private static (int Status, JsonNode? Answer) Team(string id, string part) => (200, part == "conversations"
        ? new JsonObject { ["conversations"] = new JsonArray(new JsonObject { ["id"] = id }, new JsonObject { ["id"] = "19:chan1@thread.tacv2", ["name"] = "Notices" }) }
        : new JsonObject { ["id"] = id, ["name"] = "Ops Team", ["aadGroupId"] = Group, ["channelCount"] = 2, ["memberCount"] = 5, ["type"] = "standard" });

    private (int Status, JsonNode? Answer) NewConversation(JsonNode body)
    {
        var number = NextId();
        if ((string?)body["channelData"]?["channel"]?["id"] is { } channel) return (201, new JsonObject { ["id"] = $"{channel};messageid={number}", ["activityId"] = number });
        var member = (string?)body["members"]?[0]?["id"] ?? "nobody";
        if (member.StartsWith("29:ghost", StringComparison.Ordinal)) return Fault(403, "BotNotInConversationRoster");
        var answer = new JsonObject { ["id"] = "a:chat-" + member.Replace("29:", "", StringComparison.Ordinal) };
        if (body["activity"] is not null) answer["activityId"] = number;
        return (201, answer);
    }

    private (int Status, JsonNode? Answer) Activity(string method, string id, string sub, JsonNode? body)
    {
        if (Down().IsMatch(id)) return Fault(503);
        if (Asked().Match((string?)body?["text"] ?? "") is { Success: true } asked) return Fault(int.Parse(asked.Groups[1].Value, CultureInfo.InvariantCulture));
        if (method == "DELETE") return (200, null);
        if (method == "PUT") return (200, new JsonObject { ["id"] = sub });
        return (string?)body?["type"] == "typing" ? (202, new JsonObject()) : (201, new JsonObject { ["id"] = NextId() });
    }

    private (int Status, JsonNode? Answer) Page(IQueryCollection query)
    {
        var from = int.Parse(query["continuationToken"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        var size = int.Parse(query["pageSize"].FirstOrDefault() ?? "50", CultureInfo.InvariantCulture);
        var page = new JsonObject { ["members"] = new JsonArray([.. Everybody().Skip(from).Take(size)]) };
        if (from + size < People.Length) page["continuationToken"] = (from + size).ToString(CultureInfo.InvariantCulture);
        return (200, page);
    }

    private IEnumerable<JsonNode> Everybody() => People.Select(person => Member($"29:{person.Key}-{Run}")!);

    private static JsonObject? Member(string id)
    {
        var key = id.Replace("29:", "", StringComparison.Ordinal).Split('-')[0];
        var number = Array.FindIndex(People, person => person.Key == key);
        if (number < 0) return null;
        var (_, given, family) = People[number];
        return new JsonObject
        {
            ["id"] = id,
            ["name"] = $"{given} {family}",
            [number == 1 ? "objectId" : "aadObjectId"] = ObjectId(number),
            ["givenName"] = given,
            ["surname"] = family,
            ["email"] = key + "@example.org",
            ["userPrincipalName"] = key + "@example.org",
            ["tenantId"] = Tenant,
            ["userRole"] = "user",
        };
    }

    private string NextId() => (Interlocked.Increment(ref _next) - 1).ToString(CultureInfo.InvariantCulture);

    private static (int Status, JsonNode? Answer) Fault(int status, string? code = null)
    {
        var (known, message) = Errors.GetValueOrDefault(status, ("ServiceError", "Something failed."));
        return (status, new JsonObject { ["error"] = new JsonObject { ["code"] = code ?? known, ["message"] = message } });
    }
}
