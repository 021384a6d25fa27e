using AdaptiveCards;

using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Duties;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Invitations;

/// <summary>What a delegate is told: the same as a card and as a letter.</summary>
/// <param name="Card">The card.</param>
/// <param name="Summary">What the notification says.</param>
/// <param name="Letter">The letter, with the link to their page in it.</param>
public sealed record DelegateMessage(AdaptiveCard Card, string Summary, Func<Uri, Letter> Letter);

/// <summary>Tells delegates of their invitation, with a link to their page in every letter.</summary>
public sealed class ReachDelegates(InvitationViews views, InvitationLinks links, ReachPeople people, IMessenger messenger, TimeProvider time)
{
    /// <summary>Tells something once, in a message of its own.</summary>
    /// <param name="performance">The duty.</param>
    /// <param name="invitation">Whose.</param>
    /// <param name="say">What is told, from how the invitation looks to the person in their language.</param>
    /// <param name="cancellationToken">The try has taken too long.</param>
    public ValueTask<Performed> TellAsync(
        Performance<ExchangeState> performance, Invitation invitation, Func<InvitationView, Person, Texts, DelegateMessage> say, CancellationToken cancellationToken) =>
        people.DeliverAsync(
            performance, invitation.Person, string.Empty, Saying(performance, invitation, say, cancellationToken), (to, message) => people.PostAsync(to, message, cancellationToken), cancellationToken);

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
            : people.DeliverAsync(
                performance, invitation.Person, occasion ?? "sent", Saying(performance, invitation, say, cancellationToken),
                (to, message) => messenger.ShowAsync(performance, to, message.Card, message.Summary, time, cancellationToken), cancellationToken);

    private Func<Person, Texts, ValueTask<Message>> Saying(
        Performance<ExchangeState> performance, Invitation invitation, Func<InvitationView, Person, Texts, DelegateMessage> say, CancellationToken cancellationToken) =>
        async (person, texts) =>
        {
            var said = say(await views.OfAsync(performance.State, invitation, texts, cancellationToken), person, texts);
            return new Message(said.Card, said.Summary, async ct => said.Letter(await links.OfAsync(performance.State, invitation, ct)));
        };
}
