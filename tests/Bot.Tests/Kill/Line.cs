using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

using CoordinatorBot.Simulator;

namespace CoordinatorBot.Bot.Tests.Kill;

/// <summary>The way from Teams to whichever bot is up. What gets no answer because the bot died is sent again to the next one.</summary>
internal sealed class Line(string serviceUrl) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, PooledConnectionLifetime = TimeSpan.FromSeconds(30) }) { Timeout = TimeSpan.FromSeconds(30) };
    private TaskCompletionSource<Uri> _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _ids;
    private int _again;
    private int _answered;

    public HttpClient Http => _http;

    /// <summary>Activities sent again.</summary>
    public int Again => _again;

    /// <summary>Activities answered.</summary>
    public int Answered => _answered;

    /// <summary>Ends when the next activity is answered.</summary>
    public Task More => Volatile.Read(ref _more).Task;

    public void Up(Uri bot) => _up.TrySetResult(bot);

    /// <summary>Said before the bot is killed, so that a failure after it is no fault of the bot.</summary>
    public void Down() => Volatile.Write(ref _up, new(TaskCreationOptions.RunContinuationsAsynchronously));

    public void Dispose() => _http.Dispose();

    /// <summary>Says something in the chat with the bot; a repetition has the same activity id.</summary>
    public Task SayAsync(Person from, string text, CancellationToken cancellationToken)
    {
        var activity = Activity(from, "message", NewId());
        activity["text"] = text;
        return DeliverAsync(() => activity, cancellationToken);
    }

    /// <summary>Presses a button; a repetition may have another activity id.</summary>
    public async Task<JsonObject> PressAsync(Person from, string message, JsonObject action, bool sameId, CancellationToken cancellationToken)
    {
        var id = NewId();
        var answer = await DeliverAsync(
            () =>
            {
                var activity = Activity(from, "invoke", sameId ? id : NewId());
                activity["name"] = "adaptiveCard/action";
                activity["replyToId"] = message;
                activity["value"] = new JsonObject { ["action"] = action.DeepClone(), ["trigger"] = "manual" };
                return activity;
            },
            cancellationToken);
        return JsonNode.Parse(answer)!.AsObject();
    }

    private async Task<string> DeliverAsync(Func<JsonObject> activity, CancellationToken cancellationToken)
    {
        while (true)
        {
            var up = Volatile.Read(ref _up);
            var bot = await up.Task.WaitAsync(cancellationToken);
            try
            {
                using var content = new StringContent(activity().ToJsonString(), Encoding.UTF8, "application/json");
                using var response = await _http.PostAsync(new Uri(bot, "api/messages"), content, cancellationToken);
                var body = await response.Content.ReadAsStringAsync(cancellationToken);
                if (!response.IsSuccessStatusCode)
                    throw new InvalidOperationException($"The bot answered {(int)response.StatusCode}: {body}");
                Interlocked.Increment(ref _answered);
                Interlocked.Exchange(ref _more, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
                return body;
            }
            catch (Exception e) when (e is HttpRequestException or IOException && up != Volatile.Read(ref _up))
            {
                Interlocked.Increment(ref _again);
            }
        }
    }

    private string NewId() => Interlocked.Increment(ref _ids).ToString("D8", CultureInfo.InvariantCulture);

    private JsonObject Activity(Person from, string type, string id) => new()
    {
        ["type"] = type,
        ["id"] = id,
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceUrl,
        ["from"] = new JsonObject { ["id"] = from.Mri, ["name"] = from.Name, ["aadObjectId"] = from.AadObjectId },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "CoordinatorBot" },
        ["conversation"] = new JsonObject { ["id"] = from.ChatId, ["conversationType"] = "personal", ["tenantId"] = Person.HomeTenant },
        ["locale"] = "en-US",
        ["localTimezone"] = "America/New_York",
    };
}
