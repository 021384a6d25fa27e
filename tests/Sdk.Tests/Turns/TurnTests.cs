using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Builder.TraceExtensions;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace CoordinatorBot.Sdk.Tests.Turns;

/// <summary>What a turn keeps, sends and hands on, where the recordings don't show it.</summary>
public sealed class TurnTests
{
    [Fact]
    public void What_is_kept_for_the_turn_is_given_only_as_what_it_is()
    {
        using var turn = Turn(new Activity(ActivityTypes.Message));
        turn.TurnState.Set("name", "Ann");

        Assert.Equal("Ann", turn.TurnState.Get<string>("name"));
        Assert.Null(turn.TurnState.Get<List<string>>("name"));
        Assert.Null(turn.TurnState.Get<string>("other"));
        Assert.Throws<ArgumentException>(() => turn.TurnState.Add("name", "Bo"));
    }

    [Fact]
    public async Task Expected_reply_keeps_the_id_the_bot_gave_it()
    {
        using var turn = Turn(new Activity(ActivityTypes.Message) { DeliveryMode = DeliveryModes.ExpectReplies });

        var response = await turn.SendActivityAsync(new Activity(ActivityTypes.Message) { Id = "mine", Text = "hi" });

        Assert.Null(response.Id);
        Assert.Equal("mine", Assert.Single(turn.BufferedReplyActivities).Id);
        Assert.True(turn.Responded);
    }

    [Theory]
    [InlineData("msteams", "ours", true)]
    [InlineData("msteams", "tokens/response", false)]
    [InlineData("msteams", "application/vnd.microsoft.readReceipt", false)]
    [InlineData("msteams", "application/vnd.microsoft.meetingStart", false)]
    [InlineData("msteams", "application/vnd.microsoft.meetingEnd", false)]
    [InlineData("msteams", "application/vnd.microsoft.meetingParticipantJoin", false)]
    [InlineData("msteams", "application/vnd.microsoft.meetingParticipantLeave", false)]
    [InlineData("directline", "application/vnd.microsoft.meetingStart", true)]
    public async Task Events_that_have_a_handler_of_their_own_arent_events_of_the_bot(string channel, string name, bool arrives)
    {
        var bot = new Listener();
        using var turn = Turn(new Activity(ActivityTypes.Event) { ChannelId = channel, Name = name });

        await bot.OnTurnAsync(turn, default);

        Assert.Equal(arrives, bot.Heard);
    }

    [Theory]
    [InlineData("endOfConversation", false)]
    [InlineData("command", false)]
    [InlineData("commandResult", false)]
    [InlineData("handoff", true)]
    [InlineData("ours", true)]
    public async Task Kinds_that_are_left_out_but_known_to_the_official_handler_arent_unrecognized(string type, bool arrives)
    {
        var bot = new Listener();
        using var turn = Turn(new Activity(type));

        await bot.OnTurnAsync(turn, default);

        Assert.Equal(arrives, bot.Heard);
    }

