using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;
using Microsoft.Bot.Schema;

namespace CoordinatorBot.Sdk.Tests.Dialogs;

public sealed class PromptTests
{
    private static PromptOptions Ask => new() { Prompt = MessageFactory.Text("Ask"), RetryPrompt = MessageFactory.Text("Again") };

    private static PromptOptions AskChoice => new()
    {
        Prompt = MessageFactory.Text("Ask"),
        RetryPrompt = MessageFactory.Text("Again"),
        Choices = ChoiceFactory.ToChoices(["Red", "Green", "Blue"]),
        Style = ListStyle.HeroCard,
    };

    public static TheoryData<Dialog> Prompts =>
    [
        new NumberPrompt<int>("p"), new NumberPrompt<long>("p"), new NumberPrompt<double>("p"), new ConfirmPrompt("p"), new ChoicePrompt("p"),
        new DateTimePrompt("p"),
    ];

    [Theory]
    [MemberData(nameof(Prompts), DisableDiscoveryEnumeration = true)]
    public async Task Nonsense_is_asked_again_and_never_fails(Dialog prompt)
    {
        var chat = new Chat(prompt, AskChoice);
        await chat.SayAsync("start");
        string?[] nonsense =
        [
            null, "", " ", "\0", "\ud83d", "\udc4d\ud83d", "e\u0301", new string('9', 50_000), new string('x', 50_000), "9.9.9.9/0", "-", "--", "1/0", "Infinity", "∞", "{}", "<at></at>",
            "999999999999999999999999-99-99", "31/02/2027", "4of", "not", "..", "T", "at", "in x days", "\n\t", "٣", "½", "%n%s", "' or a=a",
        ];
        foreach (var text in nonsense)
        {
            foreach (var locale in (string[])["en-US", "es-ES", "fr-FR", "", "x", "zz-ZZ", "\ud83d!"])
            {
                var answers = await chat.SendAsync(new Activity { Type = ActivityTypes.Message, Text = text, Locale = locale });
                Assert.Single(answers);
                Assert.Equal(DialogTurnStatus.Waiting, chat.Last.Status);
            }
        }
    }

    [Fact]
    public async Task A_text_is_given_back_as_it_was_written()
    {
        var chat = new Chat(new TextPrompt("p"), Ask);
        Assert.Equal(["Ask"], await chat.SayAsync("start"));
        Assert.Equal(["Again"], await chat.SayAsync(null));
        Assert.Empty(await chat.SayAsync("  as it is "));
        Assert.Equal((DialogTurnStatus.Complete, "  as it is "), (chat.Last.Status, chat.Last.Result));
    }

    [Fact]
    public async Task Without_a_retry_prompt_the_question_is_sent_again()
    {
        var chat = new Chat(new NumberPrompt<int>("p"), new PromptOptions { Prompt = MessageFactory.Text("Ask") });
        await chat.SayAsync("start");
        Assert.Equal(["Ask"], await chat.SayAsync("lots"));
        Assert.Equal(["Ask"], await chat.SayAsync("many"));
        await chat.SayAsync("3");
        Assert.Equal(3, chat.Last.Result);
    }

    [Fact]
    public async Task Only_a_question_without_a_hint_expects_input()
    {
        var hinted = await new Chat(new TextPrompt("p"), Ask).SendAsync("start");
        Assert.Equal(InputHints.AcceptingInput, hinted[0].InputHint);
        var bare = await new Chat(new TextPrompt("p"), new PromptOptions { Prompt = new Activity { Type = ActivityTypes.Message, Text = "Ask" } }).SendAsync("start");
        Assert.Equal(InputHints.ExpectingInput, bare[0].InputHint);
    }

    [Fact]
    public async Task A_validator_can_change_the_value_and_is_told_the_attempt()
    {
        var attempts = new List<(int, bool)>();
        var chat = new Chat(
            new NumberPrompt<int>("p", (p, _) =>
            {
                attempts.Add((p.AttemptCount, p.Recognized.Succeeded));
                p.Recognized.Value *= 10;
                return Task.FromResult(p.Recognized.Succeeded && p.Recognized.Value > Convert.ToInt32(p.Options.Validations, CultureInfo.InvariantCulture));
            }),
            new PromptOptions { Prompt = MessageFactory.Text("Ask"), Validations = 50 });
        await chat.SayAsync("start");
        await chat.SayAsync("lots");
        await chat.SayAsync("5");
        await chat.SayAsync("6");
        Assert.Equal([(1, false), (2, true), (3, true)], attempts);
        Assert.Equal(60, chat.Last.Result);
    }

