using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;

namespace CoordinatorBot.Sdk.Tests.Dialogs;

public sealed class ComponentTests
{
    [Fact]
    public async Task A_component_runs_its_own_stack_and_gives_back_its_result()
    {
        var chat = new Chat(Outer(new Inner()));
        Assert.Equal(["Name?"], await chat.SayAsync("start"));
        Assert.Equal(["Town?"], await chat.SayAsync("Ann"));
        Assert.Empty(await chat.SayAsync("Malmö"));
        Assert.Equal("outer got Ann of Malmö", chat.Last.Result);
    }

    [Fact]
    public async Task The_first_dialog_added_is_the_initial_one_unless_another_is_named()
    {
        var component = new ComponentDialog("c").AddDialog(new TextPrompt("text")).AddDialog(new WaterfallDialog("w", [(s, ct) => s.EndDialogAsync("w ran", ct)]));
        Assert.Equal("text", component.InitialDialogId);
        component.InitialDialogId = "w";
        var chat = new Chat(component);
        await chat.SayAsync("start");
        Assert.Equal("w ran", chat.Last.Result);
        Assert.Equal(nameof(ComponentDialog), new ComponentDialog().Id);
    }

    [Fact]
    public async Task A_component_can_begin_dialogs_of_its_parents()
    {
        var inner = new ComponentDialog("inner").AddDialog(new WaterfallDialog("w", [(s, ct) => s.BeginDialogAsync("shared", null, ct)]));
        var outer = new ComponentDialog("outer").AddDialog(inner).AddDialog(new WaterfallDialog("shared", [(s, ct) => s.EndDialogAsync("shared ran", ct)]));
        var chat = new Chat(outer);
        await chat.SayAsync("start");
        Assert.Equal("shared ran", chat.Last.Result);
    }

    [Fact]
    public async Task Cancelling_tells_every_dialog_and_empties_the_stack()
    {
        var inner = new Inner();
        var chat = new Chat(Outer(inner));
        await chat.SayAsync("start");
        await chat.SayAsync("Ann");
        Assert.Equal(["Cancelled"], await chat.SayAsync("cancel"));
        Assert.Equal((DialogTurnStatus.Complete, null), (chat.Last.Status, chat.Last.Result));
        Assert.Equal([DialogReason.CancelCalled], inner.Ended);
        Assert.Equal(["Name?"], await chat.SayAsync("start"));
    }

