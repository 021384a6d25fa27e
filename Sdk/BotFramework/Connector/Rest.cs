using System.Net;
using System.Net.Http.Headers;

namespace Microsoft.Rest;

/// <summary>Puts credentials on a request.</summary>
public abstract class ServiceClientCredentials
{
    /// <summary>Adds what proves who is asking; nothing here.</summary>
    public virtual Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A client of a service over HTTP.</summary>
public abstract class ServiceClient<T> : IDisposable
    where T : ServiceClient<T>
{
    private readonly bool _disposeHttpClient;

    /// <summary>A client that sends by an <see cref="System.Net.Http.HttpClient"/>.</summary>
    protected ServiceClient(HttpClient httpClient, bool disposeHttpClient = true)
        => (HttpClient, _disposeHttpClient) = (httpClient, disposeHttpClient);

    /// <summary>What sends.</summary>
    public HttpClient HttpClient { get; protected set; }

    /// <summary>Gives the client's means back.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives the client's means back.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _disposeHttpClient) HttpClient.Dispose();
    }
}

/// <summary>A service answered something else than was hoped for.</summary>
public class RestException : Exception
{
    /// <summary>An exception without words.</summary>
    public RestException() { }

    /// <summary>An exception with a message.</summary>
    public RestException(string message)
        : base(message) { }

    /// <summary>An exception with a message and a cause.</summary>
    public RestException(string message, Exception innerException)
        : base(message, innerException) { }
}

/// <summary>A part of an exchange, kept after the exchange itself is disposed of.</summary>
public abstract class HttpMessageWrapper
{
    /// <summary>The body, as text.</summary>
    public string Content { get; set; }

    /// <summary>The headers.</summary>
    public IDictionary<string, IEnumerable<string>> Headers { get; } = new Dictionary<string, IEnumerable<string>>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Keeps these headers.</summary>
    protected void CopyHeaders(HttpHeaders headers)
    {
        if (headers is null) return;
        foreach (var header in headers) Headers[header.Key] = header.Value;
    }
}

/// <summary>What was answered.</summary>
public class HttpResponseMessageWrapper : HttpMessageWrapper
{
    /// <summary>Keeps status, headers and body of a response.</summary>
    public HttpResponseMessageWrapper(HttpResponseMessage httpResponse, string content)
    {
        ArgumentNullException.ThrowIfNull(httpResponse);
        (StatusCode, ReasonPhrase, Content) = (httpResponse.StatusCode, httpResponse.ReasonPhrase, content);
        CopyHeaders(httpResponse.Headers);
        CopyHeaders(httpResponse.Content?.Headers);
    }

    /// <summary>The status.</summary>
    public HttpStatusCode StatusCode { get; protected set; }

    /// <summary>The words beside the status.</summary>
    public string ReasonPhrase { get; protected set; }
}

/// <summary>An exchange that went well.</summary>
public class HttpOperationResponse
{
    /// <summary>The response, its body already read.</summary>
    public HttpResponseMessage Response { get; set; }
}

/// <summary>An exchange that went well, and what its answer says.</summary>
public class HttpOperationResponse<T> : HttpOperationResponse
{
    /// <summary>What the answer says.</summary>
    public T Body { get; set; }
}
