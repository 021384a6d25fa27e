namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Dialogs that can start each other by their ids. Filled once, then only read: it is safe for many turns at a time.</summary>
public class DialogSet
{
    // There are few, and a set is made in each turn.
    private readonly List<Dialog> _dialogs = [];
    private readonly IStatePropertyAccessor<DialogState> _dialogState;

    /// <summary>Makes a set without state of its own, as the inner set of a component is.</summary>
    public DialogSet() { }

    /// <summary>Makes a set whose stack is kept in a property of the bot's state.</summary>
    /// <param name="dialogState">The property.</param>
    public DialogSet(IStatePropertyAccessor<DialogState> dialogState)
    {
        ArgumentNullException.ThrowIfNull(dialogState);
        _dialogState = dialogState;
    }

    /// <summary>
    /// Adds a dialog. Where another one has its id, the newcomer gets a new id by a number behind it, so that two
    /// components can bring dialogs of the same name; adding the same dialog twice does nothing.
    /// </summary>
    /// <param name="dialog">The dialog.</param>
    /// <returns>This set.</returns>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        var id = dialog.Id;
        for (var suffix = 2; Find(dialog.Id) is { } other; suffix++)
        {
            if (other == dialog) return this;
            dialog.Id = id + suffix.ToString(CultureInfo.InvariantCulture);
        }
        _dialogs.Add(dialog);
        return this;
    }

    /// <summary>Finds a dialog of this set.</summary>
    /// <param name="dialogId">Its id.</param>
    /// <returns>The dialog, or null if the set has none of that id.</returns>
    public Dialog Find(string dialogId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dialogId);
        foreach (var dialog in _dialogs)
        {
            if (dialog.Id == dialogId) return dialog;
        }
        return null;
    }

    /// <summary>All dialogs of this set.</summary>
    public IEnumerable<Dialog> GetDialogs() => _dialogs;

    /// <summary>Reads the stack of the turn's conversation.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    /// <exception cref="InvalidOperationException">The set was made without a property to keep its stack in.</exception>
    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (_dialogState is null) throw new InvalidOperationException("The dialog set has no state: make it with the accessor of its DialogState.");
        var state = await _dialogState.GetAsync(turnContext, static () => new DialogState(), cancellationToken);
        return new DialogContext(this, turnContext, state);
    }
}
