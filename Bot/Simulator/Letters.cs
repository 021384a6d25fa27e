using System.Text.Json.Nodes;

using CoordinatorBot.Edges.Mail;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Simulator;

/// <summary>A letter that came.</summary>
/// <param name="Posting">The letter.</param>
/// <param name="At">When.</param>
internal sealed record ArrivedLetter(Posting Posting, DateTimeOffset At);

/// <summary>
/// Everybody's letters: put into the outbox as without a simulator, and shown on the page. A letter that is sent again is the same letter, as in a mail
/// program that knows its Message-ID.
/// </summary>
internal sealed class Letters(Outbox outbox, TeamsState state, Pages pages, TimeProvider clock) : IMailer
{
    private readonly Lock _gate = new();
    private readonly List<ArrivedLetter> _all = [];

    public async ValueTask<Delivery> SendAsync(Posting posting, CancellationToken cancellationToken)
    {
        var delivery = await outbox.SendAsync(posting, cancellationToken);
        if (delivery is Delivery.Delivered)
        {
            lock (_gate)
            {
                _all.RemoveAll(l => l.Posting.Id == posting.Id);
                _all.Add(new ArrivedLetter(posting, clock.GetUtcNow()));
            }

            pages.Tell(new JsonObject { ["kind"] = "letter" });
        }

        return delivery;
    }

    /// <summary>Maps the letters of a person, and their form as HTML and as the file in the outbox.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/simulator/api/letters", (string @as, Letters letters, TeamsState state) =>
            state.FindPerson(@as) is { } viewer ? Results.Json(letters.Of(viewer)) : Results.NotFound());
        routes.MapGet("/simulator/letters/{id}.eml", (string id, Letters letters) =>
            letters.Find(id) is null ? Results.NotFound() : Results.File(letters.PathOf(id), "message/rfc822", $"{id}.eml"));
        routes.MapGet("/simulator/letters/{id}", (string id, Letters letters, HttpContext http) =>
        {
            if (letters.Find(id) is not { } letter)
                return Results.NotFound();
            // As in a mail program: styles within the letter, and nothing else.
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation";
            return Results.Content(letter.Posting.Letter.AsHtml(), "text/html; charset=utf-8");
        });
    }

    private string PathOf(string id) => outbox.PathOf(id);

    private ArrivedLetter? Find(string id)
    {
        lock (_gate)
            return _all.Find(l => l.Posting.Id == id);
    }

    // Those to people whom nobody plays are shown to everybody: somebody has to answer them.
    private JsonArray Of(Person viewer)
    {
        List<ArrivedLetter> all;
        lock (_gate)
            all = [.. _all];
        return [.. all.Where(l => state.FindByMail(l.Posting.To.Address) is not { } to || to.Id == viewer.Id).Reverse().Select(l => View(l, viewer))];
    }

    private static JsonObject View(ArrivedLetter letter, Person viewer) => new()
    {
        ["id"] = letter.Posting.Id,
        ["at"] = letter.At,
        ["own"] = string.Equals(letter.Posting.To.Address, viewer.Mail, StringComparison.OrdinalIgnoreCase),
        ["to"] = $"{letter.Posting.To.Name} <{letter.Posting.To.Address}>",
        ["replyTo"] = letter.Posting.ReplyTo is { } r ? $"{r.Name} <{r.Address}>" : null,
        ["language"] = Cards.Text.Languages.Code(letter.Posting.Letter.Language),
        ["subject"] = letter.Posting.Letter.Subject,
        ["text"] = letter.Posting.Letter.AsText(),
    };
}
