using System.Text.Json.Nodes;

namespace CoordinatorBot.Simulator;

/// <summary>What the simulated Teams knows, as JSON: of each conversation the newest messages.</summary>
internal static class KeptTeams
{
    /// <summary>Most messages kept of one conversation; with cards of up to 25 KB a chat is kept in some megabytes.</summary>
    public const int MostMessages = 200;

    /// <summary>All of it, taken at one moment.</summary>
    public static JsonObject Of(TeamsState state) => state.Read(() => new JsonObject
    {
        ["people"] = new JsonArray([.. state.All.Select(p => Of(state, p))]),
        ["conversations"] = new JsonArray([.. state.AllConversations.Where(c => c.Greeted || c.Messages.Count > 0).Select(Of)]),
    });

    /// <summary>Puts it back into a state in which nobody has written anything.</summary>
    public static void Restore(TeamsState state, JsonObject kept)
    {
        foreach (var person in kept["people"]!.AsArray().Select(p => p!.AsObject()))
            state.Restore(PersonOf(person), (bool)person["hasApp"]!, (bool)person["inStaffTeam"]!);
        foreach (var conversation in kept["conversations"]!.AsArray().Select(c => c!.AsObject()))
            RestoreConversation(state, conversation);
    }

    private static JsonObject Of(TeamsState state, Person p) => new()
    {
        ["id"] = p.Id,
        ["name"] = p.Name,
        ["mail"] = p.Mail,
        ["hint"] = p.Hint,
        ["locale"] = p.Locale,
        ["zone"] = p.Zone,
        ["membership"] = p.Membership.ToString(),
        ["title"] = p.Title,
        ["organisation"] = p.Organisation,
        ["hasApp"] = state.HasApp(p),
        ["inStaffTeam"] = state.InStaffTeam(p),
    };

    private static Person PersonOf(JsonObject p) => new(
        (string)p["id"]!, (string)p["name"]!, (string)p["mail"]!, (string)p["hint"]!, (string)p["locale"]!, (string)p["zone"]!,
        Enum.Parse<Membership>((string)p["membership"]!), (string?)p["title"], (string?)p["organisation"]);

    private static JsonObject Of(Conversation c) => new()
    {
        ["id"] = c.Id,
        ["greeted"] = c.Greeted,
        ["read"] = new JsonObject(c.ReadUpTo.Select(r => KeyValuePair.Create<string, JsonNode?>(r.Key, r.Value))),
        ["messages"] = new JsonArray([.. c.Messages.TakeLast(MostMessages).Select(Of)]),
    };

    private static JsonObject Of(Message m) => new()
    {
        ["number"] = m.Number,
        ["thread"] = m.ThreadId,
        ["from"] = m.From?.Id,
        ["at"] = m.At,
        ["edited"] = m.EditedAt,
        ["revision"] = m.Revision,
        ["deleted"] = m.Deleted,
        ["failure"] = m.Failure,
        ["activity"] = m.Activity.DeepClone(),
        ["views"] = m.Views.Count == 0 ? null : new JsonObject(m.Views.Select(v => KeyValuePair.Create<string, JsonNode?>(v.Key, v.Value.DeepClone()))),
    };

    private static void RestoreConversation(TeamsState state, JsonObject kept)
    {
        if (state.FindConversation((string)kept["id"]!) is not { Conversation: var conversation })
            return;
        var messages = kept["messages"]!.AsArray().Select(m => MessageOf(state, m!.AsObject())).ToList();
        state.Restore(conversation, (bool)kept["greeted"]!, kept["read"]!.AsObject().ToDictionary(r => r.Key, r => (long)r.Value!), messages);
    }

    private static Message MessageOf(TeamsState state, JsonObject m)
    {
        var message = new Message
        {
            Number = (long)m["number"]!,
            ThreadId = (string?)m["thread"],
            From = (string?)m["from"] is { } id ? state.FindPerson(id) : null,
            At = (DateTimeOffset)m["at"]!,
            EditedAt = (DateTimeOffset?)m["edited"],
            Revision = (int)m["revision"]!,
            Deleted = (bool)m["deleted"]!,
            Failure = (string?)m["failure"],
            Activity = m["activity"]!.DeepClone().AsObject(),
        };
        foreach (var (person, card) in m["views"]?.AsObject() ?? [])
            message.Views[person] = card!.DeepClone();
        return message;
    }
}
