using CoordinatorBot.Domain.Delegations.Selection;

namespace CoordinatorBot.Domain.Tests.Delegations.Selection;

public sealed class SelectorTests
{
    [Fact]
    public void Small_problems_have_the_answer_of_trying_every_choice()
    {
        var impossible = 0;
        for (var seed = 0; seed < 3_000; seed++)
        {
            var problem = SelectionCases.Of(seed);
            var best = SelectionCases.Best(problem);

            var answer = Selector.Select(problem);

            Assert.True(SelectionChecker.Flaw(problem, answer) is null, $"Seed {seed}: {SelectionChecker.Flaw(problem, answer)}");
            Assert.True(answer.End == (best is null ? SelectionEnd.Impossible : SelectionEnd.Best), $"Seed {seed}: {answer.End}");
            Assert.True(answer.Chosen.SequenceEqual(best ?? []), $"Seed {seed}: [{string.Join(',', answer.Chosen)}] and not [{string.Join(',', best ?? [])}]");
            impossible += best is null ? 1 : 0;
        }

        Assert.InRange(impossible, 300, 2_700);
    }

    [Fact]
    public void However_the_people_are_listed_the_best_is_as_good_and_rules_are_kept()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = SelectionCases.Of(seed);
            var r = new Random(seed);
            var place = Enumerable.Range(0, problem.People).OrderBy(_ => r.Next()).ToArray();
            var listed = Listed(problem, place);

            var (one, other) = (Selector.Select(problem), Selector.Select(listed));

            Assert.Equal((one.End, one.Score, one.Worth), (other.End, other.Score, other.Worth));
            Assert.True(one.End is SelectionEnd.Impossible || problem.Allows([.. other.Chosen.Select(c => Array.IndexOf(place, c))]), $"Seed {seed}");
        }
    }

    [Fact]
    public void The_order_in_which_rules_and_members_are_written_changes_nothing()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = SelectionCases.Of(seed);
            var turned = problem with
            {
                HeadCounts = [.. problem.HeadCounts.Reverse().Select(h => h with { Members = [.. h.Members.Reverse()] })],
                Wishes = [.. problem.Wishes.Reverse()],
            };
            Assert.Equal(Selector.Select(problem).Chosen, Selector.Select(turned).Chosen);
        }
    }

    [Fact]
    public void Stopped_early_it_gives_the_best_found_with_a_proven_gap()
    {
        var (gaps, empty) = (0, 0);
        for (var seed = 0; seed < 8; seed++)
        {
            var problem = SelectionCases.Tight(seed);
            var best = Selector.Select(problem);
            Assert.Null(SelectionChecker.Flaw(problem, best));
            for (var steps = 0; steps < best.Steps; steps = (steps * 3 / 2) + 1)
            {
                var answer = Selector.Select(problem, new SelectionBudget(steps));

                Assert.Null(SelectionChecker.Flaw(problem, answer));
                if (answer.End is not SelectionEnd.Stopped)
                    continue;
                Assert.True(answer.ScoreBound >= best.Score, $"Seed {seed}, {steps} steps");
                empty += answer.Chosen.IsEmpty ? 1 : 0;
                gaps += answer is { Chosen.IsEmpty: false, Gap: > 0 } ? 1 : 0;
            }
        }

        Assert.True(empty > 0 && gaps > 0, $"{empty} without a choice, {gaps} with a gap");
    }

    [Fact]
    public void Whoever_asks_can_stop_it()
    {
        var asked = 0;
        var answer = Selector.Select(SelectionCases.Of(7), new SelectionBudget(1_000, GoOn: () => ++asked < 1));
        Assert.Equal((SelectionEnd.Stopped, 0), (answer.End, answer.Steps));
    }

    [Fact]
    public void The_checker_sees_a_worse_choice_a_broken_rule_and_a_proof_with_a_hole()
    {
        var problem = new SelectionProblem(2, [1, 3, 3, 2], [SelectionProblem.NotTogether(1, 2)], [], [], []);
        var answer = Selector.Select(problem);

        Assert.Equal([1, 3], answer.Chosen);
        Assert.Null(SelectionChecker.Flaw(problem, answer));
        Assert.NotNull(SelectionChecker.Flaw(problem, answer with { Chosen = [0, 1], Score = 4 }));
        Assert.NotNull(SelectionChecker.Flaw(problem, answer with { Chosen = [1, 2], Score = 6 }));
        Assert.NotNull(SelectionChecker.Flaw(problem, answer with { Score = 6 }));
        Assert.NotNull(SelectionChecker.Flaw(problem, answer with { Chosen = [2, 3] }));
        Assert.NotNull(SelectionChecker.Flaw(problem, answer with { Claims = [] }));
        Assert.NotNull(SelectionChecker.Flaw(problem, answer with { Claims = [.. answer.Claims.Select(c => c with { Tree = [new ProofStep(ProofStep.Leaf, [], [])] })] }));
        Assert.NotNull(SelectionChecker.Flaw(problem, answer with { ScoreBound = 4 }));
    }

    [Fact]
    public void The_checker_sees_somebody_settled_without_a_proof()
    {
        var (told, caught) = (0, 0);
        for (var seed = 0; seed < 8; seed++)
        {
            var problem = SelectionCases.Tight(seed);
            var answer = Selector.Select(problem);
            var tree = answer.Claims[0].Tree;
            foreach (var at in Enumerable.Range(0, tree.Length).Where(i => tree[i].Person == ProofStep.Settles).Take(20))
            {
                var altered = tree.SetItem(at, tree[at] with { Weights = [] });
                told++;
                caught += SelectionChecker.Flaw(problem, answer with { Claims = answer.Claims.SetItem(0, answer.Claims[0] with { Tree = altered }) }) is null ? 0 : 1;
            }
        }

        Assert.True(told > 0 && caught == told, $"{caught} of {told}");
    }

    [Fact]
    public void A_problem_that_makes_no_sense_is_refused()
    {
        var problem = new SelectionProblem(1, [1, 2], [], [], [], []);
        Assert.Throws<ArgumentException>(() => Selector.Select(problem with { In = [0], Out = [0] }));
        Assert.Throws<ArgumentException>(() => Selector.Select(problem with { In = [5] }));
        Assert.Throws<ArgumentException>(() => Selector.Select(problem with { Scores = [int.MaxValue] }));
        Assert.Throws<ArgumentException>(() => Selector.Select(problem with { HeadCounts = [new HeadCount([0, 0], 0, 1)] }));
        Assert.Throws<ArgumentException>(() => Selector.Select(problem with { Wishes = [new Wish([0], 0, 1)] }));
    }

    private static SelectionProblem Listed(SelectionProblem problem, int[] place) => problem with
    {
        Scores = [.. Enumerable.Range(0, problem.People).Select(i => problem.Scores[Array.IndexOf(place, i)])],
        HeadCounts = [.. problem.HeadCounts.Select(h => h with { Members = [.. h.Members.Select(m => place[m])] })],
        Wishes = [.. problem.Wishes.Select(w => w with { Members = [.. w.Members.Select(m => place[m])] })],
        In = [.. problem.In.Select(i => place[i])],
        Out = [.. problem.Out.Select(i => place[i])],
    };
}
