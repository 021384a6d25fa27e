using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Options;

namespace CoordinatorBot.Hosting;

/// <summary>The host as an administrator meets it: logs, guards, health.</summary>
public static class HostingRegistration
{
    /// <summary>Logs, the health of the store, and what is taken in.</summary>
    public static WebApplicationBuilder AddHosting(this WebApplicationBuilder builder)
    {
        builder.AddLogs();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddHealthChecks().AddCheck<StorageHealth>("storage", timeout: TimeSpan.FromSeconds(5));
        builder.Services.AddOptions<InboundOptions>().BindConfiguration(InboundOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<InboundOptions>, InboundOptionsValidator>();
        return builder;
    }

    /// <summary>The guards, before anything else looks at a request, and <c>/health</c>: 200 where the store answers, 503 otherwise.</summary>
    public static WebApplication UseHosting(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseOnlyHereWithoutAppId();
        app.MapHealthChecks("/health");
        return app;
    }

    // Defaults, below every file and variable: whoever wants to see more sets Logging:LogLevel as in any ASP.NET Core application.
    private static void AddLogs(this WebApplicationBuilder builder)
    {
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData =
            [
                new("Logging:LogLevel:Default", "Information"),
                new("Logging:LogLevel:Microsoft", "Warning"),
                new("Logging:LogLevel:System", "Warning"),
                // Why it can't start is said in a line of our own; a background service that ends the host is Critical.
                new("Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host", "Critical"),
                // Where it listens is said by the page's address in Development, and here otherwise.
                new("Logging:LogLevel:Microsoft.Hosting.Lifetime", builder.Environment.IsDevelopment() ? "Warning" : "Information"),
            ],
        });
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
            console.UseUtcTimestamp = true;
        });
    }
}
