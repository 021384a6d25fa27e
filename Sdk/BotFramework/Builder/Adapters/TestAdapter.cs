using System.Security.Claims;
using System.Threading.Channels;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>An adapter without a channel, for tests: what the bot sends is queued.</summary>
public class TestAdapter : BotAdapter
{
    // Wakes those who wait for a reply; that one is there to take is what the queue says.
    private readonly Channel<Activity> _sent = Channel.CreateUnbounded<Activity>();
    private readonly Lock _lock = new();
    private int _nextId;

    /// <summary>An adapter in a conversation.</summary>
    /// <param name="conversation">The conversation; <c>Conversation1</c> if none is given.</param>
    /// <param name="sendTraceActivity">Whether traces are queued too.</param>
    public TestAdapter(ConversationReference conversation = null, bool sendTraceActivity = false)
        => (Conversation, EnableTrace) = (conversation ?? In(new ConversationAccount(false, "convo1", "Conversation1"), "User1", "Bot"), sendTraceActivity);

    /// <summary>The conversation.</summary>
    public ConversationReference Conversation { get; set; }

    /// <summary>Language of what the user says.</summary>
    public string Locale { get; set; } = "en-us";

    /// <summary>Whether traces are queued too.</summary>
    public bool EnableTrace { get; set; }

    /// <summary>What was sent and not taken yet.</summary>
    public Queue<Activity> ActiveQueue { get; } = new();

    /// <summary>A conversation of a user and a bot.</summary>
    public static ConversationReference CreateConversation(string name, string user = "User1", string bot = "Bot") => In(new ConversationAccount(false, name, name), user, bot);

    /// <summary>Adds middleware; the first added is the outermost.</summary>
    public new TestAdapter Use(IMiddleware middleware)
    {
        base.Use(middleware);
        return this;
    }

    /// <summary>Runs a turn for an activity of the user, which gets the next id, whatever id it has.</summary>
    public async Task ProcessActivityAsync(Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        activity.Type ??= ActivityTypes.Message;
        activity.ChannelId ??= Conversation.ChannelId;
        if (activity.From is null || activity.From.Id is null or "unknown" || activity.From.Role == RoleTypes.Bot) activity.From = Conversation.User;
        activity.Recipient = Conversation.Bot;
        activity.Conversation = Conversation.Conversation;
        activity.ServiceUrl = Conversation.ServiceUrl;
        activity.Id = NextId();
        activity.Timestamp ??= TimeProvider.System.GetUtcNow();
        if (activity.LocalTimestamp is null || activity.LocalTimestamp == default(DateTimeOffset)) activity.LocalTimestamp = TimeProvider.System.GetLocalNow();
        using var context = new TurnContext(this, activity);
        await RunPipelineAsync(context, callback, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<InvokeResponse> ProcessActivityAsync(ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        await ProcessActivityAsync(activity, callback, cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <inheritdoc/>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            var activity = activities[i];
            if (string.IsNullOrEmpty(activity.Id)) activity.Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString("n");
            activity.Timestamp ??= TimeProvider.System.GetUtcNow();
            if (activity.Type == ActivityTypesEx.Delay) await Task.Delay(Convert.ToInt32(activity.Value, CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
            else if (activity.Type != ActivityTypes.Trace || EnableTrace) Enqueue(activity);
            responses[i] = new ResourceResponse(activity.Id);
        }

        return responses;
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        Replace(activity.Id, activity);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    /// <inheritdoc/>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        Replace(reference.ActivityId);
        return Task.CompletedTask;
    }

    /// <summary>Takes the next thing the bot sent, or null.</summary>
    public IActivity GetNextReply()
    {
        lock (_lock) return ActiveQueue.TryDequeue(out var reply) ? reply : null;
    }

    /// <summary>Takes the next thing the bot sends, waiting for it.</summary>
    public async Task<IActivity> GetNextReplyAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (GetNextReply() is { } reply) return reply;
            await _sent.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A message of the user.</summary>
    public Activity MakeActivity(string text = null) => new()
    {
        Type = ActivityTypes.Message,
        Locale = Locale ?? "en-us",
        From = Conversation.User,
        Recipient = Conversation.Bot,
        Conversation = Conversation.Conversation,
        ServiceUrl = Conversation.ServiceUrl,
        Id = NextId(),
        Text = text,
    };

    /// <summary>Runs a turn for a message of the user.</summary>
    public virtual Task SendTextToBotAsync(string userSays, BotCallbackHandler callback, CancellationToken cancellationToken)
        => ProcessActivityAsync(MakeActivity(userSays), callback, cancellationToken);

    private static ConversationReference In(ConversationAccount conversation, string user, string bot) => new()
    {
        ChannelId = "test",
        ServiceUrl = "https://test.com",
        Conversation = conversation,
        User = new ChannelAccount(user.ToLowerInvariant(), user),
        Bot = new ChannelAccount(bot.ToLowerInvariant(), bot),
        Locale = "en-us",
    };

    private string NextId() => (Interlocked.Increment(ref _nextId) - 1).ToString(CultureInfo.InvariantCulture);

    private void Enqueue(Activity activity)
    {
        lock (_lock) ActiveQueue.Enqueue(activity);
        _sent.Writer.TryWrite(activity);
    }

    private void Replace(string id, params Activity[] by)
    {
        lock (_lock)
        {
            var kept = ActiveQueue.SelectMany(activity => activity.Id == id ? by : [activity]).ToList();
            ActiveQueue.Clear();
            kept.ForEach(ActiveQueue.Enqueue);
        }
    }
}
