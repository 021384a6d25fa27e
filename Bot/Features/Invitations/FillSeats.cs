using System.Collections.Immutable;

using CoordinatorBot.Cards.Invitations;
using CoordinatorBot.Cards.Shared;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;
using CoordinatorBot.Features.Delegations;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Features.People;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Invitations;

/// <summary>A coordinator sees the best alternate of a free seat and what they would change, and invites them.</summary>
public sealed class FillSeats(
    StreamGate<ExchangeState> gate, AttentionDesk desk, PeopleRegister people, NomineeWords nominations, DelegationReasons reasons, Refusals refusals) : ICardFeature
{
    /// <inheritdoc/>
    public IEnumerable<CardVerb> Verbs =>
    [
        new CardVerb(AttentionVerbs.AskNext, (turn, press, ct) => desk.WithAsync(turn, press, (state, x) => AskAsync(turn, press, state, null, ct), ct)),
        new CardVerb(AttentionCard.NextVerb, (turn, press, ct) => desk.WithAsync(turn, press, (state, x) => InviteAsync(turn, press, state, x, ct), ct)),
    ];

    private async ValueTask<PressAnswer> AskAsync(Turn turn, Press press, ExchangeState state, string? flaw, CancellationToken cancellationToken)
    {
        if (Found(press, state) is not var (d, seat, candidate) || Alternates.For(state, d, seat).FirstOrDefault(a => a.Candidate.Id == candidate.Id) is not { } alternate || !d.IsFree(seat))
            return await desk.StaleAsync(turn, state, cancellationToken);
        return new PressAnswer.Replaced(AlternateCard.For(await ViewAsync(state, d, seat, alternate, turn.Texts, cancellationToken), turn.Texts, flaw));
    }

    // One command: of two coordinators who fill one seat at once, the second hears who has it.
    private async ValueTask<PressAnswer> InviteAsync(Turn turn, Press press, ExchangeState state, Exchange x, CancellationToken cancellationToken)
    {
        if (Found(press, state) is not var (d, seat, candidate))
            return await desk.StaleAsync(turn, state, cancellationToken);
        var reason = await reasons.KeepAsync(d, press.Text(AttentionVerbs.Reason), cancellationToken);
        var promote = new PromoteAlternate(d.Id, seat, candidate.Id, new InvitationId(turn.NewId("invitation")), reason);
        var answer = await gate.SendAsync(x.Id.Value, turn.Envelope(promote), cancellationToken);
        return answer.Outcome.Refusal switch
        {
            null => await desk.CardAsync(turn, answer.State, turn.Texts.Say("attention.did-next", ("name", await desk.NameAsync(turn, candidate.Person, cancellationToken))), cancellationToken),
            RosterIsFrozen frozen => await AskAsync(turn, press, answer.State, await refusals.TextAsync(turn, frozen, cancellationToken), cancellationToken),
            { } why => await desk.RefusedAsync(turn, answer.State, why, cancellationToken),
        };
    }

    private async ValueTask<AlternateView> ViewAsync(ExchangeState state, Delegation d, SeatNumber seat, SeatAlternate alternate, Texts texts, CancellationToken cancellationToken)
    {
        var left = FreeSeats.Of(state, d).FirstOrDefault(s => s.Number == seat)?.Left;
        var named = await people.FindAsync([.. d.Candidates.Values.Select(c => c.Person)], cancellationToken);
        string Name(PersonId id) => named.GetValueOrDefault(id)?.Name ?? texts["people.nameless"];
        var person = named.GetValueOrDefault(alternate.Candidate.Person);
        var detail = string.Join(", ", new[] { person?.Title, person?.Organisation }.Where(t => !string.IsNullOrWhiteSpace(t)));
        var nominated = await nominations.OfAsync(alternate.Candidate, cancellationToken);
        var before = left is not null && d.Candidates.TryGetValue(left.Candidate, out var holder) ? (await nominations.OfAsync(holder, cancellationToken)).Reason : null;
        ImmutableArray<string> gaps = [.. alternate.Balance.Gaps.Where(g => g is not MostlyGovernment).Select(g => GapText.Of(texts, g, c => Name(d.Candidates[c].Person)))];
        return new AlternateView(
            state.Exchange!.Id, d.Id, d.City, seat, alternate, Name(alternate.Candidate.Person), detail.Length > 0 ? detail : null, nominated.Reason, nominated.Contribution,
            before is null ? null : (Name(left!.Person), before), gaps, d.Stage is DelegationStage.Frozen, state.Invitations.Count);
    }

    private static (Delegation Delegation, SeatNumber Seat, Candidate Candidate)? Found(Press press, ExchangeState state) =>
        press.Id("delegation") is { } id && state.Delegations.TryGetValue(new DelegationId(id), out var d)
            && press.Number("seat") is { } seat && press.Id("candidate") is { } next && d.Candidates.TryGetValue(new CandidateId(next), out var candidate)
            ? (d, new SeatNumber(seat), candidate)
            : null;
}
