using CoordinatorBot.Domain.Duties;

using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoordinatorBot.Duties;

/// <summary>Registers the duty worker and those who perform.</summary>
public static class DutyRegistration
{
    /// <summary>The worker. It needs the streams registered, and <see cref="AddDutiesOf{TState}"/> for each kind of stream.</summary>
    public static IServiceCollection AddDuties(this IServiceCollection services)
    {
        services.AddOptions<DutyOptions>()
            .BindConfiguration(DutyOptions.Section, o => o.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<DutyOptions>, DutyOptionsValidator>();
        services.TryAddSingleton<DutySlots>();
        services.TryAddSingleton(typeof(IAdmission<>), typeof(OpenAdmission<>));
        services.TryAddSingleton(typeof(DutyRecorder<>));
        services.TryAddSingleton(typeof(DutyStage<>));
        services.AddHostedService<DutyWorker>();
        return services;
    }

    /// <summary>What the streams of a kind owe is carried out, and their <see cref="Then"/> performed.</summary>
    public static IServiceCollection AddDutiesOf<TState>(this IServiceCollection services)
    {
        services.AddSingleton<IDutyRunner, DutyRunner<TState>>();
        return services.AddPerformer<TState, ThenPerformer<TState>>();
    }

    /// <summary>Who performs one type of act.</summary>
    public static IServiceCollection AddPerformer<TState, TPerformer>(this IServiceCollection services)
        where TPerformer : class, IPerformer<TState> =>
        services.AddSingleton<IPerformer<TState>, TPerformer>();
}
