using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoordinatorBot.Simulator;

/// <summary>What came back from the bot: no status when there was no answer in time, or none at all.</summary>
internal sealed record BotAnswer(HttpStatusCode? Status, JsonNode? Body)
{
    public bool IsSuccess => Status is { } status && (int)status is >= 200 and < 300;
}

/// <summary>
/// Brings activities to the bot's endpoint, over HTTP like anybody else. What was sent is on its way, whether or not the page that sent it is still
/// open: only patience ends the wait.
/// </summary>
internal sealed class BotClient(HttpClient http, OwnAddress address)
{
    /// <summary>How long Teams waits for the answer to an invoke.</summary>
    public static readonly TimeSpan InvokePatience = TimeSpan.FromSeconds(5);

    /// <summary>How long Teams waits for any other activity to be taken.</summary>
    public static readonly TimeSpan MessagePatience = TimeSpan.FromSeconds(15);

    public async Task<BotAnswer> PostAsync(JsonObject activity)
    {
        var patience = (string?)activity["type"] == "invoke" ? InvokePatience : MessagePatience;
        // On the real clock: somebody who moves the simulated one doesn't make the bot late.
        using var limit = new CancellationTokenSource(patience);
        try
        {
            using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            using var response = await http.PostAsync(new Uri(address.Root, "api/messages"), content, limit.Token);
            var text = await response.Content.ReadAsStringAsync(limit.Token);
            return new BotAnswer(response.StatusCode, Parse(text));
        }
        catch (OperationCanceledException)
        {
            return new BotAnswer(null, null);
        }
        catch (HttpRequestException)
        {
            return new BotAnswer(null, null);
        }
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
