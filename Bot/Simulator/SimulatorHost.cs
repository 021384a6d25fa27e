using CoordinatorBot.Edges.Mail;
using CoordinatorBot.Hosting;
using CoordinatorBot.Ports;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CoordinatorBot.Simulator;

/// <summary>
/// Teams on one page, to play everybody who uses the bot. In Development only: anywhere else nothing is registered
/// and every address under <c>/simulator</c> answers 404.
/// </summary>
public static partial class SimulatorHost
{
    // What the official renderer needs: it sets element.style by script, which this policy allows; no inline style or script.
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Registers the simulator, its clock as the host's clock, and its people as the directory.</summary>
    public static WebApplicationBuilder AddSimulator(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (!builder.Environment.IsDevelopment())
            return builder;

        var services = builder.Services;
        services.AddSingleton<SimulatedClock>();
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(s => s.GetRequiredService<SimulatedClock>()));
        services.AddSingleton<Pages>();
        services.AddSingleton(s => TeamsState.WithStartingPeople(s.GetRequiredService<TimeProvider>(), s.GetRequiredService<Pages>()));
        services.AddSingleton<OwnAddress>();
        services.AddSingleton<Activities>();
        services.AddSingleton<Faults>();
        services.AddSingleton<ThreadRates>();
        services.AddSingleton<Traffic>();
        services.AddSingleton<Connector>();
        services.AddSingleton<ConnectorReads>();
        services.AddSingleton<SentFiles>();
        services.AddSingleton<Samples>();
        services.AddSingleton<SamplePlayer>();
        services.AddSingleton<CommandList>();
        services.AddSingleton<TeamsClient>();
        // One client for the life of the process: it only ever talks to this same process, so no name can change under it.
        services.AddSingleton(s => new BotClient(
            new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan },
            s.GetRequiredService<OwnAddress>()));
        services.AddSingleton<IDirectory, SimulatedDirectory>();
        services.TryAddSingleton<Outbox>();
        services.AddSingleton<Letters>();
        services.AddSingleton<IMailer>(s => s.GetRequiredService<Letters>());
        return builder;
    }

    /// <summary>Keeps the chats of the simulator beside the store. Before what sends to them is started.</summary>
    public static WebApplicationBuilder KeepChats(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.Environment.IsDevelopment())
            builder.Services.AddHostedService<KeptChats>();
        return builder;
    }

    /// <summary>Maps the page, its API, the connector service and the directory.</summary>
    public static WebApplication MapSimulator(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (!app.Environment.IsDevelopment())
        {
            // Before every other endpoint, so that the page's files aren't served as static assets either.
            app.Map("/simulator/{**rest}", () => Results.NotFound()).WithOrder(int.MinValue);
            return app;
        }

        app.Use(GuardAsync);
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/simulator") || context.Request.Path.StartsWithSegments("/lib"),
            branch => branch.UseStaticFiles());
        app.MapGet("/", (HttpContext context) => Results.Redirect("/simulator/" + context.Request.QueryString));
        app.MapGet("/simulator/", (IWebHostEnvironment environment) =>
            Results.Stream(environment.WebRootFileProvider.GetFileInfo("simulator/index.html").CreateReadStream(), "text/html; charset=utf-8"));
        Connector.Map(app);
        SimulatorApi.Map(app);
        SimulatedDirectory.Map(app);
        Letters.Map(app);
        app.Lifetime.ApplicationStarted.Register(() => Announce(app));
        return app;
    }

    private static void Announce(WebApplication app)
    {
        // A test server listens on no port; then there is no page to open.
        if (app.Urls.Count > 0)
            Log.Ready(app.Logger, app.Services.GetRequiredService<OwnAddress>().Root);
    }

    // The simulator has no login, whatever the bot asks of Teams.
    private static Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/simulator"))
            return next(context);
        if (!ThisMachine.Asks(context))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache";
        return next(context);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Open {Address} to play with CoordinatorBot")]
        public static partial void Ready(ILogger logger, Uri address);
    }
}
