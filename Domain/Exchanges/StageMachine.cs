using System.Collections.Immutable;

using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Exchanges;

/// <summary>One move of an exchange from stage to stage.</summary>
/// <param name="From">Stage before.</param>
/// <param name="By">The event that moves it.</param>
/// <param name="To">Stage after.</param>
public readonly record struct StageMove(Stage From, Type By, Stage To);

/// <summary>Which events move an exchange to which stage. The diagram in the documentation is drawn from it.</summary>
public static class StageMachine
{
    private static readonly ImmutableArray<Stage> Order = [Stage.Draft, Stage.Forming, Stage.Inviting, Stage.Preparing, Stage.Underway, Stage.FollowingUp, Stage.Closed];

    /// <summary>Every move.</summary>
    public static ImmutableArray<StageMove> Moves { get; } = [.. AllMoves()];

    /// <summary>Whether the calendar may move an exchange from one stage to the other: forward only, from Forming on.</summary>
    public static bool MayReach(Stage from, Stage to) =>
        from is not (Stage.Draft or Stage.Cancelled) && to >= Stage.Preparing && to <= Stage.Closed && Order.IndexOf(to) > Order.IndexOf(from);

    /// <summary>Whether an exchange can be called off: as long as it isn't over.</summary>
    public static bool MayCancel(Stage from) => from < Stage.FollowingUp;

    /// <summary>The stage after an event; the same for events that don't move it.</summary>
    public static Stage After(Stage stage, Stage? before, Event happened) => happened switch
    {
        TermsSet when stage is Stage.Draft => Stage.Forming,
        InvitationSent when stage is Stage.Forming => Stage.Inviting,
        StageReached e => e.Stage,
        ExchangeCancelled => Stage.Cancelled,
        ExchangeRestored when stage is Stage.Cancelled => before ?? Stage.Forming,
        _ => stage,
    };

    private static IEnumerable<StageMove> AllMoves()
    {
        yield return new StageMove(Stage.Draft, typeof(TermsSet), Stage.Forming);
        yield return new StageMove(Stage.Forming, typeof(InvitationSent), Stage.Inviting);
        foreach (var from in Order)
            foreach (var to in Order.Where(to => MayReach(from, to)))
                yield return new StageMove(from, typeof(StageReached), to);
        foreach (var from in Order.Where(MayCancel))
        {
            yield return new StageMove(from, typeof(ExchangeCancelled), Stage.Cancelled);
            yield return new StageMove(Stage.Cancelled, typeof(ExchangeRestored), from);
        }
    }
}
