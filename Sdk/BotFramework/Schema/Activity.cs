namespace Microsoft.Bot.Schema;

/// <summary>
/// Anything a bot and a channel send each other. One class serves every type of activity; which members make sense follows
/// from <see cref="Type"/> (Bot Framework Activity protocol 3).
/// </summary>
public class Activity : IConversationUpdateActivity, IInstallationUpdateActivity, IMessageUpdateActivity, IMessageDeleteActivity, IMessageReactionActivity,
    ITypingActivity, IEventActivity, IInvokeActivity
{
    /// <summary>An activity without a type.</summary>
    public Activity() { }

    /// <summary>An activity with the members given.</summary>
    public Activity(string type = null, string id = null, DateTimeOffset? timestamp = null, DateTimeOffset? localTimestamp = null, string serviceUrl = null, string channelId = null, ChannelAccount from = null, ConversationAccount conversation = null, ChannelAccount recipient = null, string textFormat = null, string attachmentLayout = null, IList<ChannelAccount> membersAdded = null, IList<ChannelAccount> membersRemoved = null, IList<MessageReaction> reactionsAdded = null, IList<MessageReaction> reactionsRemoved = null, string topicName = null, bool? historyDisclosed = null, string locale = null, string text = null, string speak = null, string inputHint = null, string summary = null, SuggestedActions suggestedActions = null, IList<Attachment> attachments = null, IList<Entity> entities = null, object channelData = null, string action = null, string replyToId = null, string label = null, string valueType = null, object value = null, string name = null, ConversationReference relatesTo = null, string code = null, DateTimeOffset? expiration = null, string importance = null, string deliveryMode = null, IList<string> listenFor = null, IList<TextHighlight> textHighlights = null, SemanticAction semanticAction = null, string localTimezone = null)
    {
        (Type, Id, Timestamp, LocalTimestamp, LocalTimezone) = (type, id, timestamp, localTimestamp, localTimezone);
        (ServiceUrl, ChannelId, From, Conversation, Recipient) = (serviceUrl, channelId, from, conversation, recipient);
        (TextFormat, AttachmentLayout, Locale, Text, Speak, InputHint, Summary) = (textFormat, attachmentLayout, locale, text, speak, inputHint, summary);
        (MembersAdded, MembersRemoved, ReactionsAdded, ReactionsRemoved) = (membersAdded, membersRemoved, reactionsAdded, reactionsRemoved);
        (TopicName, HistoryDisclosed, SuggestedActions, Attachments, Entities) = (topicName, historyDisclosed, suggestedActions, attachments, entities);
        (ChannelData, Action, ReplyToId, Label, ValueType, Value, Name) = (channelData, action, replyToId, label, valueType, value, name);
        (RelatesTo, Code, Expiration, Importance, DeliveryMode) = (relatesTo, code, expiration, importance, deliveryMode);
        (ListenFor, TextHighlights, SemanticAction) = (listenFor, textHighlights, semanticAction);
    }

    /// <inheritdoc/>
    public string Type { get; set; }

    /// <inheritdoc/>
    public string Id { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The sender's time zone, an IANA name.</summary>
    public string LocalTimezone { get; set; }

    /// <summary>Who called the bot, as established by authentication; what a request says of it is never believed.</summary>
    public string CallerId { get; set; }

    /// <inheritdoc/>
    public string ServiceUrl { get; set; }

    /// <inheritdoc/>
    public string ChannelId { get; set; }

    /// <inheritdoc/>
    public ChannelAccount From { get; set; }

    /// <inheritdoc/>
    public ConversationAccount Conversation { get; set; }

    /// <inheritdoc/>
    public ChannelAccount Recipient { get; set; }

    /// <inheritdoc/>
    public string TextFormat { get; set; }

    /// <inheritdoc/>
    public string AttachmentLayout { get; set; }

    /// <inheritdoc/>
    public IList<ChannelAccount> MembersAdded { get; set; }

    /// <inheritdoc/>
    public IList<ChannelAccount> MembersRemoved { get; set; }

    /// <inheritdoc/>
    public IList<MessageReaction> ReactionsAdded { get; set; }

    /// <inheritdoc/>
    public IList<MessageReaction> ReactionsRemoved { get; set; }

    /// <inheritdoc/>
    public string TopicName { get; set; }

    /// <inheritdoc/>
    public bool? HistoryDisclosed { get; set; }

    /// <inheritdoc/>
    public string Locale { get; set; }

    /// <inheritdoc cref="IMessageActivity.Text"/>
    public string Text { get; set; }

    /// <inheritdoc/>
    public string Speak { get; set; }

    /// <inheritdoc/>
    public string InputHint { get; set; }

    /// <inheritdoc/>
    public string Summary { get; set; }

    /// <inheritdoc/>
    public SuggestedActions SuggestedActions { get; set; }

    /// <inheritdoc/>
    public IList<Attachment> Attachments { get; set; }

    /// <inheritdoc/>
    public IList<Entity> Entities { get; set; }

    /// <inheritdoc/>
    public object ChannelData { get; set; }

    /// <inheritdoc cref="IInstallationUpdateActivity.Action"/>
    public string Action { get; set; }

    /// <inheritdoc/>
    public string ReplyToId { get; set; }

    /// <summary>What a trace is called where it is shown.</summary>
    public string Label { get; set; }

    /// <summary>What kind of value a trace has, usually a URI.</summary>
    public string ValueType { get; set; }

    /// <summary>Data of the activity: what a card submitted, the arguments of an invoke; JSON for what came in, any object for what goes out.</summary>
    public object Value { get; set; }

    /// <summary>Name of the operation of an invoke or event.</summary>
    public string Name { get; set; }

    /// <summary>A conversation it is about.</summary>
    public ConversationReference RelatesTo { get; set; }

    /// <summary>Why a conversation ended, such as completedSuccessfully or userCancelled.</summary>
    public string Code { get; set; }

    /// <inheritdoc/>
    public DateTimeOffset? Expiration { get; set; }

    /// <inheritdoc/>
    public string Importance { get; set; }

    /// <inheritdoc/>
    public string DeliveryMode { get; set; }

    /// <summary>Phrases that help speech recognition.</summary>
    public IList<string> ListenFor { get; set; }

    /// <summary>The parts of a text that a suggestion is about.</summary>
    public IList<TextHighlight> TextHighlights { get; set; }

    /// <summary>A programmatic action that comes with the activity.</summary>
    public SemanticAction SemanticAction { get; set; }

    /// <summary>Members of the JSON object that have no property here; kept, and written back.</summary>
    [JsonInclude, JsonExtensionData]
    internal IDictionary<string, object> Unknown { get; set; }

    /// <summary>A message back to the sender of this activity.</summary>
    public Activity CreateReply(string text = null, string locale = null) => new(ActivityTypes.Message)
    {
        Timestamp = TimeProvider.System.GetUtcNow(),
        From = Copy(Recipient),
        Recipient = Copy(From),
        ReplyToId = ReplyId(),
        ServiceUrl = ServiceUrl,
        ChannelId = ChannelId,
        Conversation = Conversation is null ? null : new ConversationAccount(Conversation.IsGroup, id: Conversation.Id, name: Conversation.Name),
        Text = text ?? string.Empty,
        Locale = locale ?? Locale,
        Attachments = [],
        Entities = [],
    };

    /// <inheritdoc/>
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = ReplyId(),
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    /// <inheritdoc/>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        (ChannelId, ServiceUrl, Conversation) = (reference.ChannelId, reference.ServiceUrl, reference.Conversation);
        Locale = reference.Locale ?? Locale;
        if (isIncoming)
        {
            (From, Recipient) = (reference.User, reference.Bot);
            Id = reference.ActivityId ?? Id;
        }
        else
        {
            (From, Recipient) = (reference.Bot, reference.User);
            ReplyToId = reference.ActivityId ?? ReplyToId;
        }

        return this;
    }

    /// <inheritdoc/>
    public TypeT GetChannelData<TypeT>() => ChannelData switch
    {
        null => default,
        TypeT already => already,
        var data => SchemaJson.Convert<TypeT>(data),
    };

    /// <inheritdoc/>
    public bool TryGetChannelData<TypeT>(out TypeT instance)
    {
        instance = default;
        if (ChannelData is null) return false;
        try
        {
            instance = GetChannelData<TypeT>();
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public bool HasContent() => !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Summary) || Attachments is { Count: > 0 } || ChannelData is not null;

    /// <summary>A copy that shares what the members point to.</summary>
    internal Activity ShallowCopy() => (Activity)MemberwiseClone();

    /// <inheritdoc/>
    public Mention[] GetMentions()
    {
        List<Mention> mentions = null;
        for (var at = 0; at < Entities?.Count; at++)
        {
            var entity = Entities[at];
            if (string.Equals(entity?.Type, "mention", StringComparison.OrdinalIgnoreCase)) (mentions ??= []).Add(entity as Mention ?? entity.GetAs<Mention>());
        }

        return mentions?.ToArray() ?? [];
    }

    /// <inheritdoc/>
    public IMessageActivity AsMessageActivity() => IsActivity(ActivityTypes.Message) ? this : null;

    /// <summary>True if the type is this one or a subtype of it, written <c>type/sub</c>; case doesn't count.</summary>
    protected bool IsActivity(string activityType)
        => Type is not null && Type.StartsWith(activityType, StringComparison.OrdinalIgnoreCase) && (Type.Length == activityType.Length || Type[activityType.Length] == '/');

    // A conversation update of these channels has an id that can't be replied to.
    private string ReplyId() => IsActivity(ActivityTypes.ConversationUpdate) && ChannelId is "directline" or "webchat" ? null : Id;

    private static ChannelAccount Copy(ChannelAccount account) => account is null ? null : new ChannelAccount(account.Id, account.Name);
}
