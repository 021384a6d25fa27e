using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>What was decided about a delegation.</summary>
public enum DecisionKind
{
    /// <summary>It was decided as it then was.</summary>
    Confirmed,

    /// <summary>That decision was taken back.</summary>
    Reopened,

    /// <summary>People took seats or gave them up.</summary>
    SeatsChanged,

    /// <summary>Its lead put it forward.</summary>
    PutForward,

    /// <summary>A coordinator sent it back to its lead.</summary>
    SentBack,

    /// <summary>Its lead asked to change the frozen roster.</summary>
    ChangeAsked,

    /// <summary>A coordinator approved that.</summary>
    ChangeApproved,

    /// <summary>A coordinator declined that.</summary>
    ChangeDeclined,

    /// <summary>The roster froze.</summary>
    Frozen,

    /// <summary>The freeze was lifted, since its day moved on.</summary>
    Thawed,
}

/// <summary>One decision about a delegation: a line of its log.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When.</param>
/// <param name="By">Who decided; none where the bot did, at a deadline.</param>
/// <param name="In">Who took a seat by it.</param>
/// <param name="Out">Who gave a seat up by it.</param>
/// <param name="Reason">Revision of the document that says why; 0 for none.</param>
/// <param name="Balance">How the delegation stood against its plan afterwards.</param>
public sealed record Decision(
    DecisionKind Kind, DateTimeOffset At, PersonId? By, ImmutableArray<PersonId> In, ImmutableArray<PersonId> Out, int Reason, Balance Balance);

/// <summary>Reads the decisions about a delegation out of the record of its exchange.</summary>
public static class DecisionLog
{
    /// <summary>All of them, the oldest first; one a commit at most.</summary>
    /// <param name="commits">The exchange from its first commit.</param>
    /// <param name="delegation">Which delegation.</param>
    public static ImmutableArray<Decision> Of(IEnumerable<Commit> commits, DelegationId delegation)
    {
        var log = ImmutableArray.CreateBuilder<Decision>();
        var state = ExchangeState.Initial;
        foreach (var commit in commits)
        {
            var before = state;
            state = Evolution.Evolve(state, commit);
            if (state.Delegations.TryGetValue(delegation, out var d) && DecisionIn(commit, before.Delegations.GetValueOrDefault(delegation), d) is { } decision)
                log.Add(decision);
        }

        return log.ToImmutable();
    }

    private static Decision? DecisionIn(Commit commit, Delegation? before, Delegation after)
    {
        var events = commit.Events.OfType<DelegationEvent>().Where(e => e.Delegation == after.Id).ToList();
        // Who only moved to another seat neither came nor left.
        var (was, now) = (People(before), People(after));
        ImmutableArray<PersonId> coming = [.. now.Except(was)];
        ImmutableArray<PersonId> leaving = [.. was.Except(now)];
        var kind = events.Select(KindOf).FirstOrDefault(k => k is not null) ?? (coming.IsEmpty && leaving.IsEmpty ? null : DecisionKind.SeatsChanged);
        return kind is { } what
            ? new Decision(what, commit.At, commit.Actor.Person, coming, leaving, events.Select(ReasonOf).FirstOrDefault(r => r > 0), Composition.BalanceOf(after))
            : null;
    }

    private static IEnumerable<PersonId> People(Delegation? delegation) => delegation?.Seated.Select(c => c.Person) ?? [];

    private static DecisionKind? KindOf(DelegationEvent happened) => happened switch
    {
        DelegationConfirmed => DecisionKind.Confirmed,
        DelegationReopened => DecisionKind.Reopened,
        DelegationProposed => DecisionKind.PutForward,
        DelegationSentBack => DecisionKind.SentBack,
        ChangeRequested => DecisionKind.ChangeAsked,
        ChangeAnswered { Approved: true } => DecisionKind.ChangeApproved,
        ChangeAnswered => DecisionKind.ChangeDeclined,
        RosterFrozen => DecisionKind.Frozen,
        RosterThawed => DecisionKind.Thawed,
        _ => null,
    };

    private static int ReasonOf(DelegationEvent happened) => happened switch
    {
        DelegationConfirmed e => e.Reason,
        DelegationSentBack e => e.Reason,
        ChangeReasoned e => e.Reason,
        ChangeRequested e => e.Reason,
        ChangeAnswered e => e.Reason,
        _ => 0,
    };
}
