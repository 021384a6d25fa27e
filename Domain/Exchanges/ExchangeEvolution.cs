using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Exchanges;

/// <summary>Folds what happens to an exchange as a whole.</summary>
internal static class ExchangeEvolution
{
    public static ExchangeState Apply(ExchangeState state, ExchangeEvent happened, DateTimeOffset at)
    {
        if (happened is ExchangeCreated created)
            return state with { Exchange = new Exchange(created.Id, created.Owner, ImmutableSortedSet<Guid>.Empty, Stage.Draft, created.Design, null, 0, 0, null) };
        var x = state.Exchange!;
        return happened switch
        {
            DesignChanged e => state with { Exchange = x with { Design = e.Design } },
            TermsSet e => state with
            {
                Exchange = x with { Terms = e.Terms, TermsRevision = e.Revision, LastTermsRevision = Math.Max(x.LastTermsRevision, e.Revision) },
                TermsSetAt = at,
            },
            DeadlinesSet e => state with { Exchange = x with { Deadlines = e.Deadlines, DeadlinesByHand = e.ByHand } },
            CoordinatorAdded e => state with { Exchange = x with { Coordinators = x.Coordinators.Add(e.Person.Value) } },
            CoordinatorRemoved e => state with { Exchange = x with { Coordinators = x.Coordinators.Remove(e.Person.Value) } },
            AnswerRulesSet e => state with { Exchange = x with { Rules = e.Rules } },
            ExchangeCancelled => state with { Exchange = x with { StageBefore = x.Stage }, CancelledAt = at, Cancellations = state.Cancellations + 1 },
            ExchangeRestored => state with { RestoredAt = at },
            StageReached or CommandUndone or Delegations.RosterExported => state,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
