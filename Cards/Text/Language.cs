using System.Globalization;

namespace CoordinatorBot.Cards.Text;

/// <summary>A language the product speaks. Another one is one file more.</summary>
public enum Language
{
    /// <summary>English, the fallback.</summary>
    English,

    /// <summary>Spanish.</summary>
    Spanish,

    /// <summary>French.</summary>
    French,
}

/// <summary>Codes and formats of languages.</summary>
public static class Languages
{
    /// <summary>The two-letter code: name of the resource file, <c>lang</c> of cards and pages.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.English => "en",
        Language.Spanish => "es",
        Language.French => "fr",
    };

    /// <summary>The language of a locale such as <c>es-MX</c>; English where it isn't spoken here.</summary>
    public static Language Of(string? locale) => Find(locale) ?? Language.English;

    /// <summary>The language of a locale such as <c>es-MX</c>; null where it isn't spoken here.</summary>
    public static Language? Find(string? locale) => locale?.Length >= 2
        ? Enum.GetValues<Language>().Cast<Language?>().FirstOrDefault(l => l!.Value.Code().Equals(locale[..2], StringComparison.OrdinalIgnoreCase))
        : null;

    /// <summary>The culture that dates and numbers are written in.</summary>
    public static CultureInfo Culture(this Language language) => language switch
    {
        Language.English => English,
        Language.Spanish => Spanish,
        Language.French => French,
    };

    /// <summary>Which way it is written: <c>ltr</c> or <c>rtl</c>, for <c>dir</c> of pages and letters.</summary>
    public static string Direction(this Language language) => language.Culture().TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The name of a day of the week.</summary>
    public static string DayName(this Language language, DayOfWeek day) => language.Culture().DateTimeFormat.GetDayName(day);

    // British order: a date that names its month reads the same on both sides of the ocean.
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly CultureInfo Spanish = CultureInfo.GetCultureInfo("es-ES");
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
}
