namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The stack of dialogs of one conversation during one turn, and what can be done with it.</summary>
public class DialogContext
{
    /// <summary>Opens the outermost stack.</summary>
    /// <param name="dialogs">The dialogs that can be started.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="state">The stored stack.</param>
    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        ArgumentNullException.ThrowIfNull(dialogs);
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(state);
        Dialogs = dialogs;
        Context = turnContext;
        Stack = state.DialogStack;
    }

    /// <summary>Opens an inner stack.</summary>
    /// <param name="dialogs">The dialogs that can be started, before those of the parent.</param>
    /// <param name="parentDialogContext">The stack that the container of the inner one is on.</param>
    /// <param name="state">The stored inner stack.</param>
    public DialogContext(DialogSet dialogs, DialogContext parentDialogContext, DialogState state)
        : this(dialogs, Required(parentDialogContext).Context, state) => Parent = parentDialogContext;

    /// <summary>The dialogs that can be started by id.</summary>
    public DialogSet Dialogs { get; }

    /// <summary>The turn.</summary>
    public ITurnContext Context { get; }

    /// <summary>The running dialogs; the active one comes first.</summary>
    public List<DialogInstance> Stack { get; }

    /// <summary>The stack that this one is inside of; null for the outermost.</summary>
    public DialogContext Parent { get; set; }

    /// <summary>The dialog on top; null if none runs.</summary>
    public DialogInstance ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    /// <summary>The inner stack of the active dialog; null if that is no container.</summary>
    public DialogContext Child
        => ActiveDialog is { } active && FindDialog(active.Id) is DialogContainer container ? container.CreateChildContext(this) : null;

    /// <summary>Finds a dialog in this set, else in those of the parents.</summary>
    /// <param name="dialogId">Its id.</param>
    /// <returns>The dialog, or null.</returns>
    public Dialog FindDialog(string dialogId) => Dialogs.Find(dialogId) ?? Parent?.FindDialog(dialogId);

    /// <summary>Puts a dialog on the stack and starts it.</summary>
    /// <param name="dialogId">Its id.</param>
    /// <param name="options">What it starts from.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    /// <exception cref="InvalidOperationException">No dialog has that id.</exception>
    public Task<DialogTurnResult> BeginDialogAsync(string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        Dialog.RefuseToken(options, nameof(options));
        ArgumentException.ThrowIfNullOrEmpty(dialogId);
        var dialog = Demand(dialogId);
        Stack.Insert(0, new DialogInstance { Id = dialogId });
        return dialog.BeginDialogAsync(this, options, cancellationToken);
    }

    /// <summary>Starts a prompt.</summary>
    /// <param name="dialogId">The id of the prompt.</param>
    /// <param name="options">What to ask.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    public Task<DialogTurnResult> PromptAsync(string dialogId, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(dialogId);
        ArgumentNullException.ThrowIfNull(options);
        return BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <summary>Hands the turn's activity to the active dialog.</summary>
    /// <param name="cancellationToken">Ends the turn early.</param>
    /// <returns>The outcome; <see cref="DialogTurnStatus.Empty"/> if no dialog runs.</returns>
    /// <exception cref="InvalidOperationException">The stored stack names a dialog that is no longer there.</exception>
    public Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default)
        => ActiveDialog is { } active
            ? Demand(active.Id).ContinueDialogAsync(this, cancellationToken)
            : Task.FromResult(new DialogTurnResult(DialogTurnStatus.Empty));

    /// <summary>Ends the active dialog and gives its result to the one below.</summary>
    /// <param name="result">The result.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    /// <returns>The outcome of the dialog below; <see cref="DialogTurnStatus.Complete"/> if there is none.</returns>
    public async Task<DialogTurnResult> EndDialogAsync(object result = null, CancellationToken cancellationToken = default)
    {
        Dialog.RefuseToken(result, nameof(result));
        await EndActiveDialogAsync(DialogReason.EndCalled, cancellationToken);
        return ActiveDialog is { } below
            ? await Demand(below.Id).ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken)
            : new DialogTurnResult(DialogTurnStatus.Complete, result);
    }

    /// <summary>Ends the active dialog without telling the one below, and starts another in its place.</summary>
    /// <param name="dialogId">The id of the other.</param>
    /// <param name="options">What it starts from.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    public async Task<DialogTurnResult> ReplaceDialogAsync(string dialogId, object options = null, CancellationToken cancellationToken = default)
    {
        Dialog.RefuseToken(options, nameof(options));
        await EndActiveDialogAsync(DialogReason.ReplaceCalled, cancellationToken);
        return await BeginDialogAsync(dialogId, options, cancellationToken);
    }

    /// <summary>Takes all dialogs off this stack, telling each that it was cancelled.</summary>
    /// <param name="cancellationToken">Ends the turn early.</param>
    /// <returns><see cref="DialogTurnStatus.Cancelled"/>, or <see cref="DialogTurnStatus.Empty"/> if nothing ran and there is no parent.</returns>
    public async Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default)
    {
        if (Stack.Count == 0 && Parent is null) return new DialogTurnResult(DialogTurnStatus.Empty);
        while (Stack.Count > 0) await EndActiveDialogAsync(DialogReason.CancelCalled, cancellationToken);
        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    /// <summary>Has the active dialog ask again what it waits for.</summary>
    /// <param name="cancellationToken">Ends the turn early.</param>
    public Task RepromptDialogAsync(CancellationToken cancellationToken = default)
        => ActiveDialog is { } active
            ? Demand(active.Id).RepromptDialogAsync(Context, active, cancellationToken)
            : Task.CompletedTask;

    private async Task EndActiveDialogAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        if (ActiveDialog is not { } active) return;
        if (FindDialog(active.Id) is { } dialog) await dialog.EndDialogAsync(Context, active, reason, cancellationToken);
        Stack.RemoveAt(0);
    }

    private Dialog Demand(string dialogId)
        => FindDialog(dialogId)
            ?? throw new InvalidOperationException($"No dialog has the id '{dialogId}', in this set or its parents. Add it with AddDialog where its component is made.");

    private static DialogContext Required(DialogContext parent)
    {
        ArgumentNullException.ThrowIfNull(parent);
        return parent;
    }
}
