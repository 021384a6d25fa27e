using System.Text.Json.Nodes;

namespace CoordinatorBot.Simulator;

/// <summary>A team with channels, into which the bot was added.</summary>
internal sealed record Team(string Id, string Name, string AadGroupId, IReadOnlyList<Channel> Channels);

/// <summary>A channel of a team.</summary>
internal sealed record Channel(string Id, string Name);

/// <summary>One person's chat with the bot, or a channel. Touched only under the lock of <see cref="TeamsState"/>.</summary>
internal sealed class Conversation(string id, string name, Person? person, Team? team)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>Who chats with the bot; null in a channel.</summary>
    public Person? Person { get; } = person;

    /// <summary>The team of the channel; null in a chat.</summary>
    public Team? Team { get; } = team;

    public bool IsChannel => Team is not null;

    /// <summary>Whether the bot was told that it was added here.</summary>
    public bool Greeted { get; set; }

    public List<Message> Messages { get; } = [];

    /// <summary>The id of the newest message each person has seen, by the person's id.</summary>
    public Dictionary<string, long> ReadUpTo { get; } = [];

    public Message? Find(string messageId) => Messages.Find(m => m.Id == messageId);
}

/// <summary>A message as it stands. Touched only under the lock of <see cref="TeamsState"/>.</summary>
internal sealed class Message
{
    /// <summary>Milliseconds of the simulated clock when it was sent, made unique and rising, as Teams does.</summary>
    public required long Number { get; init; }

    public string Id => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The message that this one replies to in a channel; null for one that starts a thread, and in chats.</summary>
    public string? ThreadId { get; init; }

    /// <summary>Who wrote it; null is the bot.</summary>
    public Person? From { get; init; }

    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>Counts the changes of what everybody sees.</summary>
    public int Revision { get; set; } = 1;

    public bool Deleted { get; set; }

    /// <summary>Why the bot didn't get it, in words for the person who wrote it.</summary>
    public string? Failure { get; set; }

    /// <summary>The activity as sent: text, attachments, suggestedActions, summary.</summary>
    public required JsonObject Activity { get; set; }

    /// <summary>Cards that replaced the message's card for one person, by the person's id; forgotten when the bot updates the message.</summary>
    public Dictionary<string, JsonNode> Views { get; } = [];

    /// <summary>The card a person sees: their own view, else everybody's; null when the message carries none.</summary>
    public JsonNode? CardFor(string personId) =>
        Views.TryGetValue(personId, out var own) ? own : Card;

    /// <summary>The first Adaptive Card of the message.</summary>
    public JsonNode? Card => Activity["attachments"]?.AsArray()
        .FirstOrDefault(a => (string?)a?["contentType"] == Activities.CardType)?["content"];
}
