using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace CoordinatorBot.Sdk.Tests.State;

/// <summary>When state is read and written, and whose it is.</summary>
public sealed class BotStateTests
{
    private readonly Watched _storage = new();

    [Fact]
    public async Task Document_is_read_once_a_turn_unless_that_is_forced_and_then_what_was_changed_is_dropped()
    {
        var (state, turn) = (new ConversationState(_storage), Turn());
        var count = state.CreateProperty<int>("count");
        await count.SetAsync(turn, 1, Stop);
        await state.SaveChangesAsync(turn, false, Stop);
        await count.SetAsync(turn, 2, Stop);
        Assert.Equal(2, await count.GetAsync(turn, null, Stop));
        Assert.Equal(1, _storage.Reads);

        await state.LoadAsync(turn, true, Stop);

        Assert.Equal(1, await count.GetAsync(turn, null, Stop));
        Assert.Equal(2, _storage.Reads);
    }

    [Fact]
    public async Task What_a_factory_made_is_kept_and_a_value_that_isnt_there_is_the_default()
    {
        var (state, turn) = (new ConversationState(_storage), Turn());
        var words = state.CreateProperty<List<string>>("words");

        Assert.Null(await words.GetAsync(turn, null, Stop));
        Assert.Equal(0, await state.CreateProperty<int>("count").GetAsync(turn, null, Stop));
        (await words.GetAsync(turn, () => ["a"], Stop)).Add("b");
        Assert.Equal(["a", "b"], await words.GetAsync(turn, () => throw new InvalidOperationException("There is one already."), Stop));
        await state.SaveChangesAsync(turn, false, Stop);

        Assert.Equal(["a", "b"], await new ConversationState(_storage).CreateProperty<List<string>>("words").GetAsync(Turn(), null, Stop));
    }

    [Fact]
    public async Task Deleted_document_is_gone_at_once_and_deleted_property_once_it_is_saved()
    {
        var (state, turn) = (new ConversationState(_storage), Turn());
        var (one, two) = (state.CreateProperty<string>("one"), state.CreateProperty<string>("two"));
        await one.SetAsync(turn, "1", Stop);
        await two.SetAsync(turn, "2", Stop);
        await state.SaveChangesAsync(turn, false, Stop);

        await one.DeleteAsync(turn, Stop);
        Assert.Null(await one.GetAsync(turn, null, Stop));
        await state.SaveChangesAsync(turn, false, Stop);
        Assert.Equal((null, "2"), (await StoredAsync("one"), await StoredAsync("two")));

        await state.DeleteAsync(turn, Stop);
        Assert.Null(await StoredAsync("two"));
        await state.SaveChangesAsync(turn, false, Stop);
        Assert.Null(await StoredAsync("two"));
        Assert.Equal("new", await two.GetAsync(turn, () => "new", Stop));
        await state.SaveChangesAsync(turn, false, Stop);
        Assert.Equal("new", await StoredAsync("two"));

        async Task<string?> StoredAsync(string name) => await new ConversationState(_storage).CreateProperty<string>(name).GetAsync(Turn(), null, Stop);
    }

    [Fact]
    public async Task Nothing_is_written_that_was_never_read_and_what_was_read_is_if_that_is_forced()
    {
        var (state, turn) = (new ConversationState(_storage), Turn());
        await state.SaveChangesAsync(turn, true, Stop);
        Assert.Equal(0, _storage.Writes);

        await state.LoadAsync(turn, false, Stop);
        await state.SaveChangesAsync(turn, true, Stop);
        Assert.Equal(1, _storage.Writes);
        await state.SaveChangesAsync(turn, false, Stop);
        Assert.Equal(1, _storage.Writes);
    }

    [Fact]
    public async Task State_belongs_to_the_conversation_or_to_the_sender_on_one_channel()
    {
        foreach (var state in (BotState[])[new ConversationState(_storage), new UserState(_storage)])
        {
            var turn = Turn();
            await state.LoadAsync(turn, false, Stop);
            await state.SaveChangesAsync(turn, true, Stop);
        }

        Assert.Equal(["msteams/conversations/a:chat", "msteams/users/29:carol"], _storage.Written);
    }

    [Theory]
    [InlineData("channelId", true)]
    [InlineData("Conversation.Id", true)]
    [InlineData("channelId", false)]
    [InlineData("From.Id", false)]
    public async Task State_that_belongs_to_nobody_is_refused_by_what_the_activity_lacks(string lacks, bool ofConversation)
    {
        var turn = Turn();
        if (lacks == "channelId") turn.Activity.ChannelId = null;
        else if (ofConversation) turn.Activity.Conversation = new ConversationAccount();
        else turn.Activity.From = null;
        BotState state = ofConversation ? new ConversationState(_storage) : new UserState(_storage);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => state.CreateProperty<string>("a").GetAsync(turn, () => "b", Stop));
        Assert.Equal("invalid activity-missing " + lacks, refusal.Message);
        await Assert.ThrowsAsync<InvalidOperationException>(() => state.DeleteAsync(turn, Stop));
    }

    [Fact]
    public async Task Middleware_saves_all_states_once_the_turn_has_ended_well_and_none_of_a_turn_that_failed()
    {
        var (conversation, user) = (new ConversationState(_storage), new UserState(_storage));
        var adapter = new TestAdapter().Use(new AutoSaveStateMiddleware(conversation, user));
        var fails = true;
        BotCallbackHandler bot = async (turn, ct) =>
        {
            await conversation.CreateProperty<string>("a").SetAsync(turn, "b", ct);
            await user.CreateProperty<string>("a").SetAsync(turn, "b", ct);
            if (fails) throw new NotSupportedException();
        };

        await Assert.ThrowsAsync<NotSupportedException>(() => adapter.ProcessActivityAsync(new Activity(), bot, Stop));
        Assert.Equal(0, _storage.Writes);
        fails = false;
        await adapter.ProcessActivityAsync(new Activity(), bot, Stop);
        Assert.Equal(["test/conversations/Conversation1", "test/users/user1"], _storage.Written);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static TurnContext Turn() => new(
        new TestAdapter(),
        new Activity(ActivityTypes.Message) { ChannelId = "msteams", Conversation = new ConversationAccount(id: "a:chat"), From = new ChannelAccount("29:carol") });

    private sealed class Watched : IStorage
    {
        private readonly MemoryStorage _inner = new();

        public int Reads { get; private set; }

        public int Writes => Written.Count;

        public List<string> Written { get; } = [];

        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
        {
            Reads++;
            return _inner.ReadAsync(keys, cancellationToken);
        }

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
        {
            Written.AddRange(changes.Keys);
            return _inner.WriteAsync(changes, cancellationToken);
        }

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => _inner.DeleteAsync(keys, cancellationToken);
    }
}
