using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations.Selection;

/// <summary>
/// Finds the best choice of a <see cref="SelectionProblem"/>, exactly: first the highest score, then of those the highest worth, then of
/// those the one that comes first, each by branch and bound on a relaxation, each with its proof. See docs/adr for the method.
/// </summary>
public static class Selector
{
    /// <summary>The best choice, or that there is none, or what was found until it was stopped.</summary>
    /// <exception cref="ArgumentException">The problem makes no sense: somebody who isn't there, a score or a wish out of range.</exception>
    public static Selected Select(SelectionProblem problem, SelectionBudget? budget = null)
    {
        Guard(problem);
        problem = problem with { HeadCounts = [.. problem.HeadCounts.Where(h => h.Rules)] };
        budget ??= SelectionBudget.Usual;
        var types = new PersonTypes(problem);
        var search = new Search(problem, new Relaxation(problem), types) { Allowance = new Allowance(budget) };
        var (claim, bound) = HighestScore(search);
        if (search.Found is not { } chosen)
            return new Selected(search.Stopped ? SelectionEnd.Stopped : SelectionEnd.Impossible, [], 0, 0, bound, null, false, [claim], search.Allowance.Taken);
        var answer = Of(types.Best(chosen));
        if (search.Stopped)
            return answer with { End = SelectionEnd.Stopped };
        search.Demand(ClaimKind.Score, answer.Score);
        var worth = new Claim(ClaimKind.Worth, -1, search.Run(ClaimKind.Worth, answer.Chosen));
        answer = Of(types.Best(search.Found.Value)) with { WorthBound = search.Bound, Claims = [claim, worth] };
        if (search.Stopped)
            return answer with { End = SelectionEnd.Stopped };
        search.Demand(ClaimKind.Worth, answer.Worth);
        return Ties.Settle(problem, types, search, answer, budget);

        Selected Of(ImmutableArray<int> best) =>
            new(SelectionEnd.Best, best, problem.ScoreOf(best), problem.WorthOf(best), bound, null, false, [claim], search.Allowance.Taken);
    }

    /// <summary>Whether any choice keeps the rules; null when that isn't settled within the steps.</summary>
    public static bool? IsPossible(SelectionProblem problem, int steps = 20_000)
    {
        Guard(problem);
        problem = problem with { HeadCounts = [.. problem.HeadCounts.Where(h => h.Rules)], Wishes = [], Scores = [.. new int[problem.People]] };
        var search = new Search(problem, new Relaxation(problem), new PersonTypes(problem)) { Allowance = new Allowance(new SelectionBudget(steps)) };
        search.Run(ClaimKind.Order, null);
        return search.Found is not null ? true : search.Stopped ? null : false;
    }

    // Where good choices are rare, bounds cut little until one is found: so at first only what is near the highest thinkable is looked for.
    private static (Claim Claim, long Bound) HighestScore(Search search)
    {
        (Claim Claim, long Bound)? nothingSoHigh = null;
        foreach (var floor in search.Top() is { } top and > 0 ? [top - (top / 25), top - (top / 12), top - (top / 8), long.MinValue] : new[] { long.MinValue })
        {
            var claim = new Claim(ClaimKind.Score, -1, search.Run(ClaimKind.Score, null, floor));
            if (search.Found is not null)
                return (claim, search.Bound);
            if (search.Stopped)
                return nothingSoHigh ?? (claim, search.Bound);
            if (floor == long.MinValue)
                return (claim with { Kind = ClaimKind.Nothing }, 0);
            nothingSoHigh = (claim, floor - 1);
        }

        throw new System.Diagnostics.UnreachableException();
    }

    private static void Guard(SelectionProblem problem)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(problem.Size);
        if (problem.Scores.Any(s => Math.Abs((long)s) > 1_000_000))
            throw new ArgumentException("Scores are -1,000,000 to 1,000,000.", nameof(problem));
        if (problem.Wishes.Any(w => w.UpTo < 1 || w.Worth < 1 || (long)w.UpTo * w.Worth > 1_000_000))
            throw new ArgumentException("Wishes are for 1 or more people, worth 1 or more each, 1,000,000 in all.", nameof(problem));
        if (problem.In.Any(problem.Out.Contains))
            throw new ArgumentException("Nobody is both in and out.", nameof(problem));
        foreach (var members in problem.HeadCounts.Select(h => h.Members).Concat(problem.Wishes.Select(w => w.Members)).Append(problem.In).Append(problem.Out))
            if (members.Any(m => m < 0 || m >= problem.People) || members.Distinct().Count() != members.Length)
                throw new ArgumentException("Each person is one of those there are, named once.", nameof(problem));
    }
}
