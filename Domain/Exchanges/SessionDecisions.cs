using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Exchanges;

/// <summary>Decides what coordinators ask of the agenda.</summary>
internal static class SessionDecisions
{
    public static Outcome Decide(Exchange x, SessionCommand command)
    {
        if (x.Stage > Stage.Underway)
            return new TooLateInStage(x.Stage);
        return command switch
        {
            PutSession c => Put(x, c.Was, c.Session with { Title = c.Session.Title?.Trim() is { Length: > 0 } title ? title : null }),
            RemoveSession c => x.Design.Agenda.Contains(c.Session) ? Changed(x, x.Design.Agenda.Remove(c.Session)) : new SessionUnknown(),
            MoveSession c => Move(x, c.Session, c.Earlier),
            TakeUsualSessions => Changed(x, ExchangeDefaults.Agenda(x.Design.Format, DaysOf(x))),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Days that sessions can lie on.</summary>
    internal static int DaysOf(Exchange x) => x.Terms?.Days ?? ExchangeDefaults.UsualDays;

    private static Outcome Put(Exchange x, AgendaItem? was, AgendaItem session)
    {
        var agenda = x.Design.Agenda;
        if (was is not null && !agenda.Contains(was))
            return new SessionUnknown();
        var others = was is null ? agenda : agenda.Remove(was);
        if (others.Length >= ExchangeDefaults.MostSessions)
            return new TooManySessions(ExchangeDefaults.MostSessions);
        return FlawOf(x, session, others) is { } flaw ? flaw : Changed(x, InOrder(others.Add(session)));
    }

    private static Refusal? FlawOf(Exchange x, AgendaItem session, ImmutableArray<AgendaItem> others)
    {
        if (session.Title?.Length > ExchangeDefaults.TitleMost)
            return new TextOutOfRange("session", ExchangeDefaults.TitleMost);
        if (session.Day < 1 || session.Day > DaysOf(x))
            return new SessionOutsideDates(session.Day, DaysOf(x));
        var (min, max) = ExchangeDefaults.SessionRange;
        if (session.Minutes < min || session.Minutes > max)
            return new SessionLengthOutOfRange(session.Minutes, min, max);
        if (session.EndsAt > 24 * 60)
            return new SessionPastMidnight();
        return others.FirstOrDefault(session.Overlaps) is { } other ? new SessionsOverlap(other) : null;
    }

    private static Outcome Move(Exchange x, AgendaItem session, bool earlier)
    {
        var agenda = x.Design.Agenda;
        var at = agenda.IndexOf(session);
        if (at < 0)
            return new SessionUnknown();
        var beside = earlier ? at - 1 : at + 1;
        if (beside < 0 || beside >= agenda.Length || agenda[beside].Day != session.Day)
            return new NoSessionBeside(earlier);
        var (first, second) = earlier ? (agenda[beside], session) : (session, agenda[beside]);
        var (now, then) = Swapped(first, second);
        var others = agenda.Remove(first).Remove(second);
        if (others.FirstOrDefault(o => o.Overlaps(now) || o.Overlaps(then)) is { } other)
            return new SessionsOverlap(other);
        // Those without a time have no other order than the one they stand in.
        return Changed(x, InOrder(agenda.SetItem(Math.Min(at, beside), now).SetItem(Math.Max(at, beside), then)));
    }

    // The second begins when the first did, the first ends when the second did.
    private static (AgendaItem Now, AgendaItem Then) Swapped(AgendaItem first, AgendaItem second) => (first.Starts, second.Starts) switch
    {
        ({ } starts, { } next) => (second with { Starts = starts }, first with { Starts = next.AddMinutes(second.Minutes - first.Minutes) }),
        _ => (second with { Starts = first.Starts }, first with { Starts = second.Starts }),
    };

    private static ImmutableArray<AgendaItem> InOrder(ImmutableArray<AgendaItem> agenda) =>
        [.. agenda.OrderBy(a => a.Day).ThenBy(a => a.StartsAt ?? int.MaxValue)];

    private static Outcome Changed(Exchange x, ImmutableArray<AgendaItem> agenda) =>
        agenda.SequenceEqual(x.Design.Agenda) ? Outcome.Accept() : new DesignChanged(x.Design with { Agenda = agenda });
}
