using System.Text.Json;
using System.Text.Json.Nodes;

using CoordinatorBot.Edges.Mail;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Simulator;

/// <summary>A letter that came.</summary>
/// <param name="Id">Identity of the posting.</param>
/// <param name="At">When.</param>
/// <param name="Address">The mail address it went to.</param>
/// <param name="To">Whom it is for, as a mail program shows it.</param>
/// <param name="ReplyTo">Who gets the answers; null for the bot's own mailbox.</param>
/// <param name="Language">Code of its language.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">Its text.</param>
/// <param name="Html">The same as HTML.</param>
internal sealed record ArrivedLetter(string Id, DateTimeOffset At, string Address, string To, string? ReplyTo, string Language, string Subject, string Text, string Html)
{
    public static ArrivedLetter Of(Posting posting, DateTimeOffset at) => new(
        posting.Id, at, posting.To.Address, Shown(posting.To), posting.ReplyTo is { } replyTo ? Shown(replyTo) : null,
        posting.Letter.Language.Code, posting.Letter.Subject, posting.Letter.AsText(), posting.Letter.AsHtml());

    private static string Shown(Correspondent who) => $"{who.Name} <{who.Address}>";
}

/// <summary>
/// Everybody's letters: put into the outbox as without a simulator, and shown on the page. A letter that is sent again is the same letter, as in a mail
/// program that knows its Message-ID.
/// </summary>
internal sealed class Letters(Outbox outbox, TeamsState state, Pages pages, TimeProvider clock) : IMailer
{
    private readonly Lock _gate = new();
    private readonly List<ArrivedLetter> _all = [];

    /// <summary>Raised when a letter came.</summary>
    public event Action? Changed;

    public async ValueTask<Delivery> SendAsync(Posting posting, CancellationToken cancellationToken)
    {
        var delivery = await outbox.SendAsync(posting, cancellationToken);
        if (delivery is Delivery.Delivered)
        {
            lock (_gate)
            {
                _all.RemoveAll(l => l.Id == posting.Id);
                _all.Add(ArrivedLetter.Of(posting, clock.GetUtcNow()));
            }

            Changed?.Invoke();
            pages.Tell(new JsonObject { ["kind"] = "letter" });
        }

        return delivery;
    }

    /// <summary>All letters, as a restart needs them.</summary>
    public JsonNode ToKept()
    {
        lock (_gate)
            return JsonSerializer.SerializeToNode(_all)!;
    }

    /// <summary>Takes the letters of before a restart.</summary>
    /// <exception cref="JsonException">They are none.</exception>
    public void Restore(JsonNode? kept)
    {
        var letters = kept.Deserialize<List<ArrivedLetter>>() ?? [];
        lock (_gate)
            _all.AddRange(letters);
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
            return Results.Content(letter.Html, "text/html; charset=utf-8");
        });
    }

    private string PathOf(string id) => outbox.PathOf(id);

    private ArrivedLetter? Find(string id)
    {
        lock (_gate)
            return _all.Find(l => l.Id == id);
    }

    // Those to people whom nobody plays are shown to everybody: somebody has to answer them.
    private JsonArray Of(Person viewer)
    {
        List<ArrivedLetter> all;
        lock (_gate)
            all = [.. _all];
        return [.. all.Where(l => state.FindByMail(l.Address) is not { } to || to.Id == viewer.Id).Reverse().Select(l => View(l, viewer))];
    }

    private static JsonObject View(ArrivedLetter letter, Person viewer) => new()
    {
        ["id"] = letter.Id,
        ["at"] = letter.At,
        ["own"] = string.Equals(letter.Address, viewer.Mail, StringComparison.OrdinalIgnoreCase),
        ["to"] = letter.To,
        ["replyTo"] = letter.ReplyTo,
        ["language"] = letter.Language,
        ["subject"] = letter.Subject,
        ["text"] = letter.Text,
    };
}
