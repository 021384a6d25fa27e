using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>One move of a delegation from stage to stage.</summary>
/// <param name="From">Stage before.</param>
/// <param name="By">The event that moves it.</param>
/// <param name="To">Stage after.</param>
public readonly record struct DelegationMove(DelegationStage From, Type By, DelegationStage To);

/// <summary>Which events move a delegation to which stage. The diagram in the documentation is drawn from it.</summary>
public static class DelegationMachine
{
    /// <summary>Every move.</summary>
    public static ImmutableArray<DelegationMove> Moves { get; } =
    [
        new(DelegationStage.Forming, typeof(DelegationProposed), DelegationStage.Proposed),
        new(DelegationStage.Forming, typeof(DelegationConfirmed), DelegationStage.Confirmed),
        new(DelegationStage.Proposed, typeof(DelegationSentBack), DelegationStage.Forming),
        new(DelegationStage.Proposed, typeof(DelegationReopened), DelegationStage.Forming),
        new(DelegationStage.Proposed, typeof(DelegationConfirmed), DelegationStage.Confirmed),
        new(DelegationStage.Confirmed, typeof(DelegationReopened), DelegationStage.Forming),
        new(DelegationStage.Confirmed, typeof(RosterFrozen), DelegationStage.Frozen),
        new(DelegationStage.Frozen, typeof(RosterThawed), DelegationStage.Confirmed),
    ];

    /// <summary>The stage after an event; the same for events that don't move it.</summary>
    public static DelegationStage After(DelegationStage stage, Event happened)
    {
        foreach (var move in Moves)
            if (move.From == stage && move.By == happened.GetType())
                return move.To;
        return stage;
    }
}
