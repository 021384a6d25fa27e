namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Runs a dialog as the whole of a bot's conversation.</summary>
public static class DialogExtensions
{
    /// <summary>Continues the dialogs that run in the conversation; where none does, starts this one.</summary>
    /// <param name="dialog">The dialog.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="accessor">Where the stack is kept. Saving it is the caller's business.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    public static async Task RunAsync(
        this Dialog dialog, ITurnContext turnContext, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        var dialogs = new DialogSet(accessor).Add(dialog);
        var dc = await dialogs.CreateContextAsync(turnContext, cancellationToken);
        var turn = await dc.ContinueDialogAsync(cancellationToken);
        if (turn.Status == DialogTurnStatus.Empty) await dc.BeginDialogAsync(dialog.Id, null, cancellationToken);
    }
}
