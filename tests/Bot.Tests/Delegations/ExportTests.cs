using System.Net;
using System.Text;

using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Features.Delegations;

namespace CoordinatorBot.Bot.Tests.Delegations;

/// <summary>The roster leaves the product only by those who may, only with what they chose, and never without a record.</summary>
public sealed class ExportTests(DelegationHost host) : IClassFixture<DelegationHost>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_file_has_the_columns_chosen_and_a_mark_by_which_spreadsheets_read_it()
    {
        var story = await GivenAsync();

        var bytes = await host.Teams.Http.GetByteArrayAsync(await MadeAsync(story.Nora, "Name,Mail,Sector", "false"), Token);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("Name,Sector,Mail", lines[0]);
        Assert.Contains("Zoë Ruiz,Policy makers,ana@detroit.example", lines);
    }

    [Fact]
    public async Task A_cell_that_a_spreadsheet_would_compute_is_made_text()
    {
        var story = await GivenAsync();

        var csv = await host.Teams.Http.GetStringAsync(await MadeAsync(story.Nora, "Name,Organisation", "true"), Token);

        Assert.Contains("'=HYPERLINK", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("\n=", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49 170 1234", "'+49 170 1234")]
    [InlineData("-", "'-")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\tx", "'\tx")]
    [InlineData("＝1", "'＝1")]
    [InlineData("Ana", "Ana")]
    [InlineData("", "")]
    [InlineData("a=b", "a=b")]
    public void Only_what_would_be_computed_gets_an_apostrophe(string cell, string written) => Assert.Equal(written, RosterFiles.Harmless(cell));

    [Fact]
    public async Task The_page_to_print_shows_names_as_they_are_written_and_needs_no_script()
    {
        var story = await GivenAsync();
        var page = await host.Teams.Http.GetAsync(await MadeAsync(story.Nora, "City,Name", "true", page: true), Token);
        var html = await page.Content.ReadAsStringAsync(Token);

        Assert.Contains("&lt;b&gt;Dee&lt;/b&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("ana@detroit.example", html, StringComparison.Ordinal);
        Assert.Contains("no-store", page.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_chosen_is_remembered_and_every_export_is_recorded()
    {
        var story = await GivenAsync();
        await MadeAsync(story.Nora, "Name,Reason", "true");

        var form = (await story.Nora.SayAsync("export"))[^1];

        var columns = form.Card!["body"]!.AsArray().Single(i => (string?)i!["id"] == "columns")!;
        Assert.Equal("Name,Reason", (string)columns["value"]!);
        Assert.Contains("Nora Whitfield: all cities, 3 people (Name, Reason)", form.AllText, StringComparison.Ordinal);
        var exported = Assert.Single((await host.Gate.ReadCommitsAsync(story.Exchange.Value, 0, Token)).SelectMany(c => c.Events).OfType<RosterExported>());
        Assert.Equal(3, exported.Count);
    }

    [Fact]
    public async Task Pressed_twice_it_is_recorded_once_and_without_a_column_not_at_all()
    {
        var story = await GivenAsync();
        var form = (await story.Nora.SayAsync("export"))[^1];
        var none = await story.Nora.PressedAsync(form, "Make the export", new { columns = "" });
        Assert.Contains("choose at least one column", none.AllText, StringComparison.Ordinal);
        var again = (await story.Nora.SayAsync("export"))[^1];

        await story.Nora.PressAsync(again, "Make the export");
        await story.Nora.PressAsync(again, "Make the export");

        Assert.Single((await host.Gate.ReadCommitsAsync(story.Exchange.Value, 0, Token)).SelectMany(c => c.Events).OfType<RosterExported>());
    }

    [Fact]
    public async Task A_lead_exports_their_own_city_and_staff_nothing()
    {
        var story = await GivenAsync();
        var alicia = await host.Teams.PlayAsync("alicia-brandt");
        await story.SendAsync(new NameLead((await story.DelegationAsync("Flint")).Id, await host.PersonAsync(alicia)));

        var csv = await host.Teams.Http.GetStringAsync(await MadeAsync(alicia, "City,Name", "true"), Token);
        var grace = await (await host.Teams.PlayAsync("grace-oyelaran")).SayAsync("export");

        Assert.Contains("Flint,Fay Long", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("Detroit", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(grace, m => m.Card is not null && m.AllText.Contains("Columns", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_opens_nothing_once_whoever_made_it_may_see_nothing()
    {
        var story = await GivenAsync();
        var dwayne = await host.Teams.PlayAsync("dwayne-coles");
        var flint = (await story.DelegationAsync("Flint")).Id;
        await story.SendAsync(new NameLead(flint, await host.PersonAsync(dwayne)));
        var link = await MadeAsync(dwayne, "Name", "true");
        await story.SendAsync(new NameLead(flint, null));

        Assert.Equal(HttpStatusCode.Gone, (await host.Teams.Http.GetAsync(link, Token)).StatusCode);
    }

    private async Task<Story> GivenAsync()
    {
        var story = await host.GivenAsync("Detroit", "Flint");
        await story.NominateAsync("Zoë Ruiz; Mayor; \"=HYPERLINK(\"\"http://x.example\"\")\"; ana@detroit.example; policy", "<b>Dee</b> Young; organiser; Gardens; dee@detroit.example; resident");
        await story.Nora.SayAsync("form delegation Flint");
        await story.Nora.SayAsync("Fay Long; Director; Land Bank; fay@flint.example; nonprofit");
        await story.Nora.SayAsync("done");
        return story;
    }

    private static async Task<Uri> MadeAsync(PersonInTeams who, string columns, string alternates, bool page = false)
    {
        var form = (await who.SayAsync("export"))[^1];
        var made = await who.PressedAsync(form, "Make the export", new { columns, alternates });
        var actions = made.Card!["actions"]!.AsArray();
        return new Uri((string)actions.Single(a => (string?)a!["title"] == (page ? "Open to print" : "Download as CSV"))!["url"]!);
    }
}
