using System.Text;

using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Features.People;

using Microsoft.Extensions.DependencyInjection;

namespace CoordinatorBot.Bot.Tests.Delegations;

public sealed class SamePeopleTests(DelegationHost host) : IClassFixture<DelegationHost>
{
    [Fact]
    public async Task Two_alike_are_asked_about_and_become_one_only_when_somebody_says_so()
    {
        var story = await host.GivenAsync("Detroit");
        await story.NominateAsync("Ana María Ruiz, Planner, Land Bank of Detroit, ana.same@d.example, practitioner");
        await story.Nora.SayAsync("form delegation Detroit");

        var asked = (await story.Nora.SayAsync("A. Ruiz, , Land Bank of Detroit, , resident")).Single(m => m.AllText.Contains("One person?", StringComparison.Ordinal));
        Assert.Equal(["Ana María Ruiz", "A. Ruiz"], await story.NamesAsync());
        var after = await story.Nora.PressedAsync(asked, "They are one person");

        Assert.Contains("Ana María Ruiz is one person now", after.AllText);
        Assert.Equal(["Ana María Ruiz"], await story.NamesAsync());
        Assert.Contains("looks like the same person twice", (await story.Nora.SayAsync("same people"))[0].AllText);
        // The same press again, on a card that is still open elsewhere, changes nothing.
        await story.Nora.PressAsync(asked, "They are one person");
        Assert.Equal(["Ana María Ruiz"], await story.NamesAsync());
    }

    [Fact]
    public async Task Two_become_one_in_every_exchange_that_whoever_says_so_coordinates_and_the_others_are_named()
    {
        var earlier = await host.GivenAsync("Detroit");
        await earlier.NominateAsync("B. Ortiz, , Porch Fund, , resident");
        var merged = (await earlier.DelegationAsync()).Candidates.Values.Single();
        var foreign = await host.ForeignAsync("Night shifts", "Toledo", merged.Person);
        var story = await host.GivenAsync("Detroit");
        await story.NominateAsync("Bea Ortiz, Director, Porch Fund, bea.one@d.example, nonprofit");
        var kept = (await story.DelegationAsync()).Candidates.Values.Single().Person;
        await story.SendAsync(new NominateCandidates((await story.DelegationAsync()).Id, [new(CandidateId.From(Ids.Of("test", "again")), merged.Person, Sector.Resident, null)]));

        var after = await story.Nora.PressedAsync(Assert.Single(await story.Nora.SayAsync("same people")), "They are one person");

        Assert.Contains("Bea Ortiz is one person now. In other exchanges, too: Breathing Lights.", after.AllText);
        Assert.Contains("Not in Night shifts", after.AllText);
        Assert.Equal([kept], (await story.DelegationAsync()).Candidates.Values.Select(c => c.Person));
        Assert.Equal([kept], (await earlier.DelegationAsync()).Candidates.Values.Select(c => c.Person));
        Assert.Equal([merged.Person], (await host.Gate.ReadAsync(foreign.Value, TestContext.Current.CancellationToken)).State.InOrder.Single().Candidates.Values.Select(c => c.Person));
    }

    [Fact]
    public async Task That_two_are_not_the_same_is_remembered()
    {
        var story = await host.GivenAsync("Detroit");
        await story.NominateAsync("Ben Okafor, Director, Housing Fund, ben.same@d.example, nonprofit", "B. Okafor, Intern, Housing Fund, b.okafor@d.example, nonprofit");
        var asked = Assert.Single(await story.Nora.SayAsync("same people"));

        var after = await story.Nora.PressedAsync(asked, "Not the same");

        Assert.Contains("I won't ask again", after.AllText);
        Assert.Equal(["Ben Okafor", "B. Okafor"], await story.NamesAsync());
        Assert.Contains("looks like the same person twice", (await story.Nora.SayAsync("same people"))[0].AllText);
        await story.Nora.SayAsync("undo");
        Assert.Contains("One person?", (await story.Nora.SayAsync("same people"))[0].AllText);
    }

    [Fact]
    public async Task An_address_known_under_another_name_makes_nobody_somebody_else()
    {
        var story = await host.GivenAsync("Detroit");
        await story.NominateAsync("Cleo Park, Leader, Block Club, info@blockclub.example, resident");
        await story.Nora.SayAsync("form delegation Detroit");

        var said = await story.Nora.SayAsync("Dee Ortiz, Treasurer, Block Club, info@blockclub.example, resident");

        Assert.Contains(said, m => m.AllText.Contains("is that of Cleo Park, so Dee Ortiz was added without one", StringComparison.Ordinal));
        Assert.Equal(["Cleo Park", "Dee Ortiz"], await story.NamesAsync());
        var register = host.Teams.Services.GetRequiredService<PeopleRegister>();
        Assert.Equal("Cleo Park", (await register.FindByMailAsync("info@blockclub.example", TestContext.Current.CancellationToken))!.Name);
        var two = await story.Nora.PressedAsync(said.Single(m => m.AllText.Contains("One person?", StringComparison.Ordinal)), "Not the same");
        Assert.Contains("two people", two.AllText);
    }

