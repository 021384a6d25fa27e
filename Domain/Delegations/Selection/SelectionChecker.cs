using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations.Selection;

/// <summary>
/// Checks an answer without searching and without trusting who searched: that the choice keeps the rules and has the score it says, that
/// each proof leaves no case out, and that each of its leaves is contradicted, in whole numbers. It shares no code with the search.
/// <para>
/// A leaf multiplies the rules. For a choice with c people of a head count, (limit - c) times a number is 0 or more, with the maximum as
/// the limit where the number is positive and the minimum where it is negative; so is (score - asked) times a number of 0 or more. If
/// the sum of all that is below 0 for everybody the case leaves open, there is no such choice.
/// </para>
/// </summary>
public sealed class SelectionChecker
{
    private readonly SelectionProblem _problem;
    private readonly ImmutableArray<HeadCount> _rules;
    private readonly string[] _kind;

    private SelectionChecker(SelectionProblem problem)
    {
        _problem = problem;
        _rules = [.. problem.HeadCounts.Where(h => h.Rules)];
        var groups = _rules.Select(r => r.Members).Concat(problem.Wishes.Select(w => w.Members)).Concat([problem.In, problem.Out]).Select(g => g.ToHashSet()).ToList();
        _kind = [.. Enumerable.Range(0, problem.People).Select(i => string.Concat(groups.Select(g => g.Contains(i) ? '1' : '0')))];
    }

    /// <summary>What is wrong with an answer; null when it holds.</summary>
    public static string? Flaw(SelectionProblem problem, Selected answer) => new SelectionChecker(problem).Check(answer);

    private string? Check(Selected answer)
    {
        if (answer.End is SelectionEnd.Impossible)
            return answer.Claims is [{ Kind: ClaimKind.Nothing } nothing] ? Refuted(nothing, Start(), null, null) : "It proves nothing.";
        if (answer.Chosen.IsEmpty && (_problem.Size > 0 || answer is { End: SelectionEnd.Stopped, WorthBound: null }))
            return answer is { End: SelectionEnd.Stopped, Claims: [{ Kind: ClaimKind.Score } only] } ? Bounded(only, answer) : "It names nobody.";
        if (!_problem.Allows(answer.Chosen))
            return "The choice breaks a rule.";
        if (_problem.ScoreOf(answer.Chosen) != answer.Score || _problem.WorthOf(answer.Chosen) != answer.Worth)
            return "The choice isn't worth what it says.";
        if (answer.Claims.FirstOrDefault(c => c.Kind is ClaimKind.Score) is not { } score || Bounded(score, answer) is { })
            return "The bound of the score isn't proven.";
        if (answer.WorthBound is { } bound && (answer.Gap != 0
            || answer.Claims.FirstOrDefault(c => c.Kind is ClaimKind.Worth) is not { } worth || Refuted(worth, Start(), answer.Score, bound == long.MaxValue ? null : bound + 1) is { }))
            return "The bound of the worth isn't proven.";
        return answer.End is not SelectionEnd.Best ? null : answer.TiesSettled ? First(answer) : NobodyMakesRoom(answer);
    }

    private string? Bounded(Claim claim, Selected answer) =>
        answer.ScoreBound == long.MaxValue ? null : Refuted(claim, Start(), answer.ScoreBound + 1, null);

    private string? NobodyMakesRoom(Selected answer)
    {
        for (var comes = 0; comes < _problem.People; comes++)
            foreach (var goes in answer.Chosen.Where(c => c > comes && !answer.Chosen.Contains(comes) && _problem.Scores[c] == _problem.Scores[comes]))
                if (answer.Chosen.Replace(goes, comes) is var instead && _problem.Allows(instead) && _problem.WorthOf(instead) == answer.Worth)
                    return $"{goes} could make room for {comes}.";
        return answer.Gap == 0 && answer.WorthBound == answer.Worth ? null : "It isn't proven to be the best.";
    }

    private string? First(Selected answer)
    {
        if (answer.Gap != 0 || answer.WorthBound != answer.Worth)
            return "It isn't proven to be the best.";
        var box = Start();
        for (var person = 0; person < box.Length && box.Count(b => b == true) < _problem.Size; person++)
        {
            if (box[person] is not null)
                continue;
            var isChosen = answer.Chosen.Contains(person);
            if (!isChosen)
            {
                var instead = Settled(box, person, true);
                if (answer.Claims.FirstOrDefault(c => c.Kind is ClaimKind.Order && c.Person == person) is not { } claim || Refuted(claim, instead, answer.Score, answer.Worth) is { })
                    return $"Nothing proves that {person} can't be chosen.";
            }

            box = Settled(box, person, isChosen);
        }

        return box.Select((b, i) => (b, i)).Where(p => p.b == true).Select(p => p.i).SequenceEqual(answer.Chosen) ? null : "Another choice comes first.";
    }

