using System.Runtime.CompilerServices;

namespace Microsoft.Bot.Builder.TraceExtensions;

/// <summary>Traces of a turn.</summary>
public static class ITurnContextExtensions
{
    /// <summary>Sends a trace; only the Emulator gets it. Its value type is that of the value, its label the name of the method that sends it, if none is given.</summary>
    public static Task<ResourceResponse> TraceActivityAsync(this ITurnContext turnContext, string name, object value = null, string valueType = null, [CallerMemberName] string label = null, CancellationToken cancellationToken = default)
        => turnContext.SendActivityAsync(
            new Activity(ActivityTypes.Trace, timestamp: TimeProvider.System.GetUtcNow(), name: name, label: label, valueType: valueType ?? value?.GetType().Name, value: value),
            cancellationToken);
}
