namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A list of steps taken one after another; each gets the answer to what the one before it asked.</summary>
public class WaterfallDialog : Dialog
{
    // The names of the official SDK, so that stacks it has stored go on here.
    private const string OptionsKey = "options";
    private const string StepKey = "stepIndex";
    private const string ValuesKey = "values";

    private readonly WaterfallStep[] _steps;

    /// <summary>Makes a waterfall.</summary>
    /// <param name="dialogId">Its id.</param>
    /// <param name="actions">Its steps.</param>
    public WaterfallDialog(string dialogId, IEnumerable<WaterfallStep> actions = null)
        : base(dialogId) => _steps = actions is null ? [] : [.. actions];

    /// <inheritdoc/>
    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object options = null, CancellationToken cancellationToken = default)
    {
        RefuseToken(options, nameof(options));
        ArgumentNullException.ThrowIfNull(dc);
        var state = Instance(dc).State;
        state[OptionsKey] = options;
        state[ValuesKey] = new Dictionary<string, object>();
        return RunStepAsync(dc, 0, DialogReason.BeginCalled, null, cancellationToken);
    }

    /// <summary>Goes on to the next step with the text of a message; anything else than a message is not for a waterfall.</summary>
    /// <inheritdoc/>
    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return dc.Context.Activity.Type == ActivityTypes.Message
            ? ResumeDialogAsync(dc, DialogReason.ContinueCalled, dc.Context.Activity.Text, cancellationToken)
            : Task.FromResult(EndOfTurn);
    }

    /// <inheritdoc/>
    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var at = Convert.ToInt32(Instance(dc).State[StepKey], CultureInfo.InvariantCulture);
        return RunStepAsync(dc, at + 1, reason, result, cancellationToken);
    }

    /// <summary>Runs a step. Override it to do something around each.</summary>
    /// <param name="stepContext">What the step knows and can do.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    protected virtual Task<DialogTurnResult> OnStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stepContext);
        return _steps[stepContext.Index](stepContext, cancellationToken);
    }

    /// <summary>Takes the step at a place; past the last one the waterfall ends with the last result.</summary>
    /// <param name="dc">The stack, with this waterfall on top.</param>
    /// <param name="index">The place, from 0.</param>
    /// <param name="reason">Why the step runs.</param>
    /// <param name="result">What the step before asked for.</param>
    /// <param name="cancellationToken">Ends the turn early.</param>
    protected Task<DialogTurnResult> RunStepAsync(DialogContext dc, int index, DialogReason reason, object result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (index >= _steps.Length) return dc.EndDialogAsync(result, cancellationToken);
        var state = Instance(dc).State;
        state[StepKey] = index;
        state.TryGetValue(OptionsKey, out var options);
        return OnStepAsync(new WaterfallStepContext(this, dc, options, Values(state), index, reason, result), cancellationToken);
    }

    private static IDictionary<string, object> Values(IDictionary<string, object> state)
    {
        if (state.TryGetValue(ValuesKey, out var stored) && stored is IDictionary<string, object> values) return values;
        values = new Dictionary<string, object>();
        state[ValuesKey] = values;
        return values;
    }

    private DialogInstance Instance(DialogContext dc)
        => dc.ActiveDialog ?? throw new InvalidOperationException($"The waterfall '{Id}' isn't on the stack.");
}
