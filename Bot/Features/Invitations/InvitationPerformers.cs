using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Duties;
using CoordinatorBot.Features.People;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Invitations;

/// <summary>Shows delegates their invitation, and changes it in place.</summary>
internal sealed class ShowsInvitations(ReachDelegates delegates) : Performer<ExchangeState, ShowInvitation>
{
    protected override ValueTask<Performed> PerformAsync(ShowInvitation act, Performance<ExchangeState> performance, CancellationToken cancellationToken)
    {
        var invitation = performance.State.Invitations[act.Invitation];
        // Of the rest that changes on a card, a letter's page tells whoever looks; what everybody has to hear is news of its own.
        var occasion = invitation.Recalled ? "recalled" : performance.Duty.Progress.Done == 0 ? "sent" : null;
        return delegates.ShowAsync(performance, invitation, Message, occasion, cancellationToken);
    }

    private static DelegateMessage Message(InvitationView view, Person person, Texts texts) =>
        new(InvitationCard.For(view, texts), InvitationCard.Summary(view, texts), link => InvitationLetters.Invitation(view, person.Name, link, texts));
}

/// <summary>Tells delegates news in a message of its own.</summary>
internal sealed class TellsDelegates(ReachDelegates delegates) : Performer<ExchangeState, TellDelegate>
{
    protected override async ValueTask<Performed> PerformAsync(TellDelegate act, Performance<ExchangeState> performance, CancellationToken cancellationToken)
    {
        var invitation = performance.State.Invitations[act.Invitation];
        var told = await delegates.TellAsync(performance, invitation, (view, person, texts) => Message(view, act.News, person, texts), cancellationToken);
        // What was told just now is the invitation from now on: later changes are shown there, not on the card far up in the chat.
        return act.News is not DelegateNews.Cancelled && told is Performed.Done { Receipt: { } receipt } done
            ? done with { Follows = [new DutyDone(invitation.Card, invitation.Revision, receipt)] }
            : told;
    }

    private static DelegateMessage Message(InvitationView view, DelegateNews news, Person person, Texts texts) =>
        new(NewsCard.For(view, news, texts), NewsCard.Summary(view, news, texts), link => InvitationLetters.News(view, news, person.Name, link, texts));
}

/// <summary>Shows the owner of an exchange what needs them, one card a day.</summary>
internal sealed class ShowsAttention(AttentionViews views, Contacts contacts, IMessenger messenger, TimeProvider time) : Performer<ExchangeState, ShowAttention>
{
    protected override async ValueTask<Performed> PerformAsync(ShowAttention act, Performance<ExchangeState> performance, CancellationToken cancellationToken)
    {
        if (await contacts.ReachedAsync(performance.State.Exchange!.Owner, cancellationToken) is not { } owner)
            return new Performed.Failed(FailureCode.NoTeamsIdentity);
        var texts = Texts.In(Language.Of(owner.Language));
        var view = await views.OfAsync(performance.State, texts, cancellationToken);

        // Settled before it could be shown: nobody is called for that.
        if (view.Items.IsEmpty && performance.Before is null)
            return new Performed.Done();
        var to = new Addressee.Person(owner.Id, owner.TeamsId);
        return await messenger.ShowAsync(performance, to, AttentionCard.For(view, texts), AttentionCard.Summary(view, texts), time, cancellationToken);
    }
}
