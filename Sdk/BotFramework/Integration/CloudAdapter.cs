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
public class CloudAdapter : CloudAdapterBase, IBotFrameworkHttpAdapter
{
    /// <summary>An adapter that trusts as this says.</summary>
    public CloudAdapter(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
        : base(botFrameworkAuthentication, logger)
    {
    }

    /// <summary>An adapter with what the configuration says.</summary>
    public CloudAdapter(IConfiguration configuration, IHttpClientFactory httpClientFactory = null, ILogger logger = null)
        : this(new ConfigurationBotFrameworkAuthentication(configuration, httpClientFactory: httpClientFactory, logger: logger), logger)
    {
    }

    /// <inheritdoc/>
    public async Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);
        try
        {
            if (!HttpMethods.IsPost(httpRequest.Method)) throw new RefusedRequestException(StatusCodes.Status405MethodNotAllowed, "Activities are posted.");
            string authHeader = httpRequest.Headers.Authorization;
            if (BotFrameworkAuthentication is ConfigurationBotFrameworkAuthentication own) await own.CheckTokenAsync(authHeader, cancellationToken).ConfigureAwait(false);
            var activity = await ActivityRequest.ReadAsync(httpRequest, cancellationToken).ConfigureAwait(false);
            var trusted = await BotFrameworkAuthentication.AuthenticateRequestAsync(activity, authHeader, cancellationToken).ConfigureAwait(false);
            var response = await ProcessActivityAsync(trusted, activity, bot.OnTurnAsync, cancellationToken).ConfigureAwait(false);
            await ActivityRequest.AnswerAsync(httpResponse, response, cancellationToken).ConfigureAwait(false);
        }
        catch (RefusedRequestException e)
        {
            httpResponse.StatusCode = e.Status;
        }
    }
}
