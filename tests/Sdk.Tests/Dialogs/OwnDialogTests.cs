using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace CoordinatorBot.Sdk.Tests.Dialogs;

/// <summary>Dialogs that a bot writes itself, by overriding what the base classes do.</summary>
public sealed class OwnDialogTests
{
    [Fact]
    public async Task A_dialog_remembers_between_turns_and_is_told_its_end()
    {
        var chat = new Chat(Around("count"), 2, new Counter());
        Assert.Equal(["Count to 2"], await chat.SayAsync("start"));
        Assert.Equal(["1"], await chat.SayAsync("go"));
        Assert.Equal(["2", "Ended: EndCalled"], await chat.SayAsync("go"));
        Assert.Equal((DialogTurnStatus.Complete, "got 2"), (chat.Last.Status, chat.Last.Result));
    }

    [Fact]
    public async Task A_dialog_goes_on_when_the_one_on_top_of_it_has_ended_and_asks_again_when_told()
    {
        var chat = new Chat(Around("count"), 5, new Counter(), new TextPrompt("aside"));
        await chat.SayAsync("start");
        Assert.Equal(["Aside?"], await chat.SayAsync("aside"));
        Assert.Equal(["Back from well, at 0"], await chat.SayAsync("well"));
        Assert.Equal(["At 0"], await chat.SayAsync("again"));
        Assert.Equal(["Ended: CancelCalled"], await chat.SayAsync("stop"));
        Assert.Equal((DialogTurnStatus.Cancelled, null), (chat.Last.Status, chat.Last.Result));
    }

    [Fact]
    public async Task A_dialog_that_only_begins_ends_with_the_next_message_and_passes_results_on()
    {
        var chat = new Chat(new Silent("first", "second"), null, new Silent("second", null));
        await chat.SayAsync("start");
        Assert.Equal(DialogTurnStatus.Waiting, chat.Last.Status);
        await chat.SayAsync("anything");
        Assert.Equal((DialogTurnStatus.Complete, null), (chat.Last.Status, chat.Last.Result));

        chat = new Chat(new Silent("first", "word"), null, new WaterfallDialog("word", [(s, ct) => s.EndDialogAsync("a word", ct)]));
        await chat.SayAsync("start");
        Assert.Equal((DialogTurnStatus.Complete, "a word"), (chat.Last.Status, chat.Last.Result));
    }

    [Fact]
    public async Task A_component_can_begin_otherwise_end_otherwise_and_say_so()
    {
        var chat = new Chat(Around("bounded"), "Oslo", new Bounded());
        Assert.Equal(["Not Oslo?"], await chat.SayAsync("start"));
        Assert.Equal(["Ended: EndCalled"], await chat.SayAsync("Lund"));
        Assert.Equal("got Lund, bounded", chat.Last.Result);

        chat = new Chat(Around("bounded"), "nowhere", new Bounded());
        Assert.Equal(["Ended: EndCalled"], await chat.SayAsync("start"));
        Assert.Equal("got nothing, bounded", chat.Last.Result);
    }

    private static WaterfallDialog Around(string id)
        => new("around", [(s, ct) => s.BeginDialogAsync(id, s.Options, ct), (s, ct) => s.EndDialogAsync($"got {s.Result}", ct)]);

    private sealed class Counter() : Dialog("count")
    {
        public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
        {
            dc.ActiveDialog.State["to"] = options;
            dc.ActiveDialog.State["at"] = 0;
            await dc.Context.SendActivityAsync($"Count to {options}", cancellationToken: cancellationToken);
            return EndOfTurn;
        }

        public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
        {
            switch (dc.Context.Activity.Text)
            {
                case "aside":
                    return await dc.PromptAsync("aside", new PromptOptions { Prompt = MessageFactory.Text("Aside?") }, cancellationToken);
                case "again":
                    await dc.RepromptDialogAsync(cancellationToken);
                    return EndOfTurn;
                case "stop":
                    return await dc.CancelAllDialogsAsync(cancellationToken);
            }
            var at = At(dc.ActiveDialog) + 1;
            dc.ActiveDialog.State["at"] = at;
            await dc.Context.SendActivityAsync(at.ToString(CultureInfo.InvariantCulture), cancellationToken: cancellationToken);
            return at == Convert.ToInt32(dc.ActiveDialog.State["to"], CultureInfo.InvariantCulture) ? await dc.EndDialogAsync(at, cancellationToken) : EndOfTurn;
        }

        public override async Task<DialogTurnResult> ResumeDialogAsync(
            DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
        {
            await dc.Context.SendActivityAsync($"Back from {result}, at {At(dc.ActiveDialog)}", cancellationToken: cancellationToken);
            return EndOfTurn;
        }

        public override async Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
            => await turnContext.SendActivityAsync($"At {At(instance)}", cancellationToken: cancellationToken);

        public override async Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
            => await turnContext.SendActivityAsync($"Ended: {reason}", cancellationToken: cancellationToken);

        private static int At(DialogInstance instance) => Convert.ToInt32(instance.State["at"], CultureInfo.InvariantCulture);
    }

    private sealed class Silent(string id, string? next) : Dialog(id)
    {
        public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
            => next is null ? Task.FromResult(EndOfTurn) : dc.BeginDialogAsync(next, null, cancellationToken);
    }

    private sealed class Bounded : ComponentDialog
    {
        public Bounded()
            : base("bounded") => AddDialog(new TextPrompt("town"));

        protected override Task<DialogTurnResult> OnBeginDialogAsync(DialogContext innerDc, object options, CancellationToken cancellationToken = default)
            => options is "nowhere"
                ? Task.FromResult(new DialogTurnResult(DialogTurnStatus.Complete, "nothing"))
                : innerDc.PromptAsync("town", new PromptOptions { Prompt = MessageFactory.Text($"Not {options}?") }, cancellationToken);

        protected override Task<DialogTurnResult> EndComponentAsync(DialogContext outerDc, object result, CancellationToken cancellationToken)
            => base.EndComponentAsync(outerDc, $"{result}, bounded", cancellationToken);

        protected override async Task OnEndDialogAsync(ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
            => await context.SendActivityAsync($"Ended: {reason}", cancellationToken: cancellationToken);
    }
}
