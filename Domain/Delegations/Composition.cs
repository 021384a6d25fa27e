using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>Headcount of one sector against its range.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Have">People now.</param>
/// <param name="Range">What the plan wants.</param>
public readonly record struct SectorCount(Sector Sector, int Have, Range Range);

/// <summary>How a group of people stands against a seat plan.</summary>
/// <param name="Seated">People who hold a seat.</param>
/// <param name="Seats">Seats there are.</param>
/// <param name="Sectors">Headcount of each sector of the plan.</param>
/// <param name="Gaps">What is missing or too much, the most serious first.</param>
public sealed record Balance(int Seated, int Seats, ImmutableArray<SectorCount> Sectors, ImmutableArray<Gap> Gaps)
{
    /// <summary>Whether the plan is met; warnings don't count.</summary>
    public bool FitsPlan => Gaps.All(g => g is MostlyGovernment);

    /// <summary>By how many people it departs from its plan, free seats aside: what one person more or fewer would mend counts 1.</summary>
    public int Departure => Gaps.Sum(g => g switch
    {
        SectorShort s => s.Min - s.Have,
        SectorOver s => s.Have - s.Max,
        OrganisationOver o => o.Have - o.Max,
        MustHaveMissing or TogetherAfterAll => 1,
        RoleShort r => r.Min - r.Have,
        GovernmentOver o => o.Have - o.Max,
        NewcomersShort n => n.Min - n.Have,
        NewcomersOver n => n.Have - n.Max,
        ReturnersShort r => r.Min - r.Have,
        ReturnersOver r => r.Have - r.Max,
        LanguageShort l => l.Min - l.Have,
        SectorsUnknown u => u.Count,
        _ => 0,
    });
}

/// <summary>Holds people against a seat plan and seats them.</summary>
public static class Composition
{
    /// <summary>How the seated people of a delegation stand against its plan.</summary>
    public static Balance BalanceOf(Delegation delegation) => BalanceOf(delegation.Plan, [.. delegation.Seated]);

    /// <summary>How a group of people stands against a plan.</summary>
    public static Balance BalanceOf(SeatPlan plan, ImmutableArray<Candidate> people)
    {
        var gaps = ImmutableArray.CreateBuilder<Gap>();
        var sectors = plan.Sectors.Select(s => new SectorCount(s.Sector, people.Count(p => p.Sector == s.Sector), s.Range)).ToImmutableArray();
        foreach (var missing in plan.MustHave.Where(m => people.All(p => p.Id != m)))
            gaps.Add(new MustHaveMissing(missing));
        foreach (var s in sectors.Where(s => s.Have < s.Range.Min))
            gaps.Add(new SectorShort(s.Sector, s.Have, s.Range.Min));
        foreach (var s in sectors.Where(s => s.Have > s.Range.Max))
            gaps.Add(new SectorOver(s.Sector, s.Have, s.Range.Max));
        foreach (var (organisation, have) in ByOrganisation(people).Where(o => o.Have > plan.MostFromOneOrganisation))
            gaps.Add(new OrganisationOver(organisation, have, plan.MostFromOneOrganisation));
        gaps.AddRange(Further(plan, people));
        if (people.Length < plan.Seats)
            gaps.Add(new SeatsFree(plan.Seats - people.Length));
        if (people.Count(p => p.Sector == Sector.Unknown) is > 0 and var unknown)
            gaps.Add(new SectorsUnknown(unknown));
        if (plan.MostGovernment is null && people.Count(p => p.Sector.IsGovernment) is var government && government * 2 > people.Length && people.Length >= 3)
            gaps.Add(new MostlyGovernment(government, people.Length));
        return new Balance(people.Length, plan.Seats, sectors, gaps.ToImmutable());
    }

    // What most plans leave free.
    private static IEnumerable<Gap> Further(SeatPlan plan, ImmutableArray<Candidate> people)
    {
        foreach (var apart in plan.Apart.Where(a => people.Any(p => p.Id == a.One) && people.Any(p => p.Id == a.Other)))
            yield return new TogetherAfterAll(apart.One, apart.Other);
        foreach (var (role, min) in plan.Roles)
            if (people.Count(p => p.Role == role) is var have && have < min)
                yield return new RoleShort(role, have, min);
        foreach (var (language, min) in plan.Languages)
            if (people.Count(p => p.Language == language) is var have && have < min)
                yield return new LanguageShort(language, have, min);
        if (plan.MostGovernment is { } percent && people.Count(p => p.Sector.IsGovernment) is var government && government > plan.GovernmentMax)
            yield return new GovernmentOver(government, plan.GovernmentMax, percent);
        var (fresh, returning) = (people.Count(p => p.Newcomer == true), people.Count(p => p.Newcomer == false));
        if (fresh < plan.Newcomers?.Min)
            yield return new NewcomersShort(fresh, plan.Newcomers.Value.Min);
        if (fresh > plan.Newcomers?.Max)
            yield return new NewcomersOver(fresh, plan.Newcomers.Value.Max);
        if (returning < plan.Returners?.Min)
            yield return new ReturnersShort(returning, plan.Returners.Value.Min);
        if (returning > plan.Returners?.Max)
            yield return new ReturnersOver(returning, plan.Returners.Value.Max);
    }

    /// <summary>
    /// Seats candidates in the order given, as far as the plan allows: nobody is put above a maximum, and seats that other sectors
    /// still need for their minimum are kept free. Those left over are alternates. A proposal: a person decides.
    /// </summary>
    public static ImmutableArray<CandidateId> Seat(SeatPlan plan, ImmutableArray<Candidate> already, IEnumerable<Candidate> candidates)
    {
        var seated = already.ToList();
        var added = ImmutableArray.CreateBuilder<CandidateId>();
        foreach (var candidate in candidates.OrderByDescending(c => plan.MustHave.Contains(c.Id)).ThenBy(c => c.Rank))
        {
            if (seated.Count >= plan.Seats || !Fits(plan, seated, candidate))
                continue;
            seated.Add(candidate);
            added.Add(candidate.Id);
        }

        return added.ToImmutable();
    }

    private static bool Fits(SeatPlan plan, List<Candidate> seated, Candidate candidate)
    {
        if (plan.MustHave.Contains(candidate.Id))
            return true;
        var range = plan.RangeOf(candidate.Sector);
        var have = seated.Count(s => s.Sector == candidate.Sector);
        if (have >= range.Max)
            return false;
        if (candidate.Organisation is { } own && seated.Count(s => s.Organisation == own) >= plan.MostFromOneOrganisation)
            return false;
        if (plan.Apart.Any(a => (a.One == candidate.Id && seated.Any(s => s.Id == a.Other)) || (a.Other == candidate.Id && seated.Any(s => s.Id == a.One))))
            return false;
        if (candidate.Sector.IsGovernment && seated.Count(s => s.Sector.IsGovernment) >= plan.GovernmentMax)
            return false;
        if (candidate.Newcomer is { } newcomer && seated.Count(s => s.Newcomer == newcomer) >= ((newcomer ? plan.Newcomers : plan.Returners)?.Max ?? plan.Seats))
            return false;
        if (have < range.Min)
            return true;
        var needed = plan.Sectors.Sum(s => Math.Max(0, s.Range.Min - seated.Count(p => p.Sector == s.Sector)));
        return plan.Seats - seated.Count > needed;
    }

    private static IEnumerable<(OrganisationId Organisation, int Have)> ByOrganisation(ImmutableArray<Candidate> people) =>
        people.Where(p => p.Organisation is not null).GroupBy(p => p.Organisation!.Value).Select(g => (g.Key, g.Count()));
}
