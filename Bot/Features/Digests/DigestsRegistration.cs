using CoordinatorBot.Conversation;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Duties;

namespace CoordinatorBot.Features.Digests;

/// <summary>Registers the digest.</summary>
public static class DigestsRegistration
{
    /// <summary>What is said for it, and who posts it.</summary>
    public static IServiceCollection AddDigests(this IServiceCollection services)
    {
        services.AddSingleton<Digester>();
        services.AddTalking<DigestFeature>();
        return services.AddPerformer<ChannelState, PostDigestPerformer>();
    }
}
