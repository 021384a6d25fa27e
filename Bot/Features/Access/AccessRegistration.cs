using Microsoft.Extensions.Options;

namespace CoordinatorBot.Features.Access;

/// <summary>Registers who may do what.</summary>
public static class AccessRegistration
{
    /// <summary>The settings that say who coordinates.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddOptions<CoordinatorOptions>().BindConfiguration(CoordinatorOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<CoordinatorOptions>, CoordinatorOptionsValidator>();
        return services;
    }
}
