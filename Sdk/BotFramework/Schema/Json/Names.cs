#nullable enable
using System.Text;

namespace Microsoft.Bot.Schema;

/// <summary>Names of members, and other short texts that come again and again: each is made once, as long as no other takes its place.</summary>
internal static class Names
{
    private const int Longest = 64;
    private const int Places = 256;
    private static readonly string?[] Kept = new string?[Places];

    public static string Read(ref Utf8JsonReader reader)
    {
        var name = reader.ValueSpan;
        if (reader.ValueIsEscaped || name.Length is 0 or > Longest) return reader.GetString()!;
        var place = ((name.Length * 31) + (name[0] * 7) + (name[name.Length / 2] * 13) + name[^1]) % Places;
        return Kept[place] is { } kept && Ascii.Equals(name, kept) ? kept : Kept[place] = reader.GetString()!;
    }
}
