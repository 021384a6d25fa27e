using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Duties;
using CoordinatorBot.Features.Invitations;
using CoordinatorBot.Features.People;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Tells leads what was decided about their delegation.</summary>
internal sealed class TellsLeads(InvitationViews reach, PeopleRegister people, DelegationReasons reasons, IMessenger messenger, TimeProvider time) : Performer<ExchangeState, TellLead>
{
    protected override async ValueTask<Performed> PerformAsync(TellLead act, Performance<ExchangeState> performance, CancellationToken cancellationToken)
    {
        var (x, d) = (performance.State.Exchange!, performance.State.Delegations[act.Delegation]);
        if (performance.Duty.Want.To is not { } to || await reach.ReachedAsync(to, cancellationToken) is not { } lead)
            return new Performed.Failed(FailureCode.NoTeamsIdentity);
        var texts = Texts.In(Languages.Of(lead.Language));
        var owner = (await people.FindAsync(x.Owner, cancellationToken))?.Name ?? texts["people.nameless"];
        var view = new LeadNewsView(x.Id, d.Id, x.Design.Title, d.City, owner, act.News, await reasons.TextAsync(d.Id, act.Reason, cancellationToken));
        return CardDelivery.Of(await messenger.PostAsync(new Addressee.Person(lead.Id, lead.TeamsId), LeadNewsCard.For(view, texts), LeadNewsCard.Summary(view, texts), cancellationToken), time);
    }
}

/// <summary>Tells people who were nominated and hold no seat how it stands.</summary>
internal sealed class TellsCandidates(InvitationViews reach, Contacts contacts, IMessenger messenger, TimeProvider time) : Performer<ExchangeState, TellCandidate>
{
    protected override async ValueTask<Performed> PerformAsync(TellCandidate act, Performance<ExchangeState> performance, CancellationToken cancellationToken)
    {
        var (x, d) = (performance.State.Exchange!, performance.State.Delegations[act.Delegation]);
        if (performance.Duty.Want.To is not { } to || await reach.ReachedAsync(to, cancellationToken) is not { } person)
            return new Performed.Failed(FailureCode.NoTeamsIdentity);
        var texts = Texts.In(Languages.Of(person.Language));
        var owner = await contacts.FindAsync(x.Owner, cancellationToken);
        var view = new ToldView(x.Design.Title, d.City, owner?.Name ?? texts["people.nameless"], owner?.Mail, act.Word);
        return CardDelivery.Of(await messenger.PostAsync(new Addressee.Person(person.Id, person.TeamsId), ToldCard.For(view, texts), ToldCard.Summary(view, texts), cancellationToken), time);
    }
}