    [Fact]
    public async Task A_mail_that_is_somebody_elses_leads_to_the_question_and_words_of_either_are_kept()
    {
        var story = await host.GivenAsync("Detroit");
        var csv = Encoding.UTF8.GetBytes("Name,Organisation,Mail,Sector,Reason\nEva Lang,Trust,eva.same@d.example,resident,Sees it coming\nEvangeline Lang,Other,,resident,\n");
        await story.Nora.SayAsync("form delegation Detroit");
        await story.Nora.PressedAsync(Assert.Single(await story.Nora.SendFileAsync("a.csv", csv)), "Add 2 people");
        var form = Assert.Single(await story.Nora.SayAsync("correct nominee Evangeline Lang"));

        var asked = await story.Nora.PressedAsync(form, "Save", new { mail = "eva.same@d.example" });
        Assert.Contains("That mail address belongs to Eva Lang", asked.AllText);
        Assert.Contains("One person?", asked.AllText);
        await story.Nora.PressedAsync(asked, "They are one person");

        Assert.Equal(["Eva Lang"], await story.NamesAsync());
        Assert.Contains("Sees it coming", Assert.Single(await story.Nora.SayAsync("correct nominee Eva Lang")).AllText);
    }

    [Fact]
    public async Task Whoever_asks_for_the_merged_finds_the_kept_under_either_address()
    {
        var register = host.Teams.Services.GetRequiredService<PeopleRegister>();
        var cancel = TestContext.Current.CancellationToken;
        PersonId Id(string s) => new(Ids.Of("test", s));
        var kept = await register.NominatedAsync(new Domain.People.Person(Id("kept"), "Ana Ruiz", "ana.kept@d.example"), cancel);
        var merged = await register.NominatedAsync(new Domain.People.Person(Id("merged"), "A. Ruiz", "ana.other@d.example", Title: "Planner"), cancel);

        await register.MergeAsync(kept.Id, merged.Id, cancel);
        await register.MergeAsync(kept.Id, merged.Id, cancel);

        var found = (await register.FindAsync(merged.Id, cancel))!;
        Assert.Equal((kept.Id, "Ana Ruiz", "ana.kept@d.example", "Planner"), (found.Id, found.Name, found.Mail, found.Title));
        Assert.Equal(kept.Id, (await register.FindByMailAsync("ANA.OTHER@d.example", cancel))!.Id);
        Assert.Equal(kept.Id, (await register.NominatedAsync(new Domain.People.Person(Id("third"), "Ana Ruiz", "ana.other@d.example"), cancel)).Id);
        Assert.Equal([merged.Id], found.Earlier!.Value);
    }

    [Fact]
    public async Task People_of_past_exchanges_are_suggested_and_newcomers_told_apart()
    {
        var tag = $"Oldtown{Guid.CreateVersion7(host.Teams.Clock.GetUtcNow()):N}";
        var past = await host.GivenAsync(tag);
        await past.Nora.SayAsync($"form delegation {tag}");
        await past.Nora.SayAsync($"Rosa Past, Mayor, City of {tag}, rosa@{tag}.example, policy");
        await past.Nora.SayAsync("done");
        var story = await host.GivenAsync(tag);

        var card = Assert.Single(await story.Nora.SayAsync("past people"));
        Assert.Contains("Rosa Past", card.AllText);
        Assert.Contains("nominated for Breathing Lights", card.AllText);
        var after = await story.Nora.PressedAsync(card, "Put forward");

        Assert.Contains("Added: Rosa Past", after.AllText);
        Assert.Contains("I know nobody from past exchanges", after.AllText);
        Assert.Equal(["Rosa Past"], await story.NamesAsync(tag));
        Assert.Equal(Sector.Policy, (await story.DelegationAsync(tag)).Candidates.Values.Single().Sector);
        await story.Nora.PressAsync(card, "Put forward");
        Assert.Single((await story.DelegationAsync(tag)).Candidates);
    }

    [Fact]
    public async Task Columns_taken_for_something_else_are_corrected_before_anybody_is_added()
    {
        var story = await host.GivenAsync("Detroit");
        await story.Nora.SayAsync("form delegation Detroit");
        var csv = Encoding.UTF8.GetBytes("Name,Contact,Remarks\nCity of Flint,Ida Wells,Knows every porch\nCity of Troy,Jo March,Writes\n");
        var preview = Assert.Single(await story.Nora.SendFileAsync("a.csv", csv));
        Assert.Contains("City of Flint", preview.AllText);

        var columns = await story.Nora.PressedAsync(preview, "Correct the columns");
        Assert.Contains("for example: Ida Wells", columns.AllText);
        var refused = await story.Nora.PressedAsync(columns, "Read it again", new Dictionary<string, string> { ["column-0"] = "-" });
        Assert.Contains("One column must hold the name", refused.AllText);
        var again = await story.Nora.PressedAsync(refused, "Read it again", new Dictionary<string, string> { ["column-0"] = "Organisation", ["column-1"] = "Name", ["column-2"] = "Reason" });
        Assert.Contains("Ida Wells, City of Flint", again.AllText);
        await story.Nora.PressedAsync(again, "Add 2 people");

        Assert.Equal(["Ida Wells", "Jo March"], await story.NamesAsync());
        Assert.All((await story.DelegationAsync()).Candidates.Values, c => Assert.Equal(1, c.Words));
    }
}
