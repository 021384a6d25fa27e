#nullable enable
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>
/// The words of one language that prompts say and understand. There is one for each file (<c>Languages/es.json</c>): another file
/// is another language. Phrases are parted by commas.
/// </summary>
internal sealed class Vocabulary
{
    private const string Fallback = "en";

    private static readonly Dictionary<string, Vocabulary> ByLanguage = Read();

    /// <summary>The language, by the two letters that locales begin with.</summary>
    public required string Language { get; init; }

    /// <summary>The answer yes, as it is offered.</summary>
    public required string SayYes { get; init; }

    /// <summary>The answer no, as it is offered.</summary>
    public required string SayNo { get; init; }

    /// <summary>The word between two choices.</summary>
    public required string SayOr { get; init; }

    /// <summary>Answers that mean yes.</summary>
    public required Phrases Yes { get; init; }

    /// <summary>Answers that mean no, though they may have a word for yes in them.</summary>
    public required Phrases No { get; init; }

    /// <summary>Answers that are neither, though they have a word of one in them.</summary>
    public required Phrases Neither { get; init; }

    /// <summary>Numbers that are one word.</summary>
    public required Phrases Numbers { get; init; }

    /// <summary>Words that multiply the number before them.</summary>
    public required Phrases Multipliers { get; init; }

    /// <summary>Words inside a number: two hundred <em>and</em> five.</summary>
    public required Phrases NumberJoins { get; init; }

    /// <summary>Words before a negative number.</summary>
    public required Phrases Minus { get; init; }

    /// <summary>Whether words count by twenties too: "quatre-vingts", "soixante-dix".</summary>
    public required bool CountsByScores { get; init; }

    /// <summary>The sign before decimals.</summary>
    public required char Decimal { get; init; }

    /// <summary>The sign between thousands; a space counts everywhere but in English.</summary>
    public required char Group { get; init; }

    /// <summary>Places in a list, from 1; from the end where negative: -1 is the last; 0 for a place that can't be told: the next.</summary>
    public required Phrases Ordinals { get; init; }

    /// <summary>What is written behind the digits of an ordinal.</summary>
    public required Phrases OrdinalEnds { get; init; }

    /// <summary>Months, from 1.</summary>
    public required Phrases Months { get; init; }

    /// <summary>Days of the week, from Monday, 1, to Sunday, 7.</summary>
    public required Phrases Weekdays { get; init; }

    /// <summary>Days by their distance from today.</summary>
    public required Phrases RelativeDays { get; init; }

    /// <summary>Weeks by their distance from this one, beside a day of the week: <em>next</em> Tuesday.</summary>
    public required Phrases RelativeWeeks { get; init; }

    /// <summary>Words before a span of time to come.</summary>
    public required Phrases In { get; init; }

    /// <summary>Spans of time, in days.</summary>
    public required Phrases Spans { get; init; }

    /// <summary>Words between the day, the month and the year.</summary>
    public required Phrases Of { get; init; }

    /// <summary>Words before a time of day; the value is the hour before which the part of the day can't begin, if they name one, else 24.</summary>
    public required Phrases At { get; init; }

    /// <summary>What is written behind an hour.</summary>
    public required Phrases HourEnds { get; init; }

    /// <summary>Words for a quarter or a half of an hour, before it or behind it, in minutes past the hour.</summary>
    public required Phrases Quarters { get; init; }

    /// <summary>Halves of the day, and other parts of it; the value is the hour before which the part can't begin.</summary>
    public required Phrases DayHalves { get; init; }

    /// <summary>Times with a name, in hours.</summary>
    public required Phrases NamedTimes { get; init; }

    /// <summary>Whether an hour up to 12 can be meant before and after noon.</summary>
    public required bool TwelveHours { get; init; }

    /// <summary>Locales in which the month comes before the day in numbers.</summary>
    public required string MonthFirst { get; init; }

    /// <summary>Words that may stand around an answer and say nothing.</summary>
    public required Phrases Fillers { get; init; }

    /// <summary>How dates and times are written in the language.</summary>
    [JsonIgnore]
    public CultureInfo Culture => CultureInfo.GetCultureInfo(Language);

    /// <summary>What stands between choices on one line.</summary>
    [JsonIgnore]
    public ChoiceFactoryOptions Marks => new() { InlineSeparator = ", ", InlineOr = $" {SayOr} ", InlineOrMore = $", {SayOr} ", IncludeNumbers = true };

    /// <summary>Finds the language of a locale; English stands in for those that aren't known.</summary>
    /// <param name="locale">Such as <c>fr-CA</c>; null for English.</param>
    public static Vocabulary For(string? locale) => ByLanguage.GetValueOrDefault(locale?.Split('-', '_')[0] ?? Fallback) ?? ByLanguage[Fallback];

    private static Dictionary<string, Vocabulary> Read()
    {
        var assembly = typeof(Vocabulary).Assembly;
        return assembly.GetManifestResourceNames().Where(n => n.StartsWith("Languages/", StringComparison.Ordinal)).Select(n =>
        {
            using var file = assembly.GetManifestResourceStream(n)!;
            return JsonSerializer.Deserialize(file, VocabularyJson.Default.Vocabulary)!;
        }).ToDictionary(words => words.Language, StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>Reads the file of a language; a table that is missing, or that no language has, is an error.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(Vocabulary))]
[JsonSerializable(typeof(Dictionary<int, string>))]
internal sealed partial class VocabularyJson : JsonSerializerContext;
