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

/// <summary>The value of an invoke <c>application/search</c>.</summary>
public class SearchInvokeValue
{
    /// <summary>search, searchAnswer or typeahead.</summary>
    public string Kind { get; set; }

    /// <summary>What is looked for.</summary>
    public string QueryText { get; set; }

    /// <summary>Which part of the results.</summary>
    public SearchInvokeOptions QueryOptions { get; set; }

    /// <summary>Where the search was started.</summary>
    public object Context { get; set; }
}

/// <summary>Which part of the results of a search.</summary>
public class SearchInvokeOptions
{
    /// <summary>How many to leave out.</summary>
    public int Skip { get; set; }

    /// <summary>How many at most.</summary>
    public int Top { get; set; }
}

/// <summary>The answer to a search.</summary>
public class SearchInvokeResponse : AdaptiveCardInvokeResponse;

/// <summary>What went wrong, as the protocol says it.</summary>
public class Error
{
    /// <summary>An error without a code.</summary>
    public Error() { }

    /// <summary>An error with the members given.</summary>
    public Error(string code = null, string message = null, InnerHttpError innerHttpError = null)
        => (Code, Message, InnerHttpError) = (code, message, innerHttpError);

    /// <summary>A word for programs, e.g. ConversationNotFound.</summary>
    public string Code { get; set; }

    /// <summary>Words for people.</summary>
    public string Message { get; set; }

    /// <summary>The error behind this one.</summary>
    public InnerHttpError InnerHttpError { get; set; }
}

/// <summary>An error of a service behind the one that answers.</summary>
public class InnerHttpError
{
    /// <summary>An error with nothing set.</summary>
    public InnerHttpError() { }

    /// <summary>An error with the members given.</summary>
    public InnerHttpError(int? statusCode = null, object body = null) => (StatusCode, Body) = (statusCode, body);

    /// <summary>Its HTTP status.</summary>
    public int? StatusCode { get; set; }

    /// <summary>Its body.</summary>
    public object Body { get; set; }
}

/// <summary>The body of an answer that is an error.</summary>
public class ErrorResponse
{
    /// <summary>A response without an error.</summary>
    public ErrorResponse() { }

    /// <summary>A response with an error.</summary>
    public ErrorResponse(Error error = null) => Error = error;

    /// <summary>The error.</summary>
    public Error Error { get; set; }
}
