using AdaptiveCards;

using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Duties;
using CoordinatorBot.Features.People;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Invitations;

/// <summary>What somebody is told: the same as a card and as a letter.</summary>
/// <param name="Card">The card.</param>
/// <param name="Summary">What the notification says.</param>
/// <param name="Letter">The letter, made only where one is sent.</param>
public sealed record Message(AdaptiveCard Card, string Summary, Func<CancellationToken, ValueTask<Letter>> Letter);

/// <summary>
/// Tells people things by the way that reaches them (<see cref="Reach"/>): in Teams, or by a letter where Teams doesn't know them or refuses for good.
/// The one place that decides it. A receipt says by which way it went.
/// </summary>
public sealed class ReachPeople(Contacts contacts, IMessenger messenger, IMailer mailer, TimeProvider time)
{
    /// <summary>How somebody can be reached, as far as is known before it is tried.</summary>
    public static Reach ReachOf(Person person) => new(person.TeamsId is not null, person.Mail is not null);

    /// <summary>The receipt of the letter that told of an occasion; what is answered through its link proves that it came.</summary>
    public static string ReceiptOf(DutyKey key, string occasion) => DutyDone.Letter + IdOf(key, occasion);

    /// <summary>Tells something once, in a message of its own.</summary>
    /// <param name="performance">The duty; it says whom.</param>
    /// <param name="say">What is told, to the person in their language.</param>
    /// <param name="cancellationToken">The try has taken too long.</param>
    public async ValueTask<Performed> TellAsync(Performance<ExchangeState> performance, Func<Person, Texts, ValueTask<Message>> say, CancellationToken cancellationToken) =>
        performance.Duty.Want.To is { } to
            ? await DeliverAsync(performance, to, string.Empty, say, (addressee, message) => PostAsync(addressee, message, cancellationToken), cancellationToken)
            : new Performed.Failed(FailureCode.NoTeamsIdentity);

    /// <summary>Delivers something.</summary>
    /// <param name="performance">The duty.</param>
    /// <param name="to">Whom it is for.</param>
    /// <param name="occasion">Names what a letter would be about, so that each is written once.</param>
    /// <param name="say">What is said, to the person in their language.</param>
    /// <param name="inTeams">How it is delivered in Teams.</param>
    /// <param name="cancellationToken">The try has taken too long.</param>
    internal async ValueTask<Performed> DeliverAsync(
        Performance<ExchangeState> performance, PersonId to, string occasion, Func<Person, Texts, ValueTask<Message>> say,
        Func<Addressee.Person, Message, ValueTask<Performed>> inTeams, CancellationToken cancellationToken)
    {
        if (await contacts.ReachedAsync(to, cancellationToken) is not { } person)
            return new Performed.Failed(FailureCode.NoTeamsIdentity);
        var message = await say(person, Texts.In(Language.Of(person.Language)));
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
            ? await WriteAsync(performance, person, message, occasion, cancellationToken)
            : new Performed.Failed(reach.NoWay);
    }

    internal async ValueTask<Performed> PostAsync(Addressee.Person to, Message message, CancellationToken cancellationToken) =>
        CardDelivery.Of(await messenger.PostAsync(to, message.Card, message.Summary, cancellationToken), time);

    private async ValueTask<Performed> WriteAsync(Performance<ExchangeState> performance, Person person, Message message, string occasion, CancellationToken cancellationToken)
    {
        var key = performance.Duty.Want.Key;
        var owner = await contacts.FindAsync(performance.State.Exchange!.Owner, cancellationToken);
        var posting = new Posting(
            IdOf(key, occasion), new Correspondent(person.Name, person.Mail!), owner?.Mail is { } mail ? new Correspondent(owner.Name, mail) : null,
            await message.Letter(cancellationToken));
        return CardDelivery.Of(await mailer.SendAsync(posting, cancellationToken), time) is Performed.Failed failed
            ? failed
            : new Performed.Done(ReceiptOf(key, occasion));
    }

    // Ids of invitations and nominations are in the key, so no other letter of any exchange has the same.
    private static string IdOf(DutyKey key, string occasion) => Ids.Of("letter", key.Value, occasion).ToString("N");
}
