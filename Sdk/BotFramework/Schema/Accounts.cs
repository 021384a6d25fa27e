namespace Microsoft.Bot.Schema;

/// <summary>A user or bot on a channel.</summary>
public class ChannelAccount
{
    /// <summary>An account without an id.</summary>
    public ChannelAccount() { }

    /// <summary>An account with the members given.</summary>
    public ChannelAccount(string id = null, string name = null, string role = null, string aadObjectId = null)
        => (Id, Name, Role, AadObjectId) = (id, name, role, aadObjectId);

    /// <summary>The channel's id, in Teams <c>29:…</c> for a user and <c>28:…</c> for a bot.</summary>
    public string Id { get; set; }

    /// <summary>The display name.</summary>
    public string Name { get; set; }

    /// <summary>The object id in Microsoft Entra ID.</summary>
    public string AadObjectId { get; set; }

    /// <summary>One of <see cref="RoleTypes"/>.</summary>
    public string Role { get; set; }

    /// <summary>Members of the JSON object that have no property here; kept, and written back.</summary>
    [JsonInclude, JsonExtensionData]
    internal IDictionary<string, object> Unknown { get; set; }
}

/// <summary>A conversation: a chat, a group or a channel's thread.</summary>
public class ConversationAccount
{
    /// <summary>A conversation without an id.</summary>
    public ConversationAccount() { }

    /// <summary>A conversation with the members given.</summary>
    public ConversationAccount(bool? isGroup = null, string conversationType = null, string id = null, string name = null, string aadObjectId = null, string role = null, string tenantId = null)
        => (IsGroup, ConversationType, Id, Name, AadObjectId, Role, TenantId) = (isGroup, conversationType, id, name, aadObjectId, role, tenantId);

    /// <summary>Whether it can have more than two members.</summary>
    public bool? IsGroup { get; set; }

    /// <summary>The channel's word for its kind, in Teams personal, groupChat or channel.</summary>
    public string ConversationType { get; set; }

    /// <summary>Id of the tenant it belongs to.</summary>
    public string TenantId { get; set; }

    /// <summary>The channel's id.</summary>
    public string Id { get; set; }

    /// <summary>The display name.</summary>
    public string Name { get; set; }

    /// <summary>The object id in Microsoft Entra ID.</summary>
    public string AadObjectId { get; set; }

    /// <summary>One of <see cref="RoleTypes"/>.</summary>
    public string Role { get; set; }

    /// <summary>Members of the JSON object that have no property here; kept, and written back.</summary>
    [JsonInclude, JsonExtensionData]
    internal IDictionary<string, object> Unknown { get; set; }
}

/// <summary>A point in a conversation. Kept, it lets the bot write there later.</summary>
public class ConversationReference
{
    /// <summary>The activity referred to.</summary>
    public string ActivityId { get; set; }

    /// <summary>The user's side.</summary>
    public ChannelAccount User { get; set; }

    /// <summary>The bot's side.</summary>
    public ChannelAccount Bot { get; set; }

    /// <summary>The conversation.</summary>
    public ConversationAccount Conversation { get; set; }

    /// <summary>The channel.</summary>
    public string ChannelId { get; set; }

    /// <summary>The language spoken, BCP 47.</summary>
    public string Locale { get; set; }

    /// <summary>Base address of the connector.</summary>
    public string ServiceUrl { get; set; }

    /// <summary>The event that a turn outside of any request starts from.</summary>
    public Activity GetContinuationActivity() => new(ActivityTypes.Event)
    {
        Name = ActivityEventNames.ContinueConversation,
        Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString(),
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
        Conversation = Conversation,
        Recipient = Bot,
        From = User,
        RelatesTo = this,
    };
}

/// <summary>What a new conversation shall be like.</summary>
public class ConversationParameters
{
    /// <summary>Parameters with nothing set.</summary>
    public ConversationParameters() { }

    /// <summary>Parameters with the members given.</summary>
    public ConversationParameters(bool? isGroup = null, ChannelAccount bot = null, IList<ChannelAccount> members = null, string topicName = null, Activity activity = null, object channelData = null, string tenantId = null)
        => (IsGroup, Bot, Members, TopicName, Activity, ChannelData, TenantId) = (isGroup, bot, members, topicName, activity, channelData, tenantId);

    /// <summary>Whether it can have more than two members.</summary>
    public bool? IsGroup { get; set; }

    /// <summary>The bot.</summary>
    public ChannelAccount Bot { get; set; }

    /// <summary>Who else is in it.</summary>
    public IList<ChannelAccount> Members { get; set; }

    /// <summary>Its topic.</summary>
    public string TopicName { get; set; }

    /// <summary>Id of the tenant it belongs to.</summary>
    public string TenantId { get; set; }

    /// <summary>The first message, where the channel wants one.</summary>
    public Activity Activity { get; set; }

    /// <summary>What is particular to the channel.</summary>
    public object ChannelData { get; set; }
}

/// <summary>The id the channel gave to what was sent.</summary>
public class ResourceResponse
{
    /// <summary>A response without an id.</summary>
    public ResourceResponse() { }

    /// <summary>A response with an id.</summary>
    public ResourceResponse(string id = null) => Id = id;

    /// <summary>The id.</summary>
    public string Id { get; set; }
}

/// <summary>The new conversation.</summary>
public class ConversationResourceResponse
{
    /// <summary>Id of the first message, if one was sent.</summary>
    public string ActivityId { get; set; }

    /// <summary>Where to write to it, if that differs.</summary>
    public string ServiceUrl { get; set; }

    /// <summary>Id of the conversation.</summary>
    public string Id { get; set; }
}

/// <summary>The activities of one turn, given back in the HTTP response.</summary>
public class ExpectedReplies
{
    /// <summary>No replies yet.</summary>
    public ExpectedReplies() { }

    /// <summary>These replies.</summary>
    public ExpectedReplies(IList<Activity> activities = null) => Activities = activities;

    /// <summary>The replies, in the order they were sent.</summary>
    public IList<Activity> Activities { get; set; }
}
