using System.Text.Json;
using System.Text.Json.Nodes;
using AdaptiveCards;
using Conformance;

namespace CoordinatorBot.Sdk.Tests.Cards;

public sealed class CardJsonTests
{
    [Fact]
    public void Defaults_are_not_written()
    {
        Assert.Equal("""{"type":"AdaptiveCard","version":"1.5"}""", new AdaptiveCard("1.5").ToJson());
        AssertWritten("""{"type":"TextBlock","text":"x"}""", new AdaptiveTextBlock("x") { Height = AdaptiveHeight.Auto, Style = AdaptiveTextBlockStyle.Paragraph });
        AssertWritten("""{"type":"TextBlock","text":"x"}""", new AdaptiveTextBlock("x") { Height = null!, Id = null });
    }

    [Fact]
    public void Lists_that_a_host_needs_are_written_when_empty()
    {
        AssertWritten("""{"type":"ActionSet","actions":[]}""", new AdaptiveActionSet());
        AssertWritten("""{"type":"RichTextBlock","inlines":[]}""", new AdaptiveRichTextBlock());
        AssertWritten("""{"type":"Table","columns":[],"rows":[]}""", new AdaptiveTable());
        AssertWritten("""{"type":"Media","sources":[]}""", new AdaptiveMedia());
    }

    [Fact]
    public void Query_for_choices_says_its_page_whole_or_not_at_all()
    {
        const string Before = """{"type":"Input.ChoiceSet","style":"compact","isMultiSelect":false,"choices":[],"choices.data":{"type":"Data.Query","dataset":"d" """;
        AssertWritten(Before + "}}", new AdaptiveChoiceSetInput { DataQuery = new AdaptiveDataQuery { Dataset = "d" } });
        AssertWritten(Before + ""","value":null,"count":5,"skip":0}}""", new AdaptiveChoiceSetInput { DataQuery = new AdaptiveDataQuery { Dataset = "d", Count = 5 } });
    }

