using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CoordinatorBot.Sdk.Tests.Dialogs;

public sealed class WaterfallTests
{
    [Fact]
    public async Task Each_step_gets_the_answer_of_the_one_before_and_values_survive_storage()
    {
        var chat = new Chat(Waterfall(
            (s, ct) =>
            {
                Assert.Equal((0, DialogReason.BeginCalled, "from"), (s.Index, s.Reason, s.Options));
                s.Values["trip"] = new Trip { City = "Malmö", Seats = [1, 2] };
                s.Values["when"] = new DateOnly(2027, 5, 12);
                s.Values["none"] = null;
                return AskAsync(s, "Name?", ct);
            },
            (s, ct) =>
            {
                Assert.Equal((1, DialogReason.EndCalled, "Ann", "from"), (s.Index, s.Reason, s.Result, s.Options));
                var trip = Assert.IsType<Trip>(s.Values["trip"]);
                Assert.Equal(("Malmö", 2), (trip.City, trip.Seats.Count));
                Assert.Equal(new DateOnly(2027, 5, 12), s.Values["when"]);
                Assert.Null(s.Values["none"]);
                trip.City = "Lund";
                return s.NextAsync("skipped", ct);
            },
            (s, ct) =>
            {
                Assert.Equal((2, DialogReason.NextCalled, "skipped"), (s.Index, s.Reason, s.Result));
                return s.EndDialogAsync(((Trip)s.Values["trip"]).City, ct);
            }), "from", new TextPrompt("text"));
        Assert.Equal(["Name?"], await chat.SayAsync("start"));
        await chat.SayAsync("Ann");
        Assert.Equal((DialogTurnStatus.Complete, "Lund"), (chat.Last.Status, chat.Last.Result));
    }

    [Fact]
    public async Task Past_the_last_step_the_last_result_is_given_back()
    {
        var chat = new Chat(Waterfall((s, ct) => AskAsync(s, "Name?", ct)), null, new TextPrompt("text"));
        await chat.SayAsync("start");
        await chat.SayAsync("Ann");
        Assert.Equal("Ann", chat.Last.Result);
    }

    [Fact]
    public async Task A_step_that_waits_by_itself_gets_the_next_text()
    {
        var chat = new Chat(Waterfall(
            async (s, ct) =>
            {
                await s.Context.SendActivityAsync("Well?", cancellationToken: ct);
                return Dialog.EndOfTurn;
            },
            (s, ct) => s.EndDialogAsync($"{s.Result}/{s.Reason}", ct)));
        await chat.SayAsync("start");
        Assert.Empty(await chat.SendAsync(new Activity { Type = ActivityTypes.Event }));
        Assert.Equal(DialogTurnStatus.Waiting, chat.Last.Status);
        await chat.SayAsync("so so");
        Assert.Equal("so so/ContinueCalled", chat.Last.Result);
    }

    [Fact]
    public async Task A_waterfall_without_steps_ends_at_once()
    {
        var chat = new Chat(Waterfall());
        await chat.SayAsync("start");
        Assert.Equal(DialogTurnStatus.Complete, chat.Last.Status);
    }

    [Fact]
    public async Task Going_on_twice_is_refused()
    {
        var chat = new Chat(Waterfall(
            async (s, ct) =>
            {
                await s.NextAsync(null, ct);
                return await s.NextAsync(null, ct);
            },
            (s, ct) => Task.FromResult(Dialog.EndOfTurn)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => chat.SayAsync("start"));
    }

    [Fact]
    public async Task A_cancellation_token_is_no_value()
    {
        var chat = new Chat(Waterfall((s, ct) => s.BeginDialogAsync("text", ct, CancellationToken.None)), null, new TextPrompt("text"));
        await Assert.ThrowsAsync<ArgumentException>(() => chat.SayAsync("start"));
        chat = new Chat(Waterfall((s, ct) => s.EndDialogAsync(ct, CancellationToken.None)));
        await Assert.ThrowsAsync<ArgumentException>(() => chat.SayAsync("start"));
    }

    [Fact]
    public async Task A_dialog_that_is_replaced_doesnt_resume_the_one_below()
    {
        var ended = new List<DialogReason>();
        var chat = new Chat(
            Waterfall((s, ct) => s.BeginDialogAsync("loop", 1, ct), (s, ct) => s.EndDialogAsync($"end {s.Result}", ct)),
            null,
            new Watched("loop", ended, (s, ct) => (int)s.Options is var round && round < 3 ? s.ReplaceDialogAsync("loop", round + 1, ct) : s.EndDialogAsync(round, ct)));
        await chat.SayAsync("start");
        Assert.Equal("end 3", chat.Last.Result);
        Assert.Equal([DialogReason.ReplaceCalled, DialogReason.ReplaceCalled, DialogReason.EndCalled], ended);
    }

    [Fact]
    public async Task An_unknown_dialog_is_a_fault_that_names_it_and_leaves_the_stack_alone()
    {
        var chat = new Chat(Waterfall((s, ct) => s.BeginDialogAsync("nowhere", null, ct)));
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => chat.SayAsync("start"));
        Assert.Contains("'nowhere'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_stack_of_a_dialog_that_is_gone_is_a_fault()
    {
        var adapter = new TestAdapter();
        var state = new ConversationState(new MemoryStorage());
        var accessor = state.CreateProperty<DialogState>("d");
        await adapter.ProcessActivityAsync(Message("start"), async (turn, ct) =>
        {
            await new WaterfallDialog("old", [(s, _) => Task.FromResult(Dialog.EndOfTurn)]).RunAsync(turn, accessor, ct);
            await state.SaveChangesAsync(turn, false, ct);
        }, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<InvalidOperationException>(() => adapter.ProcessActivityAsync(
            Message("on"), (turn, ct) => new WaterfallDialog("new", []).RunAsync(turn, accessor, ct), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_second_dialog_of_the_same_id_gets_another_one()
    {
        var (first, second) = (new TextPrompt("text"), new TextPrompt("text"));
        var set = new DialogSet().Add(first).Add(second).Add(second).Add(first);
        Assert.Equal(["text", "text2"], set.GetDialogs().Select(d => d.Id));
        Assert.Same(second, set.Find("text2"));
        Assert.Null(set.Find("text3"));
    }

    private static WaterfallDialog Waterfall(params WaterfallStep[] steps) => new("main", steps);

    private static Task<DialogTurnResult> AskAsync(WaterfallStepContext step, string text, CancellationToken cancellationToken)
        => step.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text(text) }, cancellationToken);

    private static Activity Message(string text) => new() { Type = ActivityTypes.Message, Text = text };

    public sealed class Trip
    {
        public string City { get; set; } = "";

        public List<int> Seats { get; set; } = [];
    }

    private sealed class Watched(string id, List<DialogReason> ended, params WaterfallStep[] steps) : WaterfallDialog(id, steps)
    {
        public override Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            ended.Add(reason);
            return base.EndDialogAsync(turnContext, instance, reason, cancellationToken);
        }
    }
}
