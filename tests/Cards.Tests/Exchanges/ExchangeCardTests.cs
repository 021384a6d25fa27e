using System.Collections.Immutable;

using CoordinatorBot.Cards.Exchanges;
using CoordinatorBot.Cards.Tests.Infrastructure;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Cards.Tests.Exchanges;

/// <summary>The cards of an exchange, at their fullest and with what people type.</summary>
public sealed class ExchangeCardTests
{
    private const string Odd = "**Bold** <b>land</b> [x](http://x) 🌱 مدينة";

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Owner = new(Id(1));
    private static readonly ExchangeId Exchange = new(Id(2));

    public static TheoryData<string> Languages => [.. Language.All.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Card_of_the_largest_exchange_fits(string language)
    {
        var cities = Enumerable.Range(0, ExchangeDefaults.MostCities).Select(i => new CityAdded(new DelegationId(Id(100 + i)), $"{new string('W', ExchangeDefaults.CityMost - 3)} {i}"));
        var state = State(
            [new DesignChanged(ExchangeDefaults.Design(new string('T', ExchangeDefaults.TitleMost)) with { Goal = new string('g', ExchangeDefaults.TextMost), Change = new string('c', ExchangeDefaults.TextMost) }), .. Terms(), .. cities]);

        await CardChecks.IsGoodAsync(ExchangeCard.For(View(state), Texts.In(Language.Of(language)), "Saved."));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_stage_has_a_card(string language)
    {
        var texts = Texts.In(Language.Of(language));
        foreach (var state in new[] { State([]), State([.. Terms()]), State([.. Terms(), new CityAdded(new DelegationId(Id(100)), "Flint")]), State([.. Terms(), new StageReached(Stage.FollowingUp)]), State([.. Terms(), new ExchangeCancelled()]) })
        {
            await CardChecks.IsGoodAsync(ExchangeCard.For(View(state), texts));
            await CardChecks.IsGoodAsync(ExchangeListCard.For([ListedExchange.Of(state, Now, true)], 3, texts));
        }
    }

    [Fact]
    public void What_people_typed_is_not_read_as_Markdown()
    {
        var state = State([new DesignChanged(ExchangeDefaults.Design(Odd) with { Change = Odd }), .. Terms(), new CityAdded(new DelegationId(Id(100)), Odd)]);
        var texts = Texts.In(Language.English);

        Assert.DoesNotContain(CardChecks.MarkdownTexts(ExchangeCard.For(View(state), texts)), t => t.Contains("**", StringComparison.Ordinal));
        Assert.DoesNotContain(CardChecks.MarkdownTexts(ExchangeListCard.For([ListedExchange.Of(state, Now, false)], 0, texts)), t => t.Contains("**", StringComparison.Ordinal));
        Assert.DoesNotContain(CardChecks.MarkdownTexts(CancelCard.For(Exchange, Odd, 2, "once", texts)), t => t.Contains("**", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Forms_are_valid_with_what_was_typed_and_a_problem(string language)
    {
        var x = State([.. Terms()]).Exchange!;
        var fields = new EditFields[] { DesignFields.Of(x.Design), TermsFields.Of(x.Terms!), DeadlineFields.Of(x.Deadlines!), new TermsFields(null, null, null, null, null) };
        foreach (var f in fields)
            await CardChecks.IsGoodAsync(EditCard.For(new EditView(Exchange, f, "seen", "once", "A problem", 24, true), Texts.In(Language.Of(language))));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Questions_are_valid(string language)
    {
        var texts = Texts.In(Language.Of(language));
        var day = new DateOnly(2027, 3, 16);

        await CardChecks.IsGoodAsync(DatesCard.For(Exchange, "When?", (day, day), day, "once", texts));
        await CardChecks.IsGoodAsync(DatesCard.Taken("Understood", texts));
        await CardChecks.IsGoodAsync(CancelCard.For(Exchange, "Vacant land", 0, "once", texts));
    }

    [Fact]
    public void Late_deadline_is_said_in_words_and_not_by_colour_alone()
    {
        var state = State([.. Terms(), new CityAdded(new DelegationId(Id(100)), "Flint")]);
        var view = View(state, Now.AddDays(200));

        Assert.Contains("late", ExchangeCard.For(view, Texts.In(Language.English)).ToJson(), StringComparison.Ordinal);
    }

    private static IEnumerable<Event> Terms() =>
    [
        new TermsSet(new Terms("Albany", new DateOnly(2027, 7, 6), new DateOnly(2027, 7, 7), Zone.Utc, null), 1),
        new DeadlinesSet(Timeline.Deadlines(new DateOnly(2026, 11, 23), new DateOnly(2027, 7, 6))),
    ];

    private static ExchangeState State(ImmutableArray<Event> events) => ExchangeStream.Kind.Evolve(ExchangeStream.Kind.Initial,
        new Commit(new CommandId(Id(9)), new Actor(Owner, Standing.Coordinator), null, Way.Chat, Now, [new ExchangeCreated(Exchange, Owner, ExchangeDefaults.Design("Vacant land")), .. events]));

    private static ExchangeView View(ExchangeState state, DateTimeOffset? at = null) => new(
        state, Owner, ImmutableDictionary<PersonId, string>.Empty.Add(Owner, Odd), Blockers.Of(state, DutyPolicy.Default, at ?? Now), DateOnly.FromDateTime((at ?? Now).UtcDateTime), "0123456789abcdef0123456789abcdef");

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);
}
