using System.Globalization;
using System.Text.RegularExpressions;

using CoordinatorBot.Cards.Text;

namespace CoordinatorBot.Features.Digests;

/// <summary>Reads what follows the word "digest": nothing, <c>daily 8:30</c>, <c>weekly Tuesday 09:00</c>, <c>now</c>, <c>off</c>; in the person's language or English.</summary>
internal static partial class DigestWords
{
    /// <summary>What is asked for.</summary>
    internal enum Ask
    {
        /// <summary>To subscribe, or to hear how it stands.</summary>
        Here,

        /// <summary>Every day.</summary>
        Daily,

        /// <summary>Once a week.</summary>
        Weekly,

        /// <summary>At once.</summary>
        Now,

        /// <summary>No more.</summary>
        Off,
    }

    /// <summary>What was read.</summary>
    /// <param name="Kind">What is asked for.</param>
    /// <param name="At">The time; null where none was named.</param>
    /// <param name="Day">The day of a weekly digest; null where none was named.</param>
    internal sealed record Wish(Ask Kind, TimeOnly? At, DayOfWeek? Day);

    /// <summary>Reads it; null when it is something else.</summary>
    public static Wish? Read(string argument, Texts texts)
    {
        Ask? kind = null;
        TimeOnly? at = null;
        DayOfWeek? day = null;
        foreach (var word in argument.ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Time(word) is { } time)
                at = time;
            else if (Day(word, texts) is { } named)
                day = named;
            else if (Kind(word, texts) is { } known && kind is null)
                kind = known;
            else if (!Filler().IsMatch(word))
                return null;
        }

        kind ??= day is not null ? Ask.Weekly : at is not null ? Ask.Daily : Ask.Here;
        return new Wish(kind.Value, at, day);
    }

    private static Ask? Kind(string word, Texts texts)
    {
        foreach (var ask in new[] { Ask.Daily, Ask.Weekly, Ask.Now, Ask.Off })
            foreach (var language in new[] { texts, Texts.In(Language.English) })
                if (language[$"digest.words.{ask.ToString().ToLowerInvariant()}"].Split('|').Contains(word))
                    return ask;
        return null;
    }

    private static DayOfWeek? Day(string word, Texts texts)
    {
        foreach (var day in Enum.GetValues<DayOfWeek>())
            foreach (var language in new[] { texts.Language, Language.English })
            {
                var name = language.DayName(day).ToLower(CultureInfo.InvariantCulture);
                if (word == name || (word.Length >= 3 && name.StartsWith(word, StringComparison.Ordinal)) || word == name + "s")
                    return day;
            }

        return null;
    }

    private static TimeOnly? Time(string word)
    {
        var match = Clock().Match(word);
        if (!match.Success)
            return null;
        var hour = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["half"].Value is "pm" && hour < 12)
            hour += 12;
        else if (match.Groups["half"].Value is "am" && hour == 12)
            hour = 0;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    [GeneratedRegex("^(?<h>[0-9]{1,2})(?:[:h.](?<m>[0-9]{2})?)?(?<half>am|pm)?$")]
    private static partial Regex Clock();

    [GeneratedRegex("^(at|on|the|every|each|a|à|las|los|el|cada|le|chaque|les)$")]
    private static partial Regex Filler();
}
