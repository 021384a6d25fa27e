using CoordinatorBot.Conversation;
using CoordinatorBot.Edges.Teams;
using CoordinatorBot.Features.People;

using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;

namespace CoordinatorBot;

/// <summary>Routes what Teams sends: words to the conversation, buttons to their verbs, installations to the welcome.</summary>
public sealed class CoordinatorTeamsBot(TurnReader reader, Conversations conversations, VerbTable verbs, SentFiles files, Welcome welcome, References references) : TeamsActivityHandler
{
    /// <inheritdoc/>
    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        await references.KeepAsync(turnContext, cancellationToken);
        var data = ActivityJson.Element(activity.Value);
        if (data.At("verb").AsText() is { } verb)
        {
            // A host without Universal Actions sends the button's data as a message: the answer is a message, too.
            var (turn, answer) = await PressAsync(turnContext, verb, new Press(data, activity.ReplyToId, false), cancellationToken);
            if (answer is PressAnswer.Replaced replaced)
                turn.Replies.Show(replaced.Card, turn.Texts["conversation.answer"]);
            else if (answer is PressAnswer.Told { Text.Length: > 0 } told)
                turn.Replies.Say(told.Text);
            await turnContext.SendAllAsync(turn, cancellationToken);
            return;
        }

        var file = await files.FetchAsync(activity, cancellationToken);
        var said = activity.RemoveRecipientMention() ?? string.Empty;
        var heard = await conversations.HearAsync(turnContext, ct => reader.OfMessageAsync(activity, ct), said.Trim(), file, cancellationToken);
        await turnContext.SendAllAsync(heard, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        await references.KeepAsync(turnContext, cancellationToken);
        var invoke = ActivityJson.Element(turnContext.Activity.Value);
        var press = new Press(invoke.At("action", "data"), turnContext.Activity.ReplyToId, invoke.At("trigger").AsText() == "automatic");
        var (turn, answer) = await PressAsync(turnContext, invokeValue.Action.Verb, press, cancellationToken);
        await turnContext.SendAllAsync(turn, cancellationToken);
        return answer switch
        {
            PressAnswer.Replaced r => new() { StatusCode = 200, Type = AdaptiveCards.AdaptiveCard.ContentType, Value = ActivityJson.Content(r.Card) },
            PressAnswer.Told t => new() { StatusCode = 200, Type = "application/vnd.microsoft.activity.message", Value = t.Text },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <inheritdoc/>
    protected override async Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = await reader.OfMessageAsync(turnContext.Activity, cancellationToken);
        // Somebody whose invitation introduced the bot needn't be greeted again when the app follows.
        var known = turn.Place.Kind is PlaceKind.Personal && await references.OfAsync(turn.Viewer.Person, cancellationToken) is not null;
        await references.KeepAsync(turnContext, cancellationToken);
        if (known)
            return;
        welcome.Greet(turn);
        await turnContext.SendAllAsync(turn, cancellationToken);
    }

    private async Task<(Turn Turn, PressAnswer Answer)> PressAsync(ITurnContext turnContext, string verb, Press press, CancellationToken cancellationToken)
    {
        PressAnswer? answer = null;
        var turn = await conversations.RunAsync(
            turnContext,
            ct => reader.OfPressAsync(turnContext.Activity, verb, press.Data, ct),
            async t => answer = verbs[verb] is { } known
                ? await known.PressAsync(t, press, cancellationToken)
                : new PressAnswer.Told(t.Texts["conversation.unknown-button"]),
            cancellationToken);
        return (turn, answer!);
    }
}
