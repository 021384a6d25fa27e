using System.Text;

using CoordinatorBot.Bot.Tests.Import;

namespace CoordinatorBot.Bot.Tests.Delegations;

public sealed class ImportedListTests(DelegationHost host) : IClassFixture<DelegationHost>
{
    public static TheoryData<string> Samples => [.. SentFile.SampleNames().Where(n => n.EndsWith(".csv", StringComparison.Ordinal) && !n.StartsWith("messy", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_sample_list_is_shown_first_and_fills_the_seats_once_added(string name)
    {
        var story = await host.GivenAsync("Detroit");
        await story.Nora.SayAsync("form delegation Detroit");
        var preview = Assert.Single(await story.Nora.SendFileAsync(name, SentFile.Sample(name)));
        Assert.Contains("I found 8 people", preview.AllText);
        Assert.Empty((await story.DelegationAsync()).Candidates);

        var added = await story.Nora.PressedAsync(preview, "Add 8 people");

        Assert.Contains("8 people added", added.AllText);
        var delegation = await story.DelegationAsync();
        Assert.Equal(8, delegation.Candidates.Count);
        Assert.True(delegation.Seated.Count() >= 5);
        Assert.False(await HasPendingAsync());
    }

    [Fact]
    public async Task A_messy_list_of_four_cities_goes_to_each_city_and_says_every_line_it_left_out()
    {
        var story = await host.GivenAsync("Syracuse", "Flint", "Dayton", "Youngstown");
        var preview = Assert.Single(await story.Nora.SendFileAsync("messy.csv", SentFile.Sample("messy-40-rows.csv")));
        Assert.Contains("the city on each line", preview.AllText);
        Assert.Contains("“Nominee” → name", preview.AllText);
        Assert.Contains("Line 9 was left out", preview.AllText);
        Assert.Contains("I take the two as one", preview.AllText);

        var added = await story.Nora.PressedAsync(preview, "import.add");

        Assert.Contains("Syracuse", added.AllText);
        foreach (var city in new[] { "Syracuse", "Flint", "Dayton", "Youngstown" })
            Assert.InRange((await story.DelegationAsync(city)).Candidates.Count, 8, 10);

        await story.Nora.SayAsync("undo");

        foreach (var city in new[] { "Syracuse", "Flint", "Dayton", "Youngstown" })
            Assert.Empty((await story.DelegationAsync(city)).Candidates);
    }

    [Fact]
    public async Task A_list_too_long_for_one_commit_is_added_whole_and_undone_at_once()
    {
        var story = await host.GivenAsync("Detroit");
        await story.Nora.SayAsync("form delegation Detroit");
        var lines = Enumerable.Range(0, 3_000).Select(i => $"Nominee {(char)('A' + (i % 26))}{(char)('a' + (i / 26 % 26))}{(char)('a' + (i / 676))},resident,Knows every porch");
        var preview = Assert.Single(await story.Nora.SendFileAsync("long.csv", Encoding.UTF8.GetBytes("Name,Sector,Reason\n" + string.Join('\n', lines))));

        var added = await story.Nora.PressedAsync(preview, "Add 3000 people");

        Assert.Contains("3000 people added", added.AllText);
        Assert.Equal(3_000, (await story.DelegationAsync()).Candidates.Count);
        await story.Nora.SayAsync("undo");
        Assert.Empty((await story.DelegationAsync()).Candidates);
    }

    [Fact]
    public async Task A_second_press_on_add_adds_nobody_twice()
    {
        var story = await host.GivenAsync("Detroit");
        await story.Nora.SayAsync("form delegation Detroit");
        var preview = Assert.Single(await story.Nora.SendFileAsync("a.csv", Csv("Ada One", "Bo Two", "Cy Three", "Di Four")));
        await story.Nora.PressedAsync(preview, "Add 4 people");
        await story.Nora.PressAsync(preview, "Add 4 people");
        Assert.Equal(["Ada One", "Bo Two", "Cy Three", "Di Four"], await story.NamesAsync());
    }

    [Fact]
    public async Task A_list_with_somebody_known_says_who()
    {
        var story = await host.GivenAsync("Detroit");
        await story.NominateAsync("Ada One, Planner, City, adaone@city.example, practitioner");
        var preview = Assert.Single(await story.Nora.SendFileAsync("a.csv", Csv("Ada One", "Bo Two", "Cy Three")));
        Assert.Contains("nominated already: Ada One", preview.AllText);
        var added = await story.Nora.PressedAsync(preview, "Add 3 people");
        Assert.Contains("2 people added: Bo Two and Cy Three", added.AllText);
        Assert.Contains("1 was nominated already: Ada One", added.AllText);
    }

    [Fact]
    public async Task Cancel_keeps_nothing_of_the_list()
    {
        var story = await host.GivenAsync("Detroit");
        await story.Nora.SayAsync("form delegation Detroit");
        var preview = Assert.Single(await story.Nora.SendFileAsync("a.csv", Csv("Ada One", "Bo Two", "Cy Three", "Di Four")));
        Assert.True(await HasPendingAsync());
        Assert.Contains("nothing of it is kept", (await story.Nora.PressedAsync(preview, "Cancel")).AllText);
        Assert.False(await HasPendingAsync());
        Assert.Empty((await story.DelegationAsync()).Candidates);
    }

    [Fact]
    public async Task A_pasted_table_is_read_like_a_file()
    {
        var story = await host.GivenAsync("Detroit");
        await story.Nora.SayAsync("form delegation Detroit");
        const string table = "<table><tr><th>Name</th><th>Email</th><th>Sector</th></tr><tr><td>Ada One</td><td>ada@a.example</td><td>Resident</td></tr></table>";
        var preview = Assert.Single(await story.Nora.PasteAsync("Name Email Sector", table));
        Assert.Contains("I found 1 person", preview.AllText);
        await story.Nora.PressedAsync(preview, "Add 1 person");
        Assert.Equal(["Ada One"], await story.NamesAsync());
    }

    [Theory]
    [InlineData("", "there is nobody in this list")]
    [InlineData("Name;Mail\n", "there is nobody in this list")]
    [InlineData("PK\u0003\u0004xxxxxxxxxxxxxx", "This is a workbook")]
    [InlineData("Red,4,7.5\nBlue,5,8.25\n", "doesn't look like a list of people")]
    public async Task A_file_that_is_no_list_is_answered_with_what_to_do(string content, string answer)
    {
        var story = await host.GivenAsync("Detroit");
        await story.Nora.SayAsync("form delegation Detroit");
        var said = Assert.Single(await story.Nora.SendFileAsync("list.csv", Encoding.Latin1.GetBytes(content)));
        Assert.Contains(answer, said.AllText, StringComparison.OrdinalIgnoreCase);
        Assert.Empty((await story.DelegationAsync()).Candidates);
    }

    [Fact]
    public async Task Reasons_are_documents_and_not_events()
    {
        var story = await host.GivenAsync("Detroit");
        await story.Nora.SayAsync("form delegation Detroit");
        var preview = Assert.Single(await story.Nora.SendFileAsync("a.csv", Encoding.UTF8.GetBytes("Name,Mail,Reason\nAda One,ada.reason@a.example,Knows every porch\n")));
        await story.Nora.PressedAsync(preview, "Add 1 person");
        var candidate = (await story.DelegationAsync()).Candidates.Values.Single();
        var words = await host.Documents.GetAsync($"words/candidate/{candidate.Id}/1", TestContext.Current.CancellationToken);
        Assert.Contains("Knows every porch", Encoding.UTF8.GetString(words!.Body.Span));
    }

    private static byte[] Csv(params string[] names) => Encoding.UTF8.GetBytes(
        "Name,Mail,Sector\n" + string.Concat(names.Select(n => $"{n},{n.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()}@city.example,Practitioner\n")));

    private async Task<bool> HasPendingAsync()
    {
        await foreach (var _ in host.Documents.ListAsync("imports/", TestContext.Current.CancellationToken))
            return true;
        return false;
    }
}
