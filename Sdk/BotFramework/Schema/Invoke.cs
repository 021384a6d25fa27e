namespace Microsoft.Bot.Schema;

/// <summary>The value of an invoke <c>adaptiveCard/action</c>.</summary>
public class AdaptiveCardInvokeValue
{
    /// <summary>What was chosen on the card.</summary>
    public AdaptiveCardInvokeAction Action { get; set; }

    /// <summary>State of a sign-in, where one took place.</summary>
    public string State { get; set; }
}

/// <summary>An <c>Action.Execute</c> that was used, with the card's inputs.</summary>
public class AdaptiveCardInvokeAction
{
    /// <summary>Always Action.Execute.</summary>
    public string Type { get; set; }

    /// <summary>Id of the action on the card.</summary>
    public string Id { get; set; }

    /// <summary>What to do.</summary>
    public string Verb { get; set; }

    /// <summary>The action's data joined with the inputs; JSON.</summary>
    public object Data { get; set; }
}

/// <summary>The answer to an <c>Action.Execute</c>.</summary>
public class AdaptiveCardInvokeResponse
{
    /// <summary>200 if it was done; 400 and the like if not.</summary>
    public int StatusCode { get; set; }

    /// <summary>Media type of the value.</summary>
    public string Type { get; set; }

    /// <summary>A card, a message, or an <see cref="Error"/>.</summary>
    public object Value { get; set; }
}

/// <summary>What went wrong, as the protocol says it.</summary>
public class Error
{
    /// <summary>A word for programs, e.g. ConversationNotFound.</summary>
    public string Code { get; set; }

    /// <summary>Words for people.</summary>
    public string Message { get; set; }
}

/// <summary>The body of an answer that is an error.</summary>
public class ErrorResponse
{
    /// <summary>The error.</summary>
    public Error Error { get; set; }
}
