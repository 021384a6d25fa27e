namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog built of others, which run on a stack of its own, so that it can be used as one piece.</summary>
public class ComponentDialog : DialogContainer
{
    /// <summary>Where the inner stack is kept in the state of the component's instance.</summary>
    public const string PersistedDialogState = "dialogs";

    /// <summary>Makes a component.</summary>
    /// <param name="dialogId">Its id; null takes the name of its type.</param>
    public ComponentDialog(string dialogId = null)
        : base(dialogId) { }

    /// <summary>The dialog that runs first; unless set, the first one added.</summary>
    public string InitialDialogId { get; set; }

    /// <summary>Adds a dialog inside.</summary>
    /// <param name="dialog">The dialog.</param>
    /// <returns>This component.</returns>
    public ComponentDialog AddDialog(Dialog dialog)
    {
        Dialogs.Add(dialog);
        if (string.IsNullOrEmpty(InitialDialogId)) InitialDialogId = dialog.Id;
        return this;
    }

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext outerDc, object options = null, CancellationToken cancellationToken = default)
    {
        RefuseToken(options, nameof(options));
        ArgumentNullException.ThrowIfNull(outerDc);
        var inner = CreateChildContext(outerDc);
        var turn = await OnBeginDialogAsync(inner, options, cancellationToken);
        return await FinishTurnAsync(outerDc, turn, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext outerDc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        var inner = CreateChildContext(outerDc);
        var turn = await OnContinueDialogAsync(inner, cancellationToken);
        return await FinishTurnAsync(outerDc, turn, cancellationToken);
    }

    /// <summary>A dialog put on top of the component from outside has ended: asks again what the component waits for.</summary>
    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext outerDc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        RefuseToken(result, nameof(result));
        ArgumentNullException.ThrowIfNull(outerDc);
        await RepromptDialogAsync(outerDc.Context, outerDc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc/>
    public override async Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        await new DialogContext(Dialogs, turnContext, InnerState(instance)).RepromptDialogAsync(cancellationToken);
        await OnRepromptDialogAsync(turnContext, instance, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        if (reason == DialogReason.CancelCalled)
            await new DialogContext(Dialogs, turnContext, InnerState(instance)).CancelAllDialogsAsync(cancellationToken);
        await OnEndDialogAsync(turnContext, instance, reason, cancellationToken);
    }

    /// <inheritdoc/>
    public override DialogContext CreateChildContext(DialogContext dc)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var instance = dc.ActiveDialog ?? throw new InvalidOperationException($"The component '{Id}' isn't on the stack.");
        return new DialogContext(Dialogs, dc, InnerState(instance));
    }

    /// <summary>Starts the inner dialogs. Unless overridden, the initial dialog is begun with the component's options.</summary>
    /// <param name="innerDc">The inner stack.</param>
    /// <param name="options">What the component starts from.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    /// <exception cref="InvalidOperationException">The component has no dialog.</exception>
    protected virtual Task<DialogTurnResult> OnBeginDialogAsync(DialogContext innerDc, object options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(innerDc);
        return innerDc.BeginDialogAsync(InitialDialogId ?? throw new InvalidOperationException($"The component '{Id}' has no dialog to begin with."), options, cancellationToken);
    }

    /// <summary>Hands the turn's activity to the inner dialogs. Override it to interrupt them.</summary>
    /// <param name="innerDc">The inner stack.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    protected virtual Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(innerDc);
        return innerDc.ContinueDialogAsync(cancellationToken);
    }

    /// <summary>Is told that the component leaves the stack. Does nothing unless overridden.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="instance">What the component remembered.</param>
    /// <param name="reason">Why it leaves.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    protected virtual Task OnEndDialogAsync(ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        => Task.CompletedTask;

    /// <summary>Is told that the inner dialog has asked again. Does nothing unless overridden.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="instance">What the component remembers.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    protected virtual Task OnRepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
        => Task.CompletedTask;

    /// <summary>Ends the component when its inner dialogs have. Override it to give another result.</summary>
    /// <param name="outerDc">The stack that the component is on.</param>
    /// <param name="result">What the last inner dialog gave back.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    protected virtual Task<DialogTurnResult> EndComponentAsync(DialogContext outerDc, object result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(outerDc);
        return outerDc.EndDialogAsync(result, cancellationToken);
    }

    /// <summary>Waits for the next turn, or ends. What was cancelled inside only ends here too: the dialog below goes on.</summary>
    private Task<DialogTurnResult> FinishTurnAsync(DialogContext outerDc, DialogTurnResult turn, CancellationToken cancellationToken)
        => turn.Status == DialogTurnStatus.Waiting ? Task.FromResult(EndOfTurn) : EndComponentAsync(outerDc, turn.Result, cancellationToken);

    private static DialogState InnerState(DialogInstance instance)
    {
        if (instance.State.TryGetValue(PersistedDialogState, out var stored) && stored is DialogState state) return state;
        state = new DialogState();
        instance.State[PersistedDialogState] = state;
        return state;
    }
}