    [Fact]
    public void Refresh_for_nobody_differs_from_refresh_as_the_host_likes()
    {
        Assert.Contains("\"refresh\":{\"userIds\":[]}", new AdaptiveCard("1.5") { Refresh = new AdaptiveRefresh() }.ToJson(), StringComparison.Ordinal);
        Assert.Contains("\"refresh\":{}", new AdaptiveCard("1.5") { Refresh = new AdaptiveRefresh { UserIds = null } }.ToJson(), StringComparison.Ordinal);
        Assert.Contains(
            "\"expires\":\"2027-05-12T10:00:00Z\"",
            new AdaptiveCard("1.5") { Refresh = new AdaptiveRefresh { Expires = new DateTime(2027, 5, 12, 10, 0, 0, DateTimeKind.Utc) } }.ToJson(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Share_of_a_table_column_is_whole()
        => AssertWritten(
            """{"type":"Table","columns":[{"width":1},{"width":2},{"width":"12.5px"},{"width":0}],"rows":[]}""",
            new AdaptiveTable { Columns = { new() { Width = 1.5 }, new() { Width = 2 }, new() { PixelWidth = 12.5 }, new() } });

    [Theory]
    [InlineData("auto")]
    [InlineData("stretch")]
    [InlineData("2")]
    [InlineData("50px")]
    public void Width_keeps_its_text(string width)
    {
        Assert.Equal(width, new AdaptiveWidth(width).ToString());
        AssertWritten($$"""{"type":"ColumnSet","columns":[{"type":"Column","width":"{{width}}","items":[]}]}""", new AdaptiveColumnSet { new AdaptiveColumn { Width = width } });
    }

    [Theory]
    [InlineData("wide")]
    [InlineData("-1px")]
    [InlineData("px")]
    public void Width_that_is_none_is_refused(string width) => Assert.Throws<ArgumentException>(() => new AdaptiveWidth(width));

    [Fact]
    public void Sizes_compare_by_value()
    {
        Assert.True(new AdaptiveHeight(AdaptiveHeightType.Stretch) == AdaptiveHeight.Stretch);
        Assert.True(new AdaptiveHeight(40) != new AdaptiveHeight(41));
        Assert.True(new AdaptiveWidth("2") != new AdaptiveWidth("2px"));
        Assert.Equal(new AdaptiveWidth("stretch").GetHashCode(), AdaptiveWidth.Stretch.GetHashCode());
        Assert.False(AdaptiveHeight.Auto.Equals(null));
    }

    [Fact]
    public void Versions_are_ordered_and_refuse_nonsense()
    {
        Assert.True(new AdaptiveSchemaVersion("1.5") < new AdaptiveSchemaVersion(1, 10));
        Assert.True(new AdaptiveSchemaVersion("1") == new AdaptiveSchemaVersion(1, 0));
        Assert.True(null < new AdaptiveSchemaVersion(0, 0));
        Assert.Throws<AdaptiveSerializationException>(() => new AdaptiveCard("next"));
        Assert.Throws<ArgumentException>(() => new AdaptiveSchemaVersion(null!));
    }

    [Fact]
    public void Missing_member_that_no_host_does_without_is_named()
    {
        var refused = Assert.Throws<AdaptiveSerializationException>(() => Card(new AdaptiveImage()).ToJson());

        Assert.Equal("Image needs 'url', which is null.", refused.Message);
        Assert.Throws<AdaptiveSerializationException>(() => Card(new AdaptiveTextBlock(null)).ToJson());
        Assert.Throws<AdaptiveSerializationException>(() => Card(new AdaptiveFactSet { Facts = { new AdaptiveFact("t", null) } }).ToJson());
        Assert.Throws<AdaptiveSerializationException>(() => new AdaptiveCard("1.5") { Actions = { new AdaptiveOpenUrlAction() } }.ToJson());
        Assert.Equal("""{"type":"AdaptiveCard","version":"1.5"}""", new AdaptiveCard("1.5").ToJson());
    }

    [Fact]
    public void Additional_members_come_back_as_they_went_in()
    {
        var json = JsonNode.Parse("""
            {"type":"Chart.Donut","title":"Seats","data":[{"legend":"held","value":3,"color":null},{"legend":"open","value":2.5}],"nested":{"deep":[true,[],{}]}}
            """)!.AsObject();
        var chart = new AdaptiveUnknownElement { Type = "Chart.Donut" };
        foreach (var (name, value) in json.Where(member => member.Key != "type"))
            chart.AdditionalProperties[name] = value;

        AssertWritten(json.ToJsonString(), chart);
    }

    [Fact]
    public void Values_of_any_kind_can_be_added()
    {
        var run = new AdaptiveTextRun("x")
        {
            AdditionalProperties =
            {
                ["text2"] = "é\u2028\ud83c\udf89", ["none"] = null, ["flag"] = true, ["big"] = long.MaxValue, ["nan"] = double.NaN,
                ["own"] = new { Upper = 1, none = (string?)null }, ["map"] = new Dictionary<string, string> { ["a"] = "b" },
                ["list"] = new List<object?> { 1, "two", null }, ["numbers"] = new[] { 1.5m, 2m },
                ["element"] = new AdaptiveTextBlock("in"), ["json"] = JsonDocument.Parse("[1]").RootElement,
            },
        };

        AssertWritten(
            """
            {"type":"RichTextBlock","inlines":[{"type":"TextRun","text":"x","text2":"é\u2028🎉","none":null,"flag":true,"big":9223372036854775807,
            "nan":"NaN","own":{"Upper":1,"none":null},"map":{"a":"b"},"list":[1,"two",null],"numbers":[1.5,2],
            "element":{"type":"TextBlock","text":"in"},"json":[1]}]}
            """,
            new AdaptiveRichTextBlock { Inlines = { run } });
    }

    [Theory]
    [InlineData("""{"a":[1,null,{"b":2.5}]}""")]
    [InlineData("\"text\"")]
    [InlineData("7")]
    [InlineData("true")]
    [InlineData("[]")]
    public void Data_given_as_JSON_is_sent_as_that_JSON(string json)
    {
        var submit = new AdaptiveSubmitAction { DataJson = json };

        Assert.Equal(json, submit.DataJson);
        Assert.Equal($$"""{"type":"AdaptiveCard","version":"1.5","actions":[{"type":"Action.Submit","data":{{json}}}]}""", new AdaptiveCard("1.5") { Actions = { submit } }.ToJson());
    }

    [Fact]
    public void Data_given_as_text_is_known_as_text()
    {
        Assert.Equal("text", new AdaptiveExecuteAction { DataJson = "\"text\"" }.Data);
        Assert.Equal(7L, new AdaptiveExecuteAction { DataJson = "7" }.Data);
        Assert.Null(new AdaptiveExecuteAction { DataJson = "null" }.Data);
        Assert.Null(new AdaptiveExecuteAction().DataJson);
        Assert.ThrowsAny<JsonException>(() => new AdaptiveExecuteAction { DataJson = "{" });
    }

    [Fact]
    public void Half_a_character_does_not_spoil_a_card() =>
        Assert.Equal("a\ufffdb", JsonNode.Parse(Card(new AdaptiveTextBlock("a\ud83cb")).ToJson())!["body"]![0]!["text"]!.GetValue<string>());

    [Fact]
    public void Deep_and_large_cards_are_written()
    {
        AdaptiveElement element = new AdaptiveTextBlock(new string('x', 100_000));
        for (var depth = 0; depth < 200; depth++)
            element = new AdaptiveContainer { element };

        Assert.Contains(new string('x', 100_000), Card(element).ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Card_written_while_another_is_written_disturbs_neither()
    {
        var inner = Card(new AdaptiveTextBlock("inner"));
        var outer = new AdaptiveCard("1.5") { Actions = { new AdaptiveSubmitAction { Data = new { Json = new Lazily(inner) } } } };

        Assert.Equal(inner.ToJson(), JsonNode.Parse(outer.ToJson())!["actions"]![0]!["data"]!["Json"]!["Text"]!.GetValue<string>());
    }

    [Fact]
    public void Card_within_another_object_is_written_as_a_card()
    {
        var card = Card(new AdaptiveTextBlock("x"));

        Assert.Equal($$"""{"content":{{card.ToJson()}}}""", JsonSerializer.Serialize(new Dictionary<string, object> { ["content"] = card }));
        Assert.Equal(card.ToJson(), JsonSerializer.Serialize(card));
    }

    [Fact]
    public void Written_card_costs_hardly_more_than_its_string()
    {
        var card = ConformanceCards.Answered("Carol Test", "vegetarian");
        var json = card.ToJson();

        var before = GC.GetAllocatedBytesForCurrentThread();
        card.ToJson();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.InRange(allocated, 0, (json.Length * sizeof(char)) + 256);
    }

    [Fact]
    public void Only_what_fits_is_added_to_a_table_or_column_set()
    {
        Assert.Throws<ArgumentException>(() => new AdaptiveTable { new AdaptiveTextBlock("x") });
        Assert.Throws<ArgumentException>(() => new AdaptiveColumnSet { new AdaptiveContainer() });
        Assert.Single(new AdaptiveTable { new AdaptiveTableRow { new AdaptiveTableCell { new AdaptiveTextBlock("x") } } }.Rows[0].Cells[0].Items);
    }

    private static AdaptiveCard Card(AdaptiveElement element) => new("1.5") { Body = { element } };

    private static void AssertWritten(string expected, AdaptiveElement element)
    {
        var actual = JsonNode.Parse(Card(element).ToJson())!["body"]![0];
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual!.ToJsonString());
    }

    private sealed class Lazily(AdaptiveCard card)
    {
        public string Text => card.ToJson();
    }
}
