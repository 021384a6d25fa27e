using System.Collections.Immutable;

using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Duties;

/// <summary>When people may be disturbed by what can wait, on the clock of the place where they live.</summary>
/// <param name="From">First time of a day, inclusive.</param>
/// <param name="To">Last time of a day, exclusive; after <paramref name="From"/>.</param>
/// <param name="Days">Days of the week; at least one.</param>
public sealed record WakingHours(TimeOnly From, TimeOnly To, ImmutableArray<DayOfWeek> Days)
{
    /// <summary>Eight in the morning to eight in the evening, Monday to Friday.</summary>
    public static WakingHours Default { get; } = new(
        new TimeOnly(8, 0), new TimeOnly(20, 0), [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday]);

    /// <summary>Until when a duty has to wait; null when it may be performed now.</summary>
    /// <param name="duty">The duty.</param>
    /// <param name="zone">Where the person lives.</param>
    /// <param name="now">Now.</param>
    public DateTimeOffset? Admit(Duty duty, Zone zone, DateTimeOffset now) =>
        Notifies(duty) && Next(zone, now) is var next && next > now ? next : null;

    /// <summary>Whether a duty makes somebody's phone ring that could as well ring in the morning. A card that changes in place doesn't.</summary>
    public static bool Notifies(Duty duty) => duty.Want switch
    {
        { To: null } or { Act: Then } or { Urgency: Urgency.AtOnce } => false,
        { Urgency: Urgency.Polite } => true,
        _ => duty.Progress.Done == 0,
    };

    /// <summary>The first waking moment from now on; now itself where it is one.</summary>
    public DateTimeOffset Next(Zone zone, DateTimeOffset now)
    {
        var today = zone.DateOf(now);
        for (var day = today; ; day = day.AddDays(1))
        {
            if (!Days.Contains(day.DayOfWeek) || zone.At(day, To) <= now)
                continue;
            var from = zone.At(day, From);
            return from > now ? from : now;
        }
    }
}
