namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a prompt made of an answer.</summary>
/// <typeparam name="T">What the prompt asks for.</typeparam>
public class PromptRecognizerResult<T>
{
    /// <summary>Whether the answer was understood.</summary>
    public bool Succeeded { get; set; }

    /// <summary>What was understood; a validator can put another value in its place.</summary>
    public T Value { get; set; }
}
