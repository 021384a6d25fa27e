using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

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
            case ActivityTypes.EndOfConversation: await OnEndOfConversationActivityAsync(As<IEndOfConversationActivity>(turnContext), cancellationToken).ConfigureAwait(false); break;
            case ActivityTypes.Typing: await OnTypingActivityAsync(As<ITypingActivity>(turnContext), cancellationToken).ConfigureAwait(false); break;
            case ActivityTypes.InstallationUpdate: await OnInstallationUpdateActivityAsync(As<IInstallationUpdateActivity>(turnContext), cancellationToken).ConfigureAwait(false); break;
            case ActivityTypes.Command: await OnCommandActivityAsync(As<ICommandActivity>(turnContext), cancellationToken).ConfigureAwait(false); break;
            case ActivityTypes.CommandResult: await OnCommandResultActivityAsync(As<ICommandResultActivity>(turnContext), cancellationToken).ConfigureAwait(false); break;
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
            return turnContext.Activity.Name switch
            {
                "adaptiveCard/action" => CreateInvokeResponse(await OnAdaptiveCardInvokeAsync(turnContext, CardAction(turnContext.Activity), cancellationToken).ConfigureAwait(false)),
                "application/search" => CreateInvokeResponse(await OnSearchInvokeAsync(turnContext, Search(turnContext.Activity), cancellationToken).ConfigureAwait(false)),
                _ => throw new InvokeResponseException(HttpStatusCode.NotImplemented),
            };
        }
        catch (InvokeResponseException e)
        {
            return e.CreateInvokeResponse();
        }
    }

    /// <summary>An <c>Action.Execute</c> was used.</summary>
    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
        => throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>A choice set of a card looks for choices.</summary>
    protected virtual Task<SearchInvokeResponse> OnSearchInvokeAsync(ITurnContext<IInvokeActivity> turnContext, SearchInvokeValue invokeValue, CancellationToken cancellationToken)
        => throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    /// <summary>The conversation ended.</summary>
    protected virtual Task OnEndOfConversationActivityAsync(ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

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

    /// <summary>A command came.</summary>
    protected virtual Task OnCommandActivityAsync(ITurnContext<ICommandActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The result of a command came.</summary>
    protected virtual Task OnCommandResultActivityAsync(ITurnContext<ICommandResultActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>An activity came that has no method of its own.</summary>
    protected virtual Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The value of an invoke as a type.</summary>
    /// <exception cref="InvokeResponseException">It hasn't that shape: status 400.</exception>
    internal static T ValueAs<T>(IInvokeActivity activity)
        where T : class
    {
        try
        {
            return activity.Value switch
            {
                null => null,
                T already => already,
                string or bool or long or double or JsonArray => throw new JsonException(),
                var value => SchemaJson.Convert<T>(value),
            };
        }
        catch (JsonException)
        {
            throw new InvokeResponseException(HttpStatusCode.BadRequest);
        }
    }

    private static TypedTurnContext<T> As<T>(ITurnContext turnContext)
        where T : IActivity
        => new TypedTurnContext<T>(turnContext);

    private static InvokeResponseException Refused(string code, string message) => new(HttpStatusCode.BadRequest, new AdaptiveCardInvokeResponse
    {
        StatusCode = (int)HttpStatusCode.BadRequest,
        Type = "application/vnd.microsoft.error",
        Value = new Error(code, message),
    });

    private static AdaptiveCardInvokeValue CardAction(IInvokeActivity activity)
    {
        if (activity.Value is null) throw Refused("BadRequest", "Missing value property");
        AdaptiveCardInvokeValue value;
        try
        {
            value = ValueAs<AdaptiveCardInvokeValue>(activity);
        }
        catch (InvokeResponseException)
        {
            throw Refused("BadRequest", "Value property is not properly formed");
        }

        if (value.Action is null) throw Refused("BadRequest", "Missing action property");
        return value.Action.Type == "Action.Execute" ? value : throw Refused("NotSupported", $"The action '{value.Action.Type}' is not supported.");
    }

    private static SearchInvokeValue Search(IInvokeActivity activity)
    {
        var value = ValueAs<SearchInvokeValue>(activity) ?? throw Refused("BadRequest", "Missing value property for search");
        if (string.IsNullOrEmpty(value.Kind))
        {
            value.Kind = activity.ChannelId == Connector.Channels.Msteams ? "search" : throw Refused("BadRequest", "Missing kind property for search");
        }

        return string.IsNullOrEmpty(value.QueryText) ? throw Refused("BadRequest", "Missing queryText for search") : value;
    }

    private async Task AnswerInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var response = await OnInvokeActivityAsync(As<IInvokeActivity>(turnContext), cancellationToken).ConfigureAwait(false);
        if (response is null || turnContext.TurnState.ContainsKey(BotAdapter.InvokeResponseKey)) return;
        await turnContext.SendActivityAsync(new Activity { Type = ActivityTypesEx.InvokeResponse, Value = response }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends an invoke with a status.</summary>
    protected class InvokeResponseException : Exception
    {
        private readonly HttpStatusCode _statusCode;
        private readonly object _body;

        /// <summary>An exception that becomes this answer.</summary>
        public InvokeResponseException(HttpStatusCode statusCode, object body = null) => (_statusCode, _body) = (statusCode, body);

        /// <summary>The answer.</summary>
        public InvokeResponse CreateInvokeResponse() => new() { Status = (int)_statusCode, Body = _body };
    }
}
