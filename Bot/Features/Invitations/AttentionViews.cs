using System.Collections.Immutable;

using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Features.People;

namespace CoordinatorBot.Features.Invitations;

/// <summary>Finds what waits for a coordinator's decision about invitations.</summary>
public sealed class AttentionViews(PeopleRegister people, InvitationDocuments documents, DutyPolicy policy, TimeProvider time)
{
    /// <summary>All of it: substitutes first, then free seats, then what didn't arrive.</summary>
    public async ValueTask<AttentionView> OfAsync(ExchangeState state, Texts texts, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var blockers = Blockers.Of(state, policy, now);
        var stuck = Agenda.Of(ExchangeStream.Kind.Wants(state, now), state.Ledger, policy, now).Stuck.ToDictionary(s => s.Want.Key);
        var vacant = blockers.OfType<SeatsVacant>().ToList();
        var named = await people.FindAsync(
            [.. blockers.SelectMany(BlockerText.PeopleIn), .. vacant.SelectMany(v => DeclinedIn(state, v.Delegation)).Select(i => i.Person)], cancellationToken);
        var items = ImmutableArray.CreateBuilder<AttentionItem>();
        foreach (var waiting in blockers.OfType<SubstituteWaits>())
            items.Add(await OfAsync(state, state.Invitations[waiting.Invitation], Name, cancellationToken));
        foreach (var seats in vacant)
            items.Add(await OfAsync(state, state.Delegations[seats.Delegation], seats.Count, Name, cancellationToken));
        // That the owner's own card didn't arrive is nothing to tell on that card.
        foreach (var lost in blockers.OfType<Undelivered>().Where(u => stuck.ContainsKey(u.Key) && stuck[u.Key].Want.Act is not ShowAttention))
            items.Add(new MessageToRetry(lost.Key.Value, lost.Person is { } to ? Name(to) : null, BlockerText.ReasonOf(texts, lost.Code), stuck[lost.Key].Since));
        return new AttentionView(state.Exchange!.Id, state.Exchange.Design.Title, items.ToImmutable(), state.Invitations.Count);

        string Name(PersonId id) => named.GetValueOrDefault(id)?.Name ?? texts["people.nameless"];
    }

    private async ValueTask<SubstituteToDecide> OfAsync(ExchangeState state, Invitation invitation, Func<PersonId, string> nameOf, CancellationToken cancellationToken)
    {
        var words = await documents.WordsAsync(invitation, cancellationToken);
        return new SubstituteToDecide(
            invitation.Id, nameOf(invitation.Person), state.Delegations[invitation.Delegation].City,
            words.Substitute?.Name ?? "?", words.Substitute?.Mail, words.Note, invitation.Rsvp!.Words);
    }

    private async ValueTask<SeatsToFill> OfAsync(ExchangeState state, Delegation d, int free, Func<PersonId, string> nameOf, CancellationToken cancellationToken)
    {
        var declined = ImmutableArray.CreateBuilder<(string, string?)>();
        foreach (var invitation in DeclinedIn(state, d.Id))
            declined.Add((nameOf(invitation.Person), (await documents.WordsAsync(invitation, cancellationToken)).Note));
        var next = Blockers.NextAlternate(state, d);
        return new SeatsToFill(d.Id, d.City, free, declined.ToImmutable(), next?.Id, next is null ? null : nameOf(next.Person));
    }

    private static IEnumerable<Invitation> DeclinedIn(ExchangeState state, DelegationId delegation) => state.Invitations.Values
        .Where(i => i.Delegation == delegation && i is { Recalled: false, Rsvp.Answer: RsvpAnswer.Declined } && state.Delegations[delegation].SeatOf(i.Candidate) is null)
        .OrderByDescending(i => i.Rsvp!.At);
}
