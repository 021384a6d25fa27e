namespace Microsoft.Bot.Builder;

/// <summary>Saves state at the end of each turn, in the order given.</summary>
public class AutoSaveStateMiddleware(params BotState[] botStates) : IMiddleware
{
    /// <inheritdoc/>
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        await next(cancellationToken).ConfigureAwait(false);
        foreach (var state in botStates) await state.SaveChangesAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
    }
}
