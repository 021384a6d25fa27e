using System.Collections.Immutable;

using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Digests;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Features.Delegations;
using CoordinatorBot.Features.People;

namespace CoordinatorBot.Features.Invitations;

/// <summary>Finds what waits for a coordinator's decision about invitations and delegations.</summary>
public sealed class AttentionViews(PeopleRegister people, InvitationDocuments documents, NomineeWords nominations, DelegationReasons reasons, DutyPolicy policy, TimeProvider time)
{
    /// <summary>All of it: requests and substitutes first, then seats, then what didn't arrive.</summary>
    public async ValueTask<AttentionView> OfAsync(ExchangeState state, Texts texts, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var blockers = Blockers.Of(state, policy, now);
        var stuck = Agenda.Of(ExchangeStream.Kind.Wants(state, now), state.Ledger, policy, now).Stuck.ToDictionary(s => s.Want.Key);
        var named = await people.FindAsync([.. blockers.SelectMany(BlockerText.PeopleIn), .. PeopleIn(state, blockers)], cancellationToken);
        var items = ImmutableArray.CreateBuilder<AttentionItem>();
        foreach (var waiting in blockers.OfType<ProposalWaits>())
            items.Add(Of(state.Delegations[waiting.Delegation], waiting.Balance, texts, Name));
        foreach (var waiting in blockers.OfType<ChangeWaits>())
            items.Add(await OfAsync(state.Delegations[waiting.Delegation], waiting.Number, Name, cancellationToken));
        foreach (var waiting in blockers.OfType<SubstituteWaits>())
            items.Add(await OfAsync(state, state.Invitations[waiting.Invitation], Name, cancellationToken));
        foreach (var waiting in blockers.OfType<SeatUndecided>())
            items.Add(Of(state, state.Invitations[waiting.Invitation], Name));
        foreach (var seats in blockers.OfType<SeatsVacant>())
            items.Add(await OfAsync(state, state.Delegations[seats.Delegation], seats.Count, Name, cancellationToken));
        // That the owner's own card didn't arrive is nothing to tell on that card.
        foreach (var lost in blockers.OfType<Undelivered>().Where(u => stuck.ContainsKey(u.Key) && stuck[u.Key].Want.Act is not ShowAttention))
            items.Add(new MessageToRetry(lost.Key.Value, lost.Person is { } to ? Name(to) : null, BlockerText.ReasonOf(texts, lost.Code), stuck[lost.Key].Since));
        return new AttentionView(state.Exchange!.Id, state.Exchange.Design.Title, items.ToImmutable(), state.Invitations.Count);

        string Name(PersonId id) => named.GetValueOrDefault(id)?.Name ?? texts["people.nameless"];
    }

    private static IEnumerable<PersonId> PeopleIn(ExchangeState state, ImmutableArray<Blocker> blockers) => blockers.SelectMany(b => b switch
    {
        SeatsVacant seats => LeftIn(state, seats.Delegation).Select(i => i.Person),
        ProposalWaits proposal => PeopleIn(state.Delegations[proposal.Delegation]),
        ChangeWaits change => PeopleIn(state.Delegations[change.Delegation]),
        _ => Enumerable.Empty<PersonId>(),
    });

    private static IEnumerable<PersonId> PeopleIn(Delegation d) =>
        [.. d.Candidates.Values.Select(c => c.Person), .. d.Requests.Values.Select(r => r.By), .. d.Lead is { } lead ? new[] { lead } : []];

    private async ValueTask<SubstituteToDecide> OfAsync(ExchangeState state, Invitation invitation, Func<PersonId, string> nameOf, CancellationToken cancellationToken)
    {
        var words = await documents.WordsAsync(invitation, cancellationToken);
        var d = state.Delegations[invitation.Delegation];
        var nominated = await nominations.OfAsync(d.Candidates[invitation.Candidate], cancellationToken);
        return new SubstituteToDecide(
            invitation.Id, nameOf(invitation.Person), d.City, words.Substitute?.Name ?? "?", words.Substitute?.Mail, words.Note, invitation.Rsvp!.Words,
            nominated.Reason, nominated.Contribution, d.Stage is DelegationStage.Frozen);
    }

    private static SeatToDecide Of(ExchangeState state, Invitation invitation, Func<PersonId, string> nameOf)
    {
        var why = invitation.AnswerTo(state.Exchange!.TermsRevision) is not null ? Undecided.Maybe : invitation.Rsvp is not null ? Undecided.AskedAgain : Undecided.Unreached;
        var d = state.Delegations[invitation.Delegation];
        return new SeatToDecide(invitation.Id, nameOf(invitation.Person), d.City, why, invitation.Missed, d.Stage is DelegationStage.Frozen);
    }

    private static ProposalToDecide Of(Delegation d, Balance balance, Texts texts, Func<PersonId, string> nameOf) => new(
        d.Id, d.City, d.Lead is { } lead ? nameOf(lead) : texts["people.nameless"], balance.Seated, balance.Seats,
        [.. balance.Gaps.Select(g => GapText.Of(texts, g, c => nameOf(d.Candidates[c].Person)))], d.Proposals);

    private async ValueTask<ChangeToDecide> OfAsync(Delegation d, int number, Func<PersonId, string> nameOf, CancellationToken cancellationToken)
    {
        var request = d.Requests[number];
        ImmutableArray<string> Names(ImmutableArray<CandidateId> candidates) => [.. candidates.Where(d.Candidates.ContainsKey).Select(c => nameOf(d.Candidates[c].Person))];
        return new ChangeToDecide(d.Id, d.City, nameOf(request.By), number, Names(request.In), Names(request.Out), await reasons.TextAsync(d.Id, request.Reason, cancellationToken));
    }

    private async ValueTask<SeatsToFill> OfAsync(ExchangeState state, Delegation d, int free, Func<PersonId, string> nameOf, CancellationToken cancellationToken)
    {
        var left = ImmutableArray.CreateBuilder<Leaver>();
        foreach (var invitation in LeftIn(state, d.Id))
            left.Add(new Leaver(nameOf(invitation.Person), HowOf(invitation), invitation.Lapsed ? null : (await documents.WordsAsync(invitation, cancellationToken)).Note));
        var next = Blockers.NextAlternate(state, d);
        return new SeatsToFill(d.Id, d.City, free, left.ToImmutable(), FreeSeats.Of(state, d)[0].Number, next?.Id, next is null ? null : nameOf(next.Person));
    }

    private static SeatLeft HowOf(Invitation invitation) => invitation switch
    {
        { GivenAway: true } => SeatLeft.GivenAway,
        { Lapsed: true } => SeatLeft.Lapsed,
        { WithdrewAt: not null } => SeatLeft.Withdrew,
        _ => SeatLeft.Declined,
    };

    private static IEnumerable<Invitation> LeftIn(ExchangeState state, DelegationId delegation) => state.Invitations.Values
        .Where(i => i.Delegation == delegation && !i.Recalled && i.LeftAt is not null && state.Delegations[delegation].SeatOf(i.Candidate) is null)
        .OrderByDescending(i => i.LeftAt);
}
