namespace CoordinatorBot.Features.Exchanges;

/// <summary>Registers exchanges.</summary>
public static class ExchangesRegistration
{
    /// <summary>The index of exchanges, which one is meant, and how people talk about them.</summary>
    public static IServiceCollection AddExchanges(this IServiceCollection services)
    {
        services.AddSingleton<ExchangeIndex>();
        services.AddSingleton<CurrentExchange>();
        services.AddSingleton<Refusals>();
        return services;
    }
}
