using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Exchanges;

/// <summary>What an exchange starts with, so that a coordinator need only change what differs.</summary>
public static class ExchangeDefaults
{
    /// <summary>Most people in one exchange before it becomes another kind of meeting: four delegations of six, with room.</summary>
    public const int SizeCap = 30;

    /// <summary>Fewest and most people an exchange may be capped at. Above 50 it is a conference, not a learning exchange.</summary>
    public static (int Min, int Max) SizeRange { get; } = (2, 60);

    /// <summary>Most characters of a title.</summary>
    public const int TitleMost = 120;

    /// <summary>Most characters of theme, venue, goal and change.</summary>
    public const int TextMost = 1000;

    /// <summary>Most characters of a city's name.</summary>
    public const int CityMost = 80;

    /// <summary>Longest exchange, in days.</summary>
    public const int MostDays = 14;

    /// <summary>How far ahead an exchange may begin, in years. Further away the year is a slip of the pen.</summary>
    public const int MostYearsAhead = 5;

    /// <summary>
    /// Days a delegate has to answer who is asked when the deadline for answers is near or over: an alternate who moves up, or anybody
    /// when the dates move. Never beyond the eve of the exchange.
    /// </summary>
    public const int DaysToAnswer = 7;

    /// <summary>Most cities in one exchange.</summary>
    public const int MostCities = 12;

    /// <summary>A new design with this title.</summary>
    public static Design Design(string title) =>
        new(title, null, null, null, Format.SiteVisit, SizeCap, [], Agenda(Format.SiteVisit, UsualDays));

    /// <summary>Most sessions of an agenda: four a day for the longest exchange, with room.</summary>
    public const int MostSessions = 60;

    /// <summary>Shortest and longest session, in minutes.</summary>
    public static (int Min, int Max) SessionRange { get; } = (5, 720);

    /// <summary>Days an exchange has until its dates are set.</summary>
    public const int UsualDays = 2;

    /// <summary>
    /// The sessions usual for a format: expert content first, a tour where there is something to see, discussion every day,
    /// and action planning led by the participants at the end. An editable start, with time to eat and to move between.
    /// </summary>
    public static ImmutableArray<AgendaItem> Agenda(Format format, int days)
    {
        var last = Math.Max(1, days);
        return [.. Enumerable.Range(1, last).SelectMany(day => UsualDay(day, last, format is Format.SiteVisit or Format.PeerReview))];
    }

    private static IEnumerable<AgendaItem> UsualDay(int day, int last, bool tours)
    {
        AgendaItem At(int hour, int minute, SessionKind kind, int minutes) => new(day, kind, null, new TimeOnly(hour, minute), minutes);
        var (opens, closes) = (day == 1, day == last);
        var tour = tours && (!opens || closes);
        if (opens)
            yield return At(9, 0, SessionKind.ExpertContent, closes ? 60 : 90);
        if (tour)
            yield return At(opens ? 10 : 9, opens ? 15 : 0, SessionKind.SiteTour, opens ? 105 : 150);
        yield return tour ? At(13, 30, SessionKind.FacilitatedDiscussion, 90) : At(opens ? 10 : 9, opens ? 45 : 0, SessionKind.FacilitatedDiscussion, 90);
        if (!tour && !closes)
            yield return At(13, 30, SessionKind.FacilitatedDiscussion, 120);
        if (closes)
            yield return tour ? At(15, 15, SessionKind.ActionPlanning, 90) : At(opens ? 13 : 10, opens ? 30 : 45, SessionKind.ActionPlanning, 120);
        if (opens || !closes)
            yield return At(18, 0, SessionKind.SocialTime, 120);
    }
}
