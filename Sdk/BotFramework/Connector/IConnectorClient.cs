using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>The connector of a channel, at one address.</summary>
public interface IConnectorClient : IDisposable
{
    /// <summary>The service URL.</summary>
    Uri BaseUri { get; set; }

    /// <summary>What proves who is asking.</summary>
    ServiceClientCredentials Credentials { get; }

    /// <summary>Its conversations.</summary>
    IConversations Conversations { get; }
}

/// <summary>
/// Conversations of a connector. Each method makes one request, and no more if it fails; anything else than success throws
/// <see cref="ErrorResponseException"/>.
/// </summary>
public interface IConversations
{
    /// <summary>Starts a conversation.</summary>
    Task<HttpOperationResponse<ConversationResourceResponse>> CreateConversationWithHttpMessagesAsync(ConversationParameters parameters, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default);

    /// <summary>Sends to the end of a conversation.</summary>
    Task<HttpOperationResponse<ResourceResponse>> SendToConversationWithHttpMessagesAsync(string conversationId, Activity activity, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default);

    /// <summary>Answers an activity.</summary>
    Task<HttpOperationResponse<ResourceResponse>> ReplyToActivityWithHttpMessagesAsync(string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default);

    /// <summary>Replaces an activity.</summary>
    Task<HttpOperationResponse<ResourceResponse>> UpdateActivityWithHttpMessagesAsync(string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default);

    /// <summary>Deletes an activity.</summary>
    Task<HttpOperationResponse> DeleteActivityWithHttpMessagesAsync(string conversationId, string activityId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default);
}

/// <summary>The methods of <see cref="IConversations"/>, giving the body alone.</summary>
public static class ConversationsExtensions
{
    /// <summary>Starts a conversation.</summary>
    public static async Task<ConversationResourceResponse> CreateConversationAsync(this IConversations operations, ConversationParameters parameters, CancellationToken cancellationToken = default)
        => (await operations.CreateConversationWithHttpMessagesAsync(parameters, null, cancellationToken).ConfigureAwait(false)).Body;

    /// <summary>Sends to the end of the activity's conversation.</summary>
    public static Task<ResourceResponse> SendToConversationAsync(this IConversations operations, Activity activity, CancellationToken cancellationToken = default)
        => operations.SendToConversationAsync(activity.Conversation.Id, activity, cancellationToken);

    /// <summary>Sends to the end of a conversation.</summary>
    public static async Task<ResourceResponse> SendToConversationAsync(this IConversations operations, string conversationId, Activity activity, CancellationToken cancellationToken = default)
        => (await operations.SendToConversationWithHttpMessagesAsync(conversationId, activity, null, cancellationToken).ConfigureAwait(false)).Body;

    /// <summary>Answers the activity that this one says it answers.</summary>
    public static Task<ResourceResponse> ReplyToActivityAsync(this IConversations operations, Activity activity, CancellationToken cancellationToken = default)
        => operations.ReplyToActivityAsync(activity.Conversation.Id, activity.ReplyToId, activity, cancellationToken);

    /// <summary>Answers an activity.</summary>
    public static async Task<ResourceResponse> ReplyToActivityAsync(this IConversations operations, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default)
        => (await operations.ReplyToActivityWithHttpMessagesAsync(conversationId, activityId, activity, null, cancellationToken).ConfigureAwait(false)).Body;

    /// <summary>Replaces the activity of the same id.</summary>
    public static Task<ResourceResponse> UpdateActivityAsync(this IConversations operations, Activity activity, CancellationToken cancellationToken = default)
        => operations.UpdateActivityAsync(activity.Conversation.Id, activity.Id, activity, cancellationToken);

    /// <summary>Replaces an activity.</summary>
    public static async Task<ResourceResponse> UpdateActivityAsync(this IConversations operations, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default)
        => (await operations.UpdateActivityWithHttpMessagesAsync(conversationId, activityId, activity, null, cancellationToken).ConfigureAwait(false)).Body;

    /// <summary>Deletes an activity.</summary>
    public static Task DeleteActivityAsync(this IConversations operations, string conversationId, string activityId, CancellationToken cancellationToken = default)
        => operations.DeleteActivityWithHttpMessagesAsync(conversationId, activityId, null, cancellationToken);
}
