using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Teams;

/// <summary>
/// Keeps requests to the connector within the rates of Teams, and repeats those that may be repeated: reads, updates and deletes after 412,
/// 429, 502, 503 and 504; what creates a message only after 429, or where no connection was made, since it may have been delivered otherwise.
/// What can't be done in time is answered 429 here, so that the caller knows how long to wait. It sits on the client of the host's factory and
/// so under either SDK, which neither repeat nor keep rates.
/// </summary>
public sealed class TeamsRates(SendingRates rates, IOptions<TeamsOptions> options, TimeProvider time) : DelegatingHandler
{
    private const string Conversations = "/v3/conversations";

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri?.AbsolutePath is not { } path || path.IndexOf(Conversations, StringComparison.Ordinal) is not (>= 0 and var at))
            return await base.SendAsync(request, cancellationToken);
        var thread = request.Method == HttpMethod.Get ? null : ThreadOf(path[(at + Conversations.Length)..]);
        var pace = Pace.Current ?? Pace.Reply(time, options.Value.TurnPatience);
        for (var attempt = 1; ; attempt++)
        {
            if (await AdmitAsync(thread, pace, cancellationToken) is { } tooMany)
                return tooMany;
            var (response, refused) = await TryAsync(request, cancellationToken);
            var wait = WaitBefore(request, response, attempt);
            if (wait is null || wait > pace.Left)
                return response ?? throw new HttpRequestException(refused!.HttpRequestError, refused.Message, refused);
            response?.Dispose();
            await Task.Delay(wait.Value, time, cancellationToken);
        }
    }

    /// <summary>Whether no connection was made: then surely nothing was sent.</summary>
    internal static bool NeverConnected(HttpRequestException e) => e.HttpRequestError
        is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    private async ValueTask<HttpResponseMessage?> AdmitAsync(string? thread, Pace pace, CancellationToken cancellationToken)
    {
        if (!pace.KeepsRates)
        {
            rates.Count(thread);
            return null;
        }

        while (rates.Take(thread) is var wait && wait > TimeSpan.Zero)
        {
            if (wait > pace.Left)
                return TooMany(wait);
            await Task.Delay(wait, time, cancellationToken);
        }

        return null;
    }

    private async ValueTask<(HttpResponseMessage? Response, HttpRequestException? Refused)> TryAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // In real time, also where the clock of the exchanges is moved: what is on the wire doesn't know of that clock.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Value.TimeOut);
        try
        {
            return (await base.SendAsync(request, limit.Token), null);
        }
        catch (HttpRequestException e) when (NeverConnected(e))
        {
            return (null, e);
        }
    }

    // Null: not to be repeated.
    private TimeSpan? WaitBefore(HttpRequestMessage request, HttpResponseMessage? response, int attempt)
    {
        var mayRepeat = response?.StatusCode switch
        {
            null or HttpStatusCode.TooManyRequests => true,
            HttpStatusCode.PreconditionFailed or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => request.Method != HttpMethod.Post,
            _ => false,
        };
        if (!mayRepeat || attempt >= options.Value.Tries)
            return null;
        var spread = options.Value.FirstWait * (Random.Shared.NextDouble() / 4);
        return (Named(response?.Headers.RetryAfter) ?? (options.Value.FirstWait * Math.Pow(2, attempt - 1))) + spread;
    }

    private TimeSpan? Named(RetryConditionHeaderValue? header) => header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);

    private static HttpResponseMessage TooMany(TimeSpan wait)
    {
        var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests)
        {
            Content = new StringContent("""{"error":{"code":"OwnRate","message":"The bot's own rate."}}""", Encoding.UTF8, MediaTypeNames.Application.Json),
        };
        response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(Math.Ceiling(wait.TotalSeconds)));
        return response;
    }

    // "/{conversation}/activities/{activity}": the conversation; nothing where one is made.
    private static string? ThreadOf(string rest)
    {
        var parts = rest.Split('/', 3, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? null : Uri.UnescapeDataString(parts[0]);
    }
}
