using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Bot.Tests.Delegations;

public sealed class ReviewTests(DelegationHost host) : IClassFixture<DelegationHost>
{
    [Fact]
    public async Task Reviewers_are_asked_and_score_without_seeing_others_first()
    {
        var story = await host.GivenAsync("Detroit");
        await story.NominateAsync("Ana Ruiz, Planner, City of Detroit, ana.rev@d.example, practitioner", "Ben Okafor, Director, Land Bank, ben.rev@d.example, nonprofit");
        var (rita, ravi) = (await AddAsync("Rita Review"), await AddAsync("Ravi Review"));
        var form = Assert.Single(await story.Nora.SayAsync("reviewers"));
        form = await story.Nora.PressedAsync(form, "Save", new { mail = rita.Mail });
        Assert.Contains("Rita Review", form.AllText);
        form = await story.Nora.PressedAsync(form, "Save", new { directory = ravi.AadObjectId });
        host.Teams.Clock.Advance(TimeSpan.FromMinutes(3));

        var asked = await rita.SeesAsync(m => m.AllText.Contains("2 nominees wait for your scores", StringComparison.Ordinal));
        var sheet = await rita.PressedAsync(asked, "Begin");
        var (ana, ben) = await IdsAsync(story);
        var given = await rita.PressedAsync(sheet, "Save scores", new Dictionary<string, string> { [$"score-{ana}"] = "2", [$"score-{ben}"] = "conflict" });
        Assert.Contains("2 judgements saved", given.AllText);
        Assert.Contains("You have judged everybody", given.AllText);

        var other = Assert.Single(await ravi.SayAsync("review"));
        Assert.DoesNotContain("Mean", other.AllText);
        other = await ravi.PressedAsync(other, "Save scores", new Dictionary<string, string> { [$"score-{ana}"] = "5" });
        Assert.Contains("Mean 3.5 from 2 reviewers", other.AllText);
        Assert.Contains("1 of 2 is still to be judged", other.AllText);

        var owed = Assert.Single(await story.Nora.SayAsync("reviewers"));
        Assert.Contains("has given all (2)", owed.AllText);
        Assert.Contains("owes 1 score, 1 given", owed.AllText);
        Assert.Contains("Ana Ruiz 3.5 from 2 scores · Detroit", owed.AllText);
        var state = (await host.Gate.ReadAsync(story.Exchange.Value, TestContext.Current.CancellationToken)).State;
        Assert.Equal((new Scores(2, 7), new Scores(0, 0)), (state.Review.ScoresOf(ana), state.Review.ScoresOf(ben)));

        await ravi.SayAsync("undo");
        Assert.Equal(new Scores(1, 2), (await host.Gate.ReadAsync(story.Exchange.Value, TestContext.Current.CancellationToken)).State.Review.ScoresOf(ana));
    }

    [Theory]
    [InlineData("9")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("five")]
    [InlineData("3.5")]
    public async Task A_score_off_the_scale_is_refused_with_the_scale(string score)
    {
        var story = await host.GivenAsync("Detroit");
        await story.NominateAsync("Ana Ruiz, Planner, City of Detroit, ana.rev@d.example, practitioner");
        var nora = await host.PersonAsync(story.Nora);
        await story.SendAsync(new NameReviewers([nora]));
        var ana = (await story.DelegationAsync()).Candidates.Keys.Single();
        var sheet = Assert.Single(await story.Nora.SayAsync("review"));

        var refused = await story.Nora.PressedAsync(sheet, "Save scores", new Dictionary<string, string> { [$"score-{ana}"] = score });

        Assert.Contains("please give 1 to 5", refused.AllText);
    }

    [Fact]
    public async Task Only_reviewers_and_coordinators_get_in()
    {
        var story = await host.GivenAsync("Detroit");
        await story.NominateAsync("Ana Ruiz, Planner, City of Detroit, ana.rev@d.example, practitioner");
        Assert.Contains("You don't review", Assert.Single(await story.Nora.SayAsync("review")).AllText);
        Assert.Contains("no mail address", (await story.Nora.PressedAsync(Assert.Single(await story.Nora.SayAsync("reviewers")), "Save", new { mail = "nobody" })).AllText);
        var saved = await story.Nora.PressedAsync(Assert.Single(await story.Nora.SayAsync("reviewers")), "Save", new { mail = "rex@elsewhere.example" });
        Assert.Contains("rex@elsewhere.example", saved.AllText);
        Assert.Contains("Nobody reviews yet", (await story.Nora.PressedAsync(saved, "Save", new { stay = "" })).AllText);
    }

    private async Task<PersonInTeams> AddAsync(string name) => await host.Teams.AddPersonAsync(name, $"{name.Replace(' ', '.').ToLowerInvariant()}@d.example");

    private static async Task<(Domain.CandidateId Ana, Domain.CandidateId Ben)> IdsAsync(Story story)
    {
        var ids = (await story.DelegationAsync()).Candidates.Values.OrderBy(c => c.Rank).Select(c => c.Id).ToList();
        return (ids[0], ids[1]);
    }
}