    private string? Refuted(Claim claim, bool?[] box, long? score, long? worth)
    {
        var next = 0;
        return Walk(box) && next == claim.Tree.Length ? null : $"{claim.Kind} isn't proven.";

        bool Walk(bool?[] here)
        {
            if (next >= claim.Tree.Length)
                return false;
            var step = claim.Tree[next++];
            if (step.Person == ProofStep.Leaf)
                return Most(step.Weights, here, score, worth).Sum < 0;
            if (step.Person == ProofStep.Settles)
                return Following(step, here, score, worth) is { } then && Walk(then);
            return step.Person >= 0 && step.Person < here.Length && here[step.Person] is null && Walk(Settled(here, step.Person, true)) && Walk(Settled(here, step.Person, false));
        }
    }

    // How things stand when those are settled for whom the weights contradict the opposite; null where they don't.
    private bool?[]? Following(ProofStep step, bool?[] box, long? score, long? worth)
    {
        var (most, each) = Most(step.Weights, box, score, worth);
        var after = box;
        foreach (var person in step.Settled)
        {
            if (person < 0 || person >= box.Length || box[person] is not null || most is null || most - Int128.Abs(each[person]) >= 0)
                return null;
            if (after[person] is null)
                after = Settled(after, person, each[person] > 0);
        }

        return after;
    }

    // The most that the sum of weighted rules can be, and what each person open brings to it; none where the weights say nothing.
    private (Int128? Sum, Int128[] Each) Most(ImmutableArray<Weighted> weights, bool?[] box, long? score, long? worth)
    {
        var (firstWish, last) = (1 + _rules.Length, 1 + _rules.Length + _problem.Wishes.Length);
        var by = weights.ToDictionary(w => w.Rule, w => (Int128)w.By);
        if (by.Any(w => w.Key < 0 || w.Key > last + 1 || (w.Key >= firstWish && w.Value < 0)))
            return (null, []);
        var (forScore, forWorth) = (by.GetValueOrDefault(last), by.GetValueOrDefault(last + 1));
        if ((forScore > 0 && score is null) || (forWorth > 0 && worth is null))
            return (null, []);
        var sum = (by.GetValueOrDefault(0) * _problem.Size) - (forScore * (score ?? 0)) - (forWorth * (worth ?? 0));
        var each = _problem.Scores.Select(s => (forScore * s) - by.GetValueOrDefault(0)).ToArray();
        for (var r = 0; r < _rules.Length; r++)
        {
            var times = by.GetValueOrDefault(1 + r);
            sum += times * (times > 0 ? _rules[r].Max : _rules[r].Min);
            foreach (var m in _rules[r].Members)
                each[m] -= times;
        }

        // Of a wish, each person counts in part, and the whole of it counts for the rest.
        for (var w = 0; w < _problem.Wishes.Length; w++)
        {
            var times = by.GetValueOrDefault(firstWish + w);
            sum += Int128.Max(0, (forWorth * _problem.Wishes[w].Worth) - times) * _problem.Wishes[w].UpTo;
            foreach (var m in _problem.Wishes[w].Members)
                each[m] += times;
        }

        for (var i = 0; i < each.Length; i++)
            sum += box[i] switch { true => each[i], false => 0, null => Int128.Max(0, each[i]) };
        return (sum, each);
    }

    private bool?[] Start()
    {
        var box = new bool?[_problem.People];
        foreach (var i in _problem.In)
            box[i] = true;
        foreach (var i in _problem.Out)
            box[i] = false;
        return box;
    }

    // Of people who count alike, the best choice takes higher scores first, then earlier places.
    private bool?[] Settled(bool?[] box, int person, bool to)
    {
        var after = (bool?[])box.Clone();
        for (var i = 0; i < after.Length; i++)
            if (_kind[i] == _kind[person] && (i == person || (to ? IsBefore(i, person) : IsBefore(person, i))))
                after[i] ??= to;
        return after;
    }

    private bool IsBefore(int one, int other) =>
        _problem.Scores[one] > _problem.Scores[other] || (_problem.Scores[one] == _problem.Scores[other] && one < other);
}
