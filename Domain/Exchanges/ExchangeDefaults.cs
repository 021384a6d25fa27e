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
        new(title, null, null, null, Format.SiteVisit, SizeCap, [], Agenda(Format.SiteVisit, 2));

    /// <summary>
    /// The sessions usual for a format: expert content first, a tour where there is something to see, discussion every day,
    /// and action planning led by the participants at the end.
    /// </summary>
    public static ImmutableArray<AgendaItem> Agenda(Format format, int days)
    {
        var items = ImmutableArray.CreateBuilder<AgendaItem>();
        for (var day = 1; day <= Math.Max(1, days); day++)
        {
            if (day == 1)
                items.Add(new AgendaItem(day, SessionKind.ExpertContent));
            if (format is Format.SiteVisit or Format.PeerReview && (day > 1 || days == 1))
                items.Add(new AgendaItem(day, SessionKind.SiteTour));
            items.Add(new AgendaItem(day, SessionKind.FacilitatedDiscussion));
            if (day < days || days == 1)
                items.Add(new AgendaItem(day, SessionKind.SocialTime));
            if (day == Math.Max(1, days))
                items.Add(new AgendaItem(day, SessionKind.ActionPlanning));
        }

        return items.ToImmutable();
    }
}
