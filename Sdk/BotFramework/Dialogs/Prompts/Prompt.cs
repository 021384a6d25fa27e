using Microsoft.Bot.Builder.Dialogs.Choices;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// Asks the user something until the answer is understood and passes the validator, then ends with the value. Whatever the
/// user writes, a prompt asks again; it never fails.
/// </summary>
/// <typeparam name="T">What it asks for.</typeparam>
public abstract class Prompt<T> : Dialog
{
    // The names of the official SDK, so that prompts it has stored go on here.
    private const string OptionsKey = "options";
    private const string StateKey = "state";

    private readonly PromptValidator<T> _validator;

    /// <summary>Makes a prompt.</summary>
    /// <param name="dialogId">Its id.</param>
    /// <param name="validator">Decides whether an answer will do; if null, every answer that is understood does.</param>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    public Prompt(string dialogId, PromptValidator<T> validator = null)
        : base(dialogId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(dialogId);
        _validator = validator;
    }

    /// <summary>Asks.</summary>
    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="options"/> is no <see cref="PromptOptions"/>.</exception>
    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options, CancellationToken cancellationToken = default)
    {
        RefuseToken(options, nameof(options));
        ArgumentNullException.ThrowIfNull(dc);
        if (options is not PromptOptions asked)
            throw new ArgumentException($"The prompt '{Id}' needs {nameof(PromptOptions)} to start from.", nameof(options));
        if (asked.Prompt is { InputHint: null or "" } prompt) prompt.InputHint = InputHints.ExpectingInput;
        if (asked.RetryPrompt is { InputHint: null or "" } retry) retry.InputHint = InputHints.ExpectingInput;
        var state = new Dictionary<string, object> { [PromptValidatorContext<T>.AttemptCountKey] = 0 };
        dc.ActiveDialog.State[OptionsKey] = asked;
        dc.ActiveDialog.State[StateKey] = state;
        await OnPromptAsync(dc.Context, state, asked, false, cancellationToken);
        return EndOfTurn;
    }

    /// <summary>Takes an answer. Anything else than a message is not for a prompt.</summary>
    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (dc.Context.Activity.Type != ActivityTypes.Message) return EndOfTurn;
        var (options, state) = Stored(dc.ActiveDialog);
        var recognized = await OnRecognizeAsync(dc.Context, state, options, cancellationToken);
        var answer = new PromptValidatorContext<T>(dc.Context, recognized, state, options);
        state[PromptValidatorContext<T>.AttemptCountKey] = answer.AttemptCount + 1;
        var responded = dc.Context.Responded;
        var valid = _validator is null ? recognized.Succeeded : await _validator(answer, cancellationToken);
        if (valid)
        {
            // A validator that has said something has said what it made of the answer.
            if (dc.Context.Responded == responded) await SayBackAsync(dc.Context, recognized.Value, cancellationToken);
            return await dc.EndDialogAsync(recognized.Value, cancellationToken);
        }
        if (!dc.Context.Responded) await OnPromptAsync(dc.Context, state, options, true, cancellationToken);
        return EndOfTurn;
    }

    /// <summary>A dialog put on top of the prompt has ended: asks again.</summary>
    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    /// <inheritdoc/>
    public override Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(instance);
        var (options, state) = Stored(instance);
        return OnPromptAsync(turnContext, state, options, false, cancellationToken);
    }

    /// <summary>Sends the question.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="state">What this run of the prompt remembers between answers.</param>
    /// <param name="options">What to ask.</param>
    /// <param name="isRetry">Whether an answer wasn't understood or wouldn't do.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    protected abstract Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry,
        CancellationToken cancellationToken = default);

    /// <summary>Reads the answer.</summary>
    /// <param name="turnContext">The turn, with the answer as its activity.</param>
    /// <param name="state">What this run of the prompt remembers between answers.</param>
    /// <param name="options">What was asked.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    protected abstract Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default);

    /// <summary>Says what was understood, where that may be other than what was meant.</summary>
    private protected virtual Task SayBackAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Adds choices to a question.</summary>
    /// <param name="prompt">The question; it stays as it is, the choices are in a copy.</param>
    /// <param name="channelId">The channel.</param>
    /// <param name="choices">The choices.</param>
    /// <param name="style">How they are shown.</param>
    /// <param name="options">Words and marks between choices written as text.</param>
    /// <param name="conversationType">The kind of conversation, such as <c>personal</c>.</param>
    /// <param name="toList">The ids of the users who are shown suggested actions.</param>
    /// <param name="cancellationToken">Not used.</param>
    /// <returns>The question with its choices.</returns>
    protected virtual IMessageActivity AppendChoices(
        IMessageActivity prompt, string channelId, IList<Choice> choices, ListStyle style, ChoiceFactoryOptions options = null,
        string conversationType = null, IList<string> toList = null, CancellationToken cancellationToken = default)
    {
        var text = prompt?.Text ?? string.Empty;
        var offer = style switch
        {
            ListStyle.None => new Activity { Type = ActivityTypes.Message, Text = text, InputHint = InputHints.ExpectingInput },
            ListStyle.Inline => ChoiceFactory.Inline(choices, text, null, options),
            ListStyle.List => ChoiceFactory.List(choices, text, null, options),
            ListStyle.SuggestedAction => ChoiceFactory.SuggestedAction(choices, text, null, toList),
            ListStyle.HeroCard => ChoiceFactory.HeroCard(choices, text),
            _ => ChoiceFactory.ForChannel(channelId, choices, text, null, options, conversationType, toList),
        };
        if (prompt is null) return offer;
        var copy = Copy((Activity)prompt);
        copy.Text = offer.Text;
        if (offer.SuggestedActions?.Actions is { Count: > 0 }) copy.SuggestedActions = offer.SuggestedActions;
        if (offer.Attachments is { Count: > 0 }) copy.Attachments = [.. copy.Attachments ?? [], .. offer.Attachments];
        return copy;
    }

    /// <summary>The question of this attempt: the one for retries if there is one.</summary>
    private protected static Activity Question(PromptOptions options, bool isRetry)
    {
        ArgumentNullException.ThrowIfNull(options);
        return isRetry && options.RetryPrompt is not null ? options.RetryPrompt : options.Prompt;
    }

    /// <summary>Sends the question as it is; nothing if there is none.</summary>
    private protected static Task AskAsync(ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return Question(options, isRetry) is { } question ? turnContext.SendActivityAsync(Copy(question), cancellationToken) : Task.CompletedTask;
    }

    /// <summary>Sends the question with choices.</summary>
    private protected Task AskAsync(
        ITurnContext turnContext, PromptOptions options, bool isRetry, IList<Choice> choices, ListStyle style, ChoiceFactoryOptions choiceOptions,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var activity = turnContext.Activity;
        List<string> to = activity.From?.Id is { } user ? [user] : null;
        var question = AppendChoices(Question(options, isRetry), activity.ChannelId, choices, style, choiceOptions, activity.Conversation?.ConversationType, to, cancellationToken);
        return turnContext.SendActivityAsync(question, cancellationToken);
    }

    /// <summary>What the user wrote; null if that isn't a message or has no text.</summary>
    private protected static string Answer(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.Activity.Type == ActivityTypes.Message && !string.IsNullOrEmpty(turnContext.Activity.Text) ? turnContext.Activity.Text : null;
    }

    // The question is stored and may be sent again: it must not gather the choices of each time, or whom it was sent to.
    private static Activity Copy(Activity question)
    {
        var copy = question.ShallowCopy();
        (copy.Entities, copy.Attachments) = (copy.Entities?.ToList(), copy.Attachments?.ToList());
        return copy;
    }

    private static (PromptOptions Options, IDictionary<string, object> State) Stored(DialogInstance instance)
        => ((PromptOptions)instance.State[OptionsKey], (IDictionary<string, object>)instance.State[StateKey]);
}
