using AdaptiveCards;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Tests.Infrastructure;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Cards.Tests.Delegations;

public sealed class SeatMapCardTests
{
    private const string LongName = "Señora Ángela Ñúñez de la Peña y Söderström-Øster";

    private static readonly Texts English = Texts.In(Language.English);
    private static readonly DateTimeOffset Now = new(2027, 1, 4, 15, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Owner = new(Id(1000));
    private static readonly DelegationId Detroit = new(Id(2000));

    public static TheoryData<string> Languages => [.. Language.All.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_map_of_the_largest_delegation_fits_a_message(string language)
    {
        var people = Enumerable.Range(1, 80).Select(i => (i, Sector.All[i % Sector.All.Length])).ToArray();

        await CardChecks.IsGoodAsync(SeatMapCard.For(Texts.In(Language.Of(language)), Map(SeatPlan.Default with { Seats = 20, Sectors = [], MostFromOneOrganisation = 20 }, people)));
    }

    [Fact]
    public void Every_seat_stands_in_one_lane_and_the_lanes_count_as_the_plan_does()
    {
        var map = Map(SeatPlan.Default, (1, Sector.Policy), (2, Sector.Policy), (3, Sector.Resident), (4, Sector.Philanthropy));

        Assert.Equal(Enumerable.Range(1, 6), map.Lanes.SelectMany(l => l.Seats).Select(s => s.Number.Value).Order());
        Assert.Equal([2, 0, 0, 1, 0, 1, 0], map.Lanes.Select(l => l.Have));
        Assert.Equal([0, 1, 1, 0, 0, 0, 0], map.Lanes.Select(l => l.Missing));
        Assert.Null(map.Lanes[^1].Sector);
    }

    [Fact]
    public void Nothing_is_said_by_colour_alone()
    {
        var text = Text(SeatMapCard.For(English, Map(SeatPlan.Default, (1, Sector.Policy), (2, Sector.Resident))));

        Assert.Contains("Policy makers: 1 of 1–2 · ✓ as planned", text, StringComparison.Ordinal);
        Assert.Contains("Non-profits: 0 of 1–2 · ▲ 1 missing", text, StringComparison.Ordinal);
        Assert.Contains("● not invited yet", text, StringComparison.Ordinal);
        Assert.Contains("○ free", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_stands_behind_a_seat_is_said_the_best_first()
    {
        var map = Map(SeatPlan.Default with { Seats = 2, Sectors = [new(Sector.Policy, new(1, 1)), new(Sector.Resident, new(1, 1))] },
            (1, Sector.Policy), (2, Sector.Resident), (3, Sector.Resident), (4, Sector.Policy));

        Assert.Equal(["Person 4", "Person 3"], map.Lanes[0].Seats[0].Behind.Select(b => b.Member.Name));
        Assert.Equal(["Person 3", "Person 4"], map.Lanes[1].Seats[0].Behind.Select(b => b.Member.Name));
        Assert.Contains("behind: Person 4, Person 3", Text(SeatMapCard.For(English, map)), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_put_where_no_host_reads_markdown()
    {
        var card = SeatMapCard.For(English, Map(SeatPlan.Default, "**Eve** <b>", (1, Sector.Policy)));

        Assert.Contains("**Eve**", Text(card), StringComparison.Ordinal);
        Assert.DoesNotContain(CardChecks.MarkdownTexts(card), t => t.Contains("**", StringComparison.Ordinal));
    }

    private static string Text(AdaptiveCard card) => string.Join('\n', card.Body.SelectMany(Lines));

    private static IEnumerable<string> Lines(AdaptiveElement element) => element switch
    {
        AdaptiveTextBlock t => [t.Text ?? string.Empty],
        AdaptiveRichTextBlock r => [string.Concat(r.Inlines.OfType<AdaptiveTextRun>().Select(i => i.Text))],
        AdaptiveContainer c => c.Items.SelectMany(Lines),
        _ => [],
    };

    private static SeatMapView Map(SeatPlan plan, params (int Number, Sector Sector)[] people) => Map(plan, null, people);

    private static SeatMapView Map(SeatPlan plan, string? name, params (int Number, Sector Sector)[] people)
    {
        var state = Evolution.Evolve(ExchangeState.Initial, new Commit(new CommandId(Id(1)), new Actor(Owner, Standing.Coordinator), null, Way.Chat, Now,
            [new ExchangeCreated(new ExchangeId(Id(3000)), Owner, ExchangeDefaults.Design(new string('x', 120)) with { SizeCap = 60 }), new CityAdded(Detroit, "Detroit"), new SeatPlanSet(Detroit, plan)]));
        var outcome = ExchangeStream.Decide(state, new Envelope(new CommandId(Id(2)), new Actor(Owner, Standing.Coordinator), Way.Chat, Now,
            new NominateCandidates(Detroit, [.. people.Select(p => new Nomination(new CandidateId(Id(p.Number)), new PersonId(Id(p.Number)), p.Sector, null))])));
        Assert.Null(outcome.Refusal);
        state = Evolution.Evolve(state, new Commit(new CommandId(Id(2)), new Actor(Owner, Standing.Coordinator), null, Way.Chat, Now, outcome.Events));
        var d = state.Delegations[Detroit];
        MemberView Member(Candidate c) => new(
            c.Id, c.Person, name ?? (people.Length > 40 ? $"{LongName} {c.Rank}" : $"Person {c.Rank}"), null, people.Length > 40 ? new string('ó', 100) : null, null, false, c.Sector, d.SeatOf(c.Id),
            people.Length > 40 ? AnswerState.SubstituteProposed : AnswerState.None);
        return SeatMapView.Of(state, d, new DelegationView(
            new DelegationRef(new ExchangeId(Id(3000)), Detroit, new string('0', 32)), state.Exchange!.Design.Title, "Detroit", d.Stage, null, null, d.Plan, Composition.BalanceOf(d),
            [.. d.Seated.Concat(d.Alternates).Select(Member)], true));
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