    [Theory]
    [InlineData(null, "{}", 501)]
    [InlineData("application/search", "{}", 501)]
    [InlineData("composeExtension/querySettingUrl", "{}", 501)]
    [InlineData("composeExtension/submitAction", "{}", 501)]
    [InlineData("composeExtension/submitAction", """{"botMessagePreviewAction":"edit"}""", 501)]
    [InlineData("composeExtension/submitAction", """{"botMessagePreviewAction":"send"}""", 501)]
    [InlineData("composeExtension/submitAction", """{"botMessagePreviewAction":"later"}""", 400)]
    [InlineData("composeExtension/submitAction", "[]", 400)]
    [InlineData("task/fetch", "null", 400)]
    [InlineData("adaptiveCard/action", "null", 400)]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Submit"}}""", 400)]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Execute"}}""", 501)]
    public async Task Invoke_that_the_bot_doesnt_handle_is_answered_by_what_is_wrong_with_it(string? name, string value, int status)
    {
        var adapter = new TestAdapter();
        var invoke = new Activity(ActivityTypes.Invoke) { ChannelId = "msteams", Name = name, Value = JsonNode.Parse(value) };

        await adapter.ProcessActivityAsync(invoke, new Listener().OnTurnAsync);

        Assert.Equal(status, Assert.IsType<InvokeResponse>(Assert.Single(adapter.ActiveQueue).Value).Status);
    }

    [Fact]
    public async Task Test_adapter_says_where_it_is_and_counts_what_is_made_and_what_is_played()
    {
        var heard = new List<string>();
        var flow = new TestFlow(new TestAdapter(), (turn, _) =>
        {
            heard.Add($"{turn.Activity.Conversation.Id} {turn.Activity.From.Id} {turn.Activity.Id}");
            return Task.CompletedTask;
        });

        await flow.Send("a").Send("b").StartTestAsync();

        Assert.Equal(["Conversation1 user1 1", "Conversation1 user1 3"], heard);
    }

    [Fact]
    public async Task Test_flow_is_played_once_as_it_is_written_and_reads_messages_but_for_the_spaces_around()
    {
        var heard = 0;
        var flow = new TestFlow(new TestAdapter(), async (turn, ct) =>
        {
            heard++;
            await turn.SendActivityAsync($" {turn.Activity.Text} ", cancellationToken: ct);
            await turn.SendActivityAsync(new Activity(ActivityTypes.Typing), ct);
        }).Test("a", "a");
        await flow.StartTestAsync();
        await flow.StartTestAsync();

        Assert.Equal(1, heard);
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => flow.AssertReply("b", "second").StartTestAsync());
        Assert.Equal("second: expected 'b', got 'an activity typing'", wrong.Message);
        await Assert.ThrowsAsync<TimeoutException>(() => flow.AssertReply("b", timeout: 1).StartTestAsync());
    }

    [Theory]
    [InlineData("<at>Rota  Bot</at> hi", "<at>Rota  Bot</at>", "hi")]
    [InlineData(" <AT>rota</AT> hi <at>Rota</at>", "<at>Rota</at>", "hi")]
    [InlineData("<at>A.* (1)</at>&nbsp;hi", "<at>A.* (1)</at>", "&nbsp;hi")]
    [InlineData("<at>Rota Bot</at>hi", null, "hi")]
    [InlineData(" hi ", "", "hi")]
    [InlineData("hi", "<at>Rota</at>", "hi")]
    [InlineData(null, "<at>Rota</at>", null)]
    public void Mention_of_the_recipient_is_taken_out_of_the_text_as_the_text_has_it(string? text, string? said, string? left)
    {
        var bot = new ChannelAccount("28:bot", "Rota Bot");
        var message = new Activity(ActivityTypes.Message) { Text = text, Recipient = bot, Entities = [new Mention { Mentioned = bot, Text = said }, new Mention { Text = "hi" }] };

        Assert.Equal(left, message.RemoveRecipientMention());
        Assert.Equal(left, message.Text);
        Assert.True(message.MentionsRecipient());
    }

    [Theory]
    [InlineData("""{"id":"29:a","objectId":"x"}""")]
    [InlineData("""{"id":"29:a","aadObjectId":"x"}""")]
    [InlineData("""{"id":"29:a","aadObjectId":"x","objectId":"y"}""")]
    public void Member_is_read_by_either_name_of_the_object_id_and_written_by_both(string json)
    {
        var member = new Activity { ChannelData = JsonNode.Parse(json) }.GetChannelData<TeamsChannelAccount>();

        Assert.Equal("x", member.AadObjectId);
        var written = new Activity { ChannelData = member }.GetChannelData<JsonObject>();
        Assert.Equal(("x", "x"), ((string?)written["aadObjectId"], (string?)written["objectId"]));
    }

    [Theory]
    [InlineData("en-US", "sv-SE", "en-US")]
    [InlineData(null, "sv-SE", "sv-SE")]
    [InlineData("en-US", null, "en-US")]
    public async Task Reply_is_in_the_language_of_the_conversation_before_that_of_the_bot(string? conversation, string? bot, string expected)
    {
        using var turn = Turn(new Activity(ActivityTypes.Message) { DeliveryMode = DeliveryModes.ExpectReplies, Locale = conversation });

        await turn.SendActivityAsync(new Activity(ActivityTypes.Message) { Text = "hej", Locale = bot });

        Assert.Equal(expected, Assert.Single(turn.BufferedReplyActivities).Locale);
    }

    [Fact]
    public async Task Trace_without_a_label_says_who_sent_it()
    {
        using var turn = Turn(new Activity(ActivityTypes.Message) { DeliveryMode = DeliveryModes.ExpectReplies });

        await turn.TraceActivityAsync("seen", 3);

        Assert.Equal((nameof(Trace_without_a_label_says_who_sent_it), "Int32"), (turn.BufferedReplyActivities[0].Label, turn.BufferedReplyActivities[0].ValueType));
        Assert.False(turn.Responded);
    }

    [Fact]
    public async Task Update_has_the_id_of_the_channel_once_it_was_sent()
    {
        using var turn = new TurnContext(new Renaming(), new Activity(ActivityTypes.Message));
        var ids = new List<string>();
        turn.OnUpdateActivity(async (_, activity, next) =>
        {
            ids.Add(activity.Id);
            var response = await next();
            ids.Add(activity.Id);
            return response;
        });

        await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "1" });

        Assert.Equal(["1", "1, changed"], ids);
    }

    [Fact]
    public void Fields_of_the_bots_own_objects_travel()
    {
        var told = new Activity { ChannelData = new { pair = (1, "two") } };

        Assert.Equal("""{"pair":{"Item1":1,"Item2":"two"}}""", told.GetChannelData<JsonObject>().ToJsonString());
    }

    [Fact]
    public void Notice_in_the_feed_keeps_what_else_Teams_is_told_and_takes_the_place_of_other_data()
    {
        var told = new Activity { ChannelData = new TeamsChannelData { Tenant = new TenantInfo("t") } };
        var other = new Activity { ChannelData = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "t" } } };

        told.TeamsNotifyUser();
        other.TeamsNotifyUser();

        Assert.Equal(("t", true), (told.GetChannelData<TeamsChannelData>().Tenant?.Id, told.GetChannelData<TeamsChannelData>().Notification.Alert));
        Assert.Equal((null, true), (other.GetChannelData<TeamsChannelData>().Tenant?.Id, other.GetChannelData<TeamsChannelData>().Notification.Alert));
    }

    private static TurnContext Turn(Activity activity) => new(new TestAdapter(), activity);

    private sealed class Renaming : TestAdapter
    {
        public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
            => Task.FromResult(new ResourceResponse(activity.Id + ", changed"));
    }

    private sealed class Listener : TeamsActivityHandler
    {
        public bool Heard { get; private set; }

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken)
        {
            Heard = true;
            return Task.CompletedTask;
        }

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
        {
            Heard = true;
            return Task.CompletedTask;
        }
    }
}
