namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>What a step of a waterfall knows and can do.</summary>
public class WaterfallStepContext : DialogContext
{
    private readonly WaterfallDialog _waterfall;
    private bool _nextCalled;

    internal WaterfallStepContext(WaterfallDialog waterfall, DialogContext dc, object options, IDictionary<string, object> values, int index, DialogReason reason, object result)
        : base(dc.Dialogs, dc.Context, new DialogState(dc.Stack))
    {
        _waterfall = waterfall;
        Parent = dc.Parent;
        Options = options;
        Values = values;
        Index = index;
        Reason = reason;
        Result = result;
    }

    /// <summary>The place of the step, from 0.</summary>
    public int Index { get; }

    /// <summary>What the waterfall started from.</summary>
    public object Options { get; }

    /// <summary>Why the step runs.</summary>
    public DialogReason Reason { get; }

    /// <summary>The answer to what the step before asked.</summary>
    public object Result { get; }

    /// <summary>What the steps of this waterfall remember for each other, stored between turns.</summary>
    public IDictionary<string, object> Values { get; }

    /// <summary>Goes on to the next step at once.</summary>
    /// <param name="result">What the next step gets as its result.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    /// <exception cref="InvalidOperationException">The step has gone on before.</exception>
    public Task<DialogTurnResult> NextAsync(object result = null, CancellationToken cancellationToken = default)
    {
        Dialog.RefuseToken(result, nameof(result));
        if (_nextCalled) throw new InvalidOperationException($"Step {Index} of the waterfall '{_waterfall.Id}' has already gone on to the next one.");
        _nextCalled = true;
        return _waterfall.ResumeDialogAsync(this, DialogReason.NextCalled, result, cancellationToken);
    }
}
