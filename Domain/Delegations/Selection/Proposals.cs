using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations.Selection;

/// <summary>Why somebody isn't in a proposal.</summary>
public enum LeftOutReason
{
    /// <summary>No delegation with them fits the plan.</summary>
    BreaksPlan,

    /// <summary>The best delegation with them has lower scores.</summary>
    ScoresLess,

    /// <summary>The best delegation with them covers fewer sectors and roles, or has no newcomer or nobody who took part before.</summary>
    CoversLess,

    /// <summary>Others as good were nominated before them.</summary>
    CameLater,

    /// <summary>Whoever asked left them out.</summary>
    KeptOut,

    /// <summary>They said that they don't come.</summary>
    WontCome,
}

/// <summary>Somebody who isn't in a proposal.</summary>
/// <param name="Candidate">Who.</param>
/// <param name="Reason">Why; null where that was not looked into, after the first few.</param>
public sealed record LeftOut(Candidate Candidate, LeftOutReason? Reason);

/// <summary>What a person settled before asking.</summary>
/// <param name="In">Who is in.</param>
/// <param name="Out">Who is out.</param>
public sealed record Kept(ImmutableArray<CandidateId> In, ImmutableArray<CandidateId> Out)
{
    /// <summary>Nothing settled.</summary>
    public static Kept Nobody { get; } = new([], []);
}

/// <summary>What the nominees of a delegation come to under its plan.</summary>
public abstract record ProposalOutcome;

/// <summary>The best delegation that fits the plan. A proposal: a person decides.</summary>
/// <param name="Chosen">Who, in the order of nomination.</param>
/// <param name="Balance">How they stand against the plan.</param>
/// <param name="Score">Their reviewers' scores together, in tenths; null where nobody gave any.</param>
/// <param name="Gap">By how much, in tenths, a better one could have more; 0 when this is proven to be the best.</param>
/// <param name="IsProven">Whether it is proven that none is better.</param>
/// <param name="LeftOut">Everybody else, in the order of nomination.</param>
/// <param name="TiesSettled">Whether it is proven that of those as good this one comes first by the order of nomination.</param>
public sealed record Proposed(
    ImmutableArray<Candidate> Chosen, Balance Balance, long? Score, long Gap, bool IsProven, ImmutableArray<LeftOut> LeftOut, bool TiesSettled = true) : ProposalOutcome;

/// <summary>There are fewer people who could come than seats.</summary>
/// <param name="People">How many could come.</param>
/// <param name="Seats">Seats of the plan.</param>
/// <param name="Changes">The smallest changes with as many seats as people, or fewer, that make a delegation possible; empty where none was found.</param>
public sealed record TooFewPeople(int People, int Seats, ImmutableArray<PlanChange> Changes) : ProposalOutcome;

/// <summary>No delegation fits the plan.</summary>
/// <param name="Conflict">The fewest rules that can't be kept together.</param>
/// <param name="Changes">The smallest changes that make one possible, each by itself; empty where none was found.</param>
/// <param name="Wanted">Rules that one more nominee, of the kind they want, would make possible.</param>
public sealed record NoneFits(ImmutableArray<PlanRule> Conflict, ImmutableArray<PlanChange> Changes, ImmutableArray<PlanRule> Wanted) : ProposalOutcome;

/// <summary>It took too long to find any delegation, or to tell that there is none.</summary>
public sealed record NotSettled : ProposalOutcome;

/// <summary>Proposes delegations.</summary>
public static class Proposals
{
    // Each costs a selection of its own.
    private const int MostReasons = 8;

    /// <summary>What the nominees of a delegation come to. Who was invited and holds a seat stays; who said no stays out.</summary>
    /// <param name="state">The exchange.</param>
    /// <param name="delegation">The delegation.</param>
    /// <param name="kept">Who is in and out, says whoever asks.</param>
    /// <param name="budget">How long it may take; null for the usual.</param>
    public static ProposalOutcome For(ExchangeState state, Delegation delegation, Kept kept, SelectionBudget? budget = null)
    {
        var people = delegation.Candidates.Values.Where(c => delegation.SeatOf(c.Id) is not null || Alternates.IsFree(state, c)).OrderBy(c => c.Rank).ThenBy(c => c.Id.Value).ToImmutableArray();
        var plan = delegation.Plan;
        kept = kept with { In = [.. kept.In.Concat(delegation.Seated.Where(c => state.InvitationOf(c.Id) is not null).Select(c => c.Id)).Where(id => people.Any(p => p.Id == id)).Distinct()] };
        kept = kept with { Out = [.. kept.Out.Where(id => people.Any(p => p.Id == id) && !kept.In.Contains(id)).Distinct()] };
        var changes = new PlanChanges(people, SeatLimits.Of(state, delegation));
        if (people.Length - kept.Out.Length is var able && able < plan.Seats)
            return new TooFewPeople(able, plan.Seats, changes.Fewer(plan, kept, able));
        var problem = ProblemOf(state, plan, people, kept);
        var answer = Selector.Select(problem, budget);
        if (answer.End is SelectionEnd.Impossible)
            return changes.NoneFits(plan, kept);
        if (answer.Chosen.IsEmpty)
            return new NotSettled();
        ImmutableArray<Candidate> chosen = [.. answer.Chosen.Select(i => people[i])];
        return new Proposed(
            chosen, Composition.BalanceOf(plan, chosen), IsScored(state, people) ? answer.Score : null, answer.Gap, answer.End is SelectionEnd.Best,
            [.. LeftOutOf(state, delegation, people, kept, problem, answer)], answer.TiesSettled);
    }

