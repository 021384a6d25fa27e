using System.Threading.RateLimiting;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Web;

/// <summary>
/// How often a link is answered: counted by whose it is where it is good, so that those behind one address don't shut each other out; by address
/// where it isn't, so that nobody tries out links.
/// </summary>
public sealed class LinkRates(IOptions<WebOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _rates = PartitionedRateLimiter.Create<string, string>(
        who => RateLimitPartition.GetTokenBucketLimiter(who, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = options.Value.RequestsPerMinute,
            TokensPerPeriod = Math.Max(1, options.Value.RequestsPerMinute / 6),
            ReplenishmentPeriod = TimeSpan.FromSeconds(10),
        }),
        StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Dispose() => _rates.Dispose();

    /// <summary>Whether one more request is answered.</summary>
    /// <param name="link">Its link; null where it is no good.</param>
    /// <param name="http">The request.</param>
    public bool Admits(SignedLink? link, HttpContext http)
    {
        using var lease = _rates.AttemptAcquire(link is null ? $"from {http.Connection.RemoteIpAddress}" : $"by {link.Purpose} {link.Subject:N}");
        return lease.IsAcquired;
    }
}