    [Fact]
    public async Task A_validator_that_says_something_silences_the_question()
    {
        var chat = new Chat(
            new TextPrompt("p", async (p, ct) =>
            {
                if (p.AttemptCount == 1)
                    await p.Context.SendActivityAsync("Not that", cancellationToken: ct);
                return false;
            }),
            Ask);
        await chat.SayAsync("start");
        Assert.Equal(["Not that"], await chat.SayAsync("x"));
        Assert.Equal(["Again"], await chat.SayAsync("x"));
    }

    [Fact]
    public async Task What_is_no_message_is_no_answer()
    {
        var chat = new Chat(new TextPrompt("p"), Ask);
        await chat.SayAsync("start");
        Assert.Empty(await chat.SendAsync(new Activity { Type = ActivityTypes.MessageReaction }));
        Assert.Empty(await chat.SendAsync(new Activity { Type = ActivityTypes.Event, Name = "x" }));
        await chat.SayAsync("answer");
        Assert.Equal("answer", chat.Last.Result);
    }

    [Theory]
    [InlineData("2147483647", true)]
    [InlineData("2147483648", false)]
    [InlineData("-2,147,483,648", true)]
    [InlineData("12.0", true)]
    [InlineData("12.5", false)]
    public async Task A_whole_number_must_fit(string text, bool fits)
    {
        var chat = new Chat(new NumberPrompt<int>("p"), Ask);
        await chat.SayAsync("start");
        Assert.Equal(fits ? [] : ["Again"], await chat.SayAsync(text));
    }

    [Fact]
    public async Task Numbers_come_in_the_type_asked_for()
    {
        Assert.Equal(12L, await AnswerAsync(new NumberPrompt<long>("p"), "twelve"));
        Assert.Equal(12.5f, await AnswerAsync(new NumberPrompt<float>("p"), "12.5"));
        Assert.Equal(12.5d, await AnswerAsync(new NumberPrompt<double>("p", defaultLocale: "fr-FR"), "12,5", "fr-FR"));
        Assert.Equal(0.5m, await AnswerAsync(new NumberPrompt<decimal>("p"), "1/2"));
        Assert.Throws<NotSupportedException>(() => new NumberPrompt<DateTime>("p"));
    }

    [Theory]
    [InlineData("en-US", "yes", true)]
    [InlineData("en-US", "1", true)]
    [InlineData("en-US", "the second one", false)]
    [InlineData("es-MX", "Sí", true)]
    [InlineData("es-ES", "2", false)]
    [InlineData("fr-CA", "non merci", false)]
    [InlineData("fr-FR", "Oui", true)]
    [InlineData("de-DE", "Yes", true)]
    public async Task Yes_and_no_are_understood_by_word_and_number(string locale, string text, bool expected)
        => Assert.Equal(expected, await AnswerAsync(new ConfirmPrompt("p"), text, locale));

    [Fact]
    public async Task A_confirmation_speaks_the_language_of_the_activity_else_of_the_prompt()
    {
        Assert.Equal("Ask (1) Sí o (2) No", await QuestionAsync("es-AR"));
        Assert.Equal("Ask (1) Oui ou (2) Non", await QuestionAsync("fr-FR"));
        Assert.Equal("Ask (1) Yes or (2) No", await QuestionAsync("sv-SE"));

        static async Task<string> QuestionAsync(string locale)
            => (await new Chat(new ConfirmPrompt("p") { Style = ListStyle.Inline }, Ask) { With = a => a.Locale = locale }.SayAsync("start"))[0];
    }

    [Fact]
    public async Task Own_answers_of_a_confirmation_are_shown_and_numbers_count_only_where_shown()
    {
        var prompt = new ConfirmPrompt("p")
        {
            Style = ListStyle.Inline,
            ConfirmChoices = Tuple.Create(new Choice("Send"), new Choice("Keep")),
            ChoiceOptions = new ChoiceFactoryOptions { InlineOr = " / ", IncludeNumbers = false },
        };
        var chat = new Chat(prompt, Ask);
        Assert.Equal(["Ask Send / Keep"], await chat.SayAsync("start"));
        Assert.Equal(["Again Send / Keep"], await chat.SayAsync("1"));
        await chat.SayAsync("no");
        Assert.Equal(false, chat.Last.Result);

        prompt.ChoiceOptions = null;
        Assert.Equal(true, await AnswerAsync(prompt, "send it"));
    }

