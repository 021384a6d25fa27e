using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Edges.Web;

namespace CoordinatorBot.Features.Delegations;

/// <summary>What the board says instead of data.</summary>
/// <param name="Language">Code of its language.</param>
/// <param name="Heading">What is the matter.</param>
/// <param name="Text">What to do.</param>
internal sealed record BoardNotice(string Language, string Heading, string Text);

/// <summary>
/// The page of the board and its data. The page is the same for everybody; what is on it comes from the data, which are made for whom the link was
/// made. Looking changes nothing.
/// </summary>
public static class BoardEndpoints
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // As long as a link is: nothing else is asked of the store.
    private const string Link = "{link:length(100)}";

    /// <summary>Maps the page, its files and its data.</summary>
    public static WebApplication MapBoard(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/board") || context.Request.Path.StartsWithSegments("/export"), branch =>
        {
            branch.Use((context, next) =>
            {
                context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
                context.Response.Headers["X-Robots-Tag"] = "noindex";
                context.Response.Headers.CacheControl = "no-cache";
                return next(context);
            });
            branch.UseWhen(context => context.Request.Path.StartsWithSegments("/board"), board => board.UseStaticFiles());
        });
        app.MapGet($"/board/{Link}", (IWebHostEnvironment environment) =>
            Results.Stream(environment.WebRootFileProvider.GetFileInfo("board/index.html").CreateReadStream(), "text/html; charset=utf-8"));
        app.MapGet($"/board/{Link}/data", DataAsync);
        app.MapGet($"/export/{Link}/", async (string link, HttpContext context, RosterExports exports, TimeProvider time, CancellationToken cancellationToken) =>
            await exports.OfAsync(link, cancellationToken) is { } roster ? Private(context, Results.Content(RosterFiles.Page(roster, time.GetUtcNow()), "text/html; charset=utf-8")) : Ended(context));
        app.MapGet($"/export/{Link}/roster.csv", async (string link, HttpContext context, RosterExports exports, CancellationToken cancellationToken) =>
            await exports.OfAsync(link, cancellationToken) is { } roster ? Private(context, Results.File(RosterFiles.Csv(roster.Texts, roster.Table), "text/csv; charset=utf-8", "roster.csv")) : Ended(context));
        return app;
    }

    private static async Task<IResult> DataAsync(string link, HttpContext context, BoardLinks links, LinkRates rates, Boards boards, CancellationToken cancellationToken)
    {
        var reading = await links.ReadAsync(link, cancellationToken);
        if (!rates.Admits((reading as LinkReading.Good)?.Link, context))
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        switch (reading)
        {
            case LinkReading.Good { Link: var good }:
                return await boards.OfAsync(good.Within, new PersonId(good.Subject), cancellationToken) is { } board
                    ? Sent(context, JsonSerializer.SerializeToUtf8Bytes(board, BoardJson.Default.BoardView))
                    : Notice(await boards.TextsAsync(new PersonId(good.Subject), cancellationToken), "closed", StatusCodes.Status403Forbidden);
            case LinkReading.Expired { Link: var ended }:
                return Notice(await boards.TextsAsync(new PersonId(ended.Subject), cancellationToken), "ended", StatusCodes.Status410Gone);
            default:
                return Notice(Texts.In(Language.Of(context.Request.Headers.AcceptLanguage)), "broken", StatusCodes.Status404NotFound);
        }
    }

    // The page asks again and again; where nothing changed it gets nothing.
    private static IResult Sent(HttpContext context, byte[] board)
    {
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(board).AsSpan(0, 12))}\"";
        context.Response.Headers.ETag = tag;
        context.Response.Headers.CacheControl = "private, no-cache";
        return context.Request.Headers.IfNoneMatch == tag ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(board, "application/json");
    }

    private static IResult Private(HttpContext context, IResult roster)
    {
        context.Response.Headers.CacheControl = "private, no-store";
        return roster;
    }

    // Nobody is told whether there was ever something behind it.
    private static IResult Ended(HttpContext context) =>
        Results.Text(Texts.In(Language.Of(context.Request.Headers.AcceptLanguage))["export.ended"], "text/plain; charset=utf-8", statusCode: StatusCodes.Status410Gone);

    private static IResult Notice(Texts texts, string why, int status) => Results.Json(
        new BoardNotice(texts.Language.Code, texts[$"board.notice.{why}.heading"], texts[$"board.notice.{why}.text"]), BoardJson.Default.BoardNotice, statusCode: status);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(BoardView))]
[JsonSerializable(typeof(BoardNotice))]
internal sealed partial class BoardJson : JsonSerializerContext;