    [Fact]
    public async Task A_component_that_cancels_what_is_inside_ends_and_the_one_below_goes_on()
    {
        var inner = new OuterDialog(new Inner());
        inner.Id = "interrupted";
        var outer = new ComponentDialog("outermost")
            .AddDialog(new WaterfallDialog("w",
            [
                (s, ct) => s.BeginDialogAsync("interrupted", null, ct),
                (s, ct) => s.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text($"Result {s.Result ?? "none"}, {s.Reason}?") }, ct),
            ]))
            .AddDialog(inner)
            .AddDialog(new TextPrompt("text"));
        var chat = new Chat(outer);
        await chat.SayAsync("start");
        Assert.Equal(["Cancelled", "Result none, EndCalled?"], await chat.SayAsync("cancel"));
        Assert.Equal(DialogTurnStatus.Waiting, chat.Last.Status);
        await chat.SayAsync("fine");
        Assert.Equal((DialogTurnStatus.Complete, "fine"), (chat.Last.Status, chat.Last.Result));
    }

    [Fact]
    public async Task An_interruption_asks_again_what_was_asked()
    {
        var inner = new Inner();
        var chat = new Chat(Outer(inner));
        await chat.SayAsync("start");
        await chat.SayAsync("Ann");
        Assert.Equal(["Help", "Town?"], await chat.SayAsync("help"));
        Assert.Equal(1, inner.Reprompted);
        await chat.SayAsync("Lund");
        Assert.Equal("outer got Ann of Lund", chat.Last.Result);
    }

    [Fact]
    public async Task A_dialog_that_was_put_on_top_ends_and_the_component_asks_again()
    {
        var outer = Outer(new Inner());
        outer.AddDialog(new WaterfallDialog("aside", [(s, ct) => s.PromptAsync("aside-text", new PromptOptions { Prompt = MessageFactory.Text("Aside?") }, ct)]));
        outer.AddDialog(new TextPrompt("aside-text"));
        var chat = new Chat(outer);
        await chat.SayAsync("start");
        Assert.Equal(["Aside?"], await chat.SayAsync("aside"));
        Assert.Equal(["Name?"], await chat.SayAsync("whatever"));
        Assert.Equal(["Town?"], await chat.SayAsync("Ann"));
    }

    [Fact]
    public async Task A_component_without_dialogs_cant_begin()
        => await Assert.ThrowsAsync<InvalidOperationException>(() => new Chat(new ComponentDialog("empty")).SayAsync("start"));

    [Fact]
    public async Task Run_starts_the_dialog_once_and_then_goes_on_with_it()
    {
        var state = new ConversationState(new MemoryStorage());
        var accessor = state.CreateProperty<DialogState>("d");
        var root = Outer(new Inner());
        await new TestFlow(new TestAdapter(), async (turn, ct) =>
        {
            await root.RunAsync(turn, accessor, ct);
            await state.SaveChangesAsync(turn, false, ct);
        })
            .Test("hi", "Name?").Test("Ann", "Town?").Test("help", "Help").AssertReply("Town?").Send("Lund").Test("hi", "Name?")
            .StartTestAsync();
    }

    [Fact]
    public async Task Many_conversations_share_one_dialog()
    {
        var root = Outer(new Inner());
        var chats = Enumerable.Range(0, 20).Select(_ => new Chat(root)).ToList();
        await Task.WhenAll(chats.Select(c => c.SayAsync("start")));
        await Task.WhenAll(chats.Select((c, i) => c.SayAsync($"Ann{i}")));
        await Task.WhenAll(chats.Select(c => c.SayAsync("Lund")));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"outer got Ann{i} of Lund"), chats.Select(c => c.Last.Result));
    }

    private static OuterDialog Outer(Inner inner) => new(inner);

    /// <summary>Interrupts what runs inside at "help", "cancel" and "aside".</summary>
    private sealed class OuterDialog : ComponentDialog
    {
        public OuterDialog(Inner inner)
            : base("outer")
        {
            AddDialog(new WaterfallDialog("w", [(s, ct) => s.BeginDialogAsync("inner", null, ct), (s, ct) => s.EndDialogAsync($"outer got {s.Result}", ct)]));
            AddDialog(inner);
        }

        protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
        {
            switch (innerDc.Context.Activity.Text)
            {
                case "help":
                    await innerDc.Context.SendActivityAsync("Help", cancellationToken: cancellationToken);
                    await innerDc.RepromptDialogAsync(cancellationToken);
                    return EndOfTurn;
                case "cancel":
                    await innerDc.Context.SendActivityAsync("Cancelled", cancellationToken: cancellationToken);
                    return await innerDc.CancelAllDialogsAsync(cancellationToken);
                case "aside":
                    return await innerDc.BeginDialogAsync("aside", null, cancellationToken);
                default:
                    return await base.OnContinueDialogAsync(innerDc, cancellationToken);
            }
        }
    }

    private sealed class Inner : ComponentDialog
    {
        public Inner()
            : base("inner")
        {
            AddDialog(new WaterfallDialog("steps",
            [
                (s, ct) => s.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text("Name?") }, ct),
                (s, ct) =>
                {
                    s.Values["name"] = s.Result;
                    return s.PromptAsync("text", new PromptOptions { Prompt = MessageFactory.Text("Town?") }, ct);
                },
                (s, ct) => s.EndDialogAsync($"{s.Values["name"]} of {s.Result}", ct),
            ]));
            AddDialog(new TextPrompt("text"));
        }

        public List<DialogReason> Ended { get; } = [];

        public int Reprompted { get; private set; }

        protected override Task OnEndDialogAsync(ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            Ended.Add(reason);
            return Task.CompletedTask;
        }

        protected override Task OnRepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
        {
            Reprompted++;
            return Task.CompletedTask;
        }
    }
}
