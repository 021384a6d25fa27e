using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Exchanges;

/// <summary>The steps towards an exchange and after it.</summary>
public enum Step
{
    /// <summary>The exchange is designed.</summary>
    Design,

    /// <summary>Each delegation has a seat plan.</summary>
    SeatPlans,

    /// <summary>Nominations close.</summary>
    NominationsClose,

    /// <summary>Invitations go out.</summary>
    InvitationsOut,

    /// <summary>Answers are due, alternates move up.</summary>
    RsvpDue,

    /// <summary>Pre-exchange questions are asked.</summary>
    Questions,

    /// <summary>The host is briefed and the roster frozen.</summary>
    RosterFreeze,

    /// <summary>Pack and preparation call.</summary>
    Preparation,

    /// <summary>The exchange begins.</summary>
    Exchange,
}

/// <summary>The dates that rules use. Each holds until the end of its day in the zone of the exchange.</summary>
/// <param name="NominationsClose">Last day for nominations.</param>
/// <param name="InvitationsOut">Day by which invitations should be out.</param>
/// <param name="RsvpDue">Last day for delegates to answer.</param>
/// <param name="RosterFreeze">Day from which changes need a reason.</param>
public sealed record Deadlines(DateOnly NominationsClose, DateOnly InvitationsOut, DateOnly RsvpDue, DateOnly RosterFreeze);

/// <summary>A step with the date it is due.</summary>
/// <param name="Step">The step.</param>
/// <param name="Due">Its date, scaled to the time there is.</param>
/// <param name="Late">Whether its usual date, with the full lead, has already passed.</param>
public readonly record struct PlannedStep(Step Step, DateOnly Due, bool Late);

/// <summary>Counts the steps back from the first day of the exchange.</summary>
public static class Timeline
{
    /// <summary>The lead the usual timeline needs, in weeks.</summary>
    public const int FullLeadWeeks = 16;

    private static readonly ImmutableArray<(Step Step, int Weeks)> Usual =
    [
        (Step.Design, 16), (Step.SeatPlans, 14), (Step.NominationsClose, 12), (Step.InvitationsOut, 11), (Step.RsvpDue, 9),
        (Step.Questions, 6), (Step.RosterFreeze, 4), (Step.Preparation, 2), (Step.Exchange, 0),
    ];

    /// <summary>All steps, with their leads shortened in proportion when there are fewer than 16 weeks.</summary>
    public static ImmutableArray<PlannedStep> Plan(DateOnly today, DateOnly startsOn)
    {
        var lead = Math.Max(0, startsOn.DayNumber - today.DayNumber);
        var full = FullLeadWeeks * 7;
        var scale = Math.Min(1.0, (double)lead / full);
        return [.. Usual.Select(s => new PlannedStep(
            s.Step,
            startsOn.AddDays(-(int)Math.Floor(s.Weeks * 7 * scale)),
            startsOn.AddDays(-s.Weeks * 7) < today))];
    }

    /// <summary>The dates that rules use, from the same plan.</summary>
    public static Deadlines Deadlines(DateOnly today, DateOnly startsOn)
    {
        var plan = Plan(today, startsOn).ToDictionary(s => s.Step, s => s.Due);
        return new Deadlines(plan[Step.NominationsClose], plan[Step.InvitationsOut], plan[Step.RsvpDue], plan[Step.RosterFreeze]);
    }
}
