using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

using CoordinatorBot.Cards.Text;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Features.Exchanges.Typed;

/// <summary>What somebody wrote for the dates of an exchange, as far as it can be read.</summary>
public abstract record DatesReading
{
    /// <summary>Read. Whether the days can be met is for the domain to say.</summary>
    /// <param name="First">First day.</param>
    /// <param name="Last">Last day.</param>
    public sealed record Days(DateOnly First, DateOnly Last) : DatesReading;

    /// <summary>"3/5/2027": the third of May or the fifth of March, depending on who writes.</summary>
    public sealed record EitherWay : DatesReading;

    /// <summary>A day the calendar doesn't have: "31 June".</summary>
    public sealed record NoSuchDay : DatesReading;

    /// <summary>No dates in it that can be read.</summary>
    public sealed record NotUnderstood : DatesReading;
}

/// <summary>
/// Reads dates as people write them in English, Spanish and French: "3-5 May 2027", "del 3 al 5 de mayo", "2027-05-03 to 2027-05-05",
/// "dans 16 semaines, 2 jours". The month by its name, or in the order of ISO 8601.
/// </summary>
public static partial class DatesText
{
    /// <summary>Days an exchange lasts where only its beginning is said as a time from now.</summary>
    public const int UsualDays = ExchangeDefaults.UsualDays;

    private const int Longest = 200;

    private static readonly FrozenDictionary<string, int> Months = Numbered(
        "january janvier enero jan janv ene", "february fevrier febrero feb fevr fev", "march mars marzo mar", "april avril abril apr avr abr",
        "may mai mayo", "june juin junio jun", "july juillet julio jul juil", "august aout agosto aug ago", "september septembre septiembre setiembre sep sept",
        "october octobre octubre oct", "november novembre noviembre nov", "december decembre diciembre dec dic");

    private static readonly FrozenDictionary<string, int> Units = Numbered("day days dia dias jour jours", "week weeks semana semanas semaine semaines", "month months mes meses mois");

    /// <summary>Reads the dates.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="today">Today where the exchange takes place: a date without a year is the next such day.</param>
    /// <param name="language">Decides the order of numbers alone: Spanish and French write the day first, English either way.</param>
    public static DatesReading Read(string text, DateOnly today, Language language)
    {
        if (text.Length > Longest)
            return new DatesReading.NotUnderstood();
        var folded = CommandTable.Fold(text);
        var iso = Iso().Matches(folded);
        if (iso.Count > 0)
            return Whole([.. iso.Select(m => (Number(m, 1), Number(m, 2), Number(m, 3)))]);
        var slashed = Slashed().Matches(folded);
        if (slashed.Count > 0)
            return OfNumbers(slashed, language);
        var words = Words().Matches(folded).Select(m => m.Value).ToList();
        return OfWords(words, today);
    }

    private static DatesReading OfNumbers(MatchCollection dates, Language language)
    {
        var read = dates.Select(m => (First: Number(m, 1), Second: Number(m, 2), Year: Number(m, 3))).ToList();
        var monthFirst = read.Any(d => d.Second > 12);
        if (language == Language.English && !monthFirst && read.All(d => d.First <= 12 && d.First != d.Second))
            return new DatesReading.EitherWay();
        return Whole([.. read.Select(d => monthFirst ? (d.Year, d.First, d.Second) : (d.Year, d.Second, d.First))]);
    }

    private static DatesReading Whole(List<(int Year, int Month, int Day)> dates) => dates switch
    {
        [var only] => Days(only, only),
        [var first, var last] => Days(first, last),
        _ => new DatesReading.NotUnderstood(),
    };

    private static DatesReading OfWords(List<string> words, DateOnly today)
    {
        var days = new List<int>();
        var months = new List<int>();
        var years = new List<int>();
        var spans = new List<(int Count, int Unit)>();
        for (var i = 0; i < words.Count; i++)
        {
            if (Months.TryGetValue(words[i], out var month))
                months.Add(month);
            else if (!int.TryParse(words[i], CultureInfo.InvariantCulture, out var number))
                continue;
            else if (i + 1 < words.Count && Units.TryGetValue(words[i + 1], out var unit))
                spans.Add((number, unit));
            else
                (words[i].Length == 4 ? years : days).Add(number);
        }

        if (spans.Any(s => s.Count is < 1 or > 999))
            return new DatesReading.NotUnderstood();
        return months.Count == 0 && days.Count == 0 && years.Count == 0 ? FromNow(spans, today) : Named(days, months, years, spans, today);
    }

    // "In 16 weeks, 2 days": when, then how long.
    private static DatesReading FromNow(List<(int Count, int Unit)> spans, DateOnly today)
    {
        if (spans.Count is 0 or > 2 || (spans.Count == 2 && spans[1].Unit != 1))
            return new DatesReading.NotUnderstood();
        var (count, unit) = spans[0];
        var first = unit == 3 ? today.AddMonths(count) : today.AddDays(unit == 2 ? 7 * count : count);
        return new DatesReading.Days(first, first.AddDays((spans.Count == 2 ? spans[1].Count : UsualDays) - 1));
    }

    private static DatesReading Named(List<int> days, List<int> months, List<int> years, List<(int Count, int Unit)> spans, DateOnly today)
    {
        if (days.Count is 0 or > 2 || months.Count is 0 or > 2 || years.Count > 2 || (months.Count == 2 && days.Count == 1) || spans.Count > 1)
            return new DatesReading.NotUnderstood();
        if (spans is [{ Unit: not 1 }] || (spans.Count == 1 && days.Count == 2))
            return new DatesReading.NotUnderstood();
        var turns = months[^1] < months[0];
        var lastYear = years.Count > 0 ? years[^1] : NextYear(months[0], days[0], today) + (turns ? 1 : 0);
        var firstYear = years.Count == 2 ? years[0] : lastYear - (turns ? 1 : 0);
        var read = Days((firstYear, months[0], days[0]), (lastYear, months[^1], days[^1]));
        return read is DatesReading.Days d && spans is [{ Count: var lasting }] ? d with { Last = d.First.AddDays(lasting - 1) } : read;
    }

    private static int NextYear(int month, int day, DateOnly today) => (month, day).CompareTo((today.Month, today.Day)) > 0 ? today.Year : today.Year + 1;

    private static DatesReading Days((int Year, int Month, int Day) first, (int Year, int Month, int Day) last) =>
        Date(first) is { } from && Date(last) is { } to ? new DatesReading.Days(from, to) : new DatesReading.NoSuchDay();

    private static DateOnly? Date((int Year, int Month, int Day) d) =>
        d.Year is >= 1900 and <= 9000 && d.Month is >= 1 and <= 12 && d.Day >= 1 && d.Day <= DateTime.DaysInMonth(d.Year, d.Month)
            ? new DateOnly(d.Year, d.Month, d.Day)
            : null;

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static FrozenDictionary<string, int> Numbered(params string[] names) =>
        names.SelectMany((words, i) => words.Split(' ').Select(w => KeyValuePair.Create(w, i + 1))).ToFrozenDictionary(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(\d{4})-(\d{1,2})-(\d{1,2})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Slashed();

    // Ordinals lose their ending: "3rd", "1er".
    [GeneratedRegex(@"\d{1,4}(?!\d)|\p{L}+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
