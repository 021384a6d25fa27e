namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Where a dialog stack stands after a turn.</summary>
public enum DialogTurnStatus
{
    /// <summary>Nothing is on the stack.</summary>
    Empty,

    /// <summary>The dialog on top waits for the user's next answer.</summary>
    Waiting,

    /// <summary>The dialog has ended; its result is in <see cref="DialogTurnResult.Result"/>.</summary>
    Complete,

    /// <summary>The dialogs were cancelled; there is no result.</summary>
    Cancelled,

    /// <summary>The dialog has ended, and the turn ends with it: a parent must not go on.</summary>
    CompleteAndWait,
}
