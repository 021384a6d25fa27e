using System.Collections.Frozen;

namespace CoordinatorBot.Conversation;

/// <summary>All dialogues of all features, and how they move from step to step.</summary>
public sealed class Dialogues
{
    private readonly FrozenDictionary<string, StepList> _lists;

    /// <summary>Collects them.</summary>
    /// <exception cref="InvalidOperationException">Two dialogues, or two steps of one, share an id.</exception>
    public Dialogues(IEnumerable<IDialogueFeature> features)
    {
        var lists = features.SelectMany(f => f.Dialogues).ToList();
        foreach (var list in lists)
            if (list.Steps.GroupBy(s => s.Id).FirstOrDefault(g => g.Count() > 1) is { } twice)
                throw new InvalidOperationException($"Two steps of '{list.Id}' are called '{twice.Key}'.");
        if (lists.GroupBy(l => l.Id).FirstOrDefault(g => g.Count() > 1) is { } same)
            throw new InvalidOperationException($"Two dialogues are called '{same.Key}'.");
        _lists = lists.ToFrozenDictionary(l => l.Id, StringComparer.Ordinal);
    }

    /// <summary>The name of a dialogue for a person.</summary>
    public string NameOf(OpenStep open, Turn turn) => turn.Texts[_lists[open.Dialogue].NameKey];

    /// <summary>Whether this version knows the dialogue and the step; a stored state of another version is left.</summary>
    public bool Knows(OpenStep open) => _lists.TryGetValue(open.Dialogue, out var list) && list.Steps.Any(s => s.Id == open.Step);

    /// <summary>Begins a dialogue.</summary>
    /// <returns>The step that was asked; null when there is nothing to ask.</returns>
    public ValueTask<OpenStep?> BeginAsync(Turn turn, string dialogue, Guid target, string? step, CancellationToken cancellationToken)
    {
        var list = _lists[dialogue];
        return AskFromAsync(turn, list, target, step is null ? 0 : IndexOf(list, step), +1, cancellationToken);
    }

    /// <summary>Takes an answer to the open step.</summary>
    /// <returns>The step that is open now; null when the dialogue is over.</returns>
    public async ValueTask<OpenStep?> AnswerAsync(Turn turn, OpenStep open, string answer, CancellationToken cancellationToken)
    {
        var list = _lists[open.Dialogue];
        var index = IndexOf(list, open.Step);
        switch (await list.Steps[index].TakeAsync(turn, open.Target, answer, cancellationToken))
        {
            case Course.Repeat again:
                turn.Replies.Say(again.Why);
                return await AskFromAsync(turn, list, open.Target, index, +1, cancellationToken);
            case Course.Over:
                return null;
            default:
                return await AskFromAsync(turn, list, open.Target, index + 1, +1, cancellationToken);
        }
    }

    /// <summary>Goes back to the step before, which shows what was answered; nothing is taken away.</summary>
    public async ValueTask<OpenStep?> BackAsync(Turn turn, OpenStep open, CancellationToken cancellationToken)
    {
        var list = _lists[open.Dialogue];
        var index = IndexOf(list, open.Step);
        if (index > 0)
            return await AskFromAsync(turn, list, open.Target, index - 1, -1, cancellationToken);
        turn.Replies.Say(turn.Texts["conversation.nothing-before"]);
        return await AgainAsync(turn, open, cancellationToken);
    }

    /// <summary>Asks the open step again.</summary>
    public ValueTask<OpenStep?> AgainAsync(Turn turn, OpenStep open, CancellationToken cancellationToken)
    {
        var list = _lists[open.Dialogue];
        return AskFromAsync(turn, list, open.Target, IndexOf(list, open.Step), +1, cancellationToken);
    }

    private static async ValueTask<OpenStep?> AskFromAsync(Turn turn, StepList list, Guid target, int from, int direction, CancellationToken cancellationToken)
    {
        for (var index = from; index >= 0 && index < list.Steps.Length; index += direction)
        {
            if (await list.Steps[index].AskAsync(turn, target, cancellationToken) is not { } question)
                continue;
            if (question.Card is { } card)
                turn.Replies.Show(card, question.Text);
            else
                turn.Replies.Say(question.Text, question.Suggestions);
            return new OpenStep(list.Id, list.Steps[index].Id, target);
        }

        if (direction > 0)
            await list.EndAsync(turn, target, cancellationToken);
        return null;
    }

    private static int IndexOf(StepList list, string step)
    {
        for (var i = 0; i < list.Steps.Length; i++)
            if (list.Steps[i].Id == step)
                return i;
        throw new InvalidOperationException($"'{list.Id}' has no step '{step}'.");
    }
}
