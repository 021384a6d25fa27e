using System.Collections.Immutable;

using CoordinatorBot.Domain.Invitations;

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

    /// <summary>The seats were chosen again as they were, with a reason.</summary>
    SeatsKept,

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

    /// <summary>Somebody invited declined.</summary>
    Declined,

    /// <summary>A coordinator recorded that somebody declined.</summary>
    DeclineRecorded,

    /// <summary>Somebody took their no back.</summary>
    CameBack,

    /// <summary>Invitations lapsed unanswered.</summary>
    Lapsed,

    /// <summary>A coordinator gave away the seat of somebody undecided.</summary>
    GivenAway,

    /// <summary>Lapsed invitations stand again, since their deadline moved on.</summary>
    Revived,

    /// <summary>An alternate moved up.</summary>
    MovedUp,

    /// <summary>A substitute whom a delegate proposed took their seat.</summary>
    Substituted,
}

/// <summary>One decision about a delegation: a line of its log.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When.</param>
/// <param name="By">Who decided; none where the bot did, at a deadline.</param>
/// <param name="In">Who took a seat by it.</param>
/// <param name="Out">Who gave a seat up by it.</param>
/// <param name="Reason">Revision of the document that says why; 0 for none.</param>
/// <param name="Balance">How the delegation stood against its plan afterwards.</param>
/// <param name="Nominees">Who was nominated then, by the identity of the nomination.</param>
public sealed record Decision(
    DecisionKind Kind, DateTimeOffset At, PersonId? By, ImmutableArray<PersonId> In, ImmutableArray<PersonId> Out, int Reason, Balance Balance,
    ImmutableDictionary<CandidateId, Candidate> Nominees);

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
            if (state.Delegations.TryGetValue(delegation, out var d) && DecisionIn(state, commit, before.Delegations.GetValueOrDefault(delegation), d) is { } decision)
                log.Add(decision);
        }

        return log.ToImmutable();
    }

    private static Decision? DecisionIn(ExchangeState state, Commit commit, Delegation? before, Delegation after)
    {
        var events = commit.Events.Where(e => DelegationOf(state, e) == after.Id).ToList();
        // Who only moved to another seat neither came nor left.
        var (was, now) = (People(before), People(after));
        ImmutableArray<PersonId> coming = [.. now.Except(was)];
        ImmutableArray<PersonId> leaving = [.. was.Except(now)];
        var moved = !coming.IsEmpty || !leaving.IsEmpty;
        var kind = First(events.OfType<DelegationEvent>(), KindOf)
            ?? (!moved && events.Any(e => e is SeatsChosen { Reason: > 0 }) ? DecisionKind.SeatsKept : default(DecisionKind?))
            ?? (moved ? First(events.OfType<InvitationEvent>(), e => KindOf(e, !coming.IsEmpty, !leaving.IsEmpty)) ?? DecisionKind.SeatsChanged : null);
        return kind is { } what
            ? new Decision(what, commit.At, commit.Actor.Person, coming, leaving, events.Select(ReasonOf).FirstOrDefault(r => r > 0), Composition.BalanceOf(after), after.Candidates)
            : null;
    }

    private static DelegationId? DelegationOf(ExchangeState state, Event happened) => happened switch
    {
        DelegationEvent e => e.Delegation,
        InvitationEvent e => state.Invitations.GetValueOrDefault(e.Invitation)?.Delegation,
        _ => null,
    };

    private static DecisionKind? First<T>(IEnumerable<T> events, Func<T, DecisionKind?> kindOf) => events.Select(kindOf).FirstOrDefault(k => k is not null);

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

    // What an invitation has to do with people who came or left.
    private static DecisionKind? KindOf(InvitationEvent happened, bool somebodyCame, bool somebodyLeft) => happened switch
    {
        InvitationAnswered { Answer: RsvpAnswer.Declined, RecordedBy: null } => DecisionKind.Declined,
        InvitationAnswered { Answer: RsvpAnswer.Declined } => DecisionKind.DeclineRecorded,
        InvitationAnswered => DecisionKind.CameBack,
        InvitationLapsed { GivenAway: true } => DecisionKind.GivenAway,
        InvitationLapsed => DecisionKind.Lapsed,
        InvitationRevived => DecisionKind.Revived,
        InvitationSent when somebodyLeft => DecisionKind.Substituted,
        InvitationSent when somebodyCame => DecisionKind.MovedUp,
        _ => null,
    };

    private static int ReasonOf(Event happened) => happened switch
    {
        SeatsChosen e => e.Reason,
        DelegationConfirmed e => e.Reason,
        DelegationSentBack e => e.Reason,
        ChangeReasoned e => e.Reason,
        ChangeRequested e => e.Reason,
        ChangeAnswered e => e.Reason,
        _ => 0,
    };
}
