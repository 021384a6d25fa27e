using System.Collections.Immutable;

using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Duties;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Digests;

/// <summary>One thing that changed in an exchange, as staff read it.</summary>
public abstract record Change;

/// <summary>The exchange was begun.</summary>
public sealed record Begun : Change;

/// <summary>Host city or dates were set or moved.</summary>
public sealed record TermsMoved : Change;

/// <summary>Purpose, format, agenda or deadlines were edited.</summary>
public sealed record Edited : Change;

/// <summary>A city takes part.</summary>
/// <param name="Delegation">Its delegation.</param>
public sealed record CityJoined(DelegationId Delegation) : Change;

/// <summary>People were nominated.</summary>
/// <param name="Delegation">Where.</param>
/// <param name="Count">How many.</param>
public sealed record Nominated(DelegationId Delegation, int Count) : Change;

/// <summary>A delegation was decided.</summary>
/// <param name="Delegation">Which.</param>
public sealed record Decided(DelegationId Delegation) : Change;

/// <summary>People were invited.</summary>
/// <param name="Delegation">Where.</param>
/// <param name="Count">How many.</param>
public sealed record Invited(DelegationId Delegation, int Count) : Change;

/// <summary>Invitations were taken back.</summary>
/// <param name="Count">How many.</param>
public sealed record Recalled(int Count) : Change;

/// <summary>A delegate answered.</summary>
/// <param name="Person">Who.</param>
/// <param name="Delegation">Where.</param>
/// <param name="Answer">What; the newest, where somebody answered several times.</param>
public sealed record Answered(PersonId Person, DelegationId Delegation, RsvpAnswer Answer) : Change;

/// <summary>A delegate who had accepted doesn't come after all.</summary>
/// <param name="Person">Who.</param>
/// <param name="Delegation">Where.</param>
public sealed record Withdrew(PersonId Person, DelegationId Delegation) : Change;

/// <summary>Somebody did not answer in time, or was given up: the seat is free.</summary>
/// <param name="Person">Who.</param>
/// <param name="Delegation">Where.</param>
public sealed record DidNotAnswer(PersonId Person, DelegationId Delegation) : Change;

/// <summary>A lead put a delegation forward.</summary>
/// <param name="Delegation">Which.</param>
public sealed record PutForward(DelegationId Delegation) : Change;

/// <summary>A roster was frozen.</summary>
/// <param name="Delegation">Whose.</param>
public sealed record Froze(DelegationId Delegation) : Change;

/// <summary>Several delegates of a city accepted.</summary>
/// <param name="Delegation">Which city's.</param>
/// <param name="Count">How many.</param>
public sealed record Accepted(DelegationId Delegation, int Count) : Change;

/// <summary>The exchange moved on, or was called off.</summary>
/// <param name="Stage">Where it stands.</param>
public sealed record MovedOn(Stage Stage) : Change;

/// <summary>A message was given up.</summary>
/// <param name="Count">How many.</param>
public sealed record NotDelivered(int Count) : Change;

/// <summary>What staff read about one exchange.</summary>
/// <param name="Exchange">Which.</param>
/// <param name="Blockers">What holds it up, the urgent first.</param>
/// <param name="Changes">What changed since the last digest, in order of weight.</param>
/// <param name="Headcount">How each delegation stands against its plan, counting those who accepted.</param>
public sealed record ExchangeDigest(ExchangeId Exchange, ImmutableArray<Blocker> Blockers, ImmutableArray<Change> Changes, ImmutableArray<DelegationHeadcount> Headcount)
{
    /// <summary>The digest of one exchange.</summary>
    /// <param name="state">As it is now.</param>
    /// <param name="since">Commits since the last digest.</param>
    /// <param name="policy">Waits and tries of duties.</param>
    /// <param name="now">Now.</param>
    public static ExchangeDigest Of(ExchangeState state, IEnumerable<Commit> since, DutyPolicy policy, DateTimeOffset now) => new(
        state.Exchange!.Id,
        Digests.Blockers.Of(state, policy, now),
        ChangesIn(state, [.. since.SelectMany(c => c.Events)]),
        [.. state.InOrder.Select(d => DelegationHeadcount.Of(state, d))]);

    // Beyond so many of one city acceptances are counted: staff look for who doesn't come.
    private const int MostByName = 2;

