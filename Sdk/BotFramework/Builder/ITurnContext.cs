namespace Microsoft.Bot.Builder;

/// <summary>What the bot does in a turn.</summary>
public delegate Task BotCallbackHandler(ITurnContext turnContext, CancellationToken cancellationToken);

/// <summary>The rest of the pipeline. Middleware that doesn't call it ends the turn there.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);

/// <summary>Sees activities before they are sent; may change them, and sends them by calling <paramref name="next"/>.</summary>
public delegate Task<ResourceResponse[]> SendActivitiesHandler(ITurnContext turnContext, List<Activity> activities, Func<Task<ResourceResponse[]>> next);

/// <summary>Sees an update before it is sent; may change it, and sends it by calling <paramref name="next"/>, after which it has the id that the channel gave.</summary>
public delegate Task<ResourceResponse> UpdateActivityHandler(ITurnContext turnContext, Activity activity, Func<Task<ResourceResponse>> next);

/// <summary>Sees a deletion before it is sent, and sends it by calling <paramref name="next"/>.</summary>
public delegate Task DeleteActivityHandler(ITurnContext turnContext, ConversationReference reference, Func<Task> next);

/// <summary>A bot: what happens with an activity.</summary>
public interface IBot
{
    /// <summary>Handles one activity.</summary>
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}

/// <summary>Something between the adapter and the bot.</summary>
public interface IMiddleware
{
    /// <summary>Does its part, and calls <paramref name="next"/> unless the turn shall end here.</summary>
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}

/// <summary>One activity and all that is needed to handle it.</summary>
public interface ITurnContext
{
    /// <summary>What carries activities to and fro.</summary>
    BotAdapter Adapter { get; }

    /// <summary>Things kept for the length of the turn.</summary>
    TurnContextStateCollection TurnState { get; }

    /// <summary>The activity to handle.</summary>
    Activity Activity { get; }

    /// <summary>True once something that isn't a trace was sent.</summary>
    bool Responded { get; }

    /// <summary>Sends a message.</summary>
    /// <exception cref="ArgumentNullException">There is no text.</exception>
    Task<ResourceResponse> SendActivityAsync(string textReplyToSend, string speak = null, string inputHint = InputHints.AcceptingInput, CancellationToken cancellationToken = default);

    /// <summary>Sends an activity to the conversation of this turn, and gives it the id that the channel gave.</summary>
    Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    /// <summary>As <see cref="SendActivityAsync(IActivity, CancellationToken)"/>, several in their order.</summary>
    Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default);

    /// <summary>Replaces the activity of the same id.</summary>
    Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    /// <summary>Deletes an activity of this conversation.</summary>
    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);

    /// <summary>Deletes the activity referred to.</summary>
    Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default);

    /// <summary>Adds a handler of what is sent; the first added is the outermost.</summary>
    ITurnContext OnSendActivities(SendActivitiesHandler handler);

    /// <summary>Adds a handler of updates; the first added is the outermost.</summary>
    ITurnContext OnUpdateActivity(UpdateActivityHandler handler);

    /// <summary>Adds a handler of deletions; the first added is the outermost.</summary>
    ITurnContext OnDeleteActivity(DeleteActivityHandler handler);
}

/// <summary>A turn whose activity is of a known type.</summary>
public interface ITurnContext<out T> : ITurnContext
    where T : IActivity
{
    /// <summary>The activity to handle.</summary>
    new T Activity { get; }
}
