using System.Text.Json.Nodes;

namespace CoordinatorBot.Simulator;

/// <summary>Server-sent events: everything a person's page must know as it happens; without a person, everybody's.</summary>
internal static class NewsStream
{
    // Shorter than the idle limits of browsers and proxies; also how a page that is gone is noticed.
    private static readonly TimeSpan HeartbeatEvery = TimeSpan.FromSeconds(20);

    public static async Task WriteAsync(
        HttpContext http, string? @as, Pages pages, SimulatedClock clock, IHostApplicationLifetime lifetime)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        using var page = pages.Open(@as);
        await using var heartbeat = new Timer(
            _ => page.Write(new JsonObject { ["kind"] = "heartbeat" }), null, HeartbeatEvery, HeartbeatEvery);
        http.Response.ContentType = "text/event-stream";
        try
        {
            await SendAsync(http, ControlsApi.Clock(clock).ToJsonString(), gone.Token);
            await foreach (var news in page.News.ReadAllAsync(gone.Token))
                await SendAsync(http, news, gone.Token);
        }
        catch (OperationCanceledException)
        {
            // The page was closed, or the host stops.
        }
    }

    private static async Task SendAsync(HttpContext http, string json, CancellationToken cancellationToken)
    {
        await http.Response.WriteAsync($"data: {json}\n\n", cancellationToken);
        await http.Response.Body.FlushAsync(cancellationToken);
    }
}
