using Azure.Core;
using Azure.Identity;

using CoordinatorBot.Ports;

using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Graph;

namespace CoordinatorBot.Edges.Graph;

/// <summary>Registers the border to Microsoft Graph.</summary>
public static class GraphRegistration
{
    /// <summary>The directory and the mailbox, where the settings ask for them.</summary>
    public static IServiceCollection AddGraph(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GraphOptions>().BindConfiguration(GraphOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GraphOptions>, GraphOptionsValidator>();
        services.TryAddSingleton(_ => Credential(configuration));
        if (configuration.GetValue<bool>($"{GraphOptions.Section}:{nameof(GraphOptions.Mail)}"))
        {
            services.AddHttpClient(GraphMail.Client, client => client.Timeout = TimeSpan.FromSeconds(30));
            services.Replace(ServiceDescriptor.Singleton<IMailer, GraphMail>());
        }

        if (!configuration.GetValue<bool>($"{GraphOptions.Section}:{nameof(GraphOptions.Directory)}"))
            return services;
        services.AddSingleton(s => new GraphServiceClient(
            s.GetRequiredService<TokenCredential>(), ["https://graph.microsoft.com/.default"], s.GetRequiredService<IOptions<GraphOptions>>().Value.Address));
        services.Replace(ServiceDescriptor.Singleton<IDirectory, GraphDirectory>());
        return services;
    }

    // The bot asks Graph as itself, by the credentials it has for the Bot Framework: one app to grant permissions to.
    private static TokenCredential Credential(IConfiguration configuration) => configuration["MicrosoftAppPassword"] is { Length: > 0 } password
        ? new ClientSecretCredential(configuration["MicrosoftAppTenantId"], configuration["MicrosoftAppId"], password)
        : new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(configuration["MicrosoftAppId"]));
}
