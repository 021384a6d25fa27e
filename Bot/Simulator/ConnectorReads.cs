using System.Globalization;
using System.Text.Json.Nodes;

namespace CoordinatorBot.Simulator;

/// <summary>What the connector service tells of conversations: their members, and the channels of a team.</summary>
internal sealed class ConnectorReads(TeamsState state, Faults faults, ThreadRates rates)
{
    private const int SmallestPage = 50;
    private const int LargestPage = 500;

    public static void Map(IEndpointRouteBuilder v3)
    {
        v3.MapGet("/conversations/{id}/members", (string id, ConnectorReads r) => r.Members(id));
        v3.MapGet("/conversations/{id}/members/{memberId}", (string id, string memberId, ConnectorReads r) => r.Member(id, memberId));
        v3.MapGet("/conversations/{id}/pagedmembers",
            (string id, int? pageSize, string? continuationToken, ConnectorReads r) => r.Paged(id, pageSize, continuationToken));
        v3.MapGet("/teams/{id}", (string id, ConnectorReads r) => r.Team(id));
        v3.MapGet("/teams/{id}/conversations", (string id, ConnectorReads r) => r.Channels(id));
    }

    private IResult Members(string id) =>
        Read(id, conversation => new JsonArray([.. state.MembersOf(conversation).Select(Account)]));

    private IResult Member(string id, string memberId)
    {
        JsonObject? account = null;
        var answer = Read(id, conversation =>
        {
            var member = state.FindAccount(memberId);
            account = member is not null && state.MembersOf(conversation).Contains(member) ? Account(member) : null;
            return account;
        });
        return answer is ConnectorError || account is not null
            ? answer
            : new ConnectorError(404, "MemberNotFoundInConversation", "The member was not found in the conversation.");
    }

    private IResult Paged(string id, int? pageSize, string? continuationToken) => Read(id, conversation =>
    {
        var all = state.MembersOf(conversation);
        var size = Math.Clamp(pageSize ?? LargestPage, SmallestPage, LargestPage);
        _ = int.TryParse(continuationToken, NumberStyles.None, CultureInfo.InvariantCulture, out var start);
        var page = new JsonObject { ["members"] = new JsonArray([.. all.Skip(start).Take(size).Select(Account)]) };
        if (start + size < all.Count)
            page["continuationToken"] = (start + size).ToString(CultureInfo.InvariantCulture);
        return page;
    });

    private IResult Team(string id) => Read(id, conversation =>
    {
        var team = Activities.TeamInfo(conversation.Team!);
        team["channelCount"] = conversation.Team!.Channels.Count;
        team["memberCount"] = state.MembersOf(conversation).Count;
        return team;
    }, teamOnly: true);

    // The general channel bears the team's id, and no name: clients show it in their own language.
    private IResult Channels(string id) => Read(id, conversation => new JsonObject
    {
        ["conversations"] = new JsonArray([.. conversation.Team!.Channels.Select(c =>
            new JsonObject { ["id"] = c.Id, ["name"] = c.Id == conversation.Team.Id ? null : c.Name })]),
    }, teamOnly: true);

    private IResult Read(string id, Func<Conversation, JsonNode?> read, bool teamOnly = false)
    {
        switch (faults.Next(carriesMessage: false, createsMessage: false))
        {
            case Fault.Throttle:
                return ConnectorError.TooMany(faults.Settings.RetryAfter);
            case Fault.BadGateway:
                return ConnectorError.BadGateway;
        }
        if (state.FindConversation(id) is not var (conversation, _) || (teamOnly && conversation.Team?.Id != id))
            return ConnectorError.NoConversation;
        if (conversation.Person is { } person && !state.HasApp(person))
            return ConnectorError.NotInRoster;
        if (faults.EnforceRates && rates.Admit(id, memberRead: true) is { } wait)
            return ConnectorError.TooMany((int)Math.Ceiling(wait.TotalSeconds));
        return Results.Json(read(conversation));
    }

    private static JsonObject Account(Person person)
    {
        var names = person.Name.Split(' ', 2);
        return new JsonObject
        {
            ["id"] = person.Mri,
            ["name"] = person.Name,
            ["aadObjectId"] = person.AadObjectId,
            ["givenName"] = names[0],
            ["surname"] = names.Length == 2 ? names[1] : null,
            ["email"] = person.Mail,
            ["userPrincipalName"] = person.Mail,
            ["tenantId"] = person.TenantId,
            ["userRole"] = person.Membership == Membership.Member ? "user" : "guest",
        };
    }
}
