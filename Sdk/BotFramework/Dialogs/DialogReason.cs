namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Why a dialog is being called.</summary>
public enum DialogReason
{
    /// <summary>It was started by <see cref="DialogContext.BeginDialogAsync"/>.</summary>
    BeginCalled,

    /// <summary>A new turn reached it by <see cref="DialogContext.ContinueDialogAsync"/>.</summary>
    ContinueCalled,

    /// <summary>A dialog above it on the stack has ended.</summary>
    EndCalled,

    /// <summary>Another dialog takes its place.</summary>
    ReplaceCalled,

    /// <summary>It was cancelled with the rest of the stack.</summary>
    CancelCalled,

    /// <summary>A waterfall step went on without waiting for an answer.</summary>
    NextCalled,
}
