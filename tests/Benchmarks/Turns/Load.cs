using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CoordinatorBot.Benchmarks;

/// <summary>What a round came to; times in milliseconds.</summary>
internal sealed record Round(int Turns, double Seconds, double CpuMs, double AllocatedKb, double[] Latencies);

/// <summary>
/// People who answer at once: eight at a time, each through one conversation after the other. It talks HTTP over bare
/// sockets, so that next to nothing of what is measured is its own.
/// </summary>
internal static class Load
{
    private const int Concurrent = 8;
    private static readonly string[] Says = ["hello", "Ann Lee", "Public", "yes"];
    private static int _conversations;

    public static async Task<Round> RunAsync(int port, string sinkUrl, TimeSpan length)
    {
        using var process = Process.GetCurrentProcess();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (cpu, allocated, watch) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(true), Stopwatch.StartNew());
        var latencies = await Task.WhenAll(Enumerable.Range(0, Concurrent).Select(_ => Task.Run(() => PersonAsync(port, sinkUrl, length))));
        watch.Stop();
        process.Refresh();
        var spent = process.TotalProcessorTime - cpu;
        var all = latencies.SelectMany(one => one).Order().ToArray();
        return new Round(all.Length, watch.Elapsed.TotalSeconds, spent.TotalMilliseconds, (GC.GetTotalAllocatedBytes(true) - allocated) / 1024.0, all);
    }

    private static async Task<List<double>> PersonAsync(int port, string sinkUrl, TimeSpan length)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var latencies = new List<double>(200_000);
        var buffer = new byte[8192];
        var end = Stopwatch.GetTimestamp() + (long)(length.TotalSeconds * Stopwatch.Frequency);
        while (Stopwatch.GetTimestamp() < end)
        {
            var conversation = Interlocked.Increment(ref _conversations);
            foreach (var says in Says)
            {
                var request = Request(buffer, conversation, says, sinkUrl);
                var start = Stopwatch.GetTimestamp();
                await socket.SendAsync(request);
                await AnswerAsync(socket, buffer);
                latencies.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        return latencies;
    }

    private static ReadOnlyMemory<byte> Request(byte[] buffer, int conversation, string says, string sinkUrl)
    {
        // The body is written behind room for the head, which says how long it is, and then moved up to it.
        const int Head = 128;
        if (!System.Text.Unicode.Utf8.TryWrite(
            buffer.AsSpan(Head),
            $$$"""{"text":"{{{says}}}","textFormat":"plain","type":"message","timestamp":"2026-03-02T08:15:17.278Z","localTimestamp":"2026-03-02T09:15:17.278+01:00","id":"1795335401111","channelId":"msteams","serviceUrl":"{{{sinkUrl}}}/emea/","from":{"id":"29:carol","name":"Carol Test","aadObjectId":"22222222-2222-2222-2222-222222222202"},"conversation":{"conversationType":"personal","tenantId":"11111111-1111-1111-1111-111111111111","id":"a:{{{conversation}}}"},"recipient":{"id":"28:bot-0001","name":"Bot"},"entities":[{"locale":"en-US","country":"US","platform":"Web","timezone":"Europe/Stockholm","type":"clientInfo"}],"channelData":{"tenant":{"id":"11111111-1111-1111-1111-111111111111"}},"locale":"en-US","localTimezone":"Europe/Stockholm"}""",
            out var body)) throw new UnreachableException();
        var head = Encoding.ASCII.GetBytes(string.Create(null, stackalloc char[Head], $"POST /api/messages HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\nContent-Length:{body,7}\r\n\r\n"), buffer);
        buffer.AsSpan(Head, body).CopyTo(buffer.AsSpan(head));
        return buffer.AsMemory(0, head + body);
    }

    // The answer has a head and no body.
    private static async Task AnswerAsync(Socket socket, byte[] buffer)
    {
        var count = 0;
        while (!buffer.AsSpan(0, count).EndsWith("\r\n\r\n"u8))
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(count));
            if (read == 0) throw new IOException("The bot closed the connection.");
            count += read;
        }

        if (!buffer.AsSpan().StartsWith("HTTP/1.1 200"u8)) throw new IOException(Encoding.ASCII.GetString(buffer, 0, count));
    }
}
