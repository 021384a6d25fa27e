using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Edges.Web;

namespace CoordinatorBot.Features.Invitations;

/// <summary>The links by which delegates reach their page without an account.</summary>
public sealed class InvitationLinks(Links links, SiteAddress site)
{
    /// <summary>What these links are for.</summary>
    public const string Purpose = "invitation";

    /// <summary>Where the pages are, below the bot's address.</summary>
    public const string Path = "i";

    /// <summary>
    /// The page of an invitation. The link ends with the exchange, and before that when the invitation is taken back. Where the dates move, the news
    /// of it carry a link for the new ones.
    /// </summary>
    public async ValueTask<Uri> OfAsync(ExchangeState state, Invitation invitation, CancellationToken cancellationToken)
    {
        var terms = state.Exchange!.Terms!;
        var link = new SignedLink(Purpose, state.Exchange.Id.Value, invitation.Id.Value, invitation.Epoch, terms.Zone.EndOf(terms.EndsOn));
        return new Uri(site.Root, $"{Path}/{await links.SignAsync(link, cancellationToken)}");
    }
}
