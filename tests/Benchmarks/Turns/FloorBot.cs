using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoordinatorBot.Benchmarks;

/// <summary>What no bot can do without: parse the activity, post one reply, answer.</summary>
internal static partial class FloorBot
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public static void Map(WebApplication app, string sinkUrl) => app.MapPost("/api/messages", (HttpContext context) => TurnAsync(context, sinkUrl));

    private static async Task TurnAsync(HttpContext context, string sinkUrl)
    {
        var message = (await JsonSerializer.DeserializeAsync(context.Request.Body, FloorJson.Default.Message))!;
        var reply = new Reply("message", "You said: " + message.Text, message.Id, message.Recipient, message.From, message.Conversation);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{sinkUrl}/v3/conversations/{Uri.EscapeDataString(message.Conversation.Id)}/activities/{message.Id}");
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, FloorJson.Default.Reply));
        request.Content.Headers.ContentType = Json;
        using var response = await Client.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    internal sealed record Account(string Id, string? Name);

    internal sealed record Message(string Type, string Id, string Text, Account From, Account Recipient, Account Conversation);

    internal sealed record Reply(string Type, string Text, string ReplyToId, Account From, Account Recipient, Account Conversation);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Message))]
    [JsonSerializable(typeof(Reply))]
    private sealed partial class FloorJson : JsonSerializerContext;
}
