using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace CoordinatorBot.Sdk.Tests.Dialogs;

public sealed class ChoicesTests
{
    private static readonly List<Choice> Sectors =
    [
        new("City hall") { Synonyms = ["town hall", "municipality"] },
        new("University"),
        new("Non-profit") { Synonyms = ["ngo"], Action = new CardAction { Type = ActionTypes.ImBack, Title = "Third sector", Value = "third" } },
        new("Private sector"),
    ];

    [Theory]
    [InlineData("University", 1)]
    [InlineData("NON-PROFIT", 2)]
    [InlineData("non profit", 2)]
    [InlineData("the university, please!", 1)]
    [InlineData("town hall", 0)]
    [InlineData("the ngo", 2)]
    [InlineData("third sector", 2)]
    [InlineData("private, hmm, sector", 3)]
    [InlineData("3", 2)]
    [InlineData("number 3 please", 2)]
    [InlineData("two", 1)]
    [InlineData("the second one", 1)]
    [InlineData("3rd", 2)]
    [InlineData("the last one", 3)]
    [InlineData("last but one", 2)]
    [InlineData("12 or 3", 2)]
    [InlineData("the university or the first", 1)]
    public void A_choice_is_named_by_its_words_its_place_or_its_number(string text, int index)
    {
        var found = Recognize(text, Sectors)[0];
        Assert.Equal((index, Sectors[index].Value), (found.Index, found.Value));
    }

    [Theory]
    [InlineData("city")]
    [InlineData("hall")]
    [InlineData("hall city")]
    [InlineData("private one two three four sector")]
    [InlineData("third")]
    [InlineData("third party")]
    [InlineData("0")]
    [InlineData("5")]
    [InlineData("-1")]
    [InlineData("2.5")]
    [InlineData("tenth")]
    [InlineData("the next one")]
    [InlineData("10:30")]
    [InlineData("")]
    public void What_names_none_finds_none(string text)
    {
        // "one two three four" and "third" would be numbers and places.
        var words = new FindChoicesOptions { RecognizeNumbers = !text.Contains("one two", StringComparison.Ordinal), RecognizeOrdinals = !text.StartsWith("third", StringComparison.Ordinal) };
        Assert.Empty(Recognize(text, Sectors, words));
    }

    [Fact]
    public void Parts_of_a_value_count_only_where_that_is_asked_for()
    {
        var found = Recognize("the hall", Sectors, new FindChoicesOptions { AllowPartialMatches = true });
        Assert.Equal(0, Assert.Single(found).Index);
        Assert.Equal((0f, "City hall"), (found[0].Score, found[0].Synonym));
    }

    [Fact]
    public void What_was_written_word_for_word_is_the_only_choice_meant()
    {
        Assert.Equal(1, Only("red apple", ["red", "Red apple", "apple"]));
        Assert.Equal(1, Only("a-b", ["a b", "a-b"]));
        Assert.Equal(1, Only("++", ["+", "++"]));
        Assert.Equal(0, Only("+", ["+", "++"]));
        Assert.Empty(Recognize("+ please", ["+", "++"]));

        static int Only(string text, IList<string> choices) => Assert.Single(Recognize(text, choices)).Index;
    }

    [Fact]
    public void The_better_fit_counts_before_the_longer_value_and_parts_come_last()
    {
        Assert.Equal(1, Recognize("large, er, er red red apple", ["large red", "red apple"])[0].Index);
        var partly = new FindChoicesOptions { AllowPartialMatches = true };
        Assert.Equal([1, 2], Recognize("old, er, town and new", ["old town hall", "old town", "new road"], partly).Select(f => f.Index));
    }

    [Fact]
    public void Several_are_found_in_the_order_of_the_text_and_each_word_counts_once()
    {
        var found = Recognize("red bread, blue, then red", ["red", "red bread", "blue"]);
        Assert.Equal([(1, "red bread"), (2, "blue"), (0, "red")], found.Select(f => (f.Index, f.Synonym)));
    }

