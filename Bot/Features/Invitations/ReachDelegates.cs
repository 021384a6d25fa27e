using AdaptiveCards;

using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Duties;
using CoordinatorBot.Features.People;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Invitations;

/// <summary>What a delegate is told: the same as a card and as a letter.</summary>
/// <param name="Card">The card.</param>
/// <param name="Summary">What the notification says.</param>
/// <param name="Letter">The letter, with the link to their page in it.</param>
public sealed record DelegateMessage(AdaptiveCard Card, string Summary, Func<Uri, Letter> Letter);

/// <summary>
/// Tells delegates things by the way that reaches them (<see cref="Reach"/>): in Teams, or by a letter where Teams doesn't know them or refuses for good.
/// The one place that decides it, for all that is shown or told to delegates. A receipt says by which way it went.
/// </summary>
public sealed class ReachDelegates(InvitationViews views, InvitationLinks links, Contacts contacts, IMessenger messenger, IMailer mailer, TimeProvider time)
{
    /// <summary>Tells something in a message of its own: news, a reminder.</summary>
    /// <param name="performance">The duty.</param>
    /// <param name="invitation">Whose.</param>
    /// <param name="say">What is told, from how the invitation looks to the person in their language.</param>
    /// <param name="cancellationToken">The try has taken too long.</param>
    public ValueTask<Performed> TellAsync(
        Performance<ExchangeState> performance, Invitation invitation, Func<InvitationView, Person, Texts, DelegateMessage> say, CancellationToken cancellationToken) =>
        DeliverAsync(performance, invitation, say, async (to, message) => CardDelivery.Of(await messenger.PostAsync(to, message.Card, message.Summary, cancellationToken), time), string.Empty, cancellationToken);

    /// <summary>
    /// Shows something that is kept up to date: in Teams one card that changes in place. A letter can't be changed and needn't be, since its page always
    /// shows how things stand: another one is written only where they must hear of it.
    /// </summary>
    /// <param name="performance">The duty.</param>
    /// <param name="invitation">Whose.</param>
    /// <param name="say">What is shown.</param>
    /// <param name="occasion">Names what a letter would be about, so that each is written once: <c>sent</c>, <c>recalled</c>. Null where no other letter is due.</param>
    /// <param name="cancellationToken">The try has taken too long.</param>
    public ValueTask<Performed> ShowAsync(
        Performance<ExchangeState> performance, Invitation invitation, Func<InvitationView, Person, Texts, DelegateMessage> say, string? occasion, CancellationToken cancellationToken) =>
        performance.Duty.Progress.Surface is Surface.Mail && occasion is null
            ? ValueTask.FromResult<Performed>(new Performed.Done())
            : DeliverAsync(
                performance, invitation, say, (to, message) => messenger.ShowAsync(performance, to, message.Card, message.Summary, time, cancellationToken), occasion ?? "sent", cancellationToken);

    /// <summary>The receipt of the letter that told of an occasion; what is answered through its link proves that it came.</summary>
    public static string ReceiptOf(DutyKey key, string occasion) => DutyDone.Letter + IdOf(key, occasion);

    /// <summary>How somebody can be reached, as far as is known before it is tried.</summary>
    public static Reach ReachOf(Person person) => new(person.TeamsId is not null, person.Mail is not null);

    private async ValueTask<Performed> DeliverAsync(
        Performance<ExchangeState> performance, Invitation invitation, Func<InvitationView, Person, Texts, DelegateMessage> say,
        Func<Addressee.Person, DelegateMessage, ValueTask<Performed>> inTeams, string occasion, CancellationToken cancellationToken)
    {
        if (await views.ReachedAsync(invitation.Person, cancellationToken) is not { } person)
            return new Performed.Failed(FailureCode.NoTeamsIdentity);
        var texts = Texts.In(Languages.Of(person.Language));
        var message = say(await views.OfAsync(performance.State, invitation, texts, cancellationToken), person, texts);
        // A surface stays what it was: who has had a letter is written to about it, too.
        var reach = performance.Duty.Progress.Surface is Surface.Mail && person.Mail is not null ? new Reach(false, true) : ReachOf(person);
        if (reach.By is Surface.Teams)
        {
            var shown = await inTeams(new Addressee.Person(person.Id, person.TeamsId), message);
            if (shown is not Performed.Failed { Code: var code })
                return shown;
            reach = reach.After(code);
            if (reach.By is not Surface.Mail)
                return shown;
        }

        return reach.By is Surface.Mail
            ? await WriteAsync(performance, invitation, person, message, occasion, cancellationToken)
            : new Performed.Failed(reach.NoWay);
    }

    private async ValueTask<Performed> WriteAsync(
        Performance<ExchangeState> performance, Invitation invitation, Person person, DelegateMessage message, string occasion, CancellationToken cancellationToken)
    {
        var key = performance.Duty.Want.Key;
        var owner = await contacts.FindAsync(performance.State.Exchange!.Owner, cancellationToken);
        var posting = new Posting(
            IdOf(key, occasion), new Correspondent(person.Name, person.Mail!), owner?.Mail is { } mail ? new Correspondent(owner.Name, mail) : null,
            message.Letter(await links.OfAsync(performance.State, invitation, cancellationToken)));
        return CardDelivery.Of(await mailer.SendAsync(posting, cancellationToken), time) is Performed.Failed failed
            ? failed
            : new Performed.Done(ReceiptOf(key, occasion));
    }

    // Ids of invitations are in the key, so no other letter of any exchange has the same.
    private static string IdOf(DutyKey key, string occasion) => Ids.Of("letter", key.Value, occasion).ToString("N");
}
