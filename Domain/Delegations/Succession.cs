using System.Collections.Immutable;

namespace CoordinatorBot.Domain.Delegations;

/// <summary>Somebody who would take a free seat.</summary>
/// <param name="Seat">The seat.</param>
/// <param name="Candidate">Who.</param>
public sealed record NextHolder(SeatNumber Seat, Candidate Candidate);

/// <summary>How a delegation would stand if each free seat went to its first alternate. A preview: nothing is decided by it.</summary>
/// <param name="Moves">Who would move up, by seat; empty when no seat is free, or nobody is left to move up.</param>
/// <param name="Balance">How the delegation would stand then.</param>
public sealed record Succession(ImmutableArray<NextHolder> Moves, Balance Balance)
{
    /// <summary>The preview of a delegation. A person moves up to one seat only: those who took a seat before are no alternates of the next.</summary>
    public static Succession Of(ExchangeState state, Delegation delegation)
    {
        var (after, moves) = (delegation, ImmutableArray.CreateBuilder<NextHolder>());
        foreach (var seat in delegation.Seats)
        {
            if (seat.Holder is not null || Alternates.For(state, after, seat.Number) is not [var first, ..])
                continue;
            moves.Add(new NextHolder(seat.Number, first.Candidate));
            after = after with { Seats = after.Seats.SetItem(seat.Number.Value - 1, seat with { Holder = first.Candidate.Id }) };
        }

        return new Succession(moves.ToImmutable(), Composition.BalanceOf(after));
    }
}
