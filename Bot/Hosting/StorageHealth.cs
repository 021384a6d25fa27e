using CoordinatorBot.Ports;

using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CoordinatorBot.Hosting;

/// <summary>Whether the store answers.</summary>
internal sealed class StorageHealth(IDocuments documents) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await documents.GetAsync("health/none", cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
