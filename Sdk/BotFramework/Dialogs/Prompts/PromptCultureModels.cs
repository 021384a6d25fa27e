using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace Microsoft.Bot.Builder.Dialogs.Prompts;

/// <summary>The languages that prompts speak.</summary>
public static class PromptCultureModels
{
    /// <summary>English.</summary>
    public static PromptCultureModel English { get; } = Culture("en-us", " or ", "Yes", "No");

    /// <summary>Spanish.</summary>
    public static PromptCultureModel Spanish { get; } = Culture("es-es", " o ", "Sí", "No");

    /// <summary>French.</summary>
    public static PromptCultureModel French { get; } = Culture("fr-fr", " ou ", "Oui", "Non");

    /// <summary>All of them.</summary>
    public static PromptCultureModel[] GetSupportedCultures() => [English, Spanish, French];

    /// <summary>Finds the language spoken that a locale is a kind of: <c>fr-fr</c> for <c>fr-CA</c>.</summary>
    /// <param name="cultureCode">The locale.</param>
    /// <returns>The locale of the language; the locale itself, in lower case, if the language isn't spoken.</returns>
    public static string MapToNearestLanguage(string cultureCode)
    {
        ArgumentNullException.ThrowIfNull(cultureCode);
        return Find(cultureCode)?.Locale ?? cultureCode.ToLowerInvariant();
    }

    /// <summary>Finds what belongs to the language of a locale; what belongs to English where there is no other.</summary>
    internal static T Of<T>(Dictionary<string, T> byLocale, string locale)
        => byLocale.TryGetValue(MapToNearestLanguage(locale ?? English.Locale), out var found) || byLocale.TryGetValue(English.Locale, out found)
            ? found
            : default;

    /// <summary>The marks between choices of a language, in the form the choice factory takes.</summary>
    internal static ChoiceFactoryOptions Marks(this PromptCultureModel culture)
        => new(culture.Separator, culture.InlineOr, culture.InlineOrMore, true);

    private static PromptCultureModel Culture(string locale, string or, string yes, string no)
        => new() { Locale = locale, Separator = ", ", InlineOr = or, InlineOrMore = "," + or, YesInLanguage = yes, NoInLanguage = no };

    private static PromptCultureModel Find(string locale) => Vocabulary.LanguageOf(locale) switch
    {
        "en" => English,
        "es" => Spanish,
        "fr" => French,
        _ => null,
    };
}
