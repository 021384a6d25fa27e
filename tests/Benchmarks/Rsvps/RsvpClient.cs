using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CoordinatorBot.Benchmarks;

/// <summary>Presses buttons of invitation cards over a bare socket, so that next to nothing of what is measured is its own.</summary>
internal sealed class RsvpClient : IDisposable
{
    private static int _notes;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[64 * 1024];

    public static async Task<RsvpClient> ConnectAsync(int port)
    {
        var client = new RsvpClient();
        await client._socket.ConnectAsync(IPAddress.Loopback, port);
        return client;
    }

    /// <summary>Answers an invitation, each time with another note.</summary>
    /// <returns>Milliseconds, and whether the answer was taken.</returns>
    public async Task<(double Ms, bool Taken)> AnswerAsync(Waiting invitation)
    {
        var request = Request(invitation, Interlocked.Increment(ref _notes));
        var begun = Stopwatch.GetTimestamp();
        await _socket.SendAsync(request);
        var body = await ReadAsync();
        var ms = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        // The card of an answer that was taken has no answers to press, only the way to change it.
        return (ms, body.Span.IndexOf("invitation.change"u8) >= 0 && body.Span.IndexOf("invitation.answer"u8) < 0);
    }

    /// <summary>The body of the answer to a press.</summary>
    public async Task<byte[]> BodyAsync(Waiting invitation)
    {
        await _socket.SendAsync(Request(invitation, Interlocked.Increment(ref _notes)));
        return (await ReadAsync()).ToArray();
    }

    public void Dispose() => _socket.Dispose();

    private static byte[] Request(Waiting invitation, int note)
    {
        var person = RsvpStore.TeamsIdOf(invitation.Person);
        var answer = note % 2 == 0 ? "Accepted" : "Tentative";
        var body = string.Create(CultureInfo.InvariantCulture,
            $$$"""{"name":"adaptiveCard/action","type":"invoke","timestamp":"2026-03-02T08:15:17.278Z","localTimestamp":"2026-03-02T09:15:17.278+01:00","id":"f:{{{note}}}","channelId":"msteams","serviceUrl":"http://127.0.0.1:9/","from":{"id":"29:{{{person}}}","name":"Delegate {{{invitation.Person}}}","aadObjectId":"{{{person}}}"},"conversation":{"conversationType":"personal","tenantId":"11111111-1111-1111-1111-111111111111","id":"a:{{{person}}}"},"recipient":{"id":"28:bot","name":"Bot"},"entities":[{"locale":"en-US","country":"US","platform":"Web","timezone":"America/Detroit","type":"clientInfo"}],"value":{"action":{"type":"Action.Execute","title":"Accept","verb":"invitation.answer","data":{"exchange":"{{{invitation.Exchange}}}","invitation":"{{{invitation.Invitation}}}","revision":"1","terms":"1","answer":"{{{answer}}}","note":"I bring {{{note}}} maps"}},"trigger":"manual"},"channelData":{"tenant":{"id":"11111111-1111-1111-1111-111111111111"}},"replyToId":"1","locale":"en-US","localTimezone":"America/Detroit"}""");
        return Encoding.UTF8.GetBytes($"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
    }

    private async Task<ReadOnlyMemory<byte>> ReadAsync()
    {
        var (count, head) = (0, -1);
        while (head < 0 || !IsWhole(_buffer.AsSpan(0, count), head))
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(count));
            if (read == 0)
                throw new IOException("The bot closed the connection.");
            count += read;
            if (head < 0 && _buffer.AsSpan(0, count).IndexOf("\r\n\r\n"u8) is >= 0 and var end)
                head = end + 4;
        }

        return _buffer.AsSpan().StartsWith("HTTP/1.1 200"u8) ? _buffer.AsMemory(head, count - head) : throw new IOException(Encoding.UTF8.GetString(_buffer, 0, count));
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer, int head)
    {
        var lengthAt = answer[..head].IndexOf("Content-Length: "u8);
        if (lengthAt < 0)
            return answer.EndsWith("\r\n0\r\n\r\n"u8);
        var digits = answer[(lengthAt + 16)..];
        return answer.Length - head >= int.Parse(digits[..digits.IndexOf("\r\n"u8)], CultureInfo.InvariantCulture);
    }
}
