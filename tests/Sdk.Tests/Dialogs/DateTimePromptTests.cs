using System.Text.RegularExpressions;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CoordinatorBot.Sdk.Tests.Dialogs;

/// <summary>Dates as people tell them to a prompt, a turn at a time.</summary>
public sealed partial class DateTimePromptTests
{
    private static readonly PromptOptions Ask = new() { Prompt = MessageFactory.Text("Ask"), RetryPrompt = MessageFactory.Text("Again") };

    [Fact]
    public async Task All_that_the_page_says_is_understood_is_and_what_it_says_is_asked_again_is()
    {
        var rows = Page().Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line.Contains('`')).ToList();
        Assert.Equal(9, rows.Count);
        foreach (var cells in rows.Select(row => row.Split('|')))
        {
            foreach (var (language, cell) in new[] { "en-GB", "es-ES", "fr-FR" }.Zip(cells[2..]))
            {
                foreach (var text in Written().Matches(cell).Select(example => example.Groups[1].Value))
                {
                    var chat = Started(new DateTimePrompt("p"), language);
                    var answers = await chat.SayAsync(text);
                    var expected = cells[1].Trim() == "asked again" ? DialogTurnStatus.Waiting : DialogTurnStatus.Complete;
                    Assert.True(chat.Last.Status == expected && answers is [var said] && (said == "Again") == (expected == DialogTurnStatus.Waiting), $"{language}: {text}");
                    if (cells[1].Contains("the last one and the coming one", StringComparison.Ordinal)) Assert.Equal(2, Meanings(chat).Count);
                }
            }
        }
    }

    [Theory]
    [InlineData("en-US", "12/05/2027", "Sunday, December 5, 2027")]
    [InlineData("en-GB", "12/05/2027", "Wednesday, May 12, 2027")]
    [InlineData("es-MX", "12/05/2027", "miércoles, 12 de mayo de 2027")]
    [InlineData("fr-FR", "12/05/2027", "mercredi 12 mai 2027")]
    [InlineData("sv-SE", "12/05/2027", "Wednesday, May 12, 2027")]
    [InlineData("fr-FR", "demain à 9h", "mardi 3 mars 2026 09:00")]
    [InlineData("es-ES", "mañana a las 21", "martes, 3 de marzo de 2026 21:00")]
    [InlineData("en-US", "tomorrow at 9", "Tuesday, March 3, 2026 9:00 AM or Tuesday, March 3, 2026 9:00 PM")]
    [InlineData("en-US", "Tuesday", "Tuesday, February 24, 2026 or Tuesday, March 3, 2026")]
    [InlineData("es-ES", "el martes", "martes, 24 de febrero de 2026 o martes, 3 de marzo de 2026")]
    [InlineData("en-US", "noon", "12:00 PM")]
    public async Task What_was_understood_is_said_back_in_words(string locale, string text, string expected)
    {
        var chat = Started(new DateTimePrompt("p"), locale);
        Assert.Equal([expected], (await chat.SayAsync(text)).Select(said => said.Replace('\u202f', ' ')));
    }

    [Fact]
    public async Task What_a_validator_leaves_is_what_is_said_back_before_the_next_question()
    {
        var prompt = new DateTimePrompt("p", (p, _) =>
        {
            p.Recognized.Value = p.Recognized.Value.Where(meaning => string.CompareOrdinal(meaning.Value, "2026-03-02") >= 0).ToList();
            return Task.FromResult(p.Recognized.Succeeded);
        });
        var chat = new Chat(new WaterfallDialog("w", [(s, ct) => s.PromptAsync("p", Ask, ct), (s, ct) => s.PromptAsync("next", Ask, ct)]), null, prompt, new TextPrompt("next"))
        {
            With = In("en-US"),
        };
        await chat.SayAsync("start");
        Assert.Equal(["Tuesday, March 3, 2026", "Ask"], await chat.SayAsync("Tuesday"));
    }

    [Fact]
    public async Task A_validator_that_speaks_for_itself_is_not_spoken_after_but_what_was_said_before_it_doesnt_count()
    {
        Assert.Equal(["Noted"], await SayAsync(before: null, inside: "Noted"));
        Assert.Equal(["One moment", "Monday, March 2, 2026"], await SayAsync(before: "One moment", inside: null));

        static async Task<string[]> SayAsync(string? before, string? inside)
        {
            var prompt = new DateTimePrompt("p", async (p, ct) =>
            {
                if (inside is not null) await p.Context.SendActivityAsync(inside, cancellationToken: ct);
                return true;
            });
            var chat = new Chat(new Announced(before).AddDialog(prompt), Ask) { With = In("en-US") };
            await chat.SayAsync("start");
            return await chat.SayAsync("today");
        }
    }

    [Fact]
    public async Task What_a_validator_made_up_or_took_away_is_said_as_far_as_it_can_be()
    {
        Assert.Empty(await SayAsync(null));
        Assert.Empty(await SayAsync([]));
        Assert.Equal(["Sunday, December 5, 2027"], await SayAsync([new DateTimeResolution { Value = "whenever" }, new DateTimeResolution(), new DateTimeResolution { Value = "2027-12-05" }]));

        static Task<string[]> SayAsync(List<DateTimeResolution>? left) => Started(
            new DateTimePrompt("p", (p, _) =>
            {
                p.Recognized.Value = left;
                return Task.FromResult(true);
            }),
            "en-US").SayAsync("today");
    }

    [Theory]
    [InlineData("2026-03-02T23:30:00-05:00", "2026-03-03T04:30:00Z", "America/New_York", "2026-03-02")]
    [InlineData("2026-03-02T23:30:00-05:00", null, null, "2026-03-02")]
    [InlineData(null, "2026-03-03T04:30:00Z", "America/New_York", "2026-03-02")]
    [InlineData(null, "2026-03-03T16:30:00Z", "Pacific/Auckland", "2026-03-04")]
    [InlineData(null, "2026-03-03T04:30:00Z", "No/Such_Zone", "2026-03-03")]
    [InlineData(null, "2026-03-03T04:30:00Z", "../../../dev/zero", "2026-03-03")]
    [InlineData(null, "2026-03-03T04:30:00Z", "/dev/zero", "2026-03-03")]
    [InlineData(null, "2026-03-03T04:30:00Z", "", "2026-03-03")]
    [InlineData(null, "2026-03-03T04:30:00Z", null, "2026-03-03")]
    public async Task Today_is_the_day_on_the_clock_of_the_sender(string? local, string? sent, string? zone, string today)
    {
        var turn = new Activity
        {
            Type = ActivityTypes.Message,
            Text = "today",
            LocalTimestamp = At(local),
            Timestamp = At(sent),
            LocalTimezone = zone,
        };
        Assert.Equal(today, Assert.Single(await ReadAsync(turn)).Value);

        static DateTimeOffset? At(string? time) => time is null ? null : DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Without_any_clock_only_whole_dates_are_understood()
    {
        Assert.Empty(await ReadAsync(new Activity { Type = ActivityTypes.Message, Text = "today" }));
        Assert.Single(await ReadAsync(new Activity { Type = ActivityTypes.Message, Text = "2027-05-12" }));
    }

    private static Chat Started(Dialog prompt, string locale)
    {
        var chat = new Chat(prompt, Ask) { With = In(locale) };
        Assert.True(chat.SayAsync("start").IsCompletedSuccessfully);
        return chat;
    }

    /// <summary>Half past nine in the evening of Monday, 2 March 2026, in New York.</summary>
    private static Action<Activity> In(string locale) => activity
        => (activity.Locale, activity.LocalTimestamp) = (locale, new DateTimeOffset(2026, 3, 2, 21, 30, 0, TimeSpan.FromHours(-5)));

    private static IList<DateTimeResolution> Meanings(Chat chat) => Assert.IsAssignableFrom<IList<DateTimeResolution>>(chat.Last.Result);

    /// <summary>What a prompt reads in an activity as it came, without the clock that the test adapter would add.</summary>
    private static async Task<IList<DateTimeResolution>> ReadAsync(Activity activity)
    {
        using var turn = new TurnContext(new Microsoft.Bot.Builder.Adapters.TestAdapter(), activity);
        return await new Reader().ReadAsync(turn);
    }

    private static IEnumerable<string> Page() => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "Sdk", "README.md"))
        .SkipWhile(line => line != "## Dates and times").TakeWhile(line => line != "## State, and a storage of your own");

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Written();

    private sealed class Announced(string? words) : ComponentDialog("announced")
    {
        protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
        {
            if (words is not null) await innerDc.Context.SendActivityAsync(words, cancellationToken: cancellationToken);
            return await base.OnContinueDialogAsync(innerDc, cancellationToken);
        }
    }

    private sealed class Reader() : DateTimePrompt("p")
    {
        public async Task<IList<DateTimeResolution>> ReadAsync(ITurnContext turn)
            => (await OnRecognizeAsync(turn, new Dictionary<string, object>(), Ask, TestContext.Current.CancellationToken)).Value;
    }
}
