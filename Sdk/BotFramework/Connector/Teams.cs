using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Teams;

/// <summary>What only the connector of Teams has.</summary>
public interface ITeamsOperations
{
    /// <summary>The channels of a team.</summary>
    Task<HttpOperationResponse<ConversationList>> FetchChannelListWithHttpMessagesAsync(string teamId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default);

    /// <summary>A team.</summary>
    Task<HttpOperationResponse<TeamDetails>> FetchTeamDetailsWithHttpMessagesAsync(string teamId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default);
}

/// <inheritdoc cref="ITeamsOperations"/>
internal sealed class TeamsRequests(ConnectorClient client) : ITeamsOperations
{
    private readonly ConnectorRequest _request = new(client);

    public Task<HttpOperationResponse<ConversationList>> FetchChannelListWithHttpMessagesAsync(string teamId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
        => _request.SendAsync<ConversationList>(HttpMethod.Get, $"v3/teams/{ConnectorRequest.Segment(teamId)}/conversations", null, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<TeamDetails>> FetchTeamDetailsWithHttpMessagesAsync(string teamId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
        => _request.SendAsync<TeamDetails>(HttpMethod.Get, $"v3/teams/{ConnectorRequest.Segment(teamId)}", null, customHeaders, cancellationToken);
}
