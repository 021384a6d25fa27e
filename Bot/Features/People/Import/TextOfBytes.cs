using System.Text;

namespace CoordinatorBot.Features.People.Import;

/// <summary>Text from a file whose encoding nobody names: a byte order mark decides, then the shape of the bytes.</summary>
internal static class TextOfBytes
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text, or why there is none.</summary>
    public static (string Text, NotText? Refusal) Decode(ReadOnlySpan<byte> bytes)
    {
        if (OfficeFile(bytes) is { } kind)
            return ("", new NotText(kind));
        return bytes switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => (Utf8OrWindows(rest), null),
            [0xFF, 0xFE, 0, 0, .. var rest] => (new UTF32Encoding(bigEndian: false, byteOrderMark: false).GetString(rest), null),
            [0, 0, 0xFE, 0xFF, .. var rest] => (new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(rest), null),
            [0xFF, 0xFE, .. var rest] => (Encoding.Unicode.GetString(rest), null),
            [0xFE, 0xFF, .. var rest] => (Encoding.BigEndianUnicode.GetString(rest), null),
            _ when bytes.Contains((byte)0) => Utf16(bytes),
            _ => (Utf8OrWindows(bytes), null),
        };
    }

    private static string? OfficeFile(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'P', (byte)'K', 3, 4, ..] => "xlsx",
        [0xD0, 0xCF, 0x11, 0xE0, ..] => "xls",
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "pdf",
        _ => null,
    };

    // Text has no zero byte but as half of a UTF-16 unit; the delimiters and line breaks, below 256 in any script, show which half.
    private static (string, NotText?) Utf16(ReadOnlySpan<byte> bytes)
    {
        int even = 0, odd = 0;
        for (var i = 0; i < bytes.Length; i++)
            if (bytes[i] == 0)
                _ = i % 2 == 0 ? even++ : odd++;
        if (even > 3 * odd)
            return (Encoding.BigEndianUnicode.GetString(bytes), null);
        if (odd > 3 * even)
            return (Encoding.Unicode.GetString(bytes), null);
        return bytes.Length - even - odd > 20 * (even + odd) ? (Utf8OrWindows(bytes), null) : ("", new NotText("binary"));
    }

    private static string Utf8OrWindows(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(bytes);
        }
    }
}
