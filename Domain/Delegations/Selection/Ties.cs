using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations.Selection;

/// <summary>
/// Settles which of equally good choices comes first: place by place, whoever can be chosen beside those settled before, without loss, is.
/// To prove that somebody can't may take long where choices that good are rare; then the rest is settled by exchanges of two people.
/// </summary>
internal static class Ties
{
    // One question in doubt must not eat up what the others need.
    private const int MostStepsEach = 200;

    public static Selected Settle(SelectionProblem problem, PersonTypes types, Search search, Selected answer, SelectionBudget budget)
    {
        var (chosen, claims, left, doubt) = (answer.Chosen, answer.Claims.ToBuilder(), budget.StepsForTies, false);
        for (var person = 0; chosen.Any(c => search[c] != 1); person++)
        {
            if (search[person] >= 0)
                continue;
            if (!chosen.Contains(person))
            {
                search.Allowance = new Allowance(budget with { Steps = Math.Min(left, MostStepsEach) });
                if (With(types, search, person, claims) is { } better)
                    chosen = better;
                else
                    doubt |= search.Stopped;
                left -= search.Allowance.Taken;
            }

            var isChosen = chosen.Contains(person);
            foreach (var other in isChosen ? types.UpTo(person) : types.From(person))
                search.Fix(other, isChosen ? (sbyte)1 : (sbyte)0);
        }

        return answer with
        {
            Chosen = doubt ? Exchanged(problem, chosen, answer.Worth) : chosen,
            TiesSettled = !doubt,
            Claims = claims.ToImmutable(),
            Steps = answer.Steps + budget.StepsForTies - left,
        };
    }

    private static ImmutableArray<int>? With(PersonTypes types, Search search, int person, ImmutableArray<Claim>.Builder claims)
    {
        var open = new List<int>();
        foreach (var other in types.UpTo(person))
            if (search[other] < 0)
                open.Add(other);
        search.Keep();
        foreach (var other in open)
            search.Fix(other, 1);
        var tree = search.Run(ClaimKind.Order, null);
        search.Restore(open);
        if (search.Found is { } better)
            return types.Best(better);
        if (!search.Stopped)
            claims.Add(new Claim(ClaimKind.Order, person, tree));
        return null;
    }

    private static ImmutableArray<int> Exchanged(SelectionProblem problem, ImmutableArray<int> chosen, long worth)
    {
        for (var comes = 0; comes < problem.People; comes++)
            foreach (var goes in chosen.Contains(comes) ? [] : chosen.Where(c => c > comes && problem.Scores[c] == problem.Scores[comes]).Reverse())
                if (chosen.Replace(goes, comes) is var instead && problem.Allows(instead) && problem.WorthOf(instead) == worth)
                {
                    chosen = [.. instead.Order()];
                    comes = -1;
                    break;
                }

        return chosen;
    }
}
