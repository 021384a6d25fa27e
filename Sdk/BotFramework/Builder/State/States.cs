namespace Microsoft.Bot.Builder;

/// <summary>State of the conversation, shared by its members.</summary>
public class ConversationState : BotState
{
    /// <summary>State in a storage.</summary>
    public ConversationState(IStorage storage)
        : base(storage, nameof(ConversationState)) { }

    /// <inheritdoc/>
    protected override string GetStorageKey(ITurnContext turnContext)
        => $"{StateKey.Channel(turnContext.Activity)}/conversations/{StateKey.Conversation(turnContext.Activity)}";
}

/// <summary>State of the sender, in all their conversations on the channel.</summary>
public class UserState : BotState
{
    /// <summary>State in a storage.</summary>
    public UserState(IStorage storage)
        : base(storage, nameof(UserState)) { }

    /// <inheritdoc/>
    protected override string GetStorageKey(ITurnContext turnContext)
        => $"{StateKey.Channel(turnContext.Activity)}/users/{StateKey.User(turnContext.Activity)}";
}

/// <summary>The parts of storage keys.</summary>
internal static class StateKey
{
    public static string Channel(Activity activity) => activity.ChannelId ?? throw Missing("channelId");

    public static string Conversation(Activity activity) => activity.Conversation?.Id ?? throw Missing("Conversation.Id");

    public static string User(Activity activity) => activity.From?.Id ?? throw Missing("From.Id");

    private static InvalidOperationException Missing(string member) => new($"invalid activity-missing {member}");
}
