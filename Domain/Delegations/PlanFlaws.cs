using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>Finds what makes a seat plan impossible by itself.</summary>
internal static class PlanFlaws
{
    /// <summary>Why a plan can be met by nobody, whoever is nominated; null when it could be.</summary>
    public static Refusal? Of(SeatPlan plan)
    {
        var (min, max) = SeatPlan.SeatRange;
        if (plan.Seats < min || plan.Seats > max)
            return new SizeOutOfRange(plan.Seats, min, max);
        if (plan.MostFromOneOrganisation < 1 || plan.MostFromOneOrganisation > max)
            return new SizeOutOfRange(plan.MostFromOneOrganisation, 1, max);
        foreach (var s in plan.Sectors)
            if (s.Range.Min < 0 || s.Range.Max < s.Range.Min)
                return new RangeUpsideDown(s.Sector, s.Range);
        var needed = plan.Sectors.Sum(s => (long)s.Range.Min);
        if (needed > plan.Seats)
            return new MinimumsExceedSeats((int)Math.Min(needed, int.MaxValue), plan.Seats);
        if (plan.MustHave.Length > plan.Seats)
            return new MinimumsExceedSeats(plan.MustHave.Length, plan.Seats);
        var named = plan.Sectors.Select(s => s.Sector).ToHashSet();
        var possible = plan.Sectors.Sum(s => Math.Min(s.Range.Max, plan.Seats));
        return Sector.All.All(named.Contains) && possible < plan.Seats ? new MaximumsBelowSeats(possible, plan.Seats) : Further(plan, max);
    }

    private static Refusal? Further(SeatPlan plan, int max)
    {
        if (plan.MostGovernment is < 0 or > 100)
            return new SizeOutOfRange(plan.MostGovernment.Value, 0, 100);
        foreach (var least in plan.Roles.Select(r => r.Min).Concat(plan.Languages.Select(l => l.Min)))
            if (least < 1 || least > max)
                return new SizeOutOfRange(least, 1, max);
        foreach (var range in new[] { plan.Newcomers, plan.Returners })
            if (range is { } r && (r.Min < 0 || r.Max < r.Min || r.Max > max))
                return r.Min < 0 ? new SizeOutOfRange(r.Min, 0, max) : new SizeOutOfRange(r.Max, Math.Min(r.Min, max), max);
        if (plan.Roles.Select(r => r.Role).Distinct().Count() < plan.Roles.Length || plan.Languages.Select(l => l.Language).Distinct().Count() < plan.Languages.Length)
            return new SaidTwice();
        if (plan.Languages.FirstOrDefault(l => l.Language is not [>= 'a' and <= 'z', >= 'a' and <= 'z']) is { Language: { } code })
            return new LanguageUnknown(code[..Math.Min(code.Length, 20)]);
        // Each person has one role, one language they work in, and is a newcomer or isn't.
        foreach (var needed in new[] { plan.Roles.Sum(r => r.Min), plan.Languages.Sum(l => l.Min), (plan.Newcomers?.Min ?? 0) + (plan.Returners?.Min ?? 0) })
            if (needed > plan.Seats)
                return new MinimumsExceedSeats(needed, plan.Seats);
        var government = plan.Sectors.Where(s => s.Sector.IsGovernment).Sum(s => s.Range.Min);
        if (government > plan.GovernmentMax)
            return new GovernmentAboveShare(government, plan.GovernmentMax, plan.MostGovernment ?? 100);
        return plan.Apart.Any(a => a.One == a.Other) || plan.Apart.Any(a => plan.MustHave.Contains(a.One) && plan.MustHave.Contains(a.Other)) ? new ApartAndMustHave() : null;
    }
}
