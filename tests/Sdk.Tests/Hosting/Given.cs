using System.Text.Json.Nodes;

namespace CoordinatorBot.Sdk.Tests.Hosting;

/// <summary>Requests as a channel makes them.</summary>
internal static class Given
{
    public const string AppId = "aaaaaaaa-1111-4111-8111-111111111111";

    /// <summary>A message, its members changed as the caller likes.</summary>
    public static string Message(string serviceUrl, Action<JsonObject>? change = null)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["id"] = "1",
            ["channelId"] = "msteams",
            ["serviceUrl"] = serviceUrl,
            ["from"] = new JsonObject { ["id"] = "29:carol" },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject { ["id"] = "a:chat" },
            ["text"] = "hello",
        };
        change?.Invoke(activity);
        return activity.ToJsonString();
    }
}
