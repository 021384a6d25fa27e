using CoordinatorBot.Domain.Duties;

namespace CoordinatorBot.Domain.Exchanges;

/// <summary>What the calendar brings about: the exchange moves from stage to stage by itself.</summary>
internal static class ExchangeWants
{
    /// <summary>How long action plans are followed up: the last look is 52 weeks after the exchange.</summary>
    private const int FollowUpWeeks = 52;

    public static IEnumerable<Want> Wants(ExchangeState state)
    {
        if (state.Exchange is not { Terms: { } terms, Deadlines: { } deadlines } x || x.Stage is Stage.Cancelled or Stage.Draft)
            yield break;
        foreach (var (stage, from) in new[]
        {
            (Stage.Preparing, terms.Zone.EndOf(deadlines.RosterFreeze)),
            (Stage.Underway, terms.Zone.At(terms.StartsOn, TimeOnly.MinValue)),
            (Stage.FollowingUp, terms.Zone.EndOf(terms.EndsOn)),
            (Stage.Closed, terms.Zone.EndOf(terms.EndsOn.AddDays(7 * FollowUpWeeks))),
        })
            if (StageMachine.MayReach(x.Stage, stage))
                yield return new Want(new($"stage/{stage}/{x.TermsRevision}"), 1, new Then(new ReachStage(stage)), null, from, null, Urgency.Soon);
    }
}
