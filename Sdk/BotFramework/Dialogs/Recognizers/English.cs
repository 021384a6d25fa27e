#nullable enable
namespace Microsoft.Bot.Builder.Dialogs.Recognizers;

/// <summary>What is understood in English.</summary>
internal static class English
{
    /// <summary>The words.</summary>
    public static Vocabulary Vocabulary { get; } = new()
    {
        YesNo = new()
        {
            { true, "yes", "y", "yep", "yup", "yeah", "sure", "ok", "okay", "agree", "true", "👍", "👌" },
            { false, "no", "n", "nope", "nop", "false", "disagree", "not ok", "not okay", "not agree", "don t agree", "👎", "✋" },
            { null, "not sure", "not true", "not false", "no idea" },
        },
        Numbers = new()
        {
            { 0, "zero" }, { 1, "one" }, { 2, "two" }, { 3, "three" }, { 4, "four" }, { 5, "five" }, { 6, "six" }, { 7, "seven" }, { 8, "eight" }, { 9, "nine" },
            { 10, "ten" }, { 11, "eleven" }, { 12, "twelve" }, { 13, "thirteen" }, { 14, "fourteen" }, { 15, "fifteen" }, { 16, "sixteen" },
            { 17, "seventeen" }, { 18, "eighteen" }, { 19, "nineteen" }, { 20, "twenty" }, { 30, "thirty" }, { 40, "forty" }, { 50, "fifty" },
            { 60, "sixty" }, { 70, "seventy" }, { 80, "eighty" }, { 90, "ninety" },
        },
        Multipliers = new() { { 12, "dozen" }, { 100, "hundred" }, { 1000, "thousand" }, { 1_000_000, "million" } },
        NumberJoins = new() { { 0, "and" } },
        Minus = new() { { -1, "minus", "negative" } },
        Decimal = '.',
        Group = ',',
        Ordinals = new()
        {
            { 1, "first" }, { 2, "second" }, { 3, "third" }, { 4, "fourth" }, { 5, "fifth" }, { 6, "sixth" }, { 7, "seventh" }, { 8, "eighth" },
            { 9, "ninth" }, { 10, "tenth" }, { 11, "eleventh" }, { 12, "twelfth" }, { 13, "thirteenth" }, { 14, "fourteenth" }, { 15, "fifteenth" },
            { 16, "sixteenth" }, { 17, "seventeenth" }, { 18, "eighteenth" }, { 19, "nineteenth" }, { 20, "twentieth" }, { 30, "thirtieth" },
            { -1, "last" }, { -2, "penultimate", "last but one", "next to last", "second to last", "second last" }, { -3, "third to last", "third last" },
        },
        OrdinalEnds = new() { { 0, "st", "nd", "rd", "th" } },
        Months = new()
        {
            { 1, "january", "jan" }, { 2, "february", "feb" }, { 3, "march", "mar" }, { 4, "april", "apr" }, { 5, "may" }, { 6, "june", "jun" },
            { 7, "july", "jul" }, { 8, "august", "aug" }, { 9, "september", "sept", "sep" }, { 10, "october", "oct" }, { 11, "november", "nov" },
            { 12, "december", "dec" },
        },
        Weekdays = new()
        {
            { 1, "monday", "mon" }, { 2, "tuesday", "tue", "tues" }, { 3, "wednesday", "wed" }, { 4, "thursday", "thu", "thur", "thurs" },
            { 5, "friday", "fri" }, { 6, "saturday", "sat" }, { 7, "sunday", "sun" },
        },
        RelativeDays = new() { { 0, "today" }, { 1, "tomorrow" }, { -1, "yesterday" }, { 2, "day after tomorrow" }, { -2, "day before yesterday" } },
        RelativeWeeks = new() { { 1, "next" }, { 0, "this" }, { -1, "last" } },
        In = new() { { 0, "in" } },
        Spans = new() { { 1, "day", "days" }, { 7, "week", "weeks" } },
        Of = new() { { 0, "of" } },
        At = new() { { 0, "at" } },
        HourEnds = new() { { 0, "o clock", "h" } },
        DayHalves = new() { { 0, "am", "a m", "in the morning" }, { 12, "pm", "p m", "in the afternoon", "in the evening", "at night" } },
        NamedTimes = new() { { 12, "noon", "midday" }, { 0, "midnight" } },
        TwelveHours = true,
        Fillers = new() { { 0, "on", "the", "please" } },
    };
}
