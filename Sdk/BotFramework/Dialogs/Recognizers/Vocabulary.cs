#nullable enable
namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>The words of one language that prompts understand; written in lower case, without accents or apostrophes.</summary>
internal sealed class Vocabulary
{
    /// <summary>Answers to a question for yes or no; null where an answer is neither, though it has a word of one in it.</summary>
    public required Phrases<bool?> YesNo { get; init; }

    /// <summary>Numbers that are one word.</summary>
    public required Phrases<int> Numbers { get; init; }

    /// <summary>Words that multiply the number before them.</summary>
    public required Phrases<int> Multipliers { get; init; }

    /// <summary>Words inside a number: two hundred <em>and</em> five.</summary>
    public required Phrases<int> NumberJoins { get; init; }

    /// <summary>Words before a negative number; the value is the sign.</summary>
    public required Phrases<int> Minus { get; init; }

    /// <summary>Whether words count by twenties too: "quatre-vingts", "soixante-dix".</summary>
    public bool CountsByScores { get; init; }

    /// <summary>The sign before decimals.</summary>
    public required char Decimal { get; init; }

    /// <summary>The sign between thousands; a space counts everywhere but in English.</summary>
    public required char Group { get; init; }

    /// <summary>Places in a list, from 1; from the end where negative: -1 is the last.</summary>
    public required Phrases<int> Ordinals { get; init; }

    /// <summary>What is written behind the digits of an ordinal.</summary>
    public required Phrases<int> OrdinalEnds { get; init; }

    /// <summary>Months, from 1.</summary>
    public required Phrases<int> Months { get; init; }

    /// <summary>Days of the week, from Monday, 1, to Sunday, 7.</summary>
    public required Phrases<int> Weekdays { get; init; }

    /// <summary>Days by their distance from today.</summary>
    public required Phrases<int> RelativeDays { get; init; }

    /// <summary>Weeks by their distance from this one, beside a day of the week: <em>next</em> Tuesday.</summary>
    public required Phrases<int> RelativeWeeks { get; init; }

    /// <summary>Words before a span of time to come.</summary>
    public required Phrases<int> In { get; init; }

    /// <summary>Spans of time, in days.</summary>
    public required Phrases<int> Spans { get; init; }

    /// <summary>Words between the day, the month and the year.</summary>
    public required Phrases<int> Of { get; init; }

    /// <summary>Words before a time of day.</summary>
    public required Phrases<int> At { get; init; }

    /// <summary>What is written behind an hour.</summary>
    public required Phrases<int> HourEnds { get; init; }

    /// <summary>Halves of the day; the value is the hour at which the half begins.</summary>
    public required Phrases<int> DayHalves { get; init; }

    /// <summary>Times with a name, in hours.</summary>
    public required Phrases<int> NamedTimes { get; init; }

    /// <summary>Whether an hour up to 12 can be meant before and after noon.</summary>
    public required bool TwelveHours { get; init; }

    /// <summary>Words that may stand around an answer and say nothing.</summary>
    public required Phrases<int> Fillers { get; init; }

    /// <summary>Finds the language of a locale; English stands in for those that aren't known.</summary>
    /// <param name="locale">Such as <c>fr-CA</c>; null for English.</param>
    public static Vocabulary For(string? locale) => LanguageOf(locale) switch
    {
        "es" => Spanish.Vocabulary,
        "fr" => French.Vocabulary,
        _ => English.Vocabulary,
    };

    /// <summary>The language of a locale, in lower case: <c>fr</c> of <c>fr-CA</c>; empty if there is none.</summary>
    public static string LanguageOf(string? locale)
        => locale is { Length: >= 2 } && (locale.Length == 2 || locale[2] is '-' or '_') ? locale[..2].ToLowerInvariant() : string.Empty;
}
