namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What came of a turn of a dialog.</summary>
/// <param name="status">Where the stack stands.</param>
/// <param name="result">What the dialog gave back; only where <paramref name="status"/> is <see cref="DialogTurnStatus.Complete"/>.</param>
public class DialogTurnResult(DialogTurnStatus status, object result = null)
{
    /// <summary>Where the stack stands.</summary>
    public DialogTurnStatus Status { get; set; } = status;

    /// <summary>What the dialog gave back, null if it gave nothing.</summary>
    public object Result { get; set; } = result;
}
