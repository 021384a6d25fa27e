using System.Globalization;
using System.Text;

using CoordinatorBot.Ports;

namespace CoordinatorBot.Edges.Mail;

/// <summary>A letter as a message of the Internet (RFC 5322): the same text plain and as HTML, the better one last (RFC 2046, 5.1.4).</summary>
internal static class MimeMessage
{
    /// <summary>The message.</summary>
    /// <param name="posting">The letter, with whom it is for.</param>
    /// <param name="from">The mailbox it comes from.</param>
    /// <param name="at">When it is sent.</param>
    /// <returns>ASCII with CRLF.</returns>
    /// <exception cref="ArgumentException">An address can't be written.</exception>
    public static byte[] Of(Posting posting, Correspondent from, DateTimeOffset at)
    {
        var boundary = $"=_{posting.Id}";
        var message = new StringBuilder();
        message.Append(MimeText.Ascii("Date", at.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)))
            .Append(MimeText.Header("From", from))
            .Append(MimeText.Header("To", posting.To));
        if (posting.ReplyTo is { } replyTo)
            message.Append(MimeText.Header("Reply-To", replyTo));
        message.Append(MimeText.Header("Subject", OneLine(posting.Letter.Subject)))
            .Append(MimeText.Ascii("Message-ID", IdOf(posting, from)))
            .Append(MimeText.Ascii("Content-Language", posting.Letter.Language.Code))
            // RFC 3834: absence notes are not to answer.
            .Append(MimeText.Ascii("Auto-Submitted", "auto-generated"))
            .Append(MimeText.Ascii("MIME-Version", "1.0"))
            .Append(MimeText.Ascii("Content-Type", $"multipart/alternative; boundary=\"{boundary}\""))
            .Append("\r\n");
        Part(message, boundary, "text/plain", posting.Letter.AsText());
        Part(message, boundary, "text/html", posting.Letter.AsHtml());
        return Encoding.ASCII.GetBytes(message.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n").ToString());
    }

    /// <summary>The Message-ID of a letter.</summary>
    public static string IdOf(Posting posting, Correspondent from)
    {
        var address = MimeText.AddressOf(from.Address);
        return $"<{posting.Id}{address[address.LastIndexOf('@')..]}>";
    }

    private static void Part(StringBuilder message, string boundary, string type, string text) => message
        .Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n")
        .Append(MimeText.Ascii("Content-Type", $"{type}; charset=utf-8"))
        .Append(MimeText.Ascii("Content-Transfer-Encoding", "quoted-printable"))
        .Append("\r\n")
        .Append(MimeText.QuotedPrintable(text))
        .Append("\r\n");

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
