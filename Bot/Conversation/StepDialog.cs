using System.Globalization;

using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace CoordinatorBot.Conversation;

/// <summary>What happens to the open step in a turn.</summary>
internal enum StepMove
{
    /// <summary>It is answered.</summary>
    Answer,

    /// <summary>The step before is wanted.</summary>
    Back,
}

/// <summary>A turn on its way through a dialog.</summary>
/// <param name="Turn">The turn.</param>
/// <param name="Move">What happens.</param>
/// <param name="Answer">The answer, trimmed and not empty; empty for a move back.</param>
internal sealed record StepTurn(Turn Turn, StepMove Move, string Answer);

/// <summary>Where a dialog begins.</summary>
/// <param name="Target">What it is about.</param>
/// <param name="Step">Step to begin with; null for the first that asks something.</param>
internal sealed record StepStart(Guid Target, string? Step);

/// <summary>
/// A <see cref="StepList"/> as a dialog of the Bot Framework: a waterfall whose steps can be gone back to, and pass themselves over when
/// there is nothing to ask. It keeps the step and the target, nothing else.
/// </summary>
internal sealed class StepDialog(StepList list) : Dialog(list.Id)
{
    private const string StepKey = "step";
    private const string TargetKey = "target";

    /// <summary>What people call it.</summary>
    public string NameKey => list.NameKey;

    /// <summary>Whether it has a step of this name.</summary>
    public bool Has(string step) => list.Steps.Any(s => s.Id == step);

    /// <summary>Whether a step of this name is <see cref="Step.Casual"/>.</summary>
    public bool IsCasual(string step) => list.Steps[IndexOf(step)].Casual;

    /// <summary>The open step of an instance.</summary>
    public static OpenStep Open(DialogInstance instance) =>
        new(instance.Id, (string)instance.State[StepKey], Guid.Parse((string)instance.State[TargetKey], CultureInfo.InvariantCulture));

    /// <summary>The instance that stands at an open step.</summary>
    public static DialogInstance Instance(OpenStep open) =>
        new() { Id = open.Dialogue, State = new Dictionary<string, object> { [StepKey] = open.Step, [TargetKey] = open.Target.ToString() } };

    /// <inheritdoc/>
    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var start = (StepStart)options!;
        return AskAsync(dc, start.Target, start.Step is { } step ? IndexOf(step) : 0, +1, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var (turn, move, answer) = dc.Context.TurnState.Get<StepTurn>();
        var open = Open(dc.ActiveDialog);
        var index = IndexOf(open.Step);
        if (move is StepMove.Back)
        {
            if (index == 0)
                turn.Replies.Say(turn.Texts["conversation.nothing-before"]);
            return await AskAsync(dc, open.Target, Math.Max(0, index - 1), index == 0 ? +1 : -1, cancellationToken);
        }

        switch (await list.Steps[index].TakeAsync(turn, open.Target, answer, cancellationToken))
        {
            case Course.Repeat again:
                turn.Replies.Say(again.Why);
                return await AskAsync(dc, open.Target, index, +1, cancellationToken);
            case Course.Over:
                return await dc.EndDialogAsync(null, cancellationToken);
            default:
                return await AskAsync(dc, open.Target, index + 1, +1, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override async Task RepromptDialogAsync(ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        var turn = turnContext.TurnState.Get<StepTurn>().Turn;
        var open = Open(instance);
        if (await list.Steps[IndexOf(open.Step)].AskAsync(turn, open.Target, cancellationToken) is { } question)
            Put(turn, question);
    }

    // Going back over steps that have nothing to ask ends at the first that has; when there is none, the dialog stays where it is.
    private async Task<DialogTurnResult> AskAsync(DialogContext dc, Guid target, int from, int direction, CancellationToken cancellationToken)
    {
        var turn = dc.Context.TurnState.Get<StepTurn>().Turn;
        for (var index = from; index >= 0 && index < list.Steps.Length; index += direction)
        {
            if (await list.Steps[index].AskAsync(turn, target, cancellationToken) is not { } question)
                continue;
            Put(turn, question);
            dc.ActiveDialog.State[StepKey] = list.Steps[index].Id;
            dc.ActiveDialog.State[TargetKey] = target.ToString();
            return EndOfTurn;
        }

        if (direction < 0)
        {
            turn.Replies.Say(turn.Texts["conversation.nothing-before"]);
            await RepromptDialogAsync(dc.Context, dc.ActiveDialog, cancellationToken);
            return EndOfTurn;
        }

        await list.EndAsync(turn, target, cancellationToken);
        return await dc.EndDialogAsync(null, cancellationToken);
    }

    private static void Put(Turn turn, Question question)
    {
        if (question.Card is { } card)
            turn.Replies.Show(card, question.Text);
        else
            turn.Replies.Say(question.Text, question.Suggestions);
    }

    private int IndexOf(string step)
    {
        for (var i = 0; i < list.Steps.Length; i++)
            if (list.Steps[i].Id == step)
                return i;
        throw new InvalidOperationException($"'{list.Id}' has no step '{step}'.");
    }
}
