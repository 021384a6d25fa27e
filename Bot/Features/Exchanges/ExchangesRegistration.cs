using CoordinatorBot.Conversation;

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
        services.AddSingleton<ExchangeCards>();
        services.AddSingleton<ExchangeDrafts>();
        services.AddSingleton<SetDates>();
        services.AddSingleton<SessionLeads>();
        return services
            .AddTalking<NewExchange>()
            .AddTalking<ShowExchanges>()
            .AddTalking<WhatNext>()
            .AddTalking<EditExchange>()
            .AddTalking<EditAgenda>()
            .AddTalking<ChangeCities>()
            .AddTalking<ShareExchange>()
            .AddTalking<UndoLastAct>()
            .AddTalking<CallOffExchange>();
    }
}
