#nullable enable
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>One request to a connector: JSON out of and into pooled buffers, no retry.</summary>
internal sealed class ConnectorRequest(ConnectorClient client)
{
    // More than any answer of the protocol; a service that sends more is not to be trusted with our memory.
    private const int LongestAnswer = 4 * 1024 * 1024;
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <summary>An id as one segment of a path, whatever is in it.</summary>
    /// <exception cref="ArgumentException">It is null, empty, or would be taken for a step up the path.</exception>
    public static string Segment(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (id is "." or "..") throw new ArgumentException("An id can't be a relative path.", nameof(id));
        return Uri.EscapeDataString(id);
    }

    /// <summary>Sends, and reads the answer.</summary>
    /// <exception cref="ErrorResponseException">The answer isn't success.</exception>
    /// <exception cref="HttpRequestException">There is no answer.</exception>
    public async Task<HttpOperationResponse<T>> SendAsync<T>(HttpMethod method, string address, object? body, Dictionary<string, List<string>>? headers, CancellationToken cancellationToken)
    {
        using var output = new PooledBuffer();
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
        {
            SchemaJson.Write(output, body);
            request.Content = new ReadOnlyMemoryContent(output.Written);
            request.Content.Headers.ContentType = Json;
        }

        if (headers is not null)
        {
            foreach (var (name, values) in headers) request.Headers.TryAddWithoutValidation(name, values);
        }

        if (client.Credentials is { } credentials) await credentials.ProcessHttpRequestAsync(request, cancellationToken).ConfigureAwait(false);
        using var response = await client.HttpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        using var input = new PooledBuffer();
        await input.FillAsync(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), LongestAnswer, cancellationToken).ConfigureAwait(false);
        if (!response.IsSuccessStatusCode) throw Failure(response, input.Written.Span);
        return new HttpOperationResponse<T> { Response = response, Body = Read<T>(input.Written.Span)! };
    }

    // Some channels answer success with nothing, or with something that isn't JSON: there is no id then.
    private static T? Read<T>(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty) return default;
        try
        {
            return SchemaJson.Read<T>(json);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static ErrorResponseException Failure(HttpResponseMessage response, ReadOnlySpan<byte> answered)
        => new($"Operation returned an invalid status code '{response.StatusCode}'")
        {
            Response = new HttpResponseMessageWrapper(response, Encoding.UTF8.GetString(answered)),
            Body = Read<ErrorResponse>(answered)!,
        };
}
