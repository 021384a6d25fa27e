using System.Collections.Immutable;
using System.Globalization;

namespace CoordinatorBot.Cards.Text;

/// <summary>A language the product speaks. There is one for each file of texts (<c>Text/es.json</c>): another file is another language.</summary>
public sealed class Language
{
    private const string Folder = "Text/";
    private const string Ending = ".json";

    private Language(string code) => Code = code;

    /// <summary>All of them, by code.</summary>
    public static ImmutableArray<Language> All { get; } =
    [
        .. typeof(Language).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal) && n.EndsWith(Ending, StringComparison.Ordinal))
            .Select(n => n[Folder.Length..^Ending.Length]).Order(StringComparer.Ordinal).Select(c => new Language(c)),
    ];

    /// <summary>English, the fallback.</summary>
    public static Language English { get; } = All.Single(l => l.Code == "en");

    /// <summary>The two-letter code: name of its file, <c>lang</c> of cards and pages.</summary>
    public string Code { get; }

    /// <summary>The culture that dates and numbers are written in.</summary>
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Texts.In(this)["format.culture"]);

    /// <summary>Which way it is written: <c>ltr</c> or <c>rtl</c>, for <c>dir</c> of pages and letters.</summary>
    public string Direction => Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The language of a locale such as <c>es-MX</c>; English where it isn't spoken here.</summary>
    public static Language Of(string? locale) => Find(locale) ?? English;

    /// <summary>The language of a locale such as <c>es-MX</c>; null where it isn't spoken here.</summary>
    public static Language? Find(string? locale) =>
        locale?.Length >= 2 ? All.FirstOrDefault(l => l.Code.Equals(locale[..2], StringComparison.OrdinalIgnoreCase)) : null;

    /// <summary>The name of a day of the week.</summary>
    public string DayName(DayOfWeek day) => Culture.DateTimeFormat.GetDayName(day);

    /// <inheritdoc/>
    public override string ToString() => Code;
}
