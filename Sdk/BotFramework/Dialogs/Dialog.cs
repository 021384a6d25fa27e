namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// A part of a conversation that can be started, continued turn by turn, and ended with a result. One instance serves all
/// conversations: what belongs to one of them is kept in <see cref="DialogInstance.State"/>.
/// </summary>
public abstract class Dialog
{
    /// <summary>What a dialog returns that waits for the user's next answer.</summary>
    public static readonly DialogTurnResult EndOfTurn = new(DialogTurnStatus.Waiting);

    private string _id;

    /// <summary>Makes a dialog.</summary>
    /// <param name="dialogId">Its id; null or blank takes the one of <see cref="OnComputeId"/>.</param>
    public Dialog(string dialogId = null) => _id = string.IsNullOrWhiteSpace(dialogId) ? null : dialogId;

    /// <summary>The id by which the dialog is started, and found again in stored state. It must not change between versions of the bot.</summary>
    public string Id { get => _id ??= OnComputeId(); set => _id = value; }

    /// <summary>Starts the dialog; its instance is already on top of the stack.</summary>
    /// <param name="dc">The stack.</param>
    /// <param name="options">What the dialog starts from, as the dialog defines it.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    public abstract Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options = null, CancellationToken cancellationToken = default);

    /// <summary>Takes the user's next activity. Unless overridden, the dialog ends here, without a result.</summary>
    /// <param name="dc">The stack, with this dialog on top.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    public virtual Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return dc.EndDialogAsync(null, cancellationToken);
    }

    /// <summary>Takes over from a dialog above it that has ended. Unless overridden, this one ends too, with the same result.</summary>
    /// <param name="dc">The stack, with this dialog on top again.</param>
    /// <param name="reason">Why it resumes.</param>
    /// <param name="result">What the other dialog gave back.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    public virtual Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return dc.EndDialogAsync(result, cancellationToken);
    }

    /// <summary>Asks again what the dialog waits for, for instance after an interruption. Does nothing unless overridden.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="instance">What the dialog remembers.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    public virtual Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
        => Task.CompletedTask;

    /// <summary>Is told that the dialog leaves the stack. Does nothing unless overridden.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="instance">What the dialog remembered.</param>
    /// <param name="reason">Why it leaves.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    public virtual Task EndDialogAsync(ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        => Task.CompletedTask;

    /// <summary>Gives the id of a dialog that was made without one: the name of its type.</summary>
    protected virtual string OnComputeId() => GetType().Name;

    /// <summary>A cancellation token where a value is meant is a call to the wrong overload, which the compiler can't see.</summary>
    internal static void RefuseToken(object value, string parameter)
    {
        if (value is CancellationToken)
            throw new ArgumentException("A cancellation token is no value to pass to a dialog. Pass it as the last argument.", parameter);
    }
}
