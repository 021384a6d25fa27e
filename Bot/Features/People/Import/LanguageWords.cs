using System.Collections.Frozen;

using CoordinatorBot.Cards.Delegations;

namespace CoordinatorBot.Features.People.Import;

/// <summary>Languages by their two-letter code, their own name, and their names in English, Spanish and French.</summary>
internal static class LanguageWords
{
    private static readonly FrozenDictionary<string, string> ByWords = Names();

    /// <summary>The code of the language that a cell names; of several the first. Null for none that is known.</summary>
    public static string? Guess(string cell)
    {
        foreach (var part in cell.Split([',', ';', '/', '+', '&', '|', '('], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (Named(part) is { } code)
                return code;
        return null;
    }

    // "es", "Spanish", "es-MX", "pt_BR".
    private static string? Named(string part)
    {
        var said = CellText.Fold(part);
        if (ByWords.TryGetValue(said, out var code))
            return code;
        return said.Length == 5 && said[2] == ' ' && ByWords.TryGetValue(said[..2], out code) ? code : null;
    }

    private static FrozenDictionary<string, string> Names()
    {
        var words = PhraseTable.Of(
        [
            ("en", "english|ingles|inglesa|anglais"), ("es", "spanish|castilian|castellano|espagnol"), ("fr", "french|frances|francesa"),
            ("pt", "portuguese|portugues|portugais"), ("de", "german|aleman|alemana|allemand"), ("it", "italian|italien"),
            ("nl", "dutch|neerlandes|holandes|neerlandais"), ("pl", "polish|polaco|polonais"), ("ro", "romanian|rumano|roumain"),
            ("uk", "ukrainian|ucraniano|ukrainien"), ("ru", "russian|ruso|russe"), ("el", "greek|griego|grec"), ("tr", "turkish|turco|turc"),
            ("ar", "arabic|arabe"), ("he", "hebrew|hebreo|hebreu"), ("fa", "persian|farsi|persa|persan"), ("hi", "hindi"), ("bn", "bengali|bangla"),
            ("ur", "urdu|ourdou"), ("zh", "chinese|mandarin|cantonese|chino|mandarin chinese|chinois"), ("ja", "japanese|japones|japonais"),
            ("ko", "korean|coreano|coreen"), ("vi", "vietnamese|vietnamita|vietnamien"), ("tl", "tagalog|filipino"), ("ht", "haitian creole|haitian|criollo haitiano|creole haitien|creole"),
            ("so", "somali|somalien"), ("sw", "swahili|suajili"), ("am", "amharic|amharico|amharique"),
        ]).ToDictionary(StringComparer.Ordinal);
        foreach (var (code, name) in SpokenLanguages.All)
        {
            words.TryAdd(code, code);
            words.TryAdd(CellText.Fold(name), code);
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
