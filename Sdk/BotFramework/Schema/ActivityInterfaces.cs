namespace Microsoft.Bot.Schema;

/// <summary>What every activity has, whatever its type.</summary>
public interface IActivity
{
    /// <summary>What kind of activity this is; one of <see cref="ActivityTypes"/>, or a type unknown here.</summary>
    string Type { get; set; }

    /// <summary>The channel's id of the activity, unique within the conversation.</summary>
    string Id { get; set; }

    /// <summary>Base address of the connector that replies go to. Trusted only in an authenticated activity.</summary>
    string ServiceUrl { get; set; }

    /// <summary>When it was sent, UTC, as the channel says.</summary>
    DateTimeOffset? Timestamp { get; set; }

    /// <summary>When it was sent, on the sender's clock with their offset.</summary>
    DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The channel, e.g. <c>msteams</c>.</summary>
    string ChannelId { get; set; }

    /// <summary>The sender.</summary>
    ChannelAccount From { get; set; }

    /// <summary>The conversation it belongs to.</summary>
    ConversationAccount Conversation { get; set; }

    /// <summary>The addressee; the bot, for what comes in.</summary>
    ChannelAccount Recipient { get; set; }

    /// <summary>Id of the activity that this one answers.</summary>
    string ReplyToId { get; set; }

    /// <summary>Things named in the activity: mentions, the sender's client, places.</summary>
    IList<Entity> Entities { get; set; }

    /// <summary>What is particular to the channel; JSON for what came in, any object for what goes out.</summary>
    object ChannelData { get; set; }

    /// <summary>This activity as a message, or null if it is none.</summary>
    IMessageActivity AsMessageActivity();

    /// <summary>Where this activity belongs, to answer it or to write there later.</summary>
    ConversationReference GetConversationReference();

    /// <summary>Addresses this activity to a conversation, in whose language it is then; its own counts only where the reference has none.</summary>
    /// <param name="reference">Where to.</param>
    /// <param name="isIncoming">True if it comes from the user of the reference, false if it goes to them.</param>
    Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false);

    /// <summary>The channel data as a type; its default value if there is none.</summary>
    /// <exception cref="System.Text.Json.JsonException">It doesn't have that shape.</exception>
    TypeT GetChannelData<TypeT>();

    /// <summary>As <see cref="GetChannelData{TypeT}"/>; false where that would throw or there is none.</summary>
    bool TryGetChannelData<TypeT>(out TypeT instance);
}

/// <summary>A message: text, attachments, or the values of a submitted card.</summary>
public interface IMessageActivity : IActivity
{
    /// <summary>Language of the text, BCP 47.</summary>
    string Locale { get; set; }

    /// <summary>The text, as <see cref="TextFormat"/> says.</summary>
    string Text { get; set; }

    /// <summary>What to say aloud, plain or SSML.</summary>
    string Speak { get; set; }

    /// <summary>Whether the bot waits for an answer; one of <see cref="InputHints"/>.</summary>
    string InputHint { get; set; }

    /// <summary>What to show where cards can't be, such as a notification.</summary>
    string Summary { get; set; }

    /// <summary>One of <see cref="TextFormatTypes"/>; Markdown if not given.</summary>
    string TextFormat { get; set; }

    /// <summary>One of <see cref="AttachmentLayoutTypes"/>.</summary>
    string AttachmentLayout { get; set; }

    /// <summary>Cards and files.</summary>
    IList<Attachment> Attachments { get; set; }

    /// <summary>Buttons that vanish once used.</summary>
    SuggestedActions SuggestedActions { get; set; }

    /// <summary>low, normal or high.</summary>
    string Importance { get; set; }

    /// <summary>One of <see cref="DeliveryModes"/>.</summary>
    string DeliveryMode { get; set; }

    /// <summary>When the message loses its sense and needn't be shown any more.</summary>
    DateTimeOffset? Expiration { get; set; }

    /// <summary>What a card submitted.</summary>
    object Value { get; set; }

    /// <summary>True if there is text, a summary, an attachment or channel data.</summary>
    bool HasContent();

    /// <summary>Who is mentioned, in the order of the entities; empty if nobody.</summary>
    Mention[] GetMentions();
}

/// <summary>A message was edited or restored.</summary>
public interface IMessageUpdateActivity : IMessageActivity;

/// <summary>A message was deleted.</summary>
public interface IMessageDeleteActivity : IActivity;

/// <summary>Reactions to a message came or went.</summary>
public interface IMessageReactionActivity : IActivity
{
    /// <summary>What was added.</summary>
    IList<MessageReaction> ReactionsAdded { get; set; }

    /// <summary>What was taken back.</summary>
    IList<MessageReaction> ReactionsRemoved { get; set; }
}

/// <summary>Members, topic or another trait of the conversation changed.</summary>
public interface IConversationUpdateActivity : IActivity
{
    /// <summary>Who joined.</summary>
    IList<ChannelAccount> MembersAdded { get; set; }

    /// <summary>Who left.</summary>
    IList<ChannelAccount> MembersRemoved { get; set; }

    /// <summary>The new topic.</summary>
    string TopicName { get; set; }

    /// <summary>Whether new members see what was said before.</summary>
    bool? HistoryDisclosed { get; set; }
}

/// <summary>The bot was installed, upgraded or removed.</summary>
public interface IInstallationUpdateActivity : IActivity
{
    /// <summary>add, add-upgrade, remove or remove-upgrade.</summary>
    string Action { get; set; }
}

/// <summary>Somebody is typing.</summary>
public interface ITypingActivity : IActivity;

/// <summary>Something happened that isn't said to the user.</summary>
public interface IEventActivity : IActivity
{
    /// <summary>Name of the event.</summary>
    string Name { get; set; }

    /// <summary>Its data.</summary>
    object Value { get; set; }

    /// <summary>A conversation it is about.</summary>
    ConversationReference RelatesTo { get; set; }
}

/// <summary>A request that wants an answer in the HTTP response.</summary>
public interface IInvokeActivity : IActivity
{
    /// <summary>Name of the operation, e.g. <c>adaptiveCard/action</c>.</summary>
    string Name { get; set; }

    /// <summary>Its arguments.</summary>
    object Value { get; set; }

    /// <summary>A conversation it is about.</summary>
    ConversationReference RelatesTo { get; set; }
}
