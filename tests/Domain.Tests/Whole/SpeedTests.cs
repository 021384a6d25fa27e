using System.Diagnostics;

using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Tests.Whole;

/// <summary>Not a benchmark: catches work that grows with the square of the history.</summary>
public sealed class SpeedTests
{
    [Fact]
    public void Five_thousand_commits_are_decided_and_folded_in_time_that_grows_with_their_number()
    {
        Run(200);
        var few = Run(1_000);
        var many = Run(5_000);
        Assert.True(many < TimeSpan.FromSeconds(5), $"5,000 commits took {many}.");
        Assert.True(many < (few * 20) + TimeSpan.FromMilliseconds(300), $"1,000 took {few}, 5,000 took {many}.");
    }

    private static TimeSpan Run(int commits)
    {
        var story = Given.InvitedDelegates();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < commits; i++)
        {
            story.Now += TimeSpan.FromSeconds(1);
            if (i % 10 == 0)
                story.With(new ChangeDesign(story.Exchange.Design with { Theme = $"Theme {i}" }));
            else
                story.Answered(Given.Delegates[i % 4], i % 3 == 0 ? RsvpAnswer.Declined : RsvpAnswer.Tentative, i);
            if (i % 50 == 0)
                _ = Agenda.Of(ExchangeStream.Wants(story.State, story.Now), story.State.Ledger, DutyPolicy.Default, story.Now);
        }

        var rebuilt = story.Commits.Aggregate(ExchangeState.Initial, Evolution.Evolve);
        Assert.Equal(story.Exchange, rebuilt.Exchange! with { Coordinators = story.Exchange.Coordinators });
        return watch.Elapsed;
    }
}
