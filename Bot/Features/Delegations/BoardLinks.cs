using CoordinatorBot.Domain;
using CoordinatorBot.Edges.Web;

namespace CoordinatorBot.Features.Delegations;

/// <summary>
/// The links by which somebody sees the board without signing in again. A link is theirs alone and ends on the same day; whether they may still see
/// anything is asked each time it is used.
/// </summary>
public sealed class BoardLinks(Links links, SiteAddress site)
{
    /// <summary>What these links are for.</summary>
    public const string Purpose = "board";

    /// <summary>Where the page is, below the bot's address.</summary>
    public const string Path = "board";

    /// <summary>How long a link is good, in hours: a working day, so that the page can stay open.</summary>
    public const int Hours = 8;

    /// <summary>A link for a person to the board of an exchange.</summary>
    public async ValueTask<Uri> OfAsync(ExchangeId exchange, PersonId person, DateTimeOffset now, CancellationToken cancellationToken) =>
        new(site.Root, $"{Path}/{await links.SignAsync(new SignedLink(Purpose, exchange.Value, person.Value, 0, now.AddHours(Hours)), cancellationToken)}");

    /// <summary>What a link turns out to be.</summary>
    public ValueTask<LinkReading> ReadAsync(string link, CancellationToken cancellationToken) => links.ReadAsync(Purpose, link, cancellationToken);
}
