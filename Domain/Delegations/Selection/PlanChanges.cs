using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations.Selection;

/// <summary>A change that makes a delegation possible.</summary>
/// <param name="Loosened">Rules that are loosened, each by one person; one twice is loosened by two.</param>
/// <param name="Plan">The plan after it.</param>
/// <param name="Kept">Who is kept in and out after it.</param>
public sealed record PlanChange(ImmutableArray<PlanRule> Loosened, SeatPlan Plan, Kept Kept);

/// <summary>How many seats a delegation may have, whatever else its plan says.</summary>
/// <param name="Min">Those who hold a seat now need one.</param>
/// <param name="Max">What the size of the whole exchange leaves.</param>
internal readonly record struct SeatLimits(int Min, int Max)
{
    /// <summary>The limits of a delegation of an exchange.</summary>
    public static SeatLimits Of(ExchangeState state, Delegation delegation) => new(
        Math.Max(SeatPlan.SeatRange.Min, delegation.Seated.Count()),
        Math.Min(SeatPlan.SeatRange.Max, state.Exchange!.Design.SizeCap - state.InOrder.Where(d => d.Id != delegation.Id).Sum(d => d.Plan.Seats)));
}

/// <summary>Finds why no delegation fits a plan, and the smallest changes with which one does.</summary>
internal sealed class PlanChanges(ImmutableArray<Candidate> people, SeatLimits limits)
{
    private const int MostChanges = 6;

    // Most changes of the plan at once, and most plans looked at: beyond that the plan is to be thought over, not mended.
    private const int MostAtOnce = 4;
    private const int MostLooks = 200;

    /// <summary>The smallest conflict and the smallest changes.</summary>
    public NoneFits NoneFits(SeatPlan plan, Kept kept)
    {
        var rules = PlanRules.Of(plan, kept.In, kept.Out);
        var conflict = Conflicts.Smallest(rules.Length, some => IsPossible(plan.Seats, people, some.Select(i => rules[i])));
        ImmutableArray<PlanRule> those = [.. conflict.Select(i => rules[i])];
        return new NoneFits(those, Smallest(new PlanChange([], plan, kept)), [.. those.Where(r => r.IsMinimum && OneMoreHelps(plan, people, rules, r))]);
    }

    /// <summary>As many seats as people who could come, with the smallest further changes where no delegation fits then; empty where the seats can't be so few.</summary>
    public ImmutableArray<PlanChange> Fewer(SeatPlan plan, Kept kept, int able)
    {
        var change = new PlanChange([], plan, kept);
        while (change.Plan.Seats > able)
            change = Loosened(change, PlanRules.SeatsOf(change.Plan)[0]);
        return !IsAllowed(change.Plan) ? [] : Fits(change) ? [change] : Smallest(change);
    }

    // Every change that helps loosens a rule of every conflict: so from one conflict at a time, all ways of one more step are tried.
    private ImmutableArray<PlanChange> Smallest(PlanChange begin)
    {
        var (open, looks) = (new List<PlanChange> { begin }, 0);
        for (var steps = 1; steps <= MostAtOnce && open.Count > 0; steps++)
        {
            var next = open.SelectMany(Steps).DistinctBy(c => string.Join('|', c.Loosened.Select(l => $"{l.Kind} {l.Code} {l.One} {l.Other}").Order(StringComparer.Ordinal)))
                .TakeWhile(_ => looks++ < MostLooks).ToList();
            var found = next.Where(Fits).Take(MostChanges).ToImmutableArray();
            if (!found.IsEmpty)
                return found;
            open = next;
        }

        return [];
    }

    private IEnumerable<PlanChange> Steps(PlanChange now)
    {
        var rules = PlanRules.Of(now.Plan, now.Kept.In, now.Kept.Out);
        var conflict = Conflicts.Any(Enumerable.Range(0, rules.Length).ToList(), some => IsPossible(now.Plan.Seats, people, some.Select(s => rules[s])));
        foreach (var rule in conflict.Select(i => rules[i]).Concat(PlanRules.SeatsOf(now.Plan).Where(r => !now.Loosened.Any(l => IsOpposite(l, r)))))
            if (rule.Kind is PlanRuleKind.KeptIn or PlanRuleKind.KeptOut)
                yield return now with { Loosened = now.Loosened.Add(rule), Kept = new Kept(now.Kept.In.Remove(rule.One!.Value), now.Kept.Out.Remove(rule.One.Value)) };
            else if (Loosened(now, rule) is var change && IsAllowed(change.Plan))
                yield return change;
    }

    private static PlanChange Loosened(PlanChange now, PlanRule rule) => now with { Loosened = now.Loosened.Add(rule), Plan = PlanRules.Loosened(now.Plan, rule)! };

    private static bool IsOpposite(PlanRule one, PlanRule other) =>
        (one.Kind, other.Kind) is (PlanRuleKind.SeatsMin, PlanRuleKind.SeatsMax) or (PlanRuleKind.SeatsMax, PlanRuleKind.SeatsMin);

    private bool IsAllowed(SeatPlan plan) => plan.Seats >= limits.Min && plan.Seats <= limits.Max && PlanFlaws.Of(plan) is null;

    private bool Fits(PlanChange change) => IsPossible(change.Plan.Seats, people, PlanRules.Of(change.Plan, change.Kept.In, change.Kept.Out));

    private static bool IsPossible(int seats, ImmutableArray<Candidate> people, IEnumerable<PlanRule> rules) =>
        Selector.IsPossible(new SelectionProblem(seats, [.. new int[people.Length]], [.. rules.SelectMany(r => PlanRules.HeadCounts(r, people))], [], [], [])) != false;

    private static bool OneMoreHelps(SeatPlan plan, ImmutableArray<Candidate> people, ImmutableArray<PlanRule> rules, PlanRule wanted) =>
        Sector.All.Where(s => wanted.Kind is not PlanRuleKind.SectorMin || s.Code == wanted.Code).Any(sector => IsPossible(plan.Seats, people.Add(Thinkable(wanted, sector)), rules));

    private static Candidate Thinkable(PlanRule wanted, Sector sector) => new(
        default, default, sector, null, int.MaxValue,
        wanted.Kind is PlanRuleKind.RoleMin ? Enum.Parse<RoleInChange>(wanted.Code!) : null,
        wanted.Kind is PlanRuleKind.LanguageMin ? wanted.Code : null,
        wanted.Kind is PlanRuleKind.NewcomersMin ? true : wanted.Kind is PlanRuleKind.ReturnersMin ? false : null);
}
