using System.Globalization;

using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Cards.Exchanges;

/// <summary>How a session of the agenda is written.</summary>
public static class SessionWords
{
    /// <summary>What it is called: its title, else the name of its kind.</summary>
    public static string Name(Texts texts, AgendaItem session) => session.Title ?? texts[$"session-kind.{session.Kind}"];

    /// <summary>From when to when: "09:00–10:30"; what is known of it.</summary>
    public static string Time(Texts texts, AgendaItem session) => session switch
    {
        { Starts: { } starts, Minutes: > 0 } => $"{Clock(starts)}–{Clock(starts.AddMinutes(session.Minutes))}",
        { Starts: { } starts } => Clock(starts),
        { Minutes: > 0 } => texts.Say("agenda.minutes", ("count", session.Minutes)),
        _ => texts["agenda.no-time"],
    };

    /// <summary>A day of the agenda: "Day 1 · Monday 3 May 2027"; beyond the last day it says so.</summary>
    public static string Day(Texts texts, Exchange exchange, int day)
    {
        if (day > (exchange.Terms?.Days ?? ExchangeDefaults.UsualDays))
            return texts.Say("agenda.day-beyond", ("number", day));
        return exchange.Terms is { } terms ? texts.Say("agenda.day", ("number", day), ("day", terms.StartsOn.AddDays(day - 1))) : texts.Say("agenda.day-only", ("number", day));
    }

    /// <summary>The sessions of a day in one line: "09:00 Expert content · 10:45 Facilitated discussion".</summary>
    public static string Line(Texts texts, IEnumerable<AgendaItem> sessions) =>
        string.Join(" · ", sessions.Select(s => s.Starts is { } starts ? $"{Clock(starts)} {Name(texts, s)}" : Name(texts, s)));

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
