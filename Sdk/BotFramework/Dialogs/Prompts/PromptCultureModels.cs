using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Builder.Dialogs.Recognizers;

namespace Microsoft.Bot.Builder.Dialogs.Prompts;

/// <summary>The languages that prompts speak.</summary>
public static class PromptCultureModels
{
    /// <summary>English.</summary>
    public static PromptCultureModel English { get; } = new()
    {
        Locale = "en-us", Separator = ", ", InlineOr = " or ", InlineOrMore = ", or ", YesInLanguage = "Yes", NoInLanguage = "No",
    };

    /// <summary>Spanish.</summary>
    public static PromptCultureModel Spanish { get; } = new()
    {
        Locale = "es-es", Separator = ", ", InlineOr = " o ", InlineOrMore = ", o ", YesInLanguage = "Sí", NoInLanguage = "No",
    };

    /// <summary>French.</summary>
    public static PromptCultureModel French { get; } = new()
    {
        Locale = "fr-fr", Separator = ", ", InlineOr = " ou ", InlineOrMore = ", ou ", YesInLanguage = "Oui", NoInLanguage = "Non",
    };

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

    private static PromptCultureModel Find(string locale) => Vocabulary.LanguageOf(locale) switch
    {
        "en" => English,
        "es" => Spanish,
        "fr" => French,
        _ => null,
    };
}
