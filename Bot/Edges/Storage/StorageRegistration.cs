using CoordinatorBot.Edges.Storage.Sqlite;
using CoordinatorBot.Ports;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Storage;

/// <summary>Registers the store.</summary>
public static class StorageRegistration
{
    /// <summary>The event log and the documents, on the engine that the settings name.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>()
            .Bind(configuration.GetSection(StorageOptions.Section), o => o.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddSingleton(sp => SqliteDatabase.Open(
            Path.Combine(sp.GetRequiredService<IHostEnvironment>().ContentRootPath, sp.GetRequiredService<IOptions<StorageOptions>>().Value.Path)));
        services.AddSingleton<IEventLog, SqliteEventLog>();
        services.AddSingleton<IDocuments, SqliteDocuments>();
        return services;
    }
}
