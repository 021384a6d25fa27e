using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Duties;

/// <summary>Commands of the duty worker, and of the person who asks it to try again. Part of every kind of stream.</summary>
public abstract record DutyCommand : Command;

/// <summary>A key, revision and try that the worker is about to perform.</summary>
public readonly record struct DutyClaim(DutyKey Key, int Revision, int Attempt);

/// <summary>Begin these. Decided on the newest state: only what is still owed is granted.</summary>
/// <param name="Claims">At most 20 in a command.</param>
public sealed record ClaimDuties(ImmutableArray<DutyClaim> Claims) : DutyCommand;

/// <summary>How tries ended.</summary>
/// <param name="Outcomes"><see cref="DutyDone"/> and <see cref="DutyFailed"/> only, with what follows from them in the feature's own events.</param>
public sealed record RecordDuties(ImmutableArray<Event> Outcomes) : DutyCommand;

/// <summary>A person asks to try again what was given up.</summary>
/// <param name="Key">The surface or occasion; null for all that is stuck.</param>
public sealed record RetryDuties(DutyKey? Key) : DutyCommand;

/// <summary>Nothing is stuck, so there is nothing to try again.</summary>
public sealed record NothingIsStuck : Refusal;

/// <summary>Decides the duty commands, the same for every kind of stream.</summary>
public static class DutyDecisions
{
    /// <summary>Most claims in one commit.</summary>
    public const int MostClaims = 20;

    /// <summary>What follows from a duty command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="wants">All wants of the stream.</param>
    /// <param name="ledger">Its ledger.</param>
    /// <param name="policy">Waits and tries.</param>
    /// <param name="at">When the command is decided.</param>
    public static Outcome Decide(DutyCommand command, IEnumerable<Want> wants, Ledger ledger, DutyPolicy policy, DateTimeOffset at) => command switch
    {
        ClaimDuties c => Outcome.Accept([.. Agenda.Of(wants, ledger, policy, at).Owed
            .Where(d => c.Claims.Contains(new DutyClaim(d.Want.Key, d.Want.Revision, d.Attempt)))
            .Take(MostClaims)
            .SelectMany(d => Start(d, policy, at))]),
        RecordDuties c => Outcome.Accept(c.Outcomes),
        RetryDuties c => Retry(c, Agenda.Of(wants, ledger, policy, at)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // A try that was begun and never ended is written down as unsure before the next begins, so that it counts; it may have been the last.
    private static IEnumerable<Event> Start(Duty duty, DutyPolicy policy, DateTimeOffset at)
    {
        var current = duty.Progress.For(duty.Want.Revision);
        if (current.Started is not null)
        {
            var unsure = new DutyFailed(duty.Want.Key, duty.Want.Revision, current.Attempts, FailureCode.Unsure);
            yield return unsure;
            if (Agenda.GivenUp(duty.Want, current.After(unsure, at), policy) is not null)
                yield break;
        }

        yield return new DutyStarted(duty.Want.Key, duty.Want.Revision, duty.Attempt);
    }

    private static Outcome Retry(RetryDuties command, Agenda agenda)
    {
        var again = agenda.Stuck.Where(s => command.Key is null || s.Want.Key == command.Key).ToImmutableArray();
        return again.IsEmpty ? new NothingIsStuck() : Outcome.Accept([.. again.Select(s => new DutyRetried(s.Want.Key))]);
    }
}
