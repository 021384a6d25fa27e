namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>One step of a waterfall: asks something, starts another dialog, goes on to the next step, or ends the waterfall.</summary>
/// <param name="stepContext">What the step knows and can do.</param>
/// <param name="cancellationToken">Ends the turn early.</param>
public delegate Task<DialogTurnResult> WaterfallStep(WaterfallStepContext stepContext, CancellationToken cancellationToken);
