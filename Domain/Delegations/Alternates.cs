using System.Collections.Immutable;

using CoordinatorBot.Domain.Invitations;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>Why somebody could take a seat, as codes; a text names each.</summary>
public enum AlternateReason
{
    /// <summary>With them the delegation fits its plan.</summary>
    KeepsPlan,

    /// <summary>With them it fits as well as with whoever holds the seat, though not all of its plan.</summary>
    KeepsBalance,

    /// <summary>They stand for the sector the seat was given for.</summary>
    SameSector,

    /// <summary>They have the role in the change the seat was given for.</summary>
    SameRole,

    /// <summary>They must be in, says the plan.</summary>
    MustHave,
}

/// <summary>Somebody who could take a seat.</summary>
/// <param name="Candidate">Who.</param>
/// <param name="Reasons">What speaks for them, the weightiest first; none where nothing but their turn does.</param>
/// <param name="Balance">How the delegation would stand with them on the seat.</param>
public sealed record SeatAlternate(Candidate Candidate, ImmutableArray<AlternateReason> Reasons, Balance Balance);

/// <summary>
/// Who could take a seat. Nearest to the plan comes first; among those as near, who stands for what was sought on the seat and has its role; then the
/// order of nomination. A proposal: a person decides.
/// </summary>
public static class Alternates
{
    /// <summary>Everybody who could take a seat, the best first; empty when nobody is left or the seat isn't in the delegation.</summary>
    /// <param name="state">The exchange: whoever was invited and not called back, won't come, or was told that they weren't chosen, is no alternate.</param>
    /// <param name="delegation">The delegation.</param>
    /// <param name="seat">The seat, held or free. Whoever holds it is thought away.</param>
    public static ImmutableArray<SeatAlternate> For(ExchangeState state, Delegation delegation, SeatNumber seat)
    {
        if (delegation.Seats.All(s => s.Number != seat))
            return [];
        var holder = delegation.Seats[seat.Value - 1].Holder;
        var others = delegation.Seated.Where(c => c.Id != holder).ToImmutableArray();
        var sought = delegation.SoughtAt(seat);
        var before = holder is { } held ? Composition.BalanceOf(delegation.Plan, [.. others, delegation.Candidates[held]]).Departure : int.MaxValue;
        return
        [
            .. delegation.Alternates.Where(c => !delegation.IsReleased(c.Id) && IsFree(state, c))
                .Select(c => Of(delegation.Plan, others, c, sought, before))
                .OrderBy(a => a.Balance.Departure)
                .ThenByDescending(a => a.Candidate.Sector == sought?.Sector)
                .ThenByDescending(a => a.Candidate.Role is not null && a.Candidate.Role == sought?.Role)
                .ThenBy(a => a.Candidate.Rank),
        ];
    }

    internal static bool IsFree(ExchangeState state, Candidate candidate) => !state.Invitations.Values.Any(i =>
        i.Candidate == candidate.Id && i is { Recalled: false } or { Rsvp.Answer: RsvpAnswer.Declined or RsvpAnswer.SubstituteProposed });

    private static SeatAlternate Of(SeatPlan plan, ImmutableArray<Candidate> others, Candidate candidate, Sought? sought, int before)
    {
        var balance = Composition.BalanceOf(plan, [.. others, candidate]);
        var reasons = ImmutableArray.CreateBuilder<AlternateReason>();
        if (plan.MustHave.Contains(candidate.Id))
            reasons.Add(AlternateReason.MustHave);
        if (balance.Departure == 0)
            reasons.Add(AlternateReason.KeepsPlan);
        else if (balance.Departure <= before && before != int.MaxValue)
            reasons.Add(AlternateReason.KeepsBalance);
        if (candidate.Sector == sought?.Sector && candidate.Sector != Sector.Unknown)
            reasons.Add(AlternateReason.SameSector);
        if (candidate.Role is not null && candidate.Role == sought?.Role)
            reasons.Add(AlternateReason.SameRole);
        return new SeatAlternate(candidate, reasons.ToImmutable(), balance);
    }
}
