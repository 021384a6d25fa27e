using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Tests.Whole;

public sealed class EveryCommandTests
{
    public static TheoryData<Stage> Stages => [.. Enum.GetValues<Stage>()];

    private static IEnumerable<Type> Kinds(Type of) => typeof(Command).Assembly.GetTypes().Where(t => t.IsAssignableTo(of) && !t.IsAbstract);

    [Fact]
    public void Every_kind_of_command_is_tried()
    {
        var tried = RandomCommands.ForExchange.Keys.Concat(RandomCommands.ForChannel.Keys).Distinct();
        Assert.Equal(Kinds(typeof(Command)).OrderBy(t => t.Name), tried.OrderBy(t => t.Name));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Every_command_is_decided_in_every_stage(Stage stage)
    {
        var story = Given.In(stage);
        Assert.Equal(stage, story.Exchange.Stage);
        foreach (var (_, make) in RandomCommands.ForExchange)
            for (var seed = 0; seed < 40; seed++)
            {
                var r = new Random(seed);
                var command = make(r, story.State, story.Now);
                var outcome = story.Ask(RandomCommands.Sender(r, command, story.State), command);
                if (!outcome.Events.IsEmpty)
                    Evolution.Evolve(story.State, new Commit(Ids.Command(seed), Story.Owner, null, Way.Chat, story.Now, outcome.Events));
            }
    }

    [Fact]
    public void Before_an_exchange_is_created_nothing_else_can_be_done()
    {
        foreach (var (kind, make) in RandomCommands.ForExchange.Where(k => k.Key != typeof(CreateExchange)))
        {
            var command = make(new Random(1), ExchangeState.Initial, new Story().Now);
            new Story().Ask(command is DutyCommand ? Actor.Bot : Story.Owner, command).Refused<ExchangeUnknown>();
        }
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Every_event_is_folded_in_every_stage(Stage stage)
    {
        var state = ExchangeState.Initial;
        foreach (var commit in StoredEventsTests.Stored().Where(c => c.Events.All(e => e is not ChannelEvent)))
            foreach (var happened in commit.Events)
            {
                // The same history, with each event as it would come in that stage.
                if (state.Exchange is { } x)
                    Evolution.Evolve(state with { Exchange = x with { Stage = stage } }, commit with { Events = [happened] });
                state = Evolution.Evolve(state, commit with { Events = [happened] });
            }
    }

    [Fact]
    public void Every_event_of_a_channel_is_folded()
    {
        foreach (var happened in StoredEventsTests.Stored().SelectMany(c => c.Events).Where(e => e is ChannelEvent or DutyStarted or DutyDone or DutyFailed or DutyRetried))
            ChannelStream.Evolve(ChannelState.Initial, new Commit(Ids.Command(1), Story.Owner, null, Way.Chat, new Story().Now, [happened]));
    }
}
