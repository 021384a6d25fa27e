namespace Microsoft.Bot.Builder;

/// <summary>Saves state at the end of each turn.</summary>
public class AutoSaveStateMiddleware : IMiddleware
{
    private readonly List<BotState> _states;

    /// <summary>Saves these.</summary>
    public AutoSaveStateMiddleware(params BotState[] botStates) => _states = [.. botStates];

    /// <summary>Saves this one too.</summary>
    public AutoSaveStateMiddleware Add(BotState botState)
    {
        ArgumentNullException.ThrowIfNull(botState);
        _states.Add(botState);
        return this;
    }

    /// <inheritdoc/>
    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        await next(cancellationToken).ConfigureAwait(false);
        foreach (var state in _states) await state.SaveChangesAsync(turnContext, false, cancellationToken).ConfigureAwait(false);
    }
}