    /// <summary>The selection problem that a plan and its nominees come to.</summary>
    internal static SelectionProblem ProblemOf(ExchangeState state, SeatPlan plan, ImmutableArray<Candidate> people, Kept kept) => new(
        plan.Seats, ScoresOf(state, people),
        [.. PlanRules.Of(plan, kept.In, kept.Out).SelectMany(r => PlanRules.HeadCounts(r, people))],
        [
            .. Sector.All.Select(s => Covering(people, p => p.Sector == s)),
            .. Enum.GetValues<RoleInChange>().Select(r => Covering(people, p => p.Role == r)),
            Covering(people, p => p.Newcomer == true), Covering(people, p => p.Newcomer == false),
        ], [], []);

    private static Wish Covering(ImmutableArray<Candidate> people, Func<Candidate, bool> who) =>
        new([.. Enumerable.Range(0, people.Length).Where(i => who(people[i]))], 1, 1);

    private static bool IsScored(ExchangeState state, ImmutableArray<Candidate> people) => people.Any(p => state.Review.ScoresOf(p.Id).Count > 0);

    // Means in tenths. Whom nobody scored yet counts as the mean of all scores: waiting for a reviewer is no fault and no merit.
    private static ImmutableArray<int> ScoresOf(ExchangeState state, ImmutableArray<Candidate> people)
    {
        var scores = people.Select(p => state.Review.ScoresOf(p.Id)).ToList();
        var (count, sum) = (scores.Sum(s => s.Count), scores.Sum(s => s.Sum));
        return [.. scores.Select(s => s.Count > 0 ? Tenths(s.Sum, s.Count) : count > 0 ? Tenths(sum, count) : 0)];

        static int Tenths(int sum, int count) => ((20 * sum) + count) / (2 * count);
    }

    private static IEnumerable<LeftOut> LeftOutOf(
        ExchangeState state, Delegation delegation, ImmutableArray<Candidate> people, Kept kept, SelectionProblem problem, Selected answer)
    {
        var looked = 0;
        foreach (var candidate in delegation.Candidates.Values.OrderBy(c => c.Rank))
        {
            var place = people.IndexOf(candidate);
            if (place < 0)
                yield return new LeftOut(candidate, LeftOutReason.WontCome);
            else if (kept.Out.Contains(candidate.Id))
                yield return new LeftOut(candidate, LeftOutReason.KeptOut);
            else if (!answer.Chosen.Contains(place))
                yield return new LeftOut(candidate, looked++ < MostReasons ? ReasonOf(problem, answer, place) : null);
        }
    }

    private static LeftOutReason? ReasonOf(SelectionProblem problem, Selected answer, int place)
    {
        var with = Selector.Select(problem with { In = [place] }, new SelectionBudget(2_000, 0));
        return with.End switch
        {
            SelectionEnd.Impossible => LeftOutReason.BreaksPlan,
            SelectionEnd.Stopped => null,
            _ when with.Score < answer.Score => LeftOutReason.ScoresLess,
            _ when with.Worth < answer.Worth => LeftOutReason.CoversLess,
            _ => LeftOutReason.CameLater,
        };
    }
}

/// <summary>What one exchange of two people does to a delegation, before it is made.</summary>
/// <param name="Before">How it stands.</param>
/// <param name="After">How it would stand.</param>
public sealed record Swap(Balance Before, Balance After)
{
    /// <summary>The preview; null when either isn't where they should be.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="people">Who is in.</param>
    /// <param name="leaves">Who would leave: one of them.</param>
    /// <param name="comes">Who would come: none of them.</param>
    public static Swap? Of(SeatPlan plan, ImmutableArray<Candidate> people, CandidateId leaves, Candidate comes) =>
        people.All(p => p.Id != leaves) || people.Any(p => p.Id == comes.Id) ? null
            : new Swap(Composition.BalanceOf(plan, people), Composition.BalanceOf(plan, [.. people.Select(p => p.Id == leaves ? comes : p)]));
}
