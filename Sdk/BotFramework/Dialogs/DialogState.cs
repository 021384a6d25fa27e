namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The stack of running dialogs of a conversation, as it is stored.</summary>
public class DialogState
{
    /// <summary>Makes an empty stack.</summary>
    public DialogState()
        : this(null) { }

    /// <summary>Makes a state over a stack, which is shared, not copied.</summary>
    /// <param name="stack">The stack; null for an empty one.</param>
    public DialogState(List<DialogInstance> stack) => DialogStack = stack;

    /// <summary>The running dialogs; the active one comes first.</summary>
    public List<DialogInstance> DialogStack { get => field ??= []; set; }
}
