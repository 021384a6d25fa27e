using System.Buffers;
using System.Globalization;
using System.Text;

namespace CoordinatorBot.Edges.Mail;

/// <summary>How text is written in a message of the Internet: 7-bit, in short lines (RFC 5322, RFC 2045, RFC 2047).</summary>
internal static class MimeText
{
    // RFC 5322, 2.1.1: lines should have at most 78 characters; RFC 2047, 2: an encoded word at most 75, and here so few that a header's name fits before it.
    private const int LineMost = 78, EncodedWordMost = 64;
    private static readonly SearchValues<char> NeverInAddress = SearchValues.Create("<>(),;:\\\" \t\r\n");
    private const string WordStart = "=?utf-8?B?", WordEnd = "?=";

    // RFC 2045, 6.7 (5): encoded lines have at most 76 characters, the soft break included.
    private const int QuotedMost = 76;

    /// <summary>A header whose value is text: plain where that is possible, otherwise as encoded words; folded.</summary>
    public static string Header(string name, string value) => Folded(name, IsPlain(value) ? value.Split(' ') : EncodedWords(value));

    /// <summary>A header with one address.</summary>
    public static string Header(string name, Ports.Correspondent who) =>
        Folded(name, [.. Phrase(who.Name.ReplaceLineEndings(" ").Trim()), $"<{AddressOf(who.Address)}>"]);

    /// <summary>A header whose value is ASCII of known shape: folded at its blanks.</summary>
    public static string Ascii(string name, string value) => Folded(name, value.Split(' '));

    /// <summary>An address as it goes over the wire: a domain of other letters in its ASCII form.</summary>
    /// <exception cref="ArgumentException">It can't be written: letters beyond ASCII before the @, or no address at all.</exception>
    public static string AddressOf(string address)
    {
        var at = address.LastIndexOf('@');
        if (at <= 0 || address.AsSpan(0, at).ContainsAnyExceptInRange('!', '~') || address.AsSpan().ContainsAny(NeverInAddress))
            throw new ArgumentException("It is not a mail address that can be written to.", nameof(address));
        return $"{address[..at]}@{new IdnMapping().GetAscii(address[(at + 1)..])}";
    }

    /// <summary>A body in quoted-printable; line feeds become CRLF.</summary>
    public static string QuotedPrintable(string text)
    {
        var result = new StringBuilder(text.Length + (text.Length / 4));
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var length = 0;
            var bytes = Encoding.UTF8.GetBytes(line);
            for (var i = 0; i < bytes.Length; i++)
            {
                var token = Token(bytes[i], isLast: i == bytes.Length - 1);
                if (length + token.Length > QuotedMost - 1)
                {
                    result.Append("=\r\n");
                    length = 0;
                }

                result.Append(token);
                length += token.Length;
            }

            result.Append("\r\n");
        }

        // The text's own last line feed ended the last line already.
        result.Length -= 2;
        return result.ToString();
    }

    // A blank at the end of a line gets lost on the way.
    private static string Token(byte b, bool isLast) => b is >= (byte)' ' and <= (byte)'~' and not (byte)'=' && !(b is (byte)' ' && isLast) ? ((char)b).ToString() : $"={b:X2}";

    private static string Folded(string name, IEnumerable<string> words)
    {
        var result = new StringBuilder(name).Append(':');
        var length = result.Length;
        foreach (var word in words)
        {
            if (length + 1 + word.Length > LineMost && length > name.Length + 1)
            {
                result.Append("\r\n");
                length = 0;
            }

            result.Append(' ').Append(word);
            length += 1 + word.Length;
        }

        return result.Append("\r\n").ToString();
    }

    private static IEnumerable<string> Phrase(string name)
    {
        if (!IsPlain(name))
            return EncodedWords(name);
        return name.Length == 0 ? [] : [$"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""];
    }

    // Text that would be read as an encoded word is encoded, too. Words that are too long for a line can't be folded otherwise.
    private static bool IsPlain(string text) =>
        !text.AsSpan().ContainsAnyExceptInRange(' ', '~') && !text.Contains("=?", StringComparison.Ordinal)
        && text == text.Trim() && !text.Contains("  ", StringComparison.Ordinal) && text.Split(' ').All(w => w.Length < LineMost / 2);

    // No character is split between two words.
    private static IEnumerable<string> EncodedWords(string text)
    {
        const int most = (EncodedWordMost - 12) / 4 * 3;
        var bytes = new List<byte>();
        foreach (var rune in text.EnumerateRunes())
        {
            var one = Encoding.UTF8.GetBytes(rune.ToString());
            if (bytes.Count + one.Length > most)
            {
                yield return WordStart + Convert.ToBase64String([.. bytes]) + WordEnd;
                bytes.Clear();
            }

            bytes.AddRange(one);
        }

        if (bytes.Count > 0)
            yield return WordStart + Convert.ToBase64String([.. bytes]) + WordEnd;
    }
}