    private static ImmutableArray<Change> ChangesIn(ExchangeState state, ImmutableArray<Event> events)
    {
        var changes = ImmutableArray.CreateBuilder<Change>();
        if (events.Any(e => e is StageReached or ExchangeCancelled or ExchangeRestored))
            changes.Add(new MovedOn(state.Exchange!.Stage));
        if (events.OfType<DutyFailed>().Count(f => !FailureCode.MayPass(f.Code)) is > 0 and var failed)
            changes.Add(new NotDelivered(failed));
        var gone = state.Invitations.Values.Where(i => !i.Recalled).ToDictionary(i => i.Id);
        changes.AddRange(events.OfType<InvitationAnswered>().Select(a => a.Invitation).Distinct()
            .Where(i => gone.GetValueOrDefault(i) is { WithdrewAt: not null }).Select(i => new Withdrew(gone[i].Person, gone[i].Delegation)));
        changes.AddRange(events.OfType<InvitationLapsed>().Select(l => l.Invitation).Distinct()
            .Where(i => gone.GetValueOrDefault(i) is { Lapsed: true }).Select(i => new DidNotAnswer(gone[i].Person, gone[i].Delegation)));
        var answers = events.OfType<InvitationAnswered>().GroupBy(a => a.Invitation)
            .Where(g => gone.GetValueOrDefault(g.Key) is not { WithdrewAt: not null })
            .Select(g => new Answered(state.Invitations[g.Key].Person, state.Invitations[g.Key].Delegation, g.Last().Answer)).ToList();
        changes.AddRange(answers.Where(a => a.Answer is not RsvpAnswer.Accepted));
        if (events.OfType<TermsSet>().Any())
            changes.Add(new TermsMoved());
        // What was taken back within the period is no news: a city removed again, a name withdrawn.
        var now = state.Delegations;
        changes.AddRange(Counted(events.OfType<DelegationConfirmed>().Where(e => now.GetValueOrDefault(e.Delegation)?.Stage >= DelegationStage.Confirmed), e => e.Delegation, (d, _) => new Decided(d)));
        changes.AddRange(Counted(events.OfType<DelegationProposed>().Where(e => now.GetValueOrDefault(e.Delegation)?.Stage is DelegationStage.Proposed), e => e.Delegation, (d, _) => new PutForward(d)));
        changes.AddRange(Counted(events.OfType<RosterFrozen>().Where(e => now.GetValueOrDefault(e.Delegation)?.Stage is DelegationStage.Frozen), e => e.Delegation, (d, _) => new Froze(d)));
        foreach (var accepted in answers.Where(a => a.Answer is RsvpAnswer.Accepted).GroupBy(a => a.Delegation))
            changes.AddRange(accepted.Count() > MostByName ? [new Accepted(accepted.Key, accepted.Count())] : accepted);
        changes.AddRange(Counted(events.OfType<InvitationSent>(), e => e.Delegation, (d, n) => new Invited(d, n)));
        if (events.OfType<InvitationRecalled>().Count() is > 0 and var recalled)
            changes.Add(new Recalled(recalled));
        changes.AddRange(Counted(events.OfType<CandidateNominated>().DistinctBy(e => e.Candidate.Id).Where(e => now.GetValueOrDefault(e.Delegation)?.Candidates.ContainsKey(e.Candidate.Id) is true),
            e => e.Delegation, (d, n) => new Nominated(d, n)));
        if (events.OfType<ExchangeCreated>().Any())
            changes.Add(new Begun());
        changes.AddRange(Counted(events.OfType<CityAdded>().Where(e => now.ContainsKey(e.Delegation)), e => e.Delegation, (d, _) => new CityJoined(d)));
        if (changes.Count == 0 && events.Any(e => e is DesignChanged or DeadlinesSet or DelegationEvent or CoordinatorAdded))
            changes.Add(new Edited());
        return changes.ToImmutable();
    }

    private static IEnumerable<Change> Counted<T>(IEnumerable<T> events, Func<T, DelegationId> by, Func<DelegationId, int, Change> change) =>
        events.GroupBy(by).Select(g => change(g.Key, g.Count()));
}

/// <summary>Headcount of a delegation against its plan.</summary>
/// <param name="Delegation">Which.</param>
/// <param name="Balance">Of all who hold a seat.</param>
/// <param name="Accepted">Who accepted.</param>
/// <param name="Tentative">Who don't know yet, or proposed somebody instead: their seat is kept.</param>
/// <param name="Declined">Who declined.</param>
/// <param name="Silent">Who have not answered.</param>
public sealed record DelegationHeadcount(DelegationId Delegation, Balance Balance, int Accepted, int Tentative, int Declined, int Silent)
{
    /// <summary>The headcount of a delegation.</summary>
    public static DelegationHeadcount Of(ExchangeState state, Delegation d)
    {
        // Who declined and gave up the seat is not asked again by a moved date; who holds one is.
        var answers = state.Invitations.Values.Where(i => i.Delegation == d.Id && !i.Recalled && !i.Lapsed)
            .Select(i => (d.SeatOf(i.Candidate) is null ? i.Rsvp : i.AnswerTo(state.Exchange!.TermsRevision))?.Answer).ToList();
        return new DelegationHeadcount(d.Id, Composition.BalanceOf(d),
            answers.Count(a => a is RsvpAnswer.Accepted),
            answers.Count(a => a is RsvpAnswer.Tentative or RsvpAnswer.SubstituteProposed),
            answers.Count(a => a is RsvpAnswer.Declined),
            answers.Count(a => a is null));
    }
}
