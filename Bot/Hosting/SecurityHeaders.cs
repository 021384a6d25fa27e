namespace CoordinatorBot.Hosting;

/// <summary>Headers that forbid browsers what no answer of the bot needs. A page that needs more sets a policy of its own.</summary>
internal static class SecurityHeaders
{
    private const string TwoYears = "max-age=63072000; includeSubDomains";

    /// <summary>Sets them on every answer, before what it is made by.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps && !app.Environment.IsDevelopment())
            headers.StrictTransportSecurity = TwoYears;
        return next(context);
    });
}
