using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>Handles the requests of a channel.</summary>
public interface IBotFrameworkHttpAdapter
{
    /// <summary>Runs the turn of a request, and writes the answer.</summary>
    Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default);
}

/// <summary>An adapter to the channels of Azure Bot Service, for ASP.NET Core.</summary>
public partial class CloudAdapter : CloudAdapterBase, IBotFrameworkHttpAdapter
{
    /// <summary>An adapter that trusts as this says.</summary>
    public CloudAdapter(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
        : base(botFrameworkAuthentication, logger) { }

    /// <summary>An adapter with what the configuration says.</summary>
    public CloudAdapter(IConfiguration configuration, IHttpClientFactory httpClientFactory = null, ILogger logger = null)
        : this(new ConfigurationBotFrameworkAuthentication(configuration, httpClientFactory: httpClientFactory, logger: logger), logger) { }

    /// <inheritdoc/>
    /// <remarks>A request that isn't in order gets a status from 400 to 499 and no body; why is in the log.</remarks>
    public async Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);
        AuthenticateRequestResult trusted;
        Activity activity;
        try
        {
            (activity, trusted) = await AdmitAsync(httpRequest, cancellationToken).ConfigureAwait(false);
        }
        catch (UnauthorizedAccessException e)
        {
            httpResponse.StatusCode = (e as RefusedRequestException)?.Status ?? StatusCodes.Status401Unauthorized;
            Log.Refused(Logger, httpResponse.StatusCode, e.Message);
            return;
        }

        var answer = await ProcessActivityAsync(trusted, activity, bot.OnTurnAsync, cancellationToken).ConfigureAwait(false);
        await ActivityRequest.AnswerAsync(httpResponse, answer, cancellationToken).ConfigureAwait(false);
    }

    // The token is checked before the body is read, so that a stranger can't have us work on one.
    private async ValueTask<(Activity Activity, AuthenticateRequestResult Trusted)> AdmitAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method)) throw new RefusedRequestException(StatusCodes.Status405MethodNotAllowed, "An activity is posted.");
        var headers = request.Headers.Authorization;
        if (headers.Count > 1) throw new RefusedRequestException(StatusCodes.Status401Unauthorized, "There are several tokens.");
        if (BotFrameworkAuthentication is ConfigurationBotFrameworkAuthentication own && own.GetType() == typeof(ConfigurationBotFrameworkAuthentication))
        {
            var token = await own.CheckTokenAsync(headers, cancellationToken).ConfigureAwait(false);
            var read = await ActivityRequest.ReadAsync(request, cancellationToken).ConfigureAwait(false);
            return (read, own.Accept(read, token));
        }

        var activity = await ActivityRequest.ReadAsync(request, cancellationToken).ConfigureAwait(false);
        return (activity, await BotFrameworkAuthentication.AuthenticateRequestAsync(activity, headers, cancellationToken).ConfigureAwait(false));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Refused a request with {Status}: {Reason}")]
        public static partial void Refused(ILogger logger, int status, string reason);
    }
}
