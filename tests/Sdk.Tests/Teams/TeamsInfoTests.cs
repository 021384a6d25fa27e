using System.Net;
using System.Text;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace CoordinatorBot.Sdk.Tests.Teams;

/// <summary>What is asked of Teams about a team and its members, and what is said where there is no team.</summary>
public sealed class TeamsInfoTests : IDisposable
{
    private const string Team = "19:team@thread.tacv2";
    private const string TeamPath = "19%3Ateam%40thread.tacv2";
    private readonly Roster _roster = new();
    private readonly HttpClient _client;

    public TeamsInfoTests() => _client = new HttpClient(_roster);

    public void Dispose()
    {
        _client.Dispose();
        _roster.Dispose();
    }

    [Fact]
    public async Task Member_is_one_of_the_team_else_of_the_chat()
    {
        _roster.Answer = """{"id":"29:a","name":"Ann","objectId":"x","givenName":"Ann","surname":"Berg","email":"a@x.org","userPrincipalName":"ann","tenantId":"t","userRole":"user"}""";

        var member = await TeamsInfo.GetMemberAsync(Turn(Team), "29:a", Stop);
        await TeamsInfo.GetMemberAsync(Turn(null), "29:a", Stop);
        await TeamsInfo.GetTeamMemberAsync(Turn(Team), "29:a", null, Stop);
        await TeamsInfo.GetTeamMemberAsync(Turn(null), "29:a", "other", Stop);

        Assert.Equal(("Ann", "x", "a@x.org", "ann", "t"), (member.Name, member.AadObjectId, member.Email, member.UserPrincipalName, member.TenantId));
        Assert.Equal(
            [$"v3/conversations/{TeamPath}/members/29%3Aa", "v3/conversations/a%3Achat/members/29%3Aa", $"v3/conversations/{TeamPath}/members/29%3Aa", "v3/conversations/other/members/29%3Aa"],
            _roster.Asked);
    }

    [Fact]
    public async Task Members_come_page_by_page()
    {
        _roster.Answer = """{"continuationToken":"more&more","members":[{"id":"29:a"},{"id":"29:b"}]}""";

        var first = await TeamsInfo.GetPagedMembersAsync(Turn(null), cancellationToken: Stop);
        await TeamsInfo.GetPagedMembersAsync(Turn(Team), 2, first.ContinuationToken, Stop);
        await TeamsInfo.GetPagedTeamMembersAsync(Turn(null), "other", first.ContinuationToken, 500, Stop);
        await TeamsInfo.GetPagedTeamMembersAsync(Turn(Team), cancellationToken: Stop);

        Assert.Equal(["29:a", "29:b"], first.Members.Select(member => member.Id));
        Assert.Equal(
            [
                "v3/conversations/a%3Achat/pagedmembers",
                $"v3/conversations/{TeamPath}/pagedmembers?pageSize=2&continuationToken=more%26more",
                "v3/conversations/other/pagedmembers?pageSize=500&continuationToken=more%26more",
                $"v3/conversations/{TeamPath}/pagedmembers",
            ],
            _roster.Asked);
    }

    [Fact]
    public async Task Team_and_its_channels_are_those_of_the_turn_unless_another_is_named()
    {
        _roster.Answer = """{"id":"19:team","name":"Delegations","aadGroupId":"g","channelCount":2,"memberCount":14,"type":"standard","conversations":[{"id":"19:team"},{"id":"19:lund","name":"Lund"}]}""";

        var team = await TeamsInfo.GetTeamDetailsAsync(Turn(Team), null, Stop);
        var channels = await TeamsInfo.GetTeamChannelsAsync(Turn(Team), null, Stop);
        await TeamsInfo.GetTeamDetailsAsync(Turn(Team), "other", Stop);
        await TeamsInfo.GetTeamChannelsAsync(Turn(null), "other", Stop);

        Assert.Equal(("Delegations", "g", 2, 14), (team.Name, team.AadGroupId, team.ChannelCount, team.MemberCount));
        // The first channel of a team has no name in Teams.
        Assert.Equal([null, "Lund"], channels.Select(channel => channel.Name));
        Assert.Equal([$"v3/teams/{TeamPath}", $"v3/teams/{TeamPath}/conversations", "v3/teams/other", "v3/teams/other/conversations"], _roster.Asked);
    }

    [Fact]
    public async Task Where_there_is_no_team_no_connector_or_no_chat_nothing_is_asked_and_that_is_said()
    {
        await SaysAsync("scope of MS Teams Team", () => TeamsInfo.GetTeamDetailsAsync(Turn(null), null, Stop));
        await SaysAsync("scope of MS Teams Team", () => TeamsInfo.GetTeamChannelsAsync(Turn(null), null, Stop));
        await SaysAsync("scope of MS Teams Team", () => TeamsInfo.GetTeamMemberAsync(Turn(null), "29:a", null, Stop));
        await SaysAsync("scope of MS Teams Team", () => TeamsInfo.GetPagedTeamMembersAsync(Turn(null), cancellationToken: Stop));
        await SaysAsync("connector client", () => TeamsInfo.GetMemberAsync(new TurnContext(new TestAdapter(), new Activity()), "29:a", Stop));
        var nowhere = Turn(null);
        nowhere.Activity.Conversation = null;
        await SaysAsync("no conversation", () => TeamsInfo.GetMemberAsync(nowhere, "29:a", Stop));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => TeamsInfo.GetMemberAsync(Turn(null), null, Stop));

        Assert.Empty(_roster.Asked);

        static async Task SaysAsync(string why, Func<Task> ask)
            => Assert.Contains(why, (await Assert.ThrowsAsync<InvalidOperationException>(ask)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_member_is_an_error_of_the_connector_with_its_body()
    {
        (_roster.Status, _roster.Answer) = (HttpStatusCode.NotFound, """{"error":{"code":"MemberNotFoundInConversation","message":"No such member"}}""");

        var error = await Assert.ThrowsAsync<ErrorResponseException>(() => TeamsInfo.GetMemberAsync(Turn(null), "29:ghost", Stop));

        Assert.Equal((HttpStatusCode.NotFound, "MemberNotFoundInConversation"), (error.Response.StatusCode, error.Body.Error.Code));
        Assert.Single(_roster.Asked);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private TurnContext Turn(string? team)
    {
        var activity = new Activity(ActivityTypes.Message)
        {
            ChannelId = Channels.Msteams,
            Conversation = new ConversationAccount(id: "a:chat"),
            ChannelData = team is null ? null : new TeamsChannelData { Team = new TeamInfo { Id = team } },
        };
        var turn = new TurnContext(new TestAdapter(), activity);
        turn.TurnState.Add<IConnectorClient>(new ConnectorClient(new Uri("https://smba.example/emea/"), null, _client, false));
        return turn;
    }

    /// <summary>Teams, which answers the same to all.</summary>
    private sealed class Roster : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];

        public string Answer { get; set; } = "{}";

        public HttpStatusCode Status { get; set; } = HttpStatusCode.OK;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal(HttpMethod.Get, request.Method);
            Asked.Add(request.RequestUri!.AbsoluteUri["https://smba.example/emea/".Length..]);
            return Task.FromResult(new HttpResponseMessage(Status) { Content = new StringContent(Answer, Encoding.UTF8, "application/json") });
        }
    }
}
