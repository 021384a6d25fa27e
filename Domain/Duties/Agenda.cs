using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Duties;

/// <summary>A want that is owed by now, with which try this is and how it went so far.</summary>
/// <param name="Want">What is wanted.</param>
/// <param name="Attempt">Which try at this revision, from 1.</param>
/// <param name="Progress">What was tried and done for the key.</param>
public sealed record Duty(Want Want, int Attempt, Progress Progress);

/// <summary>A want that was given up: a blocker for the digest, with what to do.</summary>
/// <param name="Want">What is wanted.</param>
/// <param name="Code">Why the last try failed, as a code of <see cref="FailureCode"/>.</param>
/// <param name="Since">When the last try failed.</param>
public sealed record StuckDuty(Want Want, string Code, DateTimeOffset Since);

/// <summary>What is to be done now, what was given up, and when to look again: all from one list of wants.</summary>
/// <param name="Owed">To be done now, the longest owed first.</param>
/// <param name="Stuck">Given up.</param>
/// <param name="Next">When the next becomes owed; null when nothing will by itself.</param>
public sealed record Agenda(ImmutableArray<Duty> Owed, ImmutableArray<StuckDuty> Stuck, DateTimeOffset? Next)
{
    /// <summary>Compares what is wanted with what was done.</summary>
    public static Agenda Of(IEnumerable<Want> wants, Ledger ledger, DutyPolicy policy, DateTimeOffset now)
    {
        var owed = ImmutableArray.CreateBuilder<Duty>();
        var stuck = ImmutableArray.CreateBuilder<StuckDuty>();
        DateTimeOffset? next = null;
        foreach (var want in wants)
        {
            var progress = ledger[want.Key];
            if (progress.Done >= want.Revision || want.Until <= now)
                continue;
            var current = progress.For(want.Revision);
            if (GivenUp(want, current, policy) is { } code)
            {
                stuck.Add(new StuckDuty(want, code, current.LastFailedAt ?? current.Started ?? want.From));
                continue;
            }

            var from = NotBefore(want, current, policy);
            if (want.Until <= from)
                continue;
            if (from <= now)
                owed.Add(new Duty(want, current.Attempts + 1, progress));
            else if (next is null || from < next)
                next = from;
        }

        owed.Sort((a, b) => a.Want.From != b.Want.From ? a.Want.From.CompareTo(b.Want.From) : string.CompareOrdinal(a.Want.Key.Value, b.Want.Key.Value));
        return new Agenda(owed.ToImmutable(), stuck.ToImmutable(), owed.Count > 0 ? now : next);
    }

    /// <summary>Why a want is not tried any more by itself, as a code of <see cref="FailureCode"/>; null while it is.</summary>
    internal static string? GivenUp(Want want, Progress current, DutyPolicy policy)
    {
        // A try whose outcome is not known yet is under way, or becomes unsure when its time is up: judged there.
        if (current.Started is not null)
            return null;
        if (current.LastCode is not { } code)
            return null;
        if (!FailureCode.MayPass(code) || current.Attempts >= policy.Attempts)
            return code;
        return TooUnsure(want, current, policy) ? FailureCode.Unsure : null;
    }

    /// <summary>
    /// Whether an effect that can't be repeated without harm ended unsure as often as it may. What is already shown is updated in place,
    /// which does no harm; a reminder is let go rather than sent twice.
    /// </summary>
    private static bool TooUnsure(Want want, Progress current, DutyPolicy policy) =>
        !want.Act.Idempotent && current.Done == 0 && current.Unsure >= (want.Urgency == Urgency.Polite ? 1 : policy.UnsureAttempts);

    private static DateTimeOffset NotBefore(Want want, Progress current, DutyPolicy policy)
    {
        var from = want.From;
        if (current.Started is { } started)
            from = Later(from, started + policy.TimeLimit);
        if (current is { LastCode: not null, LastFailedAt: { } failed })
            from = Later(from, failed + policy.Wait(want.Key, current.Attempts));
        return from;
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
