namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Asks for a text.</summary>
/// <param name="dialogId">Its id.</param>
/// <param name="validator">Decides whether an answer will do.</param>
public class TextPrompt(string dialogId, PromptValidator<string> validator = null) : Prompt<string>(dialogId, validator)
{
    /// <inheritdoc/>
    protected override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry,
        CancellationToken cancellationToken = default)
        => AskAsync(turnContext, options, isRetry, cancellationToken);

    /// <inheritdoc/>
    protected override Task<PromptRecognizerResult<string>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        var text = turnContext.Activity.Type == ActivityTypes.Message ? turnContext.Activity.Text : null;
        return Task.FromResult(new PromptRecognizerResult<string> { Succeeded = text is not null, Value = text });
    }
}
