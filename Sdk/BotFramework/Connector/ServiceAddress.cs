#nullable enable
namespace Microsoft.Bot.Connector;

/// <summary>Addresses of connectors, as activities bring them: our requests, and the token with them, go there.</summary>
internal static class ServiceAddress
{
    // Proxies and servers take no much longer ones.
    private const int Longest = 2048;

    // A channel has one address in a region, so that of the last turn is nearly always that of the next.
    private static Uri? _last;

    /// <summary>The address of a service URL; null if it isn't one over HTTP that a path can be put behind.</summary>
    public static Uri? Read(string? serviceUrl)
    {
        var last = _last;
        if (serviceUrl is not null && last?.OriginalString == serviceUrl) return last;
        if (serviceUrl is not { Length: <= Longest } || !Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address)) return null;
        return address is { Scheme: "https" or "http", UserInfo: "", Query: "", Fragment: "" } ? _last = address : null;
    }

    /// <summary>True if what is sent there goes over TLS, or stays on this machine.</summary>
    public static bool MayCarryTokens(this Uri address) => address.Scheme == Uri.UriSchemeHttps || address.IsLoopback;
}
