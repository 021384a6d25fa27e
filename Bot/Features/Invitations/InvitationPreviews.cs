using System.Collections.Immutable;

using AdaptiveCards;

using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Domain.People;
using CoordinatorBot.Features.People;

namespace CoordinatorBot.Features.Invitations;

/// <summary>What a preview shows, and what became of it once it was sent.</summary>
public sealed class InvitationPreviews(InvitationViews views, Contacts contacts, DutyPolicy policy, TimeProvider time)
{
    /// <summary>The invitation that sending a preview makes for somebody: known beforehand, so that a double click invites once.</summary>
    public static InvitationId InvitationOf(Guid preview, CandidateId candidate) => new(Ids.Of("invitation", preview.ToString("N"), candidate.ToString()));

    internal async ValueTask<InvitePreview> OfAsync(ExchangeState state, Guid id, StoredPreview shown, Texts texts, CancellationToken cancellationToken)
    {
        var x = state.Exchange!;
        var people = await PeopleAsync(state, shown, cancellationToken);
        var delegations = shown.People.GroupBy(p => p.Delegation).Where(g => state.Delegations.ContainsKey(g.Key))
            .Select(g => Of(state.Delegations[g.Key], g, people, texts)).ToImmutableArray();
        var sample = await SampleAsync(state, shown, people, cancellationToken);
        return new InvitePreview(x.Id, id, x.Design.Title, x.Terms!, sample?.View.Due ?? x.Deadlines!.RsvpDue, delegations, sample?.Card);
    }

    // None where the cities it showed have been taken out since.
    private async ValueTask<(InvitationView View, AdaptiveCard Card)?> SampleAsync(
        ExchangeState state, StoredPreview shown, ImmutableDictionary<CandidateId, Person> people, CancellationToken cancellationToken)
    {
        if (shown.People.FirstOrDefault(p => state.Delegations.GetValueOrDefault(p.Delegation)?.Candidates.ContainsKey(p.Candidate) == true) is not { } first)
            return null;
        var theirs = Texts.In(Language.Of(people.GetValueOrDefault(first.Candidate)?.Language));
        var view = await views.SampleAsync(state, state.Delegations[first.Delegation], state.Delegations[first.Delegation].Candidates[first.Candidate], theirs, cancellationToken);
        return (view, InvitationCard.Sample(view, theirs));
    }

    internal async ValueTask<InviteResult> ResultAsync(ExchangeState state, Guid id, StoredPreview shown, int round, Texts texts, CancellationToken cancellationToken)
    {
        var x = state.Exchange!;
        var made = shown.People.Select(p => state.Invitations.GetValueOrDefault(InvitationOf(id, p.Candidate))).OfType<Invitation>().ToList();
        var sent = made.Where(i => !i.Recalled).ToList();
        var now = time.GetUtcNow();
        var stuck = Agenda.Of(ExchangeStream.Kind.Wants(state, now), state.Ledger, policy, now).Stuck.ToDictionary(s => s.Want.Key, s => s.Code);
        var missed = ImmutableArray.CreateBuilder<NotReached>();
        foreach (var invitation in sent.Where(i => stuck.ContainsKey(i.Card)))
        {
            var person = await contacts.ReachedAsync(invitation.Person, cancellationToken);
            missed.Add(new NotReached(person?.Name ?? texts["people.nameless"], BlockerText.ReasonOf(texts, stuck[invitation.Card])));
        }

        var delivered = sent.Count(i => state.Ledger[i.Card].Done > 0);
        return new InviteResult(x.Id, id, x.Design.Title, sent.Count, delivered, shown.People.Length - made.Count, missed.ToImmutable(), round);
    }

    private static InvitedDelegation Of(
        Delegation d, IEnumerable<StoredInvitee> invitees, ImmutableDictionary<CandidateId, Person> people, Texts texts)
    {
        var balance = Composition.BalanceOf(d);
        var gaps = d.Stage < DelegationStage.Confirmed && !balance.FitsPlan
            ? balance.Gaps.Select(g => GapText.Of(texts, g, c => people.GetValueOrDefault(c)?.Name ?? texts["people.nameless"])).ToImmutableArray()
            : [];
        return new InvitedDelegation(d.Id, d.City, gaps, [.. invitees.Select(i => Of(i.Candidate, people.GetValueOrDefault(i.Candidate), texts))]);
    }

    private static Invitee Of(CandidateId candidate, Person? person, Texts texts) => person is null
        ? new Invitee(texts["people.nameless"], null, null, candidate)
        : new Invitee(
            person.Name,
            string.Join(", ", new[] { person.Title, person.Organisation }.Where(t => !string.IsNullOrWhiteSpace(t))) is { Length: > 0 } detail ? detail : null,
            ReachPeople.ReachOf(person).By,
            candidate)
        {
            LanguageIsKnown = person.Language is not null,
        };

    private async ValueTask<ImmutableDictionary<CandidateId, Person>> PeopleAsync(ExchangeState state, StoredPreview shown, CancellationToken cancellationToken)
    {
        var found = ImmutableDictionary.CreateBuilder<CandidateId, Person>();
        foreach (var invitee in shown.People)
            if (state.Delegations.GetValueOrDefault(invitee.Delegation)?.Candidates.GetValueOrDefault(invitee.Candidate) is { } candidate
                && await contacts.ReachedAsync(candidate.Person, cancellationToken) is { } person)
                found[candidate.Id] = person;
        return found.ToImmutable();
    }
}
