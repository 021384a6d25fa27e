using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Duties;
using CoordinatorBot.Features.Invitations;
using CoordinatorBot.Features.People;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Tells leads what was decided about their delegation.</summary>
internal sealed class TellsLeads(ReachPeople reach, Contacts contacts, DelegationReasons reasons) : Performer<ExchangeState, TellLead>
{
    protected override ValueTask<Performed> PerformAsync(TellLead act, Performance<ExchangeState> performance, CancellationToken cancellationToken) =>
        reach.TellAsync(performance, async (lead, texts) =>
        {
            var (x, d) = (performance.State.Exchange!, performance.State.Delegations[act.Delegation]);
            var owner = await contacts.FindAsync(x.Owner, cancellationToken);
            var view = new LeadNewsView(
                x.Id, d.Id, x.Design.Title, d.City, owner?.Name ?? texts["people.nameless"], owner?.Mail, act.News, await reasons.TextAsync(d.Id, act.Reason, cancellationToken));
            return new Message(LeadNewsCard.For(view, texts), LeadNewsCard.Summary(view, texts), _ => ValueTask.FromResult(DelegationLetters.LeadNews(view, lead.Name, texts)));
        }, cancellationToken);
}

/// <summary>Tells people who were nominated and hold no seat how it stands.</summary>
internal sealed class TellsCandidates(ReachPeople reach, Contacts contacts) : Performer<ExchangeState, TellCandidate>
{
    protected override ValueTask<Performed> PerformAsync(TellCandidate act, Performance<ExchangeState> performance, CancellationToken cancellationToken) =>
        reach.TellAsync(performance, async (person, texts) =>
        {
            var (x, d) = (performance.State.Exchange!, performance.State.Delegations[act.Delegation]);
            var owner = await contacts.FindAsync(x.Owner, cancellationToken);
            var view = new ToldView(x.Design.Title, d.City, owner?.Name ?? texts["people.nameless"], owner?.Mail, act.Word);
            return new Message(ToldCard.For(view, texts), ToldCard.Summary(view, texts), _ => ValueTask.FromResult(DelegationLetters.Told(view, person.Name, texts)));
        }, cancellationToken);
}
