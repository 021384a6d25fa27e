#nullable enable
namespace Microsoft.Bot.Connector.Authentication;

/// <summary>A request that isn't served; the status is all its sender learns.</summary>
internal sealed class RefusedRequestException(int status, string message, Exception? inner = null) : UnauthorizedAccessException(message, inner)
{
    public int Status { get; } = status;
}
