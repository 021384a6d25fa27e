using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>Something in which a group of people departs from its seat plan.</summary>
public abstract record Gap;

/// <summary>Seats nobody holds.</summary>
/// <param name="Count">How many.</param>
public sealed record SeatsFree(int Count) : Gap;

/// <summary>A sector has fewer people than the plan wants.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Have">People now.</param>
/// <param name="Min">Fewest wanted.</param>
public sealed record SectorShort(Sector Sector, int Have, int Min) : Gap;

/// <summary>A sector has more people than the plan allows.</summary>
/// <param name="Sector">The sector.</param>
/// <param name="Have">People now.</param>
/// <param name="Max">Most allowed.</param>
public sealed record SectorOver(Sector Sector, int Have, int Max) : Gap;

/// <summary>An organisation sends more people than the plan allows.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Have">People now.</param>
/// <param name="Max">Most allowed.</param>
public sealed record OrganisationOver(OrganisationId Organisation, int Have, int Max) : Gap;

/// <summary>Somebody who must be in holds no seat.</summary>
/// <param name="Candidate">Who.</param>
public sealed record MustHaveMissing(CandidateId Candidate) : Gap;

/// <summary>More than half come from government. A warning: it breaks no rule of the plan.</summary>
/// <param name="Have">People from government.</param>
/// <param name="Of">People in all.</param>
public sealed record MostlyGovernment(int Have, int Of) : Gap;

/// <summary>Some people's sector is not known.</summary>
/// <param name="Count">How many.</param>
public sealed record SectorsUnknown(int Count) : Gap;

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
        MustHaveMissing => 1,
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
        if (people.Length < plan.Seats)
            gaps.Add(new SeatsFree(plan.Seats - people.Length));
        if (people.Count(p => p.Sector == Sector.Unknown) is > 0 and var unknown)
            gaps.Add(new SectorsUnknown(unknown));
        if (people.Count(p => p.Sector.IsGovernment) is var government && government * 2 > people.Length && people.Length >= 3)
            gaps.Add(new MostlyGovernment(government, people.Length));
        return new Balance(people.Length, plan.Seats, sectors, gaps.ToImmutable());
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
        if (have < range.Min)
            return true;
        var needed = plan.Sectors.Sum(s => Math.Max(0, s.Range.Min - seated.Count(p => p.Sector == s.Sector)));
        return plan.Seats - seated.Count > needed;
    }

    private static IEnumerable<(OrganisationId Organisation, int Have)> ByOrganisation(ImmutableArray<Candidate> people) =>
        people.Where(p => p.Organisation is not null).GroupBy(p => p.Organisation!.Value).Select(g => (g.Key, g.Count()));
}
