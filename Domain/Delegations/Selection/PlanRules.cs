using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations.Selection;

/// <summary>What a rule of a seat plan, or of whoever asks for a proposal, is about.</summary>
public enum PlanRuleKind
{
    /// <summary>Fewest of a sector.</summary>
    SectorMin,

    /// <summary>Most of a sector.</summary>
    SectorMax,

    /// <summary>Most from one organisation.</summary>
    OrganisationMax,

    /// <summary>Fewest of a role in the change.</summary>
    RoleMin,

    /// <summary>Most from government.</summary>
    GovernmentMax,

    /// <summary>Fewest newcomers.</summary>
    NewcomersMin,

    /// <summary>Most newcomers.</summary>
    NewcomersMax,

    /// <summary>Fewest who took part before.</summary>
    ReturnersMin,

    /// <summary>Most who took part before.</summary>
    ReturnersMax,

    /// <summary>Fewest who work in a language.</summary>
    LanguageMin,

    /// <summary>Fewest people in the delegation: its seats.</summary>
    SeatsMin,

    /// <summary>Most people in the delegation: its seats.</summary>
    SeatsMax,

    /// <summary>Somebody must be in, says the plan.</summary>
    MustHave,

    /// <summary>Two people must not both be in.</summary>
    Apart,

    /// <summary>Somebody is in, says whoever asks.</summary>
    KeptIn,

    /// <summary>Somebody is out, says whoever asks.</summary>
    KeptOut,
}

/// <summary>One rule of a plan, in the smallest pieces that can be changed alone.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Limit">Fewest or most people; for rules about single people 1.</param>
/// <param name="Code">Code of the sector, the role or the language; null where the kind says all.</param>
/// <param name="One">Whom it is about.</param>
/// <param name="Other">And whom.</param>
public sealed record PlanRule(PlanRuleKind Kind, int Limit, string? Code = null, CandidateId? One = null, CandidateId? Other = null)
{
    /// <summary>Whether it wants people rather than limiting them.</summary>
    public bool IsMinimum => Kind is PlanRuleKind.SectorMin or PlanRuleKind.RoleMin or PlanRuleKind.NewcomersMin or PlanRuleKind.ReturnersMin or PlanRuleKind.LanguageMin
        or PlanRuleKind.SeatsMin;

    /// <summary>Whether it is about single people: it holds or it doesn't.</summary>
    public bool IsAboutPeople => Kind >= PlanRuleKind.MustHave;

    /// <summary>Whether it counts a person.</summary>
    public bool Counts(Candidate person) => Kind switch
    {
        PlanRuleKind.SectorMin or PlanRuleKind.SectorMax => person.Sector.Code == Code,
        PlanRuleKind.RoleMin => person.Role?.ToString() == Code,
        PlanRuleKind.LanguageMin => person.Language == Code,
        PlanRuleKind.GovernmentMax => person.Sector.IsGovernment,
        PlanRuleKind.NewcomersMin or PlanRuleKind.NewcomersMax => person.Newcomer == true,
        PlanRuleKind.ReturnersMin or PlanRuleKind.ReturnersMax => person.Newcomer == false,
        PlanRuleKind.MustHave or PlanRuleKind.KeptIn or PlanRuleKind.KeptOut => person.Id == One,
        PlanRuleKind.Apart => person.Id == One || person.Id == Other,
        PlanRuleKind.OrganisationMax => person.Organisation is not null,
        PlanRuleKind.SeatsMin or PlanRuleKind.SeatsMax => true,
    };
}

/// <summary>A seat plan as rules, and rules as head counts.</summary>
public static class PlanRules
{
    /// <summary>The rules of a plan, and who is kept in and out, in the order in which a plan is read.</summary>
    public static ImmutableArray<PlanRule> Of(SeatPlan plan, IEnumerable<CandidateId> keptIn, IEnumerable<CandidateId> keptOut) =>
    [
        .. plan.Sectors.Where(s => s.Range.Min > 0).Select(s => new PlanRule(PlanRuleKind.SectorMin, s.Range.Min, s.Sector.Code)),
        .. plan.Sectors.Where(s => s.Range.Max < plan.Seats).Select(s => new PlanRule(PlanRuleKind.SectorMax, s.Range.Max, s.Sector.Code)),
        .. plan.MostFromOneOrganisation < plan.Seats ? [new PlanRule(PlanRuleKind.OrganisationMax, plan.MostFromOneOrganisation)] : ImmutableArray<PlanRule>.Empty,
        .. plan.Roles.Select(r => new PlanRule(PlanRuleKind.RoleMin, r.Min, r.Role.ToString())),
        .. plan.MostGovernment is not null ? [new PlanRule(PlanRuleKind.GovernmentMax, plan.GovernmentMax)] : ImmutableArray<PlanRule>.Empty,
        .. Range(plan.Newcomers, PlanRuleKind.NewcomersMin, PlanRuleKind.NewcomersMax, plan.Seats),
        .. Range(plan.Returners, PlanRuleKind.ReturnersMin, PlanRuleKind.ReturnersMax, plan.Seats),
        .. plan.Languages.Select(l => new PlanRule(PlanRuleKind.LanguageMin, l.Min, l.Language)),
        .. plan.MustHave.Select(m => new PlanRule(PlanRuleKind.MustHave, 1, One: m)),
        .. plan.Apart.Select(a => new PlanRule(PlanRuleKind.Apart, 1, null, a.One, a.Other)),
        .. keptIn.Select(c => new PlanRule(PlanRuleKind.KeptIn, 1, One: c)),
        .. keptOut.Select(c => new PlanRule(PlanRuleKind.KeptOut, 1, One: c)),
    ];

