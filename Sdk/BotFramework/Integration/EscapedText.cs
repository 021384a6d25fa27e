#nullable enable
using System.Buffers.Text;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Text escaped in JSON.</summary>
internal static class EscapedText
{
    /// <summary>True if an escape is half of a character: such text can't be written as UTF-8 again, and fails wherever it is first used.</summary>
    public static bool HasLoneSurrogate(ReadOnlySpan<byte> json)
    {
        var expectLow = false;
        while (true)
        {
            var at = json.IndexOf((byte)'\\');
            if (at < 0 || at + 1 >= json.Length) return expectLow;
            if (expectLow && at != 0) return true;
            var unit = json[at + 1] == 'u' ? Unit(json[(at + 2)..]) : -1;
            var low = unit is >= 0xDC00 and <= 0xDFFF;
            if (low != expectLow) return true;
            expectLow = unit is >= 0xD800 and <= 0xDBFF;
            json = json[(at + (unit >= 0 ? 6 : 2))..];
        }
    }

    private static int Unit(ReadOnlySpan<byte> digits)
        => digits.Length >= 4 && Utf8Parser.TryParse(digits[..4], out int unit, out var read, 'x') && read == 4 ? unit : -1;
}
