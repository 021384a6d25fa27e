using CoordinatorBot.Ports;

using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Mail;

/// <summary>Registers the border to mail.</summary>
public static class MailRegistration
{
    /// <summary>Letters, into the folder where nothing else was registered to send them.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section, o => o.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services.TryAddSingleton<Outbox>();
        services.TryAddSingleton<IMailer>(s => s.GetRequiredService<Outbox>());
        return services;
    }
}
