namespace CoordinatorBot.Features.Invitations.Page;

/// <summary>Registers the delegates' page.</summary>
public static class PageRegistration
{
    /// <summary>What it is made of.</summary>
    public static IServiceCollection AddInvitationPage(this IServiceCollection services) =>
        services.AddSingleton<PageDoor>().AddSingleton<PagePresses>().AddSingleton<InvitationPages>();

    /// <summary>The page, and the files it is drawn with.</summary>
    public static WebApplication MapInvitations(this WebApplication app)
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/invitation") || context.Request.Path.StartsWithSegments("/lib"),
            branch => branch.UseStaticFiles());
        const string page = $"/{InvitationLinks.Path}/{{token}}";
        string[] read = ["GET", "HEAD"];
        app.MapMethods(page, read, (string token, HttpContext http, InvitationPages pages) => pages.PageAsync(token, http));
        app.MapMethods(page + "/card", read, (string token, HttpContext http, InvitationPages pages) => pages.CardAsync(token, http));
        app.MapPost(page + "/press", (string token, HttpContext http, InvitationPages pages) => pages.PressAsync(token, http));
        app.MapPost(page, (string token, HttpContext http, InvitationPages pages) => pages.FormAsync(token, http));
        return app;
    }
}
