using System.Net;
using System.Security.Claims;

using AdaptiveCards;

using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Ports;

using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Teams;

/// <summary>Sends cards through the connector, and tells apart what Teams says when it doesn't take one.</summary>
public sealed partial class TeamsMessenger(
    BotFrameworkAuthentication authentication, References references, IConfiguration configuration, IOptions<TeamsOptions> options, TimeProvider time,
    ILogger<TeamsMessenger> logger) : IMessenger
{
    // Named by Teams where a chat is opened with somebody who hasn't the app.
    private const string NotInstalledOnOpening = "ForbiddenOperationException";

    // What is waited where Teams says 429 without saying how long.
    private static readonly TimeSpan UnnamedWait = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    public ValueTask<Delivery> PostAsync(Addressee to, AdaptiveCard card, string summary, CancellationToken cancellationToken) => to switch
    {
        Addressee.Person person => PostAsync(person, card, summary, cancellationToken),
        Addressee.Channel channel => PostAsync(channel, card, summary, cancellationToken),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <inheritdoc/>
    public async ValueTask<Delivery> UpdateAsync(Addressee to, string activityId, AdaptiveCard card, string summary, CancellationToken cancellationToken)
    {
        var reference = to switch
        {
            Addressee.Person person => await references.OfAsync(person.Id, cancellationToken),
            Addressee.Channel channel => await references.OfAsync(channel.Id, cancellationToken),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        if (reference?.ConversationId is not { } conversation)
            return new Delivery.Failed(FailureCode.Gone);
        var message = Message(reference, card, summary);
        message.Id = activityId;
        var delivery = await AskAsync(reference, c => c.UpdateActivityAsync(conversation, activityId, message, cancellationToken), r => r?.Id ?? activityId, cancellationToken);
        // An update that may have been made is made again: it does no harm.
        return delivery is Delivery.Failed { Code: FailureCode.Unsure } ? new Delivery.Failed(FailureCode.Unavailable) : delivery;
    }

    private async ValueTask<Delivery> PostAsync(Addressee.Person to, AdaptiveCard card, string summary, CancellationToken cancellationToken)
    {
        if (await references.OfAsync(to.Id, cancellationToken) is { ConversationId: not null } known)
        {
            var delivery = await PostAsync(known, card, summary, cancellationToken);
            if (delivery is not Delivery.Failed { Code: FailureCode.Gone })
                return delivery;
        }

        if (to.TeamsId is not { } teamsId)
            return new Delivery.Failed(FailureCode.NoTeamsIdentity);
        if (await references.NewestAsync(cancellationToken) is not { } connector)
            return new Delivery.Failed(FailureCode.NotInstalled);
        var opened = await OpenAsync(connector, teamsId, cancellationToken);
        if (opened is not Delivery.Delivered { ActivityId: { } conversation })
            return opened;
        var reference = connector with { ConversationId = conversation };
        await references.KeepAsync(to.Id, reference, cancellationToken);
        return await PostAsync(reference, card, summary, cancellationToken);
    }

    private async ValueTask<Delivery> PostAsync(Addressee.Channel to, AdaptiveCard card, string summary, CancellationToken cancellationToken) =>
        await references.OfAsync(to.Id, cancellationToken) is { ConversationId: not null } reference
            ? await PostAsync(reference, card, summary, cancellationToken)
            : new Delivery.Failed(FailureCode.NotInstalled);

    private ValueTask<Delivery> PostAsync(Reference reference, AdaptiveCard card, string summary, CancellationToken cancellationToken) =>
        AskAsync(reference, c => c.SendToConversationAsync(reference.ConversationId!, Message(reference, card, summary), cancellationToken), r => r?.Id, cancellationToken);

    // Delivered with the conversation's id. Opening the same chat twice gives the same chat, so an unknown outcome is no harm.
    private async ValueTask<Delivery> OpenAsync(Reference connector, string teamsId, CancellationToken cancellationToken)
    {
        var chat = new ConversationParameters(isGroup: false, bot: new ChannelAccount(connector.BotId), members: [new ChannelAccount(teamsId)], tenantId: connector.TenantId);
        var opened = await AskAsync(connector, c => c.CreateConversationAsync(chat, cancellationToken), r => r?.Id, cancellationToken);
        return opened switch
        {
            Delivery.Failed { Code: FailureCode.Unsure } or Delivery.Delivered { ActivityId: null } => new Delivery.Failed(FailureCode.Unavailable),
            // Teams doesn't know the identity, or not in this tenant.
            Delivery.Failed { Code: FailureCode.Refused or FailureCode.Gone } => new Delivery.Failed(FailureCode.NoTeamsIdentity),
            _ => opened,
        };
    }

    private async ValueTask<Delivery> AskAsync<T>(Reference reference, Func<IConversations, Task<T>> ask, Func<T, string?> idOf, CancellationToken cancellationToken)
    {
        Pace.OfDuty(time, options.Value.DutyPatience);
        var app = configuration["MicrosoftAppId"] ?? string.Empty;
        var identity = new ClaimsIdentity([new Claim(AuthenticationConstants.AudienceClaim, app), new Claim(AuthenticationConstants.AppIdClaim, app)]);
        using var connector = await authentication.CreateConnectorFactory(identity).CreateAsync(reference.ServiceUrl, authentication.GetOriginatingAudience(), cancellationToken);
        try
        {
            return new Delivery.Delivered(idOf(await ask(connector.Conversations)));
        }
        catch (ErrorResponseException e)
        {
            var delivery = Refusal(e);
            if (delivery is Delivery.Failed { Code: FailureCode.Refused })
                Log.Refused(logger, (int)e.Response.StatusCode, e.Body?.Error?.Code);
            return delivery;
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

    private static Delivery Refusal(ErrorResponseException e) => e.Response.StatusCode switch
    {
        HttpStatusCode.TooManyRequests => new Delivery.Throttled(RetryAfter(e.Response)),
        HttpStatusCode.Forbidden => new Delivery.Failed(e.Body?.Error?.Code switch
        {
            "ConversationBlockedByUser" => FailureCode.Blocked,
            "BotNotInConversationRoster" or NotInstalledOnOpening => FailureCode.NotInstalled,
            "BotDisabledByAdmin" => FailureCode.DisabledByAdmin,
            "MessageWritesBlocked" or "NotEnoughPermissions" => FailureCode.NotAllowed,
            _ => FailureCode.Refused,
        }),
        HttpStatusCode.NotFound => new Delivery.Failed(FailureCode.Gone),
        HttpStatusCode.RequestEntityTooLarge => new Delivery.Failed(FailureCode.TooBig),
        HttpStatusCode.PreconditionFailed => new Delivery.Failed(FailureCode.Unavailable),
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new Delivery.Failed(FailureCode.Unsure),
        _ => new Delivery.Failed(FailureCode.Refused),
    };

    private static TimeSpan RetryAfter(Microsoft.Rest.HttpResponseMessageWrapper response)
    {
        var named = response.Headers.FirstOrDefault(h => h.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
        return int.TryParse(named, System.Globalization.CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : UnnamedWait;
    }

    private static Activity Message(Reference reference, AdaptiveCard card, string summary)
    {
        var message = (Activity)Sending.CardMessage(card, summary);
        message.ChannelId = Channels.Msteams;
        message.ServiceUrl = reference.ServiceUrl;
        message.From = new ChannelAccount(reference.BotId);
        message.Conversation = new ConversationAccount(id: reference.ConversationId, tenantId: reference.TenantId);
        return message;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Teams refused a message: HTTP {Status} {Code}.")]
        public static partial void Refused(ILogger logger, int status, string? code);
    }
}
