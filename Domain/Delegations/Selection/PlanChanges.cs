using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations.Selection;

/// <summary>A change that makes a delegation possible.</summary>
/// <param name="Loosened">Rules that are loosened, each by one person; one twice is loosened by two.</param>
/// <param name="Plan">The plan after it.</param>
/// <param name="Kept">Who is kept in and out after it.</param>
public sealed record PlanChange(ImmutableArray<PlanRule> Loosened, SeatPlan Plan, Kept Kept);

/// <summary>Finds why no delegation fits a plan, and the smallest changes with which one does.</summary>
internal static class PlanChanges
{
    private const int MostChanges = 4;

    // Most changes of the plan at once, and most plans looked at: beyond that the plan is to be thought over, not mended.
    private const int MostAtOnce = 4;
    private const int MostLooks = 200;

    /// <summary>The smallest conflict and the smallest changes.</summary>
    public static NoneFits NoneFits(SeatPlan plan, ImmutableArray<Candidate> people, Kept kept)
    {
        var rules = PlanRules.Of(plan, kept.In, kept.Out);
        var conflict = Conflicts.Smallest(rules.Length, some => IsPossible(plan.Seats, people, some.Select(i => rules[i])));
        ImmutableArray<PlanRule> those = [.. conflict.Select(i => rules[i])];
        return new NoneFits(those, Smallest(new PlanChange([], plan, kept), people), [.. those.Where(r => r.IsMinimum && OneMoreHelps(plan, people, rules, r))]);
    }

    // Every change that helps loosens a rule of every conflict: so from one conflict at a time, all ways of one more step are tried.
    private static ImmutableArray<PlanChange> Smallest(PlanChange begin, ImmutableArray<Candidate> people)
    {
        var (open, looks) = (new List<PlanChange> { begin }, 0);
        for (var steps = 1; steps <= MostAtOnce && open.Count > 0; steps++)
        {
            var next = open.SelectMany(o => Steps(o, people)).DistinctBy(c => string.Join('|', c.Loosened.Select(l => $"{l.Kind} {l.Code} {l.One} {l.Other}").Order(StringComparer.Ordinal)))
                .TakeWhile(_ => looks++ < MostLooks).ToList();
            var found = next.Where(c => IsPossible(c.Plan.Seats, people, PlanRules.Of(c.Plan, c.Kept.In, c.Kept.Out))).Take(MostChanges).ToImmutableArray();
            if (!found.IsEmpty)
                return found;
            open = next;
        }

        return [];
    }

    private static IEnumerable<PlanChange> Steps(PlanChange now, ImmutableArray<Candidate> people)
    {
        var rules = PlanRules.Of(now.Plan, now.Kept.In, now.Kept.Out);
        foreach (var i in Conflicts.Any(Enumerable.Range(0, rules.Length).ToList(), some => IsPossible(now.Plan.Seats, people, some.Select(s => rules[s]))))
        {
            var rule = rules[i];
            if (rule.Kind is PlanRuleKind.KeptIn or PlanRuleKind.KeptOut)
                yield return now with { Loosened = now.Loosened.Add(rule), Kept = new Kept(now.Kept.In.Remove(rule.One!.Value), now.Kept.Out.Remove(rule.One.Value)) };
            else if (PlanRules.Loosened(now.Plan, rule) is { } plan && PlanFlaws.Of(plan) is null)
                yield return now with { Loosened = now.Loosened.Add(rule), Plan = plan };
        }
    }

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
