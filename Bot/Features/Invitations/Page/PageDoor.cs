using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Edges.Web;
using CoordinatorBot.Features.People;
using CoordinatorBot.Streams;

using Microsoft.Extensions.Options;

namespace CoordinatorBot.Features.Invitations.Page;

/// <summary>Why a link opens nothing.</summary>
internal enum Shut
{
    /// <summary>It isn't a link of ours, or a letter of it is missing or changed.</summary>
    Broken,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>A newer link stands in its place.</summary>
    Replaced,

    /// <summary>Too many requests came by it, or from its address.</summary>
    TooMany,
}

/// <summary>What a link opens.</summary>
internal abstract record Opening
{
    private Opening()
    {
    }

    /// <summary>An invitation, for the person it is addressed to.</summary>
    public sealed record Page(ExchangeState State, Invitation Invitation, Person Person, Language Language) : Opening
    {
        /// <summary>All texts in their language.</summary>
        public Texts Texts => Texts.In(Language);
    }

    /// <summary>Nothing.</summary>
    /// <param name="Why">Why.</param>
    /// <param name="Language">What to say it in.</param>
    /// <param name="Coordinator">Whom to ask; null where the link doesn't prove that they may know.</param>
    public sealed record Nothing(Shut Why, Language Language, string? Coordinator = null) : Opening;
}

/// <summary>Stands before the delegates' pages: reads the link, and turns away what is no good or too much. Who acts comes from the link alone.</summary>
internal sealed class PageDoor(StreamGate<ExchangeState> gate, PeopleRegister people, Links links, IOptions<WebOptions> options) : IDisposable
{
    private readonly LinkRates _rates = new(options);

    /// <inheritdoc/>
    public void Dispose() => _rates.Dispose();

    /// <summary>What the link of a request opens.</summary>
    public async ValueTask<Opening> OpenAsync(string token, HttpContext http)
    {
        var reading = await links.ReadAsync(InvitationLinks.Purpose, token, http.RequestAborted);
        var (link, ended) = reading switch
        {
            LinkReading.Good g => (g.Link, false),
            LinkReading.Expired e => (e.Link, true),
            _ => (null, false),
        };
        if (!_rates.Admits(link, http))
            return new Opening.Nothing(Shut.TooMany, Asked(http, null));
        if (link is null)
            return new Opening.Nothing(Shut.Broken, Asked(http, null));
        var state = (await gate.ReadAsync(link.Within, http.RequestAborted)).State;
        if (!state.Invitations.TryGetValue(new InvitationId(link.Subject), out var invitation) || await people.FindAsync(invitation.Person, http.RequestAborted) is not { } person)
            return new Opening.Nothing(Shut.Broken, Asked(http, null));
        var language = Asked(http, person.Language);
        if (ended)
            return new Opening.Nothing(Shut.Expired, language, (await people.FindAsync(state.Exchange!.Owner, http.RequestAborted))?.Name);
        // Taking an invitation back ends its links; that it was taken back is what they still tell.
        return link.Epoch == invitation.Epoch || invitation.Recalled
            ? new Opening.Page(state, invitation, person, language)
            : new Opening.Nothing(Shut.Replaced, language);
    }

    // What they chose on the page, what is known of them, what their browser prefers.
    private static Language Asked(HttpContext http, string? known)
    {
        string?[] wishes = [http.Request.Query["lang"], known, .. http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.Value)];
        return wishes.Select(Language.Find).FirstOrDefault(l => l is not null) ?? Language.English;
    }
}
