namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog that has dialogs of its own inside, on an inner stack.</summary>
public abstract class DialogContainer : Dialog
{
    /// <summary>Makes a container.</summary>
    /// <param name="dialogId">Its id.</param>
    protected DialogContainer(string dialogId = null)
        : base(dialogId) { }

    /// <summary>The dialogs inside.</summary>
    public DialogSet Dialogs { get; set; } = new();

    /// <summary>Opens the inner stack of the container that is active on a stack.</summary>
    /// <param name="dc">The stack the container is active on.</param>
    /// <returns>The inner stack.</returns>
    public abstract DialogContext CreateChildContext(DialogContext dc);
}
