using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;

using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoordinatorBot.Streams;

/// <summary>Registers the gates of streams.</summary>
public static class StreamRegistration
{
    /// <summary>What all kinds of streams share.</summary>
    public static IServiceCollection AddStreams(this IServiceCollection services)
    {
        services.AddOptions<StreamOptions>()
            .BindConfiguration(StreamOptions.Section, o => o.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<StreamOptions>, StreamOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(DutyPolicy.Default);
        services.TryAddSingleton<StreamSignals>();
        services.TryAddSingleton<ICommitCodec, CommitJsonCodec>();
        return services;
    }

    /// <summary>One kind of stream: its <see cref="StreamGate{TState}"/>.</summary>
    /// <param name="services">The services.</param>
    /// <param name="kind">The three pure functions.</param>
    public static IServiceCollection AddStreamKind<TState>(this IServiceCollection services, StreamKind<TState> kind)
    {
        services.AddSingleton(kind);
        services.TryAddSingleton<StreamGate<TState>>();
        return services;
    }
}
