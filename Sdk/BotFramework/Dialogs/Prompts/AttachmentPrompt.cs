namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for one or more files or pictures. It only takes what came with the message; it fetches nothing.</summary>
/// <param name="dialogId">Its id.</param>
/// <param name="validator">Decides whether the attachments will do.</param>
public class AttachmentPrompt(string dialogId, PromptValidator<IList<Attachment>> validator = null) : Prompt<IList<Attachment>>(dialogId, validator)
{
    /// <inheritdoc/>
    protected override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry,
        CancellationToken cancellationToken = default)
        => AskAsync(turnContext, options, isRetry, cancellationToken);

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<IList<Attachment>>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var attachments = turnContext.Activity.Type == ActivityTypes.Message ? turnContext.Activity.Attachments : null;
        return Task.FromResult(new PromptRecognizerResult<IList<Attachment>> { Succeeded = attachments is { Count: > 0 }, Value = attachments });
    }
}
