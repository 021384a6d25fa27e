using System.Text;

namespace CoordinatorBot.Bot.Tests.Import;

/// <summary>Files as people send them: text in an encoding, the repository's data and samples.</summary>
internal static class SentFile
{
    public static readonly TheoryData<string> Encodings =
        ["utf-8", "utf-8 with mark", "utf-16 LE", "utf-16 LE with mark", "utf-16 BE", "utf-16 BE with mark", "windows-1252"];

    public static byte[] Encoded(string text, string encoding)
    {
        Encoding how = encoding switch
        {
            _ when encoding.StartsWith("utf-8", StringComparison.Ordinal) => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            _ when encoding.StartsWith("utf-16 LE", StringComparison.Ordinal) => Encoding.Unicode,
            _ when encoding.StartsWith("utf-16 BE", StringComparison.Ordinal) => Encoding.BigEndianUnicode,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        };
        return encoding.EndsWith("mark", StringComparison.Ordinal) ? [.. how.GetPreamble(), .. how.GetBytes(text)] : how.GetBytes(text);
    }

    public static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    public static string Roster(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "roster", name));

    public static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(Samples, name));

    public static IEnumerable<string> SampleNames() => Directory.GetFiles(Samples).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    /// <summary>A record in RFC 4180's grammar.</summary>
    public static string Record(IEnumerable<string> values, char delimiter) => string.Join(delimiter, values.Select(v => Value(v, delimiter)));

    private static string Value(string value, char delimiter) =>
        value.AsSpan().ContainsAny([delimiter, '"', '\r', '\n']) || value.Trim() != value
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;

    private static string Samples => Path.Combine(AppContext.BaseDirectory, "samples", "nominees");
}
