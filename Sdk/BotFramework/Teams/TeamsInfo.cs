using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>What Teams knows of the conversation of a turn: its members, its team. Each method makes one request.</summary>
public static class TeamsInfo
{
    private const string OnlyInTeam = "This method is only valid within the scope of MS Teams Team.";

    /// <summary>A member of the team, or of the chat where there is no team.</summary>
    /// <exception cref="ErrorResponseException">The connector doesn't know them.</exception>
    public static Task<TeamsChannelAccount> GetMemberAsync(ITurnContext turnContext, string userId, CancellationToken cancellationToken = default)
        => Body(Conversations(turnContext).GetMemberAsync(Scope(turnContext), userId, cancellationToken));

    /// <summary>A member of a team; of the turn's, if none is named.</summary>
    public static Task<TeamsChannelAccount> GetTeamMemberAsync(ITurnContext turnContext, string userId, string teamId = null, CancellationToken cancellationToken = default)
        => Body(Conversations(turnContext).GetMemberAsync(Team(turnContext, teamId), userId, cancellationToken));

    /// <summary>Members of the team, or of the chat where there is no team, page by page.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="pageSize">How many at most; Teams gives 50 to 500.</param>
    /// <param name="continuationToken">That of the page before; null for the first.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static Task<TeamsPagedMembersResult> GetPagedMembersAsync(ITurnContext turnContext, int? pageSize = default, string continuationToken = default, CancellationToken cancellationToken = default)
        => Body(Conversations(turnContext).GetPageAsync(Scope(turnContext), pageSize, continuationToken, cancellationToken));

    /// <summary>Members of a team, page by page; of the turn's team, if none is named.</summary>
    public static Task<TeamsPagedMembersResult> GetPagedTeamMembersAsync(ITurnContext turnContext, string teamId = default, string continuationToken = default, int? pageSize = default, CancellationToken cancellationToken = default)
        => Body(Conversations(turnContext).GetPageAsync(Team(turnContext, teamId), pageSize, continuationToken, cancellationToken));

    /// <summary>A team; the turn's, if none is named.</summary>
    public static Task<TeamDetails> GetTeamDetailsAsync(ITurnContext turnContext, string teamId = null, CancellationToken cancellationToken = default)
        => Body(Conversations(turnContext).GetTeamAsync(Team(turnContext, teamId), cancellationToken));

    /// <summary>The channels of a team; of the turn's, if none is named.</summary>
    public static async Task<IList<ChannelInfo>> GetTeamChannelsAsync(ITurnContext turnContext, string teamId = null, CancellationToken cancellationToken = default)
        => (await Body(Conversations(turnContext).GetTeamChannelsAsync(Team(turnContext, teamId), cancellationToken)).ConfigureAwait(false)).Conversations;

    /// <summary>Starts a thread in a channel.</summary>
    /// <returns>The new thread, and the id of its first message.</returns>
    public static async Task<Tuple<ConversationReference, string>> SendMessageToTeamsChannelAsync(ITurnContext turnContext, IActivity activity, string teamsChannelId, string botAppId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentException.ThrowIfNullOrEmpty(teamsChannelId);
        Tuple<ConversationReference, string> thread = null;
        var parameters = new ConversationParameters
        {
            IsGroup = true,
            ChannelData = new TeamsChannelData { Channel = new ChannelInfo(teamsChannelId) },
            Activity = (Activity)activity,
        };
        await turnContext.Adapter.CreateConversationAsync(
            botAppId,
            Channels.Msteams,
            turnContext.Activity.ServiceUrl,
            null,
            parameters,
            (created, _) =>
            {
                thread = Tuple.Create(created.Activity.GetConversationReference(), created.Activity.Id);
                return Task.CompletedTask;
            },
            cancellationToken).ConfigureAwait(false);
        return thread;
    }

    private static string Scope(ITurnContext turnContext)
        => turnContext.Activity.TeamsGetTeamInfo()?.Id ?? turnContext.Activity.Conversation?.Id ?? throw new InvalidOperationException("The activity has no conversation.");

    private static string Team(ITurnContext turnContext, string teamId)
        => teamId ?? turnContext.Activity.TeamsGetTeamInfo()?.Id ?? throw new InvalidOperationException(OnlyInTeam);

    private static Conversations Conversations(ITurnContext turnContext)
        => turnContext.TurnState.Get<IConnectorClient>()?.Conversations as Conversations ?? throw new InvalidOperationException("This method requires a connector client.");

    private static async Task<T> Body<T>(Task<HttpOperationResponse<T>> exchange) => (await exchange.ConfigureAwait(false)).Body;
}
