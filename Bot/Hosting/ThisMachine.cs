using System.Net;

namespace CoordinatorBot.Hosting;

/// <summary>
/// What has no login answers this machine only, and only under this machine's own name, so that no page of another site can reach it by a name
/// that points here, or by posting to it across sites.
/// </summary>
internal static class ThisMachine
{
    /// <summary>Whether a request comes from this machine and was meant for it.</summary>
    public static bool Asks(HttpContext context)
    {
        var host = context.Request.Host.Host;
        var local = context.Connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(remote);
        var ownName = host is "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
        var ownSite = HttpMethods.IsGet(context.Request.Method) || context.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";
        return local && ownName && ownSite;
    }

    /// <summary>Refuses everybody else with 403 where the bot has no app id, so that nobody proves who they are.</summary>
    public static void UseOnlyHereWithoutAppId(this WebApplication app)
    {
        if (!string.IsNullOrWhiteSpace(app.Configuration["MicrosoftAppId"]))
            return;
        app.Use((context, next) =>
        {
            if (Asks(context))
                return next(context);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
    }
}
