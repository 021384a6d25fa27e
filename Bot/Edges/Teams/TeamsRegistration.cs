using CoordinatorBot.Hosting;

using Microsoft.AspNetCore.Http.Features;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Teams;

/// <summary>Registers the border to Teams.</summary>
public static class TeamsRegistration
{
    /// <summary>The adapter, the bot, and what turns activities into turns.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services)
    {
        services.AddHttpClient();
        services.AddTeamsDelivery();
        services.AddOptions<FileOptions>().BindConfiguration(FileOptions.Section, o => o.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        services.AddSingleton<IValidateOptions<FileOptions>, FileOptionsValidator>();
        services.AddSingleton<BotFrameworkAuthentication, ConfigurationBotFrameworkAuthentication>();
        services.AddSingleton<Doorkeeper>();
        services.AddSingleton<TeamsAdapter>();
        services.AddSingleton<CloudAdapter>(s => s.GetRequiredService<TeamsAdapter>());
        services.AddSingleton<IBotFrameworkHttpAdapter>(s => s.GetRequiredService<TeamsAdapter>());
        services.AddSingleton<Standings>();
        services.AddSingleton<TurnReader>();
        services.AddSingleton<References>();
        services.AddSingleton<SentFiles>();
        services.AddSingleton<IBot, CoordinatorTeamsBot>();
        return services;
    }

    /// <summary>The address that Teams posts activities to.</summary>
    public static IEndpointRouteBuilder MapTeams(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/api/messages", async (
            HttpRequest request, HttpResponse response, IBotFrameworkHttpAdapter adapter, IBot bot, TimeProvider time,
            IOptions<TeamsOptions> options, IOptions<InboundOptions> inbound) =>
        {
            if (!TakesBodyOf(request, inbound.Value.LargestActivity))
            {
                response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return;
            }

            Pace.OfTurn(time, options.Value.TurnPatience);

            // To its end, even where the caller doesn't wait for it: what was decided is stored, and the reply goes another way.
            await adapter.ProcessAsync(request, response, bot, CancellationToken.None);
        });
        return endpoints;
    }

    // A body that doesn't tell its length is cut off by the server where it gets longer.
    private static bool TakesBodyOf(HttpRequest request, long largest)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = largest;
        return !(request.ContentLength > largest);
    }
}
