using System.Numerics;

using CoordinatorBot.Domain.Delegations.Selection;

namespace CoordinatorBot.Domain.Tests.Delegations.Selection;

public sealed class ConflictsTests
{
    [Fact]
    public void The_conflict_named_can_t_be_kept_each_rule_of_it_is_needed_and_none_is_smaller()
    {
        var found = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var problem = SelectionCases.Of(seed) with { In = [], Out = [] };
            var rules = problem.HeadCounts.Take(10).ToArray();
            bool IsPossible(IReadOnlyCollection<int> some) => Selector.IsPossible(problem with { HeadCounts = [.. some.Select(i => rules[i])] }) == true;

            var conflict = Conflicts.Smallest(rules.Length, IsPossible);

            if (conflict.IsEmpty)
            {
                Assert.NotEmpty(SelectionCases.All(problem with { HeadCounts = [.. rules] }));
                continue;
            }

            found++;
            Assert.Empty(SelectionCases.All(problem with { HeadCounts = [.. conflict.Select(i => rules[i])] }));
            Assert.All(conflict, i => Assert.NotEmpty(SelectionCases.All(problem with { HeadCounts = [.. conflict.Where(c => c != i).Select(c => rules[c])] })));
            for (var set = 0; set < 1 << rules.Length; set++)
                if (BitOperations.PopCount((uint)set) < conflict.Length)
                    Assert.True(IsPossible([.. Enumerable.Range(0, rules.Length).Where(i => (set >> i & 1) == 1)]), $"Seed {seed}");
        }

        Assert.True(found > 20, $"{found} conflicts");
    }

    [Fact]
    public void Of_thirty_rules_the_smallest_conflict_is_found_among_larger_ones()
    {
        // Rules 0 to 9 conflict all together, 10 to 14 too, and 20 with 29.
        static bool IsPossible(IReadOnlyCollection<int> some) =>
            !Enumerable.Range(0, 10).All(some.Contains) && !Enumerable.Range(10, 5).All(some.Contains) && !(some.Contains(20) && some.Contains(29));
        Assert.Equal([20, 29], Conflicts.Smallest(30, IsPossible));
    }
}
