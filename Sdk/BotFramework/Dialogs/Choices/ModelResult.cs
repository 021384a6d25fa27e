namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>Something understood in a text, and where.</summary>
/// <typeparam name="T">What was understood.</typeparam>
public class ModelResult<T>
{
    /// <summary>The part of the text.</summary>
    public string Text { get; set; }

    /// <summary>Its first character, from 0.</summary>
    public int Start { get; set; }

    /// <summary>Its last character.</summary>
    public int End { get; set; }

    /// <summary>The kind of thing, such as <c>choice</c>.</summary>
    public string TypeName { get; set; }

    /// <summary>What was understood.</summary>
    public T Resolution { get; set; }
}
