namespace Microsoft.Bot.Builder.TraceExtensions;

/// <summary>Traces of a turn.</summary>
public static class ITurnContextExtensions
{
    /// <summary>Sends a trace; only the Emulator gets it.</summary>
    public static Task<ResourceResponse> TraceActivityAsync(this ITurnContext turnContext, string name, object value = null, string valueType = null, string label = null, CancellationToken cancellationToken = default)
    {
        var trace = (Activity)Activity.CreateTraceActivity(name, valueType, value, label);
        trace.Timestamp = TimeProvider.System.GetUtcNow();
        return turnContext.SendActivityAsync(trace, cancellationToken);
    }
}
