using Microsoft.Bot.Schema.Teams;
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
        => _request.SendAsync<ConversationResourceResponse>(HttpMethod.Post, Root + "v3/conversations", parameters, customHeaders, cancellationToken);

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

    // What TeamsInfo asks.
    internal Task<HttpOperationResponse<TeamDetails>> GetTeamAsync(string teamId, CancellationToken cancellationToken)
        => _request.SendAsync<TeamDetails>(HttpMethod.Get, $"{Root}v3/teams/{ConnectorRequest.Segment(teamId)}", null, null, cancellationToken);

    internal Task<HttpOperationResponse<ConversationList>> GetTeamChannelsAsync(string teamId, CancellationToken cancellationToken)
        => _request.SendAsync<ConversationList>(HttpMethod.Get, $"{Root}v3/teams/{ConnectorRequest.Segment(teamId)}/conversations", null, null, cancellationToken);

    internal Task<HttpOperationResponse<TeamsChannelAccount>> GetMemberAsync(string conversationId, string userId, CancellationToken cancellationToken)
        => _request.SendAsync<TeamsChannelAccount>(HttpMethod.Get, $"{Path(conversationId)}/members/{ConnectorRequest.Segment(userId)}", null, null, cancellationToken);

    internal Task<HttpOperationResponse<TeamsPagedMembersResult>> GetPageAsync(string conversationId, int? pageSize, string continuationToken, CancellationToken cancellationToken)
    {
        var query = pageSize is null ? string.Empty : FormattableString.Invariant($"?pageSize={pageSize}");
        if (continuationToken is not null) query += (query.Length == 0 ? "?" : "&") + "continuationToken=" + Uri.EscapeDataString(continuationToken);
        return _request.SendAsync<TeamsPagedMembersResult>(HttpMethod.Get, $"{Path(conversationId)}/pagedmembers{query}", null, null, cancellationToken);
    }

    private string Root => Client.BaseUri.AbsoluteUri is var root && root.EndsWith('/') ? root : root + "/";

    private string Path(string conversationId) => $"{Root}v3/conversations/{ConnectorRequest.Segment(conversationId)}";
}
