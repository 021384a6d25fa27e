namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog on the stack: which one it is, and what it remembers between turns. Stored with the state of the conversation.</summary>
public class DialogInstance
{
    /// <summary>The id by which the dialog is found in its set.</summary>
    public string Id { get; set; }

    /// <summary>What the dialog remembers. Values survive with their type, as the state storage writes them.</summary>
    public IDictionary<string, object> State { get => field ??= new Dictionary<string, object>(); set; }
}
