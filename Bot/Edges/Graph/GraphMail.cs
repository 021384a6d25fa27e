using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

using Azure.Core;
using Azure.Identity;

using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Edges.Mail;
using CoordinatorBot.Edges.Teams;
using CoordinatorBot.Ports;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Graph;

/// <summary>
/// Sends letters from the service mailbox by Graph's <c>sendMail</c>, as the very message that the outbox would hold: with both bodies, and with a
/// Message-ID that is the same on every try. Asked without the Graph SDK, which repeats a request after 503 and 504, when the letter may have gone out.
/// </summary>
public sealed partial class GraphMail(
    IHttpClientFactory http, TokenCredential credential, IOptions<GraphOptions> graph, IOptions<MailOptions> mail, TimeProvider time, ILogger<GraphMail> logger) : IMailer
{
    /// <summary>Name of the client of the factory.</summary>
    public const string Client = "graph-mail";

    // What is waited where Graph says 429 without saying how long.
    private static readonly TimeSpan UnnamedWait = TimeSpan.FromSeconds(10);
    private static readonly string[] Scopes = ["https://graph.microsoft.com/.default"];

    /// <inheritdoc/>
    public async ValueTask<Delivery> SendAsync(Posting posting, CancellationToken cancellationToken)
    {
        var from = new Correspondent(mail.Value.FromName, mail.Value.From);
        byte[] message;
        try
        {
            message = MimeMessage.Of(posting, from, time.GetUtcNow());
        }
        catch (ArgumentException)
        {
            return new Delivery.Failed(FailureCode.BadAddress);
        }

        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{graph.Value.Address.TrimEnd('/')}/users/{Uri.EscapeDataString(from.Address)}/sendMail")
            {
                Content = new StringContent(Convert.ToBase64String(message), Encoding.ASCII, "text/plain"),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", (await credential.GetTokenAsync(new TokenRequestContext(Scopes), cancellationToken)).Token);
            using var client = http.CreateClient(Client);
            using var response = await client.SendAsync(request, cancellationToken);
            return await OutcomeAsync(response, MimeMessage.IdOf(posting, from), cancellationToken);
        }
        catch (AuthenticationFailedException e)
        {
            Log.NoToken(logger, e.GetType().Name);
            return new Delivery.Failed(FailureCode.Unavailable);
        }
        catch (HttpRequestException e)
        {
            return new Delivery.Failed(TeamsRates.NeverConnected(e) ? FailureCode.Unavailable : FailureCode.Unsure);
        }
        catch (Exception e) when (e is IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new Delivery.Failed(FailureCode.Unsure);
        }
    }

    private async ValueTask<Delivery> OutcomeAsync(HttpResponseMessage response, string id, CancellationToken cancellationToken)
    {
        switch (response.StatusCode)
        {
            case >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices:
                return new Delivery.Delivered(id);
            case HttpStatusCode.TooManyRequests:
                return new Delivery.Throttled(RetryAfter(response));
            case HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError:
                return new Delivery.Failed(FailureCode.Unsure);
            case HttpStatusCode.RequestEntityTooLarge:
                return new Delivery.Failed(FailureCode.TooBig);
        }

        var code = CodeOf(await response.Content.ReadAsStringAsync(cancellationToken));
        if (code is "ErrorInvalidRecipients")
            return new Delivery.Failed(FailureCode.BadAddress);
        Log.Refused(logger, (int)response.StatusCode, code);
        return new Delivery.Failed(FailureCode.MailRefused);
    }

    private TimeSpan RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } at } when at > time.GetUtcNow() => at - time.GetUtcNow(),
        _ => UnnamedWait,
    };

    private static string? CodeOf(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.GetProperty("error").GetProperty("code").GetString();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Graph refused a letter: HTTP {Status} {Code}. The app needs the permission Mail.Send for the mailbox of Coordinator:Mail:From.")]
        public static partial void Refused(ILogger logger, int status, string? code);

        [LoggerMessage(2, LogLevel.Warning, "Graph could not be asked to send a letter: {Reason}.")]
        public static partial void NoToken(ILogger logger, string reason);
    }
}
