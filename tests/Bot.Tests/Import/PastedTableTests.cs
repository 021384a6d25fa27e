using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Bot.Tests.Import;

public sealed class PastedTableTests
{
    [Fact]
    public void A_table_with_headings_is_read_by_them()
    {
        var list = NomineeSource.FromHtml("""
            <div><style>td { color: red }</style><table border=1><tbody>
            <tr style="height:15pt"><td>E-mail</td><td><b>Name</b></td><td>Organisation</td></tr>
            <tr><td><a href="mailto:ana@flint.example">ana@flint.example</a></td><td>Ana&nbsp;Ru&iacute;z<br>Ortega</td><td>Parks &amp; Trees</td></tr>
            </tbody></table></div>
            """);

        var row = Assert.Single(list.Rows);
        Assert.Equal(("Ana Ruíz Ortega", "Parks & Trees", "ana@flint.example", 2), (row.Name, row.Organisation, row.Mail!.Value.Address, row.Line));
        Assert.Empty(list.Problems);
    }

    [Fact]
    public void A_table_without_headings_is_read_by_what_stands_in_it()
    {
        var list = NomineeSource.FromHtml(
            "<table><tr><td>1<td>Ana Ruiz<td>Planner<td>ana@flint.example<tr><td>2<td>Lee Park<td>Mayor<td>lee@flint.example</table>");

        Assert.Equal(["Ana Ruiz", "Lee Park"], list.Rows.Select(r => r.Name));
        Assert.Equal([null, NomineeField.Name, NomineeField.Title, NomineeField.Mail], list.Columns.Select(c => c.Field));
    }

    [Fact]
    public void A_merged_cell_counts_for_each_of_its_rows()
    {
        var list = NomineeSource.FromHtml("""
            <table><tr><th>Organisation</th><th>Name</th><th>City</th></tr>
            <tr><td rowspan="2">Parks</td><td>Ana Ruiz</td><td>Flint</td></tr>
            <tr><td>Lee Park</td><td>Dayton</td></tr>
            <tr><td colspan="1">Water</td><td>Bo Li</td><td>Flint</td></tr></table>
            """);

        Assert.Equal([("Ana Ruiz", "Parks", "Flint"), ("Lee Park", "Parks", "Dayton"), ("Bo Li", "Water", "Flint")],
            list.Rows.Select(r => (r.Name, r.Organisation, r.City)));
    }

    [Fact]
    public void Markup_that_was_typed_as_text_stays_text()
    {
        var list = NomineeSource.FromHtml("<table><tr><th>Name</th></tr><tr><td>&lt;b&gt;Ana&lt;/b&gt; 3 < 4</td></tr></table>");

        Assert.Equal("<b>Ana</b> 3 < 4", Assert.Single(list.Rows).Name);
    }

    [Fact]
    public void Html_without_a_table_is_read_as_typed_lines()
    {
        var list = NomineeSource.FromHtml("<p>Ana Ruiz, ana@flint.example</p><div>Lee Park,<span> lee@flint.example</span></div>");

        Assert.Equal(["Ana Ruiz", "Lee Park"], list.Rows.Select(r => r.Name));
    }

    [Theory]
    [InlineData("<table><tr><td>Name")]
    [InlineData("<table><tr><td>")]
    [InlineData("<table></table>")]
    [InlineData("<")]
    [InlineData("<!--")]
    [InlineData("<td colspan='999999999'>x<td rowspan=99999>y<tr><td><tr>")]
    public void Broken_markup_is_no_fault(string html) => Assert.DoesNotContain(NomineeSource.FromHtml(html).Rows, r => r.Name.Length == 0);

    [Fact(Timeout = 20_000)]
    public async Task Hostile_markup_takes_time_in_line_with_its_length()
    {
        await Task.Yield();
        foreach (var piece in (string[])["<a", "<!--", "<td>", "<tr>", "<td rowspan=200 colspan=200>", "<style>", "<", "<script></"])
        {
            var html = string.Concat(Enumerable.Repeat(piece, NomineeLimits.HtmlCharacters / piece.Length));
            Assert.NotNull(NomineeSource.FromHtml(html));
        }
        Assert.Equal(new TooLong(1_000_001, 1_000_000), NomineeSource.FromHtml(new string('a', 1_000_001)).Refusal);
    }
}
