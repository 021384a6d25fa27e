using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CoordinatorBot.Sdk.Tests.Dialogs;

/// <summary>A conversation with a dialog, whose state goes through storage after every turn.</summary>
internal sealed class Chat
{
    private readonly TestAdapter _adapter = new();
    private readonly ConversationState _state = new(new MemoryStorage());
    private readonly DialogSet _dialogs;
    private readonly string _first;
    private readonly object? _options;

    public Chat(Dialog dialog, object? options = null, params Dialog[] others)
    {
        _dialogs = new DialogSet(_state.CreateProperty<DialogState>(nameof(DialogState))).Add(dialog);
        foreach (var other in others)
            _dialogs.Add(other);
        (_first, _options) = (dialog.Id, options);
    }

    /// <summary>What the last turn came to.</summary>
    public DialogTurnResult Last { get; private set; } = new(DialogTurnStatus.Empty);

    /// <summary>What each message is before it is sent.</summary>
    public Action<Activity> With { get; set; } = _ => { };

    /// <summary>Says something; the first time that starts the dialog.</summary>
    /// <returns>The texts of the answers.</returns>
    public async Task<string[]> SayAsync(string? text)
        => [.. (await SendAsync(text)).Select(a => a.Text)];

    /// <summary>Says something.</summary>
    /// <returns>The answers.</returns>
    public Task<Activity[]> SendAsync(string? text) => SendAsync(new Activity { Type = ActivityTypes.Message, Text = text });

    public async Task<Activity[]> SendAsync(Activity activity)
    {
        activity.Locale ??= "en-US";
        With(activity);
        await _adapter.ProcessActivityAsync(activity, TurnAsync, TestContext.Current.CancellationToken);
        var answers = _adapter.ActiveQueue.ToArray();
        _adapter.ActiveQueue.Clear();
        return answers;
    }

    private async Task TurnAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var dc = await _dialogs.CreateContextAsync(turn, cancellationToken);
        Last = await dc.ContinueDialogAsync(cancellationToken);
        if (Last.Status == DialogTurnStatus.Empty)
            Last = await dc.BeginDialogAsync(_first, _options, cancellationToken);
        await _state.SaveChangesAsync(turn, false, cancellationToken);
    }
}
