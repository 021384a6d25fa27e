using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Duties;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Invitations;

/// <summary>Shows delegates their invitation, and changes it in place.</summary>
internal sealed class ShowsInvitations(InvitationViews views, IMessenger messenger, TimeProvider time) : Performer<ExchangeState, ShowInvitation>
{
    protected override async ValueTask<Performed> PerformAsync(ShowInvitation act, Performance<ExchangeState> performance, CancellationToken cancellationToken)
    {
        var invitation = performance.State.Invitations[act.Invitation];
        if (await views.ReachedAsync(invitation.Person, cancellationToken) is not { } person)
            return new Performed.Failed(FailureCode.NoTeamsIdentity);
        var texts = Texts.In(Languages.Of(person.Language));
        var view = await views.OfAsync(performance.State, invitation, texts, cancellationToken);
        var to = new Addressee.Person(person.Id, person.TeamsId);
        return await messenger.ShowAsync(performance, to, InvitationCard.For(view, texts), InvitationCard.Summary(view, texts), time, cancellationToken);
    }
}

/// <summary>Tells delegates news in a message of its own.</summary>
internal sealed class TellsDelegates(InvitationViews views, IMessenger messenger, TimeProvider time) : Performer<ExchangeState, TellDelegate>
{
    protected override async ValueTask<Performed> PerformAsync(TellDelegate act, Performance<ExchangeState> performance, CancellationToken cancellationToken)
    {
        var invitation = performance.State.Invitations[act.Invitation];
        if (await views.ReachedAsync(invitation.Person, cancellationToken) is not { } person)
            return new Performed.Failed(FailureCode.NoTeamsIdentity);
        var texts = Texts.In(Languages.Of(person.Language));
        var view = await views.OfAsync(performance.State, invitation, texts, cancellationToken);
        var to = new Addressee.Person(person.Id, person.TeamsId);
        var delivery = await messenger.PostAsync(to, NewsCard.For(view, act.News, texts), NewsCard.Summary(view, act.News, texts), cancellationToken);
        // The fresh card is the invitation from now on: later changes are shown there, not on the one far up in the chat.
        return act.News is not DelegateNews.Cancelled && delivery is Delivery.Delivered { ActivityId: { } message }
            ? new Performed.Done(message) { Follows = [new DutyDone(invitation.Card, invitation.Revision, message)] }
            : CardDelivery.Of(delivery, time);
    }
}

/// <summary>Shows the owner of an exchange what needs them, one card a day.</summary>
internal sealed class ShowsAttention(AttentionViews views, InvitationViews people, IMessenger messenger, TimeProvider time) : Performer<ExchangeState, ShowAttention>
{
    protected override async ValueTask<Performed> PerformAsync(ShowAttention act, Performance<ExchangeState> performance, CancellationToken cancellationToken)
    {
        if (await people.ReachedAsync(performance.State.Exchange!.Owner, cancellationToken) is not { } owner)
            return new Performed.Failed(FailureCode.NoTeamsIdentity);
        var texts = Texts.In(Languages.Of(owner.Language));
        var view = await views.OfAsync(performance.State, texts, cancellationToken);
        var to = new Addressee.Person(owner.Id, owner.TeamsId);
        return await messenger.ShowAsync(performance, to, AttentionCard.For(view, texts), AttentionCard.Summary(view, texts), time, cancellationToken);
    }
}
