using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Web;

/// <summary>Registers what the bot's own pages share.</summary>
public static class WebRegistration
{
    /// <summary>Signed links and the address they lead to.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section, o => o.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidator>();
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<LinkKeys>();
        services.AddSingleton<LinkRates>();
        services.AddSingleton(s => new Links(s.GetRequiredService<LinkKeys>(), s.GetRequiredService<TimeProvider>()));
        return services;
    }
}