    /// <summary>The number of seats as two rules. It belongs to every plan, so no conflict names it; but it can be loosened like the others.</summary>
    public static ImmutableArray<PlanRule> SeatsOf(SeatPlan plan) => [new(PlanRuleKind.SeatsMin, plan.Seats), new(PlanRuleKind.SeatsMax, plan.Seats)];

    /// <summary>The head counts that a rule comes to.</summary>
    public static IEnumerable<HeadCount> HeadCounts(PlanRule rule, ImmutableArray<Candidate> people)
    {
        if (rule.Kind is PlanRuleKind.OrganisationMax)
            return Enumerable.Range(0, people.Length).Where(i => people[i].Organisation is not null).GroupBy(i => people[i].Organisation)
                .Select(g => new HeadCount([.. g], 0, rule.Limit));
        ImmutableArray<int> members = [.. Enumerable.Range(0, people.Length).Where(i => rule.Counts(people[i]))];
        return rule.Kind switch
        {
            PlanRuleKind.KeptOut => [new HeadCount(members, 0, 0)],
            PlanRuleKind.MustHave or PlanRuleKind.KeptIn => [new HeadCount(members, 1, 1)],
            _ when rule.IsMinimum => [new HeadCount(members, rule.Limit, people.Length)],
            _ => [new HeadCount(members, 0, rule.Limit)],
        };
    }

    /// <summary>A plan with a rule of its own loosened by one person; null where it can't be.</summary>
    public static SeatPlan? Loosened(SeatPlan plan, PlanRule rule) => rule.Kind switch
    {
        PlanRuleKind.SectorMin => Sector(plan, rule, r => r with { Min = r.Min - 1 }),
        PlanRuleKind.SectorMax => Sector(plan, rule, r => r with { Max = r.Max + 1 }),
        PlanRuleKind.OrganisationMax => plan with { MostFromOneOrganisation = plan.MostFromOneOrganisation + 1 },
        PlanRuleKind.RoleMin => plan with { Roles = [.. plan.Roles.Select(r => r.Role.ToString() == rule.Code ? r with { Min = r.Min - 1 } : r).Where(r => r.Min > 0)] },
        PlanRuleKind.LanguageMin => plan with { Languages = [.. plan.Languages.Select(l => l.Language == rule.Code ? l with { Min = l.Min - 1 } : l).Where(l => l.Min > 0)] },
        // The smallest whole share that lets one more in.
        PlanRuleKind.GovernmentMax => plan with { MostGovernment = Math.Min(100, ((100 * (plan.GovernmentMax + 1)) + plan.Seats - 1) / plan.Seats) },
        PlanRuleKind.NewcomersMin => plan with { Newcomers = plan.Newcomers!.Value with { Min = plan.Newcomers.Value.Min - 1 } },
        PlanRuleKind.NewcomersMax => plan with { Newcomers = plan.Newcomers!.Value with { Max = plan.Newcomers.Value.Max + 1 } },
        PlanRuleKind.ReturnersMin => plan with { Returners = plan.Returners!.Value with { Min = plan.Returners.Value.Min - 1 } },
        PlanRuleKind.ReturnersMax => plan with { Returners = plan.Returners!.Value with { Max = plan.Returners.Value.Max + 1 } },
        PlanRuleKind.SeatsMin => plan with { Seats = plan.Seats - 1 },
        PlanRuleKind.SeatsMax => plan with { Seats = plan.Seats + 1 },
        PlanRuleKind.MustHave => plan with { MustHave = plan.MustHave.Remove(rule.One!.Value) },
        PlanRuleKind.Apart => plan with { Apart = plan.Apart.Remove(new Apart(rule.One!.Value, rule.Other!.Value)) },
        PlanRuleKind.KeptIn or PlanRuleKind.KeptOut => null,
    };

    private static SeatPlan Sector(SeatPlan plan, PlanRule rule, Func<Range, Range> change) =>
        plan with { Sectors = [.. plan.Sectors.Select(s => s.Sector.Code == rule.Code ? s with { Range = change(s.Range) } : s)] };

    private static IEnumerable<PlanRule> Range(Range? range, PlanRuleKind min, PlanRuleKind max, int seats)
    {
        if (range?.Min > 0)
            yield return new PlanRule(min, range.Value.Min);
        if (range?.Max < seats)
            yield return new PlanRule(max, range.Value.Max);
    }
}
