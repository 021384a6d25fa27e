namespace CoordinatorBot.Browser.Tests.Infrastructure;

/// <summary>A running bot on which the sample <i>Breathing Lights</i> has been played, and its coordinator has asked for a card of each kind.</summary>
public sealed class LoadedBot : IAsyncLifetime
{
    private static readonly string[] Asked =
    [
        "help", "exchanges", "open Breathing Lights", "edit", "form delegation Detroit", "seat plan", "choose seats", "correct nominee", "name lead", "roster",
        "invite next", "record answer", "recall", "seats Detroit", "agenda", "export", "board", "status",
    ];

    /// <summary>The bot.</summary>
    public RunningBot Bot { get; } = new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await Bot.InitializeAsync();
        await Bot.PlayAsync("breathing-lights");
        foreach (var words in Asked)
            await Bot.SayAsync("nora-whitfield", words);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
