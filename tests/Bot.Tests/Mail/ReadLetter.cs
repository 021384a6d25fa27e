using System.Text;
using System.Text.RegularExpressions;

namespace CoordinatorBot.Bot.Tests.Mail;

/// <summary>A message of the Internet, read as a mail program would: strict where the standards are.</summary>
public sealed partial class ReadLetter
{
    private ReadLetter(Dictionary<string, string> headers, string text, string html) => (Headers, Text, Html) = (headers, text, html);

    /// <summary>Headers by name, unfolded and decoded.</summary>
    public Dictionary<string, string> Headers { get; }

    /// <summary>The plain text; lines end in a line feed.</summary>
    public string Text { get; }

    /// <summary>The HTML.</summary>
    public string Html { get; }

    /// <summary>The address of the link it leads to.</summary>
    public Uri Link => new(Address().Match(Text).Value);

    /// <summary>Reads a message, and holds it to the rules for lines.</summary>
    public static ReadLetter Of(byte[] message)
    {
        Assert.DoesNotContain(message, b => b is > 126 or (< 32 and not 13 and not 10));
        var raw = Encoding.ASCII.GetString(message);
        Assert.DoesNotContain("\n", raw.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(raw.Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
        var (headers, body) = Split(raw);
        var boundary = Quoted().Match(headers["Content-Type"]).Groups[1].Value;
        Assert.StartsWith("multipart/alternative;", headers["Content-Type"], StringComparison.Ordinal);
        Assert.EndsWith($"\r\n--{boundary}--\r\n", body, StringComparison.Ordinal);
        var parts = body[..^$"\r\n--{boundary}--\r\n".Length].Split($"--{boundary}\r\n");
        Assert.Equal(3, parts.Length);
        return new ReadLetter(headers, Part(parts[1][..^2], "text/plain"), Part(parts[2], "text/html"));
    }

    private static string Part(string part, string type)
    {
        var (headers, body) = Split(part);
        Assert.Equal($"{type}; charset=utf-8", headers["Content-Type"]);
        Assert.Equal("quoted-printable", headers["Content-Transfer-Encoding"]);
        Assert.All(body.Split("\r\n"), line => Assert.InRange(line.Length, 0, 76));
        Assert.All(body.Split("\r\n"), line => Assert.False(line.EndsWith(' ')));
        var bytes = new List<byte>();
        var joined = body.Replace("=\r\n", "", StringComparison.Ordinal).Replace("\r\n", "\n", StringComparison.Ordinal);
        for (var i = 0; i < joined.Length; i++)
        {
            if (joined[i] == '=')
            {
                bytes.Add(Convert.ToByte(joined.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add((byte)joined[i]);
            }
        }

        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString([.. bytes]);
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string raw)
    {
        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = Folds().Replace(raw[..end], " ").Split("\r\n").ToDictionary(h => h[..h.IndexOf(':', StringComparison.Ordinal)], h => Decoded(h[(h.IndexOf(':', StringComparison.Ordinal) + 2)..]));
        return (headers, raw[(end + 4)..]);
    }

    // Blanks between encoded words are no part of the text (RFC 2047, 6.2).
    private static string Decoded(string value) => EncodedWord().Replace(
        BetweenWords().Replace(value, "?="), m => Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups[1].Value)));

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Folds();

    [GeneratedRegex(@"\?=\s+(?==\?)")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=")]
    private static partial Regex EncodedWord();

    [GeneratedRegex("boundary=\"([^\"]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();
}
