using System.Text.Json;
using System.Text.Json.Nodes;

using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Edges.Web;
using CoordinatorBot.Features.People;

namespace CoordinatorBot.Features.Invitations.Page;

/// <summary>Presses of buttons on the page: handled by the same verbs as in Teams, as the delegate whose link it is.</summary>
internal sealed class PagePresses(VerbTable verbs, Links links, PeopleRegister people, TimeProvider time)
{
    // A day: whoever leaves the page open longer gets it anew.
    private static readonly TimeSpan FormGood = TimeSpan.FromDays(1);
    private const string FormPurpose = "invitation-form";

    private static readonly string[] Pressable = [InvitationCard.AnswerVerb, InvitationCard.ChangeVerb, InvitationCard.ShowVerb];

    /// <summary>
    /// What a page has to send back with an answer: it proves that the page was read before. Whoever only has the link, as a mail scanner does, or another
    /// site, can't answer with it alone.
    /// </summary>
    public ValueTask<string> FormOfAsync(Opening.Page page, CancellationToken cancellationToken) => links.SignAsync(
        new SignedLink(FormPurpose, page.State.Exchange!.Id.Value, page.Invitation.Id.Value, page.Invitation.Epoch, time.GetUtcNow() + FormGood), cancellationToken);

    /// <summary>Whether what was sent back is of this invitation's page.</summary>
    public async ValueTask<bool> IsFormOfAsync(Opening.Page page, string? form, CancellationToken cancellationToken) =>
        await links.ReadAsync(FormPurpose, form, cancellationToken) is LinkReading.Good { Link: var read }
        && (read.Within, read.Subject, read.Epoch) == (page.State.Exchange!.Id.Value, page.Invitation.Id.Value, page.Invitation.Epoch);

    /// <summary>Presses a button. The same press again is the same command.</summary>
    /// <param name="page">Whose page.</param>
    /// <param name="verb">The button's verb.</param>
    /// <param name="sent">What the card carried and what was typed. Whose invitation it is comes from the link.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<PressAnswer> PressAsync(Opening.Page page, string verb, IEnumerable<KeyValuePair<string, string?>> sent, CancellationToken cancellationToken)
    {
        if (!Pressable.Contains(verb) || verbs[verb] is not { } known)
            return new PressAnswer.Told(page.Texts["conversation.unknown-button"]);
        var data = new JsonObject();
        foreach (var (name, value) in sent)
            data[name] = value;
        await KeepLanguageAsync(page, cancellationToken);
        (data["exchange"], data["invitation"]) = (page.State.Exchange!.Id.ToString(), page.Invitation.Id.ToString());
        using var json = JsonDocument.Parse(data.ToJsonString());
        var zone = Zone.TryParse(page.Person.Zone, out var own) ? own.Value : Zone.Utc;
        var turn = new Turn(
            new Viewer(page.Person.Id, page.Person.Name, Standing.Guest, page.Language, zone), new Place(PlaceKind.Personal, $"page/{page.Invitation.Id}"),
            Way.Page, time.GetUtcNow(), $"page\n{page.Invitation.Id}\n{verb}\n{json.RootElement.GetRawText()}");
        // Who answers by the link has had the letter.
        var letter = ReachPeople.ReceiptOf(page.Invitation.Card, "sent");
        return await known.PressAsync(turn, new Press(json.RootElement, letter, false), cancellationToken);
    }

    // Who answers in a language reads it: the next letter is written in it. A language that isn't spoken here stays known, for the day it is.
    private async ValueTask KeepLanguageAsync(Opening.Page page, CancellationToken cancellationToken)
    {
        if (page.Person.Language is not { } known || (Language.Find(known) is { } theirs && theirs != page.Language))
            await people.PutAsync(page.Person with { Language = page.Language.Code }, cancellationToken);
    }
}
