using System.Net;
using System.Net.Sockets;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoordinatorBot.Benchmarks;

/// <summary>The bot as it is shipped, and an endpoint that only parses the press and answers a card of the same size.</summary>
internal static partial class RsvpHosts
{
    /// <summary>Runs the bot's own program in this process.</summary>
    /// <returns>Its port.</returns>
    public static async Task<int> StartBotAsync(string store)
    {
        var port = FreePort();
        string[] args =
        [
            $"--urls=http://127.0.0.1:{port}", "--environment=Development", $"--Coordinator:Storage:Path={store}", $"--Coordinator:Coordinators:0={RsvpStore.TeamsIdOf(0)}",
            // Nobody presses that fast.
            "--Coordinator:Inbound:SenderBurst=10000", "--Coordinator:Inbound:SenderPerSecond=10000", "--Logging:LogLevel:Default=Error",
        ];
        // It is let go with the process.
        new Thread(() => Assembly.Load("CoordinatorBot").EntryPoint!.Invoke(null, [args])) { IsBackground = true }.Start();
        while (true)
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, port);
                return port;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    /// <summary>Starts the floor, which answers with this.</summary>
    public static async Task<WebApplication> StartFloorAsync(byte[] answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/api/messages", async (HttpContext context) =>
        {
            var invoke = (await JsonSerializer.DeserializeAsync(context.Request.Body, RsvpJson.Default.Invoke))!;
            if (invoke.Value.Action.Verb.Length == 0)
                throw new InvalidOperationException("No verb.");
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Length;
            await context.Response.Body.WriteAsync(answer);
        });
        await app.StartAsync();
        return app;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    internal sealed record Invoke(string Type, string Id, FloorBot.Account From, FloorBot.Account Conversation, Pressed Value);

    internal sealed record Pressed(PressedAction Action);

    internal sealed record PressedAction(string Verb, Dictionary<string, string> Data);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(Invoke))]
    private sealed partial class RsvpJson : JsonSerializerContext;
}
