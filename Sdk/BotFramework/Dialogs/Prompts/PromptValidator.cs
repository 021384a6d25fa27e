namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>
/// Decides whether an answer will do; called for answers that weren't understood too. If it says anything to the user
/// itself, the prompt doesn't ask again.
/// </summary>
/// <typeparam name="T">What the prompt asks for.</typeparam>
/// <param name="promptContext">The answer and what was asked.</param>
/// <param name="cancellationToken">Ends the turn early.</param>
/// <returns>Whether the prompt ends with <see cref="PromptRecognizerResult{T}.Value"/>.</returns>
public delegate Task<bool> PromptValidator<T>(PromptValidatorContext<T> promptContext, CancellationToken cancellationToken);
