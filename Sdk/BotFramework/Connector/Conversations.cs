using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <inheritdoc cref="IConversations"/>
public class Conversations : IConversations
{
    private readonly ConnectorRequest _request;

    /// <summary>The conversations of a connector.</summary>
    public Conversations(ConnectorClient client)
    {
        Client = client;
        _request = new ConnectorRequest(client);
    }

    /// <summary>The connector.</summary>
    public ConnectorClient Client { get; }

    /// <inheritdoc/>
    public Task<HttpOperationResponse<ConversationResourceResponse>> CreateConversationWithHttpMessagesAsync(ConversationParameters parameters, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
        => _request.SendAsync<ConversationResourceResponse>(HttpMethod.Post, "v3/conversations", parameters, customHeaders, cancellationToken);

    /// <inheritdoc/>
    public Task<HttpOperationResponse<ResourceResponse>> SendToConversationWithHttpMessagesAsync(string conversationId, Activity activity, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
        => _request.SendAsync<ResourceResponse>(HttpMethod.Post, $"{Path(conversationId)}/activities", activity, customHeaders, cancellationToken);

    /// <inheritdoc/>
    public Task<HttpOperationResponse<ResourceResponse>> ReplyToActivityWithHttpMessagesAsync(string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
        => _request.SendAsync<ResourceResponse>(HttpMethod.Post, $"{Path(conversationId)}/activities/{ConnectorRequest.Segment(activityId)}", activity, customHeaders, cancellationToken);

    /// <inheritdoc/>
    public Task<HttpOperationResponse<ResourceResponse>> UpdateActivityWithHttpMessagesAsync(string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
        => _request.SendAsync<ResourceResponse>(HttpMethod.Put, $"{Path(conversationId)}/activities/{ConnectorRequest.Segment(activityId)}", activity, customHeaders, cancellationToken);

    /// <inheritdoc/>
    public async Task<HttpOperationResponse> DeleteActivityWithHttpMessagesAsync(string conversationId, string activityId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
        => await _request.SendAsync<object>(HttpMethod.Delete, $"{Path(conversationId)}/activities/{ConnectorRequest.Segment(activityId)}", null, customHeaders, cancellationToken).ConfigureAwait(false);

    /// <summary>One member.</summary>
    public Task<HttpOperationResponse<ChannelAccount>> GetConversationMemberWithHttpMessagesAsync(string userId, string conversationId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
        => GetMemberAsync<ChannelAccount>(userId, conversationId, customHeaders, cancellationToken);

    /// <inheritdoc/>
    public Task<HttpOperationResponse<IList<ChannelAccount>>> GetConversationMembersWithHttpMessagesAsync(string conversationId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
        => GetMembersAsync<IList<ChannelAccount>>(conversationId, customHeaders, cancellationToken);

    /// <inheritdoc/>
    public Task<HttpOperationResponse<PagedMembersResult>> GetConversationPagedMembersWithHttpMessagesAsync(string conversationId, int? pageSize = null, string continuationToken = null, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
        => GetPageAsync<PagedMembersResult>(conversationId, pageSize, continuationToken, customHeaders, cancellationToken);

    // Teams says more of a member than the protocol's account holds, so its methods read the same answers as their own types.
    internal Task<HttpOperationResponse<T>> GetMemberAsync<T>(string userId, string conversationId, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
        => _request.SendAsync<T>(HttpMethod.Get, $"{Path(conversationId)}/members/{ConnectorRequest.Segment(userId)}", null, customHeaders, cancellationToken);

    internal Task<HttpOperationResponse<T>> GetMembersAsync<T>(string conversationId, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
        => _request.SendAsync<T>(HttpMethod.Get, $"{Path(conversationId)}/members", null, customHeaders, cancellationToken);

    internal Task<HttpOperationResponse<T>> GetPageAsync<T>(string conversationId, int? pageSize, string continuationToken, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
    {
        var query = pageSize is null ? string.Empty : FormattableString.Invariant($"?pageSize={pageSize}");
        if (continuationToken is not null) query += (query.Length == 0 ? "?" : "&") + "continuationToken=" + Uri.EscapeDataString(continuationToken);
        return _request.SendAsync<T>(HttpMethod.Get, $"{Path(conversationId)}/pagedmembers{query}", null, customHeaders, cancellationToken);
    }

    private static string Path(string conversationId) => "v3/conversations/" + ConnectorRequest.Segment(conversationId);
}
