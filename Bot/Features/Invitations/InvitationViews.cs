using System.Collections.Immutable;

using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Features.Delegations;
using CoordinatorBot.Features.People;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Invitations;

/// <summary>Joins invitations with the documents behind them.</summary>
public sealed class InvitationViews(PeopleRegister people, Contacts contacts, InvitationDocuments documents, NomineeWords nominations, StreamGate<ExchangeState> gate, TimeProvider time)
{
    /// <summary>An invitation as its delegate may see it.</summary>
    public async ValueTask<InvitationView> OfAsync(ExchangeState state, Invitation invitation, Texts texts, CancellationToken cancellationToken)
    {
        var view = InvitationView.Of(
            state, invitation, time.GetUtcNow(), await contacts.FindAsync(state.Exchange!.Owner, cancellationToken), texts["people.nameless"],
            await documents.WordsAsync(invitation, cancellationToken), await TermsBeforeAsync(state.Exchange, invitation, cancellationToken));
        return await WithThemAsync(view, state.Delegations[invitation.Delegation].Candidates.GetValueOrDefault(invitation.Candidate), invitation.Person, cancellationToken);
    }

    /// <summary>How an invitation to a candidate will look.</summary>
    public async ValueTask<InvitationView> SampleAsync(ExchangeState state, Delegation delegation, Candidate candidate, Texts texts, CancellationToken cancellationToken)
    {
        var view = InvitationView.Sample(state, delegation, time.GetUtcNow(), await contacts.FindAsync(state.Exchange!.Owner, cancellationToken), texts["people.nameless"]);
        return await WithThemAsync(view, candidate, candidate.Person, cancellationToken);
    }

    /// <summary>The invitations that stand, in the order of delegations and seats, as a coordinator chooses from them.</summary>
    public async ValueTask<ImmutableArray<ListedInvitation>> ListAsync(ExchangeState state, Texts texts, CancellationToken cancellationToken)
    {
        var standing = state.Invitations.Values.Where(i => !i.Recalled)
            .OrderBy(i => state.DelegationOrder.IndexOf(i.Delegation)).ThenBy(i => i.Seat.Value).ToList();
        var names = await people.FindAsync(standing.Select(i => i.Person), cancellationToken);
        return [.. standing.Select(i => new ListedInvitation(
            i.Id, names.GetValueOrDefault(i.Person)?.Name ?? texts["people.nameless"], state.Delegations[i.Delegation].City, i.AnswerTo(state.Exchange!.TermsRevision)?.Answer))];
    }

    private async ValueTask<InvitationView> WithThemAsync(InvitationView view, Candidate? candidate, PersonId person, CancellationToken cancellationToken)
    {
        var words = candidate is null ? null : await nominations.OfAsync(candidate, cancellationToken);
        var zone = (await people.FindAsync(person, cancellationToken))?.Zone;
        return view with { Reason = words?.Reason, Contribution = words?.Contribution, TheirZone = Zone.TryParse(zone, out var known) ? known : null };
    }

    // Those they answered, or were invited with: the state keeps only the newest, the record has them all.
    private async ValueTask<Terms?> TermsBeforeAsync(Exchange x, Invitation invitation, CancellationToken cancellationToken)
    {
        var known = invitation.Rsvp?.TermsRevision ?? invitation.SentTerms;
        if (known == x.TermsRevision)
            return null;
        var commits = await gate.ReadCommitsAsync(x.Id.Value, 0, cancellationToken);
        return commits.SelectMany(c => c.Events).OfType<TermsSet>().LastOrDefault(e => e.Revision == known)?.Terms;
    }
}
