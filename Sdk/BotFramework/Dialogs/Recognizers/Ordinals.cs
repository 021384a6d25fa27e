#nullable enable
namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>Understands places in a list: "the second one", "3rd", "twenty-first", "the last one".</summary>
internal static class Ordinals
{
    /// <summary>Finds the places named in a text, in its order, from 1; from the end where negative: -1 is the last.</summary>
    /// <param name="written">The text.</param>
    /// <param name="locale">Its language; null for English.</param>
    public static List<int> In(string written, string? locale)
    {
        var text = new Scanner(written, locale);
        var found = new List<int>();
        while (!text.Ended)
        {
            if (Read(text) is { } place) found.Add(place);
            else text.At++;
        }
        return found;
    }

    /// <summary>Reads a place in a list that comes next.</summary>
    public static int? Read(Scanner text) => text.Try(() => ReadDigits(text)) ?? text.Try(() => ReadCompound(text)) ?? text.Take(text.Words.Ordinals);

    /// <summary>Reads "3rd", "3º", and "3.º", as it is in Spanish by the book.</summary>
    private static int? ReadDigits(Scanner text)
        => text.TakeDigits(9) is { } place && text.IsGlued() && (!text.Skip(".") || text.IsGlued()) && text.Skip(text.Words.OrdinalEnds) ? place : null;

    /// <summary>Reads "twenty-first", "vigésimo primero", "dix-septième".</summary>
    private static int? ReadCompound(Scanner text)
    {
        if ((text.Take(text.Words.Numbers) ?? text.Take(text.Words.Ordinals)) is not { } tens || tens < 10 || tens % 10 != 0) return null;
        Numbers.SkipJoin(text);
        return text.Take(text.Words.Ordinals) is > 0 and < 10 and var ones ? tens + ones : null;
    }
}
