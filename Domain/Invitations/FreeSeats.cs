using System.Collections.Immutable;

using CoordinatorBot.Domain.Delegations;

namespace CoordinatorBot.Domain.Invitations;

/// <summary>A seat nobody holds.</summary>
/// <param name="Number">The seat.</param>
/// <param name="Left">The invitation of who gave it up, by a decline or a lapse; null where nobody did.</param>
public sealed record FreeSeat(SeatNumber Number, Invitation? Left);

/// <summary>Finds the free seats of a delegation.</summary>
public static class FreeSeats
{
    /// <summary>Those given up first, the longest free before the others; then those nobody ever held.</summary>
    public static ImmutableArray<FreeSeat> Of(ExchangeState state, Delegation delegation) =>
    [
        .. delegation.Seats.Where(s => s.Holder is null)
            .Select(s => new FreeSeat(s.Number, state.Invitations.Values.Where(i => i.Delegation == delegation.Id && i.Seat == s.Number && !i.Recalled && i.LeftAt is not null).MaxBy(i => i.LeftAt)))
            .OrderBy(s => s.Left?.LeftAt ?? DateTimeOffset.MaxValue),
    ];
}
