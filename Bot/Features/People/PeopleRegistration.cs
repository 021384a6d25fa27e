using CoordinatorBot.Edges.Storage;
using CoordinatorBot.Ports;

using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoordinatorBot.Features.People;

/// <summary>Registers the people the product knows.</summary>
public static class PeopleRegistration
{
    /// <summary>The register, the contacts and the welcome.</summary>
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<StoreSecrets>();
        services.TryAddSingleton<IDirectory, NoDirectory>();
        services.AddSingleton<PeopleRegister>();
        services.AddSingleton<Contacts>();
        services.AddSingleton<Welcome>();
        return services;
    }
}
