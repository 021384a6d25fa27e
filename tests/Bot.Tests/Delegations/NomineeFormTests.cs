using System.Text;

using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Features.People;

using Microsoft.Extensions.DependencyInjection;

namespace CoordinatorBot.Bot.Tests.Delegations;

public sealed class NomineeFormTests(DelegationHost host) : IClassFixture<DelegationHost>
{
    private static readonly string[] People = ["Ana Ruiz, Planner, City of Detroit, ana.form@d.example, practitioner", "Ben Okafor, Director, Land Bank, ben.form@d.example, nonprofit"];

    private static object All => new
    {
        name = "Gus Vega",
        mail = "gus.vega@d.example",
        title = "Banker",
        organisation = "Credit Union",
        city = "Hamtramck",
        sector = "private",
        role = "Convener",
        language = "es",
        newcomer = "true",
        reason = "Knows every lender",
        contribution = "A loan fund",
        replacement = "Hana Ito",
    };

    [Fact]
    public async Task A_form_puts_somebody_forward_with_all_that_can_be_said()
    {
        var story = await host.GivenAsync("Detroit");
        var form = Assert.Single(await story.Nora.SayAsync("new nominee"));

        var added = await story.Nora.PressedAsync(form, "Add", All);

        Assert.Contains("Added: Gus Vega", added.AllText);
        var gus = (await story.DelegationAsync()).Candidates.Values.Single();
        Assert.Equal((Sector.Private, RoleInChange.Convener, "es", true, 1), (gus.Sector, gus.Role, gus.Language, gus.Newcomer, gus.Words));
        Assert.Equal("Hamtramck", (await PersonAsync(gus.Person)).City);
        var words = Encoding.UTF8.GetString((await host.Documents.GetAsync($"words/candidate/{gus.Id}/1", TestContext.Current.CancellationToken))!.Body.Span);
        Assert.Contains("Knows every lender", words);
        Assert.Contains("A loan fund", words);
        Assert.Contains("Hana Ito", words);
    }

    [Fact]
    public async Task What_was_said_stands_in_the_form_and_a_correction_is_a_new_revision()
    {
        var story = await host.GivenAsync("Detroit");
        await story.Nora.PressedAsync(Assert.Single(await story.Nora.SayAsync("new nominee")), "Add", All);
        var form = Assert.Single(await story.Nora.SayAsync("correct nominee Vega"));
        foreach (var text in new[] { "Gus Vega", "Banker", "Hamtramck", "Knows every lender", "A loan fund", "Hana Ito" })
            Assert.Contains(text, form.AllText);

        var saved = await story.Nora.PressedAsync(form, "Save", new { reason = "Knows two lenders", newcomer = "false", city = "Detroit" });

        Assert.Contains("Gus Vega is corrected", saved.AllText);
        var gus = (await story.DelegationAsync()).Candidates.Values.Single();
        Assert.Equal((false, 2, RoleInChange.Convener), (gus.Newcomer, gus.Words, gus.Role));
        Assert.Contains("Knows two lenders", Assert.Single(await story.Nora.SayAsync("correct nominee Vega")).AllText);
        await story.Nora.SayAsync("undo");
        Assert.Equal((true, 1), (await story.DelegationAsync()).Candidates.Values.Select(c => (c.Newcomer, c.Words)).Single());
        Assert.Contains("Knows every lender", Assert.Single(await story.Nora.SayAsync("correct nominee Vega")).AllText);
    }

    [Theory]
    [InlineData("name", 201, "“name” has 201 characters")]
    [InlineData("title", 201, "“title” has 201 characters")]
    [InlineData("organisation", 201, "“organisation” has 201 characters")]
    [InlineData("city", 81, "“city” has 81 characters")]
    [InlineData("reason", 2001, "“reason” has 2001 characters")]
    [InlineData("contribution", 2001, "“contribution” has 2001 characters")]
    [InlineData("replacement", 201, "“replacement” has 201 characters")]
    [InlineData("name", 0, "Please give a name")]
    [InlineData("mail", 255, "is no mail address")]
    public async Task A_field_beyond_its_limit_is_refused_and_nothing_is_half_written(string field, int length, string why)
    {
        var story = await host.GivenAsync("Detroit");
        var form = Assert.Single(await story.Nora.SayAsync("new nominee"));
        var inputs = new Dictionary<string, string> { ["name"] = "Gus Vega", ["sector"] = "private", [field] = new('x', length) };

        var refused = await story.Nora.PressedAsync(form, "Add", inputs);

        Assert.Contains(why, refused.AllText);
        Assert.Empty((await story.DelegationAsync()).Candidates);
    }

    [Theory]
    [InlineData("name", 200)]
    [InlineData("city", 80)]
    [InlineData("reason", 2000)]
    [InlineData("contribution", 2000)]
    [InlineData("replacement", 200)]
    public async Task A_field_at_its_limit_is_taken(string field, int length)
    {
        var story = await host.GivenAsync("Detroit");
        var form = Assert.Single(await story.Nora.SayAsync("new nominee"));

        await story.Nora.PressedAsync(form, "Add", new Dictionary<string, string> { ["name"] = "Gus Vega", ["sector"] = "private", [field] = new('x', length) });

        Assert.Single((await story.DelegationAsync()).Candidates);
    }

    [Fact]
    public async Task Choices_that_no_card_offers_count_as_not_said()
    {
        var story = await host.GivenAsync("Detroit");
        var form = Assert.Single(await story.Nora.SayAsync("new nominee"));

        await story.Nora.PressedAsync(form, "Add", new { name = "Gus Vega", sector = "wizards", role = "99", language = "xx", newcomer = "maybe" });

        var gus = (await story.DelegationAsync()).Candidates.Values.Single();
        Assert.Equal((Sector.Unknown, null, null), (gus.Sector, gus.Role, gus.Language));
    }

