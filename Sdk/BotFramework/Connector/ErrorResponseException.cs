using Microsoft.Rest;

namespace Microsoft.Bot.Schema;

/// <summary>The connector answered something else than success.</summary>
public class ErrorResponseException : RestException
{
    /// <summary>An exception without words.</summary>
    public ErrorResponseException() { }

    /// <summary>An exception with a message.</summary>
    public ErrorResponseException(string message)
        : base(message) { }

    /// <summary>An exception with a message and a cause.</summary>
    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>What was answered; its headers include Retry-After, where there is one.</summary>
    public HttpResponseMessageWrapper Response { get; set; }

    /// <summary>What the answer says, if it is an error of the protocol, else null.</summary>
    public ErrorResponse Body { get; set; }
}
