using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace CoordinatorBot.Benchmarks;

/// <summary>A bot that does nothing but its dialog, and saves the state.</summary>
internal sealed class WaterfallBot(ConversationState conversation, NominationDialog dialog) : IBot
{
    private readonly IStatePropertyAccessor<DialogState> _state = conversation.CreateProperty<DialogState>(nameof(DialogState));

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        await dialog.RunAsync(turnContext, _state, cancellationToken);
        await conversation.SaveChangesAsync(turnContext, false, cancellationToken);
    }
}

/// <summary>Four turns: asks for a name, a sector, whether that is right, and says what it heard.</summary>
internal sealed class NominationDialog : ComponentDialog
{
    private static readonly IList<Choice> Sectors = ChoiceFactory.ToChoices(["Public", "Non-profit", "Private"]);

    public NominationDialog()
        : base("nomination")
    {
        AddDialog(new TextPrompt("name"));
        AddDialog(new ChoicePrompt("sector"));
        AddDialog(new ConfirmPrompt("confirm"));
        AddDialog(new WaterfallDialog("steps", [NameAsync, SectorAsync, ConfirmAsync, SayAsync]));
        InitialDialogId = "steps";
    }

    private static Task<DialogTurnResult> NameAsync(WaterfallStepContext step, CancellationToken cancellationToken)
        => step.PromptAsync("name", new PromptOptions { Prompt = MessageFactory.Text("Whom do you nominate?") }, cancellationToken);

    private static Task<DialogTurnResult> SectorAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        step.Values["name"] = step.Result;
        return step.PromptAsync("sector", new PromptOptions { Prompt = MessageFactory.Text("From which sector?"), RetryPrompt = MessageFactory.Text("One of these, please"), Choices = Sectors }, cancellationToken);
    }

    private static Task<DialogTurnResult> ConfirmAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        step.Values["sector"] = ((FoundChoice)step.Result).Value;
        return step.PromptAsync("confirm", new PromptOptions { Prompt = MessageFactory.Text($"{step.Values["name"]}, {step.Values["sector"]}?") }, cancellationToken);
    }

    private static async Task<DialogTurnResult> SayAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        await step.Context.SendActivityAsync($"{step.Values["name"]} ({step.Values["sector"]}): {step.Result}", cancellationToken: cancellationToken);
        return await step.EndDialogAsync(null, cancellationToken);
    }
}