    [Fact]
    public async Task Somebody_chosen_in_the_directory_comes_with_name_mail_and_teams_identity()
    {
        var story = await host.GivenAsync("Detroit");
        var dwayne = await host.Teams.PlayAsync("dwayne-coles");
        var form = Assert.Single(await story.Nora.SayAsync("new nominee"));

        var added = await story.Nora.PressedAsync(form, "Add", new { directory = dwayne.AadObjectId, sector = "resident" });

        Assert.Contains("Added: Dwayne Coles", added.AllText);
        var person = await PersonAsync((await story.DelegationAsync()).Candidates.Values.Single().Person);
        Assert.Equal((dwayne.Mail, dwayne.AadObjectId), (person.Mail, person.TeamsId));
    }

    [Fact]
    public async Task Whom_the_directory_doesn_t_have_is_not_taken_from_a_card()
    {
        var story = await host.GivenAsync("Detroit");
        var form = Assert.Single(await story.Nora.SayAsync("new nominee"));

        var refused = await story.Nora.PressedAsync(form, "Add", new { directory = "Somebody typed", name = "Gus Vega" });

        Assert.Contains("I don't find that person in the directory", refused.AllText);
        Assert.Empty((await story.DelegationAsync()).Candidates);
    }

    [Fact]
    public async Task The_picker_of_the_page_asks_the_simulators_directory()
    {
        var found = await host.Teams.Http.GetStringAsync("/simulator/api/people/search?text=dwa", TestContext.Current.CancellationToken);
        Assert.Contains("Dwayne Coles", found);
        Assert.Equal("[]", await host.Teams.Http.GetStringAsync("/simulator/api/people/search?text=", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Somebody_is_found_by_name_and_put_forward()
    {
        var story = await host.GivenAsync("Detroit");
        var found = Assert.Single(await story.Nora.SayAsync("find coles"));
        Assert.Contains("Dwayne Coles", found.AllText);

        var after = await story.Nora.PressedAsync(found, "Put forward");

        Assert.Contains("Added: Dwayne Coles", after.AllText);
        Assert.Equal(["Dwayne Coles"], await story.NamesAsync());
        await story.Nora.PressAsync(found, "Put forward");
        Assert.Equal(["Dwayne Coles"], await story.NamesAsync());
        Assert.Contains("has nobody called “zzz”", Assert.Single(await story.Nora.SayAsync("find zzz")).AllText);
        Assert.Contains("Whom?", Assert.Single(await story.Nora.SayAsync("find")).AllText);
    }

    [Fact]
    public async Task Nominees_are_ordered_by_number_and_by_name_and_it_can_be_undone()
    {
        var story = await host.GivenAsync("Detroit");
        var card = await story.NominateAsync([.. People, "Cleo Park, Leader, Block Club, cleo.form@d.example, resident"]);
        var ids = (await story.DelegationAsync()).Candidates.Values.OrderBy(c => c.Rank).Select(c => c.Id).ToList();
        var form = await story.Nora.PressedAsync(await story.Nora.PressedAsync(card, "Correct or remove"), "Order");

        var bad = await story.Nora.PressedAsync(form, "Save", new Dictionary<string, string> { [$"rank-{ids[0]}"] = "first" });
        Assert.Contains("Ana Ruiz: “first” is no number", bad.AllText);
        var saved = await story.Nora.PressedAsync(bad, "Save", new Dictionary<string, string> { [$"rank-{ids[0]}"] = "3" });

        Assert.Contains("order saved", saved.AllText);
        Assert.Equal(["Ben Okafor", "Cleo Park", "Ana Ruiz"], await story.NamesAsync());
        await story.Nora.SayAsync("rank Ana Ruiz, Cleo");
        Assert.Equal(["Ana Ruiz", "Cleo Park", "Ben Okafor"], await story.NamesAsync());
        await story.Nora.SayAsync("undo");
        Assert.Equal(["Ben Okafor", "Cleo Park", "Ana Ruiz"], await story.NamesAsync());
        Assert.Contains("I don't find “Zoe”", Assert.Single(await story.Nora.SayAsync("rank Zoe")).AllText);
    }

    [Fact]
    public async Task A_lead_orders_and_nominates_for_their_own_city_and_sees_no_other()
    {
        var story = await host.GivenAsync("Detroit", "Flint");
        var card = await story.NominateAsync(People);
        var kwame = await host.Teams.AddPersonAsync("Kwame Lead", $"kwame{Guid.CreateVersion7(host.Teams.Clock.GetUtcNow()):N}@d.example");
        await story.Nora.PressedAsync(await story.Nora.PressedAsync(card, "Name lead"), "Save", new { leadMail = kwame.Mail });

        await kwame.SayAsync("rank Okafor");
        await kwame.PressedAsync(Assert.Single(await kwame.SayAsync("new nominee Detroit")), "Add", new { name = "Zed Own", sector = "resident" });

        Assert.Equal(["Ben Okafor", "Ana Ruiz", "Zed Own"], await story.NamesAsync());
        Assert.Contains("is none of the cities", (await kwame.SayAsync("new nominee Flint"))[0].AllText);
        Assert.Empty((await story.DelegationAsync("Flint")).Candidates);
    }

    private async Task<Domain.People.Person> PersonAsync(PersonId id) =>
        (await host.Teams.Services.GetRequiredService<PeopleRegister>().FindAsync(id, TestContext.Current.CancellationToken))!;
}