    [Fact]
    public async Task A_question_doesnt_gather_the_choices_of_each_attempt()
    {
        var chat = new Chat(new ChoicePrompt("p"), AskChoice);
        await chat.SayAsync("start");
        for (var i = 0; i < 3; i++)
        {
            var card = Assert.IsType<HeroCard>(Assert.Single((await chat.SendAsync("purple"))[0].Attachments).Content);
            Assert.Equal(("Again", 3), (card.Text, card.Buttons.Count));
        }
        await chat.SayAsync("the last one");
        var found = Assert.IsType<FoundChoice>(chat.Last.Result);
        Assert.Equal(("Blue", 2, 1f), (found.Value, found.Index, found.Score));
    }

    [Fact]
    public async Task A_choice_is_read_in_the_language_of_the_activity_else_of_the_recognizer_else_of_the_prompt()
    {
        Assert.Equal("Green", await ChosenAsync("la deuxième", "fr-FR", "es-ES", "en-US"));
        Assert.Equal("Green", await ChosenAsync("la segunda", null, "es-ES", "en-US"));
        Assert.Equal("Green", await ChosenAsync("la deuxième", null, null, "fr-FR"));

        static async Task<string> ChosenAsync(string text, string? activity, string? recognizer, string prompt)
        {
            var chat = new Chat(new ChoicePrompt("p", null, prompt) { RecognizerOptions = new FindChoicesOptions { Locale = recognizer } }, AskChoice)
            {
                With = a => a.Locale = activity,
            };
            await chat.SayAsync("start");
            Assert.Empty(await chat.SayAsync(text));
            return ((FoundChoice)chat.Last.Result).Value;
        }
    }

    [Fact]
    public async Task The_choices_of_a_prompt_are_written_with_its_own_marks()
    {
        var prompt = new ChoicePrompt("p") { ChoiceOptions = new ChoiceFactoryOptions { InlineSeparator = " · ", InlineOrMore = " · or ", IncludeNumbers = false } };
        var options = AskChoice;
        options.Style = ListStyle.Inline;
        Assert.Equal(["Ask Red · Green · or Blue"], await new Chat(prompt, options).SayAsync("start"));
        options.Style = ListStyle.List;
        Assert.Equal(["Ask\n\n   - Red\n   - Green\n   - Blue"], await new Chat(prompt, options).SayAsync("start"));
    }

    [Fact]
    public async Task Dates_count_from_the_users_own_day()
    {
        // 23:30 on 2 March in New York is 3 March in UTC.
        var chat = new Chat(new DateTimePrompt("p"), Ask) { With = a => a.LocalTimestamp = new DateTimeOffset(2026, 3, 2, 23, 30, 0, TimeSpan.FromHours(-5)) };
        await chat.SayAsync("start");
        Assert.Equal(["Again"], await chat.SayAsync("soon"));
        await chat.SayAsync("tomorrow at 9am");
        var resolution = Assert.Single(Assert.IsAssignableFrom<IList<DateTimeResolution>>(chat.Last.Result));
        Assert.Equal(("2026-03-03T09", "2026-03-03 09:00:00"), (resolution.Timex, resolution.Value));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void A_prompt_has_an_id(string? id) => Assert.ThrowsAny<ArgumentException>(() => new TextPrompt(id));

    [Fact]
    public async Task A_prompt_starts_from_prompt_options_only()
        => await Assert.ThrowsAsync<ArgumentException>(() => new Chat(new TextPrompt("p"), "Ask").SayAsync("start"));

    private static async Task<object> AnswerAsync(Dialog prompt, string text, string locale = "en-US")
    {
        var chat = new Chat(prompt, Ask) { With = a => a.Locale = locale };
        await chat.SayAsync("start");
        Assert.Empty(await chat.SayAsync(text));
        Assert.Equal(DialogTurnStatus.Complete, chat.Last.Status);
        return chat.Last.Result;
    }
}
