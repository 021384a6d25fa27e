using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace CoordinatorBot.Conversation;

/// <summary>All dialogues of all features, as one set of dialogs; at most one is under way in a conversation.</summary>
public sealed class Dialogues
{
    private readonly DialogSet _set = new();

    /// <summary>Collects them.</summary>
    /// <exception cref="InvalidOperationException">Two dialogues, or two steps of one, share an id.</exception>
    public Dialogues(IEnumerable<IDialogueFeature> features)
    {
        foreach (var list in features.SelectMany(f => f.Dialogues))
        {
            if (list.Steps.GroupBy(s => s.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
                throw new InvalidOperationException($"Two steps of '{list.Id}' are called '{twice.Key}'.");
            if (_set.Find(list.Id) is not null)
                throw new InvalidOperationException($"Two dialogues are called '{list.Id}'.");
            _set.Add(new StepDialog(list));
        }
    }

    /// <summary>The name of a dialogue for a person.</summary>
    public string NameOf(OpenStep open, Turn turn) => turn.Texts[((StepDialog)_set.Find(open.Dialogue)).NameKey];

    /// <summary>Whether this version knows the dialogue and the step; a stored state of another version is left.</summary>
    public bool Knows(OpenStep open) => _set.Find(open.Dialogue) is StepDialog dialog && dialog.Has(open.Step);

    /// <summary>Whether the open step can be left without asking.</summary>
    public bool IsCasual(OpenStep open) => ((StepDialog)_set.Find(open.Dialogue)).IsCasual(open.Step);

    /// <summary>Begins a dialogue.</summary>
    /// <returns>The step that was asked; null when there is nothing to ask.</returns>
    public ValueTask<OpenStep?> BeginAsync(ITurnContext context, Turn turn, string dialogue, Guid target, string? step, CancellationToken cancellationToken) =>
        RunAsync(context, new StepTurn(turn, StepMove.Answer, string.Empty), null, dc => dc.BeginDialogAsync(dialogue, new StepStart(target, step), cancellationToken));

    /// <summary>Takes an answer to the open step.</summary>
    /// <returns>The step that is open now; null when the dialogue is over.</returns>
    public ValueTask<OpenStep?> AnswerAsync(ITurnContext context, Turn turn, OpenStep open, string answer, CancellationToken cancellationToken) =>
        RunAsync(context, new StepTurn(turn, StepMove.Answer, answer), open, dc => dc.ContinueDialogAsync(cancellationToken));

    /// <summary>Goes back to the step before, which shows what was answered; nothing is taken away.</summary>
    public ValueTask<OpenStep?> BackAsync(ITurnContext context, Turn turn, OpenStep open, CancellationToken cancellationToken) =>
        RunAsync(context, new StepTurn(turn, StepMove.Back, string.Empty), open, dc => dc.ContinueDialogAsync(cancellationToken));

    /// <summary>Asks the open step again.</summary>
    public ValueTask<OpenStep?> AgainAsync(ITurnContext context, Turn turn, OpenStep open, CancellationToken cancellationToken) =>
        RunAsync(context, new StepTurn(turn, StepMove.Answer, string.Empty), open, dc => dc.RepromptDialogAsync(cancellationToken));

    private async ValueTask<OpenStep?> RunAsync(ITurnContext context, StepTurn turn, OpenStep? open, Func<DialogContext, Task> run)
    {
        context.TurnState.Set(turn);
        var dc = new DialogContext(_set, context, new DialogState(open is null ? [] : [StepDialog.Instance(open)]));
        await run(dc);
        return dc.ActiveDialog is { } active ? StepDialog.Open(active) : null;
    }
}
