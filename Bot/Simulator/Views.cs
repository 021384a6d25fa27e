using System.Text.Json.Nodes;

namespace CoordinatorBot.Simulator;

/// <summary>What the page is given, as JSON.</summary>
internal static class Views
{
    // Teams refreshes cards without userIds by itself only in conversations of up to so many members.
    private const int MostMembersRefreshed = 60;

    public static JsonObject Of(Person person, bool hasApp, bool inStaffTeam, string? refusal) => new()
    {
        ["id"] = person.Id,
        ["name"] = person.Name,
        ["mail"] = person.Mail,
        ["hint"] = person.Hint,
        ["locale"] = person.Locale,
        ["zone"] = person.Zone,
        ["title"] = person.Title,
        ["organisation"] = person.Organisation,
        ["membership"] = person.Membership.ToString(),
        ["aadObjectId"] = person.AadObjectId,
        ["mri"] = person.Mri,
        ["chat"] = person.ChatId,
        ["hasApp"] = hasApp,
        ["inStaffTeam"] = inStaffTeam,
        ["refusal"] = refusal,
    };

    /// <summary>A conversation in the list, for one person.</summary>
    public static JsonObject Of(Conversation conversation, Person viewer)
    {
        var seen = conversation.ReadUpTo.GetValueOrDefault(viewer.Id);
        var last = conversation.Messages.FindLast(m => !m.Deleted);
        return new JsonObject
        {
            ["id"] = conversation.Id,
            ["name"] = conversation.Name,
            ["kind"] = conversation.IsChannel ? "channel" : "chat",
            ["team"] = conversation.Team?.Name,
            ["unread"] = conversation.Messages.Count(m => m.Number > seen && m.From != viewer && !m.Deleted),
            ["at"] = last?.At,
            ["preview"] = last is null ? null : (last.From == viewer ? "You: " : "") + Preview(last.Activity),
        };
    }

    /// <summary>A message as one person sees it.</summary>
    public static JsonObject Of(Message message, Conversation conversation, Person viewer, int members) => new()
    {
        ["id"] = message.Id,
        ["chat"] = conversation.Id,
        ["thread"] = message.ThreadId,
        ["from"] = new JsonObject
        {
            ["id"] = message.From?.Id,
            ["name"] = message.From?.Name ?? Activities.BotName,
            ["bot"] = message.From is null,
        },
        ["own"] = message.From == viewer,
        ["at"] = message.At,
        ["edited"] = message.EditedAt,
        ["revision"] = message.Revision,
        ["deleted"] = message.Deleted,
        ["failure"] = message.Failure,
        ["text"] = message.Deleted ? null : (string?)message.Activity["text"],
        ["textFormat"] = (string?)message.Activity["textFormat"],
        ["attachments"] = message.Deleted ? null : AttachmentsFor(message, viewer),
        ["attachmentLayout"] = (string?)message.Activity["attachmentLayout"],
        ["suggestedActions"] = message.Activity["suggestedActions"]?["actions"]?.DeepClone(),
        ["refresh"] = !message.Deleted && Refreshes(message.CardFor(viewer.Id), viewer, members),
    };

    /// <summary>A line that stands for a message in a list or a toast.</summary>
    public static string Preview(JsonObject activity)
    {
        var text = (string?)activity["summary"] ?? (string?)activity["text"];
        if (!string.IsNullOrWhiteSpace(text))
            return text.Length <= 120 ? text : string.Concat(text.AsSpan(0, 119), "…");
        var first = activity["attachments"]?.AsArray().FirstOrDefault();
        return (string?)first?["contentType"] == Activities.CardType
            ? (string?)first["content"]?["fallbackText"] ?? "Sent a card"
            : (string?)first?["name"] ?? "Sent an attachment";
    }

    private static JsonArray? AttachmentsFor(Message message, Person viewer)
    {
        var all = message.Activity["attachments"]?.DeepClone().AsArray();
        if (all is not null && message.Views.TryGetValue(viewer.Id, out var own))
        {
            var card = all.FirstOrDefault(a => (string?)a?["contentType"] == Activities.CardType);
            if (card is not null)
                card["content"] = own.DeepClone();
        }
        return all;
    }

    /// <summary>Whether Teams refreshes a card by itself for somebody, in a conversation of so many people.</summary>
    public static bool Refreshes(JsonNode? card, Person viewer, int members)
    {
        if (card?["refresh"]?["action"] is null)
            return false;
        return card["refresh"]!["userIds"] is JsonArray { Count: > 0 } ids
            ? ids.Any(id => (string?)id == viewer.Mri)
            : members <= MostMembersRefreshed;
    }
}
