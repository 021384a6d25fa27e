namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>One of the things a user can choose.</summary>
/// <param name="value">What is given back when it is chosen, and shown where no action says otherwise.</param>
public class Choice(string value = null)
{
    // For what reads state: a constructor with parameters takes it twice as long.
    [JsonConstructor]
    internal Choice()
        : this(null) { }

    /// <summary>What is given back when it is chosen, and shown where <see cref="Action"/> says nothing else.</summary>
    public string Value { get; set; } = value;

    /// <summary>The button to show instead of one made of <see cref="Value"/>; its title is understood as an answer too.</summary>
    public CardAction Action { get; set; }

    /// <summary>Other words for it, understood as an answer and never shown.</summary>
    public List<string> Synonyms { get; set; }

    /// <summary>What the user reads.</summary>
    internal string Title => string.IsNullOrEmpty(Action?.Title) ? Value ?? string.Empty : Action.Title;
}
