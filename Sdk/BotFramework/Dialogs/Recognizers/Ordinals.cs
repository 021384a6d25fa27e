#nullable enable
using System.Globalization;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>Understands places in a list: "the second one", "3rd", "twenty-first", "the last one".</summary>
internal static class Ordinals
{
    /// <summary>Finds the places named in a text, in its order; from the end where negative: -1 is the last.</summary>
    public static List<NumberFound> In(Lexemes text)
    {
        var found = new List<NumberFound>();
        for (var at = 0; at < text.Count;)
        {
            var start = at;
            if (TryRead(text, ref at, out var place))
                found.Add(new NumberFound(text[start].Start, text[at - 1].End, place));
            else
                at = start + 1;
        }
        return found;
    }

    /// <summary>Reads a place at a position of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The position; moved behind what was read.</param>
    /// <param name="place">The place.</param>
    public static bool TryRead(Lexemes text, ref int at, out int place)
    {
        if (text.Is(at, LexemeKind.Digits)) return TryReadDigits(text, ref at, out place);
        if (TryReadCompound(text, ref at, out place)) return true;
        return text.Language.Ordinals.Read(text, ref at, out place);
    }

    private static bool TryReadDigits(Lexemes text, ref int at, out int place)
    {
        var next = at + 1;
        if (!int.TryParse(text.Read(at), NumberStyles.None, CultureInfo.InvariantCulture, out place) || !text.IsGlued(next) || !text.Language.OrdinalEnds.Read(text, ref next))
            return false;
        at = next;
        return true;
    }

    /// <summary>Reads "twenty-first", "vigésimo primero", "dix-septième".</summary>
    private static bool TryReadCompound(Lexemes text, ref int at, out int place)
    {
        var next = at;
        place = 0;
        if (!(text.Language.Numbers.Read(text, ref next, out var tens) || text.Language.Ordinals.Read(text, ref next, out tens)) || tens < 10 || tens % 10 != 0)
            return false;
        if (!text.Language.NumberJoins.Read(text, ref next) && text.Is(next, "-")) next++;
        if (!text.Language.Ordinals.Read(text, ref next, out var ones) || ones is <= 0 or >= 10) return false;
        at = next;
        place = tens + ones;
        return true;
    }
}
