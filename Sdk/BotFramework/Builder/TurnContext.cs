namespace Microsoft.Bot.Builder;

/// <inheritdoc cref="ITurnContext"/>
public class TurnContext : ITurnContext, IDisposable
{
    private List<SendActivitiesHandler> _onSend;
    private List<UpdateActivityHandler> _onUpdate;
    private List<DeleteActivityHandler> _onDelete;

    /// <summary>A turn for an activity.</summary>
    public TurnContext(BotAdapter adapter, Activity activity)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(activity);
        (Adapter, Activity) = (adapter, activity);
    }

    /// <summary>A turn within a turn: another activity, with the state and handlers of the outer turn.</summary>
    public TurnContext(ITurnContext turnContext, Activity activity)
        : this(turnContext?.Adapter, activity)
    {
        TurnState = turnContext.TurnState;
        if (turnContext is not TurnContext outer) return;
        (_onSend, _onUpdate, _onDelete, BufferedReplyActivities) = (outer._onSend, outer._onUpdate, outer._onDelete, outer.BufferedReplyActivities);
    }

    /// <inheritdoc/>
    public BotAdapter Adapter { get; }

    /// <inheritdoc/>
    public TurnContextStateCollection TurnState { get; } = [];

    /// <inheritdoc/>
    public Activity Activity { get; }

    /// <inheritdoc/>
    public bool Responded { get; private set; }

    /// <summary>The language of the turn, BCP 47; null if the activity has none that is known.</summary>
    public string Locale { get; set; }

    /// <summary>What was sent in a turn whose replies are expected in the HTTP response.</summary>
    public List<Activity> BufferedReplyActivities { get => field ??= []; private init; }

    /// <inheritdoc/>
    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        (_onSend ??= []).Add(handler);
        return this;
    }

    /// <inheritdoc/>
    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        (_onUpdate ??= []).Add(handler);
        return this;
    }

    /// <inheritdoc/>
    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        (_onDelete ??= []).Add(handler);
        return this;
    }

    /// <inheritdoc/>
    public Task<ResourceResponse> SendActivityAsync(string textReplyToSend, string speak = null, string inputHint = InputHints.AcceptingInput, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(textReplyToSend)) throw new ArgumentNullException(nameof(textReplyToSend));
        var message = new Activity { Type = ActivityTypes.Message, Text = textReplyToSend };
        if (!string.IsNullOrEmpty(speak)) message.Speak = speak;
        if (!string.IsNullOrEmpty(inputHint)) message.InputHint = inputHint;
        return SendActivityAsync(message, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var responses = await SendActivitiesAsync([activity], cancellationToken).ConfigureAwait(false);
        return responses is { Length: > 0 } ? responses[0] : new ResourceResponse();
    }

    /// <inheritdoc/>
    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0) throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));
        var reference = Activity.GetConversationReference();
        var addressed = new Activity[activities.Length];
        for (var i = 0; i < addressed.Length; i++) addressed[i] = activities[i].ApplyConversationReference(reference);
        return _onSend is null ? SendNowAsync(addressed, cancellationToken) : SendFromAsync(0, [.. addressed], cancellationToken);
    }

    /// <inheritdoc/>
    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return UpdateFromAsync(0, activity.ApplyConversationReference(Activity.GetConversationReference()), cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(activityId);
        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        return DeleteFromAsync(0, reference, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conversationReference);
        return DeleteFromAsync(0, conversationReference, cancellationToken);
    }

    /// <summary>Ends the turn's state.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the turn's state.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing) TurnState.Dispose();
    }

    // The handlers from this one on, and at their end the adapter.
    private Task<ResourceResponse[]> SendFromAsync(int handler, List<Activity> activities, CancellationToken cancellationToken)
        => handler < _onSend.Count ? SendThroughAsync(handler, activities, cancellationToken) : SendNowAsync([.. activities], cancellationToken);

    private Task<ResourceResponse[]> SendThroughAsync(int handler, List<Activity> activities, CancellationToken cancellationToken)
        => _onSend[handler](this, activities, () => SendFromAsync(handler + 1, activities, cancellationToken));

    private async Task<ResourceResponse[]> SendNowAsync(Activity[] activities, CancellationToken cancellationToken)
    {
        ResourceResponse[] responses;
        if (Activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            responses = Buffer(activities);
        }
        else
        {
            responses = await Adapter.SendActivitiesAsync(this, activities, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < (responses?.Length ?? 0) && i < activities.Length; i++) activities[i].Id = responses[i].Id;
        }

        foreach (var activity in activities) Responded |= activity.Type != ActivityTypes.Trace;
        return responses;
    }

    private ResourceResponse[] Buffer(Activity[] activities)
    {
        BufferedReplyActivities.AddRange(activities);
        foreach (var answer in activities.Where(activity => activity.Type == ActivityTypesEx.InvokeResponse)) TurnState.Add(BotAdapter.InvokeResponseKey, answer);
        return [.. activities.Select(_ => new ResourceResponse())];
    }

    private Task<ResourceResponse> UpdateFromAsync(int handler, Activity activity, CancellationToken cancellationToken)
        => handler < (_onUpdate?.Count ?? 0)
            ? _onUpdate[handler](this, activity, () => NextUpdateAsync(handler + 1, activity, cancellationToken))
            : Adapter.UpdateActivityAsync(this, activity, cancellationToken);

    private async Task<ResourceResponse> NextUpdateAsync(int handler, Activity activity, CancellationToken cancellationToken)
    {
        var response = await UpdateFromAsync(handler, activity, cancellationToken).ConfigureAwait(false);
        activity.Id = response?.Id ?? activity.Id;
        return response;
    }

    private Task DeleteFromAsync(int handler, ConversationReference reference, CancellationToken cancellationToken)
        => handler < (_onDelete?.Count ?? 0)
            ? _onDelete[handler](this, reference, () => DeleteFromAsync(handler + 1, reference, cancellationToken))
            : Adapter.DeleteActivityAsync(this, reference, cancellationToken);
}

/// <summary>A turn seen as one of a known type of activity.</summary>
internal sealed class TypedTurnContext<T>(ITurnContext inner) : ITurnContext<T>
    where T : IActivity
{
    T ITurnContext<T>.Activity => (T)(IActivity)inner.Activity;

    public BotAdapter Adapter => inner.Adapter;

    public TurnContextStateCollection TurnState => inner.TurnState;

    public Activity Activity => inner.Activity;

    public bool Responded => inner.Responded;

    public Task<ResourceResponse> SendActivityAsync(string textReplyToSend, string speak = null, string inputHint = InputHints.AcceptingInput, CancellationToken cancellationToken = default)
        => inner.SendActivityAsync(textReplyToSend, speak, inputHint, cancellationToken);

    public Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default) => inner.SendActivityAsync(activity, cancellationToken);

    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default) => inner.SendActivitiesAsync(activities, cancellationToken);

    public Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default) => inner.UpdateActivityAsync(activity, cancellationToken);

    public Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default) => inner.DeleteActivityAsync(activityId, cancellationToken);

    public Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default) => inner.DeleteActivityAsync(conversationReference, cancellationToken);

    public ITurnContext OnSendActivities(SendActivitiesHandler handler) => inner.OnSendActivities(handler);

    public ITurnContext OnUpdateActivity(UpdateActivityHandler handler) => inner.OnUpdateActivity(handler);

    public ITurnContext OnDeleteActivity(DeleteActivityHandler handler) => inner.OnDeleteActivity(handler);
}
