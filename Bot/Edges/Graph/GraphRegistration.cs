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
    /// <summary>The directory, where the settings ask for it.</summary>
    public static IServiceCollection AddGraph(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GraphOptions>().BindConfiguration(GraphOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GraphOptions>, GraphOptionsValidator>();
        if (!configuration.GetValue<bool>($"{GraphOptions.Section}:{nameof(GraphOptions.Directory)}"))
            return services;
        services.TryAddSingleton(_ => Credential(configuration));
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
