using CoordinatorBot.Ports;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Teams;

/// <summary>Registers what sends to Teams: its rates, its patience, and the messenger for what nobody waits for.</summary>
public static class DeliveryRegistration
{
    /// <summary>The messenger, and the rates on the client that the SDK takes from the host's factory.</summary>
    public static IServiceCollection AddTeamsDelivery(this IServiceCollection services)
    {
        services.AddOptions<TeamsOptions>().BindConfiguration(TeamsOptions.Section, o => o.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsValidator>();
        services.AddSingleton<SendingRates>();
        services.AddTransient<TeamsRates>();
        services.AddSingleton<IMessenger, TeamsMessenger>();
        // Both SDKs ask the factory for its client without a name. A redirect is an answer: the token doesn't follow it.
        services.AddHttpClient(Options.DefaultName)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .AddHttpMessageHandler<TeamsRates>();
        return services;
    }
}
