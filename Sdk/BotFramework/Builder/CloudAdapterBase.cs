using System.Security.Claims;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Rest;

namespace Microsoft.Bot.Builder;

/// <summary>An adapter to the channels of Azure Bot Service, whatever brings the requests in.</summary>
public abstract class CloudAdapterBase : BotAdapter
{
    /// <summary>An adapter that trusts as this says.</summary>
    protected CloudAdapterBase(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(botFrameworkAuthentication);
        (BotFrameworkAuthentication, Logger) = (botFrameworkAuthentication, logger ?? NullLogger.Instance);
    }

    /// <summary>Whom to trust.</summary>
    protected BotFrameworkAuthentication BotFrameworkAuthentication { get; }

    /// <summary>Where to log.</summary>
    protected ILogger Logger { get; }

    /// <inheritdoc/>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0) throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            var activity = activities[i];
            activity.Id = null;
            ResourceResponse response = null;
            if (activity.Type == ActivityTypesEx.Delay) await Task.Delay(Convert.ToInt32(activity.Value, CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
            else if (activity.Type == ActivityTypesEx.InvokeResponse) turnContext.TurnState.Add(InvokeResponseKey, activity);
            else if (activity.Type != ActivityTypes.Trace || activity.ChannelId == Channels.Emulator) response = (await PostAsync(Connector(turnContext).Conversations, activity, cancellationToken).ConfigureAwait(false)).Body;
            responses[i] = response ?? new ResourceResponse(string.Empty);
        }

        return responses;
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Connector(turnContext).Conversations.UpdateActivityAsync(activity, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return Connector(turnContext).Conversations.DeleteActivityAsync(reference.Conversation.Id, reference.ActivityId, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task ContinueConversationAsync(string botAppId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
        => ContinueConversationAsync(CreateClaimsIdentity(botAppId), reference, null, callback, cancellationToken);

    /// <inheritdoc/>
    public override Task ContinueConversationAsync(string botAppId, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken)
        => ContinueConversationAsync(CreateClaimsIdentity(botAppId), continuationActivity, null, callback, cancellationToken);

    /// <inheritdoc/>
    public override Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
        => ContinueConversationAsync(claimsIdentity, reference, null, callback, cancellationToken);

    /// <inheritdoc/>
    public override Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, ConversationReference reference, string audience, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ContinueConversationAsync(claimsIdentity, reference.GetContinuationActivity(), audience, callback, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, Activity continuationActivity, BotCallbackHandler callback, CancellationToken cancellationToken)
        => ContinueConversationAsync(claimsIdentity, continuationActivity, null, callback, cancellationToken);

    /// <inheritdoc/>
    public override Task ContinueConversationAsync(ClaimsIdentity claimsIdentity, Activity continuationActivity, string audience, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(claimsIdentity);
        ArgumentNullException.ThrowIfNull(continuationActivity);
        ArgumentNullException.ThrowIfNull(callback);
        if (continuationActivity.Conversation is null) throw new ArgumentException("The continuation activity must contain a conversation.", nameof(continuationActivity));
        return ProcessProactiveAsync(claimsIdentity, continuationActivity, audience, callback, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task CreateConversationAsync(string botAppId, string channelId, string serviceUrl, string audience, ConversationParameters conversationParameters, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(serviceUrl);
        ArgumentNullException.ThrowIfNull(conversationParameters);
        ArgumentNullException.ThrowIfNull(callback);
        var identity = CreateClaimsIdentity(botAppId);
        var factory = BotFrameworkAuthentication.CreateConnectorFactory(identity);
        using var connector = await factory.CreateAsync(serviceUrl, audience, cancellationToken).ConfigureAwait(false);
        var created = await connector.Conversations.CreateConversationAsync(conversationParameters, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException("The connector didn't say which conversation it made.");
        var activity = new Activity(ActivityTypes.Event)
        {
            Name = ActivityEventNames.CreateConversation,
            ChannelId = channelId,
            ServiceUrl = serviceUrl,
            Id = created.ActivityId ?? Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("n"),
            Conversation = new ConversationAccount(id: created.Id, tenantId: conversationParameters.TenantId),
            ChannelData = conversationParameters.ChannelData,
            Recipient = conversationParameters.Bot,
        };
        using var context = CreateContext(activity, identity, audience, connector, factory, callback);
        await RunPipelineAsync(context, callback, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>An identity of an app, for what it does on its own account.</summary>
    protected ClaimsIdentity CreateClaimsIdentity(string botAppId)
        => new([new Claim(AuthenticationConstants.AudienceClaim, botAppId ?? string.Empty), new Claim(AuthenticationConstants.AppIdClaim, botAppId ?? string.Empty)]);

    /// <summary>Runs a turn that no request started.</summary>
    protected async Task ProcessProactiveAsync(ClaimsIdentity claimsIdentity, Activity continuationActivity, string audience, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var factory = BotFrameworkAuthentication.CreateConnectorFactory(claimsIdentity);
        using var connector = await factory.CreateAsync(continuationActivity.ServiceUrl, audience, cancellationToken).ConfigureAwait(false);
        using var context = CreateContext(continuationActivity, claimsIdentity, audience, connector, factory, callback);
        await RunPipelineAsync(context, callback, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Checks a request, and runs its turn.</summary>
    /// <exception cref="UnauthorizedAccessException">It isn't to be trusted.</exception>
    protected async Task<InvokeResponse> ProcessActivityAsync(string authHeader, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var result = await BotFrameworkAuthentication.AuthenticateRequestAsync(activity, authHeader, cancellationToken).ConfigureAwait(false);
        return await ProcessActivityAsync(result, activity, callback, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs the turn of a request that was checked.</summary>
    /// <returns>What to answer; null for status 200 and nothing else.</returns>
    protected async Task<InvokeResponse> ProcessActivityAsync(AuthenticateRequestResult authenticateRequestResult, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var trusted = authenticateRequestResult;
        activity.CallerId = trusted.CallerId;
        using var connector = await trusted.ConnectorFactory.CreateAsync(activity.ServiceUrl, trusted.Audience, cancellationToken).ConfigureAwait(false);
        using var context = CreateContext(activity, trusted.ClaimsIdentity, trusted.Audience, connector, trusted.ConnectorFactory, callback);
        await RunPipelineAsync(context, callback, cancellationToken).ConfigureAwait(false);
        return Outcome(context);
    }

    private static InvokeResponse Outcome(TurnContext context)
    {
        if (context.Activity.DeliveryMode == DeliveryModes.ExpectReplies) return new InvokeResponse { Status = 200, Body = new ExpectedReplies(context.BufferedReplyActivities) };
        if (context.Activity.Type != ActivityTypes.Invoke) return null;
        return context.TurnState.Get<Activity>(InvokeResponseKey) is { } sent ? (InvokeResponse)sent.Value : new InvokeResponse { Status = 501 };
    }

    private static IConnectorClient Connector(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<IConnectorClient>() ?? throw new InvalidOperationException("Unable to extract ConnectorClient from turn context.");
    }

    private static Task<HttpOperationResponse<ResourceResponse>> PostAsync(IConversations conversations, Activity activity, CancellationToken cancellationToken) => string.IsNullOrWhiteSpace(activity.ReplyToId)
        ? conversations.SendToConversationWithHttpMessagesAsync(activity.Conversation.Id, activity, null, cancellationToken)
        : conversations.ReplyToActivityWithHttpMessagesAsync(activity.Conversation.Id, activity.ReplyToId, activity, null, cancellationToken);

    private TurnContext CreateContext(Activity activity, ClaimsIdentity identity, string audience, IConnectorClient connector, ConnectorFactory factory, BotCallbackHandler callback)
    {
        var context = new TurnContext(this, activity);
        context.TurnState.Set<System.Security.Principal.IIdentity>(BotIdentityKey, identity);
        context.TurnState.Set(connector);
        context.TurnState.Set(factory);
        context.TurnState.Set(callback);
        context.TurnState.Set(OAuthScopeKey, audience);
        return context;
    }
}
