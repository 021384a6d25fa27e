namespace Microsoft.Bot.Builder;

/// <summary>The HTTP response to an invoke.</summary>
public class InvokeResponse
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; set; }

    /// <summary>The body, written as JSON; null for none.</summary>
    public object Body { get; set; }
}
