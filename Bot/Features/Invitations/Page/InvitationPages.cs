using System.Text.Json;
using System.Text.Json.Nodes;

using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Conversation;

using Microsoft.AspNetCore.Http.Features;

namespace CoordinatorBot.Features.Invitations.Page;

/// <summary>
/// The page on which a delegate answers without Teams and without an account. Reading changes nothing, however often and by whomever it is fetched; an
/// answer has to send back what the page gave.
/// </summary>
internal sealed class InvitationPages(PageDoor door, PagePresses presses, InvitationViews views)
{
    // An answer has a note of 500 characters at most; this is ten times as much.
    private const long LargestBody = 32 * 1024;

    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The page.</summary>
    public async Task<IResult> PageAsync(string token, HttpContext http) =>
        await OpenAsync(token, http) is var (page, nothing) && page is not null ? await HtmlAsync(page, null, StatusOf(page), http) : Html(nothing!, http);

    /// <summary>The card, for the page's script.</summary>
    public async Task<IResult> CardAsync(string token, HttpContext http)
    {
        var (page, nothing) = await OpenAsync(token, http);
        if (page is null)
            return Said(nothing!);
        var view = await views.OfAsync(page.State, page.Invitation, page.Texts, http.RequestAborted);
        return Card(InvitationCard.For(view, page.Texts));
    }

    /// <summary>A press of a button, by the page's script.</summary>
    public async Task<IResult> PressAsync(string token, HttpContext http)
    {
        var (page, nothing) = await OpenAsync(token, http);
        if (page is null)
            return Said(nothing!);
        if (await BodyAsync(http) is not { } body || body["verb"] is not JsonValue verb || !verb.TryGetValue<string>(out var name) || !IsOfThisSite(http)
            || !await presses.IsFormOfAsync(page, body["form"] is JsonValue f && f.TryGetValue<string>(out var form) ? form : null, http.RequestAborted))
            return Say(page.Texts["page.stale"], StatusCodes.Status403Forbidden);
        var sent = (body["data"] as JsonObject ?? []).Where(m => m.Value is JsonValue).Select(m => KeyValuePair.Create(m.Key, (string?)m.Value!.ToString()));
        return await presses.PressAsync(page, name, sent, http.RequestAborted) switch
        {
            PressAnswer.Replaced r => Card(r.Card),
            PressAnswer.Told t => Say(t.Text, StatusCodes.Status409Conflict),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>An answer from the plain form, where no script runs.</summary>
    public async Task<IResult> FormAsync(string token, HttpContext http)
    {
        var (page, nothing) = await OpenAsync(token, http);
        if (page is null)
            return Html(nothing!, http);
        Limit(http);
        if (!http.Request.HasFormContentType || !IsOfThisSite(http))
            return await HtmlAsync(page, page.Texts["page.stale"], StatusCodes.Status403Forbidden, http);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!await presses.IsFormOfAsync(page, form["form"], http.RequestAborted))
            return await HtmlAsync(page, page.Texts["page.stale"], StatusCodes.Status403Forbidden, http);
        var before = page.Invitation.Rsvp;
        var answer = await presses.PressAsync(page, InvitationCard.AnswerVerb, form.Where(f => f.Key is not "form").Select(f => KeyValuePair.Create(f.Key, (string?)f.Value.ToString())), http.RequestAborted);
        var (after, _) = await OpenAsync(token, http);
        if (after is null || after.Invitation.Rsvp != before || answer is not (PressAnswer.Told or PressAnswer.Replaced))
            return Results.Redirect($"{http.Request.PathBase}{http.Request.Path}?lang={http.Request.Query["lang"]}");
        var why = answer is PressAnswer.Told told ? told.Text : page.Texts["page.not-taken"];
        return await HtmlAsync(after, why, StatusCodes.Status422UnprocessableEntity, http);
    }

    private async ValueTask<(Opening.Page? Page, Opening.Nothing? Nothing)> OpenAsync(string token, HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.CacheControl = "no-store";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        var opening = await door.OpenAsync(token, http);
        if (opening is Opening.Nothing { Why: Shut.TooMany })
            headers.RetryAfter = "60";
        return (opening as Opening.Page, opening as Opening.Nothing);
    }

    private async ValueTask<IResult> HtmlAsync(Opening.Page page, string? notice, int status, HttpContext http)
    {
        var view = await views.OfAsync(page.State, page.Invitation, page.Texts, http.RequestAborted);
        var form = await presses.FormOfAsync(page, http.RequestAborted);
        return Results.Content(PageHtml.Of(view, page.Texts, http.Request.PathBase + http.Request.Path, form, notice), "text/html; charset=utf-8", statusCode: status);
    }

    private static IResult Html(Opening.Nothing nothing, HttpContext http) =>
        Results.Content(PageHtml.Of(nothing, http.Request.PathBase + http.Request.Path), "text/html; charset=utf-8", statusCode: StatusOf(nothing.Why));

    private static IResult Said(Opening.Nothing nothing) => Say(Cards.Text.Texts.In(nothing.Language)[$"page.{nothing.Why}.text"], StatusOf(nothing.Why));

    private static IResult Say(string text, int status) => Results.Json(new JsonObject { ["say"] = text }, statusCode: status);

    private static IResult Card(AdaptiveCards.AdaptiveCard card) => Results.Content($$"""{"card":{{card.ToJson()}}}""", "application/json; charset=utf-8");

    private static int StatusOf(Opening.Page page) => page.Invitation.Recalled ? StatusCodes.Status410Gone : StatusCodes.Status200OK;

    private static int StatusOf(Shut why) => why switch
    {
        Shut.Broken => StatusCodes.Status404NotFound,
        Shut.Expired or Shut.Replaced => StatusCodes.Status410Gone,
        Shut.TooMany => StatusCodes.Status429TooManyRequests,
    };

    // Browsers say where a request comes from; who says nothing is no browser that another site could use.
    private static bool IsOfThisSite(HttpContext http) => http.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";

    private static void Limit(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = LargestBody;
    }

    private static async ValueTask<JsonObject?> BodyAsync(HttpContext http)
    {
        Limit(http);
        if (!http.Request.HasJsonContentType())
            return null;
        try
        {
            return await JsonNode.ParseAsync(http.Request.Body, documentOptions: new JsonDocumentOptions { MaxDepth = 8 }, cancellationToken: http.RequestAborted) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
