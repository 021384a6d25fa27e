using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Duties;
using CoordinatorBot.Features.People;

namespace CoordinatorBot.Features.Invitations;

/// <summary>Reminds delegates that an answer is due, with the invitation anew.</summary>
internal sealed class RemindsDelegates(ReachDelegates delegates) : Performer<ExchangeState, RemindDelegate>
{
    protected override async ValueTask<Performed> PerformAsync(RemindDelegate act, Performance<ExchangeState> performance, CancellationToken cancellationToken)
    {
        var invitation = performance.State.Invitations[act.Invitation];
        var once = performance.Duty.Want.Key.Value;
        var told = await delegates.TellAsync(performance, invitation, (view, person, texts) => Message(view, person, texts, once), cancellationToken);
        // The fresh card is the invitation from now on: later changes are shown there, not on the one far up in the chat.
        return told is Performed.Done { Receipt: { } receipt } done
            ? done with { Follows = [new DutyDone(invitation.Card, invitation.Revision, receipt)] }
            : told;
    }

    private static DelegateMessage Message(InvitationView view, Person person, Texts texts, string once) =>
        new(ReminderCard.For(view, texts, once), ReminderCard.Summary(view, texts), link => InvitationLetters.Reminder(view, person.Name, link, texts));
}

/// <summary>Tells the owner of an exchange, and the lead, at once that somebody who had accepted doesn't come.</summary>
internal sealed class TellsWithdrawals(ReachPeople reach, Contacts contacts, InvitationDocuments documents, PeopleRegister people) : Performer<ExchangeState, TellWithdrawal>
{
    protected override ValueTask<Performed> PerformAsync(TellWithdrawal act, Performance<ExchangeState> performance, CancellationToken cancellationToken) =>
        reach.TellAsync(performance, async (reader, texts) =>
        {
            var view = await OfAsync(performance.State, performance.State.Invitations[act.Invitation], texts, cancellationToken);
            return new Message(WithdrawalCard.For(view, act.ToLead, texts), WithdrawalCard.Summary(view, texts), _ => ValueTask.FromResult(DelegationLetters.Withdrawal(view, reader.Name, texts)));
        }, cancellationToken);

    private async ValueTask<WithdrawalView> OfAsync(ExchangeState state, Invitation invitation, Texts texts, CancellationToken cancellationToken)
    {
        var (x, d) = (state.Exchange!, state.Delegations[invitation.Delegation]);
        var next = Blockers.NextAlternate(state, d);
        var owner = await contacts.FindAsync(x.Owner, cancellationToken);
        var named = await people.FindAsync([invitation.Person, .. next is null ? Array.Empty<PersonId>() : [next.Person]], cancellationToken);
        string Name(PersonId id) => named.GetValueOrDefault(id)?.Name ?? texts["people.nameless"];
        return new WithdrawalView(
            x.Id, x.Design.Title, Name(invitation.Person), d.City, (await documents.WordsAsync(invitation, cancellationToken)).Note, next is null ? null : Name(next.Person),
            owner?.Name ?? texts["people.nameless"], owner?.Mail);
    }
}
