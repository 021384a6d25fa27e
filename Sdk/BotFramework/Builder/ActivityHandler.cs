using System.Net;

namespace Microsoft.Bot.Builder;

/// <summary>A bot with a method for each kind of activity; override those that matter.</summary>
public class ActivityHandler : IBot
{
    /// <summary>Calls the method for the activity of the turn.</summary>
    public virtual async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var type = turnContext.Activity.Type ?? throw new ArgumentException("The activity has no type.", nameof(turnContext));
        switch (type)
        {
            case ActivityTypes.Message: await OnMessageActivityAsync(As<IMessageActivity>(turnContext), cancellationToken).ConfigureAwait(false); break;
            case ActivityTypes.MessageUpdate: await OnMessageUpdateActivityAsync(As<IMessageUpdateActivity>(turnContext), cancellationToken).ConfigureAwait(false); break;
            case ActivityTypes.MessageDelete: await OnMessageDeleteActivityAsync(As<IMessageDeleteActivity>(turnContext), cancellationToken).ConfigureAwait(false); break;
            case ActivityTypes.ConversationUpdate: await OnConversationUpdateActivityAsync(As<IConversationUpdateActivity>(turnContext), cancellationToken).ConfigureAwait(false); break;
            case ActivityTypes.MessageReaction: await OnMessageReactionActivityAsync(As<IMessageReactionActivity>(turnContext), cancellationToken).ConfigureAwait(false); break;
            case ActivityTypes.Event: await OnEventActivityAsync(As<IEventActivity>(turnContext), cancellationToken).ConfigureAwait(false); break;
            case ActivityTypes.Invoke: await AnswerInvokeAsync(turnContext, cancellationToken).ConfigureAwait(false); break;
            case ActivityTypes.Typing: await OnTypingActivityAsync(As<ITypingActivity>(turnContext), cancellationToken).ConfigureAwait(false); break;
            case ActivityTypes.InstallationUpdate: await OnInstallationUpdateActivityAsync(As<IInstallationUpdateActivity>(turnContext), cancellationToken).ConfigureAwait(false); break;
            // Left out here; the official handlers of these do nothing by themselves.
            case ActivityTypes.EndOfConversation or ActivityTypes.Command or ActivityTypes.CommandResult: break;
            default: await OnUnrecognizedActivityTypeAsync(turnContext, cancellationToken).ConfigureAwait(false); break;
        }
    }

    /// <summary>An answer of status 200.</summary>
    protected static InvokeResponse CreateInvokeResponse(object body = null) => new() { Status = (int)HttpStatusCode.OK, Body = body };

    /// <summary>A message came.</summary>
    protected virtual Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A message was edited or restored.</summary>
    protected virtual Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A message was deleted.</summary>
    protected virtual Task OnMessageDeleteActivityAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The conversation changed; calls <see cref="OnMembersAddedAsync"/> or <see cref="OnMembersRemovedAsync"/> if somebody else than the bot came or went.</summary>
    protected virtual Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var update = turnContext.Activity;
        bool Others(IList<ChannelAccount> members) => members.Any(member => member.Id != update.Recipient?.Id);
        if (update.MembersAdded is not null) return Others(update.MembersAdded) ? OnMembersAddedAsync(update.MembersAdded, turnContext, cancellationToken) : Task.CompletedTask;
        if (update.MembersRemoved is not null && Others(update.MembersRemoved)) return OnMembersRemovedAsync(update.MembersRemoved, turnContext, cancellationToken);
        return Task.CompletedTask;
    }

    /// <summary>Members joined.</summary>
    protected virtual Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Members left.</summary>
    protected virtual Task OnMembersRemovedAsync(IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Reactions came or went.</summary>
    protected virtual async Task OnMessageReactionActivityAsync(ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.ReactionsAdded is { } added) await OnReactionsAddedAsync(added, turnContext, cancellationToken).ConfigureAwait(false);
        if (turnContext.Activity.ReactionsRemoved is { } removed) await OnReactionsRemovedAsync(removed, turnContext, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reactions were added.</summary>
    protected virtual Task OnReactionsAddedAsync(IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Reactions were taken back.</summary>
    protected virtual Task OnReactionsRemovedAsync(IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>An event came; calls <see cref="OnEventAsync"/>, except for those of sign-in.</summary>
    protected virtual Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken)
        => turnContext.Activity.Name == "tokens/response" ? Task.CompletedTask : OnEventAsync(turnContext, cancellationToken);

    /// <summary>An event came that is none of the SDK's own.</summary>
    protected virtual Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>An invoke came. Null leaves it without an answer, which is status 501.</summary>
    protected virtual async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            if (turnContext.Activity.Name != "adaptiveCard/action") throw new InvokeResponseException(HttpStatusCode.NotImplemented);
            return CreateInvokeResponse(await OnAdaptiveCardInvokeAsync(turnContext, CardAction(turnContext.Activity), cancellationToken).ConfigureAwait(false));
        }
        catch (InvokeResponseException e)
        {
            return e.CreateInvokeResponse();
        }
    }

    /// <summary>An <c>Action.Execute</c> was used.</summary>
    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
        => throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>Somebody is typing.</summary>
    protected virtual Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The bot was installed, upgraded or removed.</summary>
    protected virtual Task OnInstallationUpdateActivityAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => turnContext.Activity.Action switch
    {
        "add" or "add-upgrade" => OnInstallationUpdateAddAsync(turnContext, cancellationToken),
        "remove" or "remove-upgrade" => OnInstallationUpdateRemoveAsync(turnContext, cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>The bot was installed or upgraded.</summary>
    protected virtual Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The bot was removed.</summary>
    protected virtual Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>An activity came that the protocol doesn't know, or that has no method of its own in the official SDK either.</summary>
    protected virtual Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The value of an invoke as a type; null if it is null or hasn't that shape.</summary>
    internal static T TryValueAs<T>(IInvokeActivity activity)
        where T : class
    {
        try
        {
            return activity.Value is null or string or bool or long or double or JsonArray ? null : activity.Value as T ?? SchemaJson.Convert<T>(activity.Value);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TypedTurnContext<T> As<T>(ITurnContext turnContext)
        where T : IActivity
        => new(turnContext);

    private static InvokeResponseException Refused(string code, string message) => new(HttpStatusCode.BadRequest, new AdaptiveCardInvokeResponse
    {
        StatusCode = (int)HttpStatusCode.BadRequest,
        Type = "application/vnd.microsoft.error",
        Value = new Error { Code = code, Message = message },
    });

    private static AdaptiveCardInvokeValue CardAction(IInvokeActivity activity)
    {
        if (activity.Value is null) throw Refused("BadRequest", "Missing value property");
        var value = TryValueAs<AdaptiveCardInvokeValue>(activity) ?? throw Refused("BadRequest", "Value property is not properly formed");
        if (value.Action is null) throw Refused("BadRequest", "Missing action property");
        return value.Action.Type == "Action.Execute" ? value : throw Refused("NotSupported", $"The action '{value.Action.Type}' is not supported.");
    }

    private async Task AnswerInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var response = await OnInvokeActivityAsync(As<IInvokeActivity>(turnContext), cancellationToken).ConfigureAwait(false);
        if (response is null || turnContext.TurnState.ContainsKey(BotAdapter.InvokeResponseKey)) return;
        await turnContext.SendActivityAsync(new Activity { Type = ActivityTypesEx.InvokeResponse, Value = response }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends an invoke with a status.</summary>
    protected class InvokeResponseException(HttpStatusCode statusCode, object body = null) : Exception
    {
        /// <summary>The answer.</summary>
        public InvokeResponse CreateInvokeResponse() => new() { Status = (int)statusCode, Body = body };
    }
}
