using CoordinatorBot.Bot.Tests.Infrastructure;

namespace CoordinatorBot.Bot.Tests.Delegations;

/// <summary>Each decision about a delegation is kept with who, when, why, and the balance then.</summary>
public sealed class DecisionLogTests(TeamsHost host) : IClassFixture<TeamsHost>
{
    [Fact]
    public async Task Decisions_are_told_with_who_decided_why_and_the_balance_then()
    {
        var nora = await host.PlayAsync("nora-whitfield");
        foreach (var said in new[] { "new exchange", "Decided gardens", "skip", "Albany", "in 16 weeks, 2 days", "Dayton", "form delegation Dayton" })
            await nora.SayAsync(said);
        await nora.SayAsync("Alicia Brandt, Deputy director, Land bank, alicia.brandt@detroit.example, practitioner");
        await nora.SayAsync("done");
        var asked = (await nora.SayAsync("confirm delegation Dayton"))[^1];
        await nora.PressedAsync(asked, "delegation.confirm-anyway", new { reason = "She starts **alone**; others follow in May." });

        var log = Assert.Single(await nora.SayAsync("decisions Dayton")).AllText;

        Assert.Contains("Nora Whitfield: confirmed", log, StringComparison.Ordinal);
        Assert.Contains("She starts **alone**; others follow in May.", log, StringComparison.Ordinal);
        Assert.Contains("Then 1 of 6 seats", log, StringComparison.Ordinal);
        Assert.Contains("In: Alicia Brandt", log, StringComparison.Ordinal);
        Assert.True(log.IndexOf("confirmed", StringComparison.Ordinal) < log.IndexOf("seats changed", StringComparison.Ordinal), log);
    }

    [Fact]
    public async Task Decisions_are_nobodys_business_who_may_not_form_the_delegation()
    {
        var alicia = await host.PlayAsync("alicia-brandt");

        var answer = Assert.Single(await alicia.SayAsync("decisions Dayton"));

        Assert.DoesNotContain("confirmed", answer.AllText, StringComparison.Ordinal);
    }
}
