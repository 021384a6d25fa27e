using System.Collections.Immutable;

using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;

namespace CoordinatorBot.Domain;

/// <summary>Folds the events of an exchange.</summary>
public static class Evolution
{
    /// <summary>The state after a commit.</summary>
    public static ExchangeState Evolve(ExchangeState state, Commit commit)
    {
        var current = state;
        var steps = ImmutableArray.CreateBuilder<UndoStep?>(commit.Events.Length);
        foreach (var happened in commit.Events)
        {
            steps.Add(Undo.StepOf(current, happened));
            current = Apply(current, happened, commit.At);
        }

        return current with { LastAt = commit.At, History = Undo.Remember(state, commit, steps.MoveToImmutable()) };
    }

    /// <summary>The state after one event.</summary>
    internal static ExchangeState Apply(ExchangeState state, Event happened, DateTimeOffset at)
    {
        var designBefore = state.Exchange?.Design;
        state = happened switch
        {
            ExchangeEvent e => ExchangeEvolution.Apply(state, e, at),
            DelegationEvent e => DelegationEvolution.Apply(state, e, at),
            InvitationEvent e => InvitationEvolution.Apply(state, e, at),
            ReviewEvent e => ReviewEvolution.Apply(state, e, at),
            PeopleEvent e => PeopleEvolution.Apply(state, e),
            MutingEvent e => InvitationEvolution.Apply(state, e),
            _ => state with { Ledger = state.Ledger.Evolve(happened, at) },
        };
        state = InvitationEvolution.Repaint(state, designBefore, happened, at);
        return state with
        {
            Exchange = state.Exchange is { } x ? x with { Stage = StageMachine.After(x.Stage, x.StageBefore, happened) } : null,
            Attention = CallsForAttention(state, happened) ? state.Attention.Also(at, AttentionWants.IsShown(state)) : state.Attention,
        };
    }

    private static bool CallsForAttention(ExchangeState state, Event happened) => happened switch
    {
        InvitationAnswered { RecordedBy: null, Answer: RsvpAnswer.Declined or RsvpAnswer.SubstituteProposed } => true,
        InvitationLapsed { GivenAway: false } or AnswerOverdue or DelegationProposed or ChangeRequested => true,
        DutyFailed e => !AttentionWants.IsAttention(e.Key)
            && (!FailureCode.MayPass(e.Code) || e.Attempt >= DutyPolicy.Default.Attempts
                || (e.Code == FailureCode.Unsure && state.Ledger[e.Key].Done == 0 && state.Ledger[e.Key].Unsure >= DutyPolicy.Default.UnsureAttempts)),
        _ => false,
    };
}
