using System.Threading.RateLimiting;

using CoordinatorBot.Features.Access;
using CoordinatorBot.Hosting;

using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Teams;

/// <summary>
/// Stands between what Teams authenticated and the bot: an activity of a tenant that isn't on the list is answered 403, one of a person who sends
/// more than a person can 429, and neither is looked at any further.
/// </summary>
public sealed partial class Doorkeeper(
    IOptions<CoordinatorOptions> access, IOptions<InboundOptions> inbound, IHttpContextAccessor http, ILogger<Doorkeeper> logger) : Microsoft.Bot.Builder.IMiddleware, IDisposable
{
    private readonly HashSet<string> _tenants = new(access.Value.Tenants, StringComparer.OrdinalIgnoreCase);
    private readonly PartitionedRateLimiter<string> _rates = PartitionedRateLimiter.Create<string, string>(
        sender => RateLimitPartition.GetTokenBucketLimiter(sender, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = inbound.Value.SenderBurst,
            TokensPerPeriod = inbound.Value.SenderPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        }),
        StringComparer.Ordinal);

    /// <inheritdoc/>
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        // What the bot does of its own accord has no request.
        if (http.HttpContext is not { } request)
            return next(cancellationToken);
        if (!IsOfKnownTenant(turnContext.Activity))
        {
            Log.UnknownTenant(logger, turnContext.Activity.Conversation.Id);
            return Refuse(request, StatusCodes.Status403Forbidden);
        }

        using var lease = _rates.AttemptAcquire(turnContext.Activity.From?.Id ?? turnContext.Activity.Conversation.Id);
        if (lease.IsAcquired)
            return next(cancellationToken);
        Log.TooMany(logger, turnContext.Activity.From?.Id);
        request.Response.Headers.RetryAfter = "1";
        return Refuse(request, StatusCodes.Status429TooManyRequests);
    }

    /// <inheritdoc/>
    public void Dispose() => _rates.Dispose();

    // A guest's activity can name two tenants, theirs and the conversation's: both have to be known.
    private bool IsOfKnownTenant(Activity activity)
    {
        if (_tenants.Count == 0)
            return true;
        string?[] named = [activity.Conversation.TenantId, ActivityJson.Element(activity.ChannelData).At("tenant", "id").AsText()];
        return named.Any(t => t is not null) && named.All(t => t is null || _tenants.Contains(t));
    }

    // The adapter sets a status of its own once the turn has ended: this is later.
    private static Task Refuse(HttpContext request, int status)
    {
        request.Response.OnStarting(() =>
        {
            request.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        return Task.CompletedTask;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Refused an activity of a tenant that isn't on the list: conversation {Conversation}.")]
        public static partial void UnknownTenant(ILogger logger, string conversation);

        [LoggerMessage(2, LogLevel.Warning, "Refused an activity of {Sender}, who sends too many.")]
        public static partial void TooMany(ILogger logger, string? sender);
    }
}