    [Theory]
    [InlineData("es-ES", "la última", 3)]
    [InlineData("es-ES", "dos", 1)]
    [InlineData("fr-FR", "le deuxième", 1)]
    [InlineData("fr-FR", "trois", 2)]
    public void Places_and_numbers_are_understood_in_the_language(string locale, string text, int index)
        => Assert.Equal(index, Recognize(text, Sectors, locale: locale)[0].Index);

    [Fact]
    public void Values_titles_places_and_numbers_can_be_left_out()
    {
        Assert.Empty(Recognize("university", Sectors, new FindChoicesOptions { NoValue = true }));
        Assert.Empty(Recognize("third sector", Sectors, new FindChoicesOptions { NoAction = true, RecognizeOrdinals = false }));
        Assert.Empty(Recognize("2", Sectors, new FindChoicesOptions { RecognizeNumbers = false }));
    }

    [Theory]
    [InlineData("msteams", "personal", 3, "suggested")]
    [InlineData("msteams", "personal", 4, "card")]
    [InlineData("msteams", "groupChat", 2, "card")]
    [InlineData("msteams", null, 2, "card")]
    [InlineData("msteams", "personal", 51, "list")]
    [InlineData("directline", null, 100, "suggested")]
    [InlineData("emulator", null, 4, "suggested")]
    [InlineData("webchat", null, 101, "list")]
    [InlineData("slack", null, 4, "card")]
    [InlineData("sms", null, 3, "inline")]
    [InlineData("sms", null, 4, "list")]
    [InlineData(null, null, 3, "inline")]
    public void Choices_are_shown_as_the_channel_can(string? channel, string? kind, int count, string expected)
    {
        var choices = ChoiceFactory.ToChoices([.. Enumerable.Range(1, count).Select(i => $"No {i}")]);
        Assert.Equal(expected, Shape(ChoiceFactory.ForChannel(channel, choices, "Which?", conversationType: kind, toList: ["u"])));
    }

    [Fact]
    public void A_title_too_long_for_a_button_makes_a_list()
    {
        Assert.Equal("suggested", Shape(ChoiceFactory.ForChannel("directline", [new Choice(new string('x', 20))], "Which?")));
        Assert.Equal("list", Shape(ChoiceFactory.ForChannel("directline", [new Choice(new string('x', 21))], "Which?")));
    }

    [Fact]
    public void Text_names_the_choices_with_the_marks_asked_for()
    {
        IList<Choice> two = [new("a"), new("b")];
        IList<Choice> three = [.. two, new("c") { Action = new CardAction { Title = "C!" } }];
        var marks = new ChoiceFactoryOptions { InlineSeparator = "; ", InlineOr = " o ", InlineOrMore = "; o ", IncludeNumbers = false };
        Assert.Equal("Which? (1) a or (2) b", ChoiceFactory.Inline(two, "Which?").Text);
        Assert.Equal("Which? (1) a, (2) b, or (3) C!", ChoiceFactory.Inline(three, "Which?").Text);
        Assert.Equal(" a; b; o C!", ChoiceFactory.Inline(three, options: marks).Text);
        Assert.Equal("Which?\n\n   1. a\n   2. b", ChoiceFactory.List(two, "Which?").Text);
        Assert.Equal("\n\n   - a\n   - b", ChoiceFactory.List(two, options: marks).Text);
    }

    private static List<FoundChoice> Recognize(string text, IList<string> choices, FindChoicesOptions? options = null)
        => Recognize(text, ChoiceFactory.ToChoices(choices), options);

    private static List<FoundChoice> Recognize(string text, IList<Choice> choices, FindChoicesOptions? options = null, string locale = "en-US")
        => ChoiceRecognizers.Recognize(text, choices, options ?? new FindChoicesOptions(), locale);

    private static string Shape(IMessageActivity message) => message switch
    {
        { SuggestedActions: { } suggested } => suggested.To is ["u"] or null ? "suggested" : "wrong users",
        { Attachments: [{ Content: HeroCard { Text: "Which?" } }], Text: null } => "card",
        { Text: { } text } => text.Contains("\n   1. ", StringComparison.Ordinal) ? "list" : "inline",
        _ => "nothing",
    };
}
