using System.Collections.Immutable;

namespace CoordinatorBot.Cards.Delegations;

/// <summary>Languages a nominee can work in: those often met in exchanges between cities. Each goes by its own name, as its speakers look for it.</summary>
public static class SpokenLanguages
{
    /// <summary>Two-letter codes (ISO 639-1) with the languages' own names; the product's own three first.</summary>
    public static ImmutableArray<(string Code, string Name)> All { get; } =
    [
        ("en", "English"), ("es", "Español"), ("fr", "Français"),
        ("am", "አማርኛ"), ("ar", "العربية"), ("bn", "বাংলা"), ("de", "Deutsch"), ("el", "Ελληνικά"), ("fa", "فارسی"), ("he", "עברית"), ("hi", "हिन्दी"), ("ht", "Kreyòl ayisyen"),
        ("it", "Italiano"), ("ja", "日本語"), ("ko", "한국어"), ("nl", "Nederlands"), ("pl", "Polski"), ("pt", "Português"), ("ro", "Română"), ("ru", "Русский"), ("so", "Soomaali"),
        ("sw", "Kiswahili"), ("tl", "Tagalog"), ("tr", "Türkçe"), ("uk", "Українська"), ("ur", "اردو"), ("vi", "Tiếng Việt"), ("zh", "中文"),
    ];

    /// <summary>Whether this is the code of one of them.</summary>
    public static bool Has(string code) => All.Any(l => l.Code == code);

    /// <summary>The name of a language; its code where it is none of these.</summary>
    public static string NameOf(string code) => All.FirstOrDefault(l => l.Code == code).Name ?? code;
}
