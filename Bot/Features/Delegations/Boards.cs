using System.Collections.Immutable;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Features.People;
using CoordinatorBot.Streams;

namespace CoordinatorBot.Features.Delegations;

/// <summary>What somebody sees on the board: all delegations where they coordinate the exchange, their own where they lead one.</summary>
public sealed class Boards(StreamGate<ExchangeState> gate, DelegationDesk desk, PeopleRegister people)
{
    /// <summary>The board for a person; null where there is nothing they may see.</summary>
    public async ValueTask<BoardView?> OfAsync(Guid exchange, PersonId viewer, CancellationToken cancellationToken)
    {
        var state = (await gate.ReadAsync(exchange, cancellationToken)).State;
        if (state.Exchange is not { } x)
            return null;
        var theirs = Seen(state, x, viewer);
        if (theirs.IsEmpty && !x.IsCoordinatedBy(viewer))
            return null;
        var texts = await TextsAsync(viewer, cancellationToken);
        var maps = ImmutableArray.CreateBuilder<SeatMapView>();
        foreach (var d in theirs)
        {
            var view = await desk.ViewAsync(viewer, texts, new DelegationRef(x.Id, d.Id, string.Empty), new OpenDelegation(state, d), cancellationToken);
            maps.Add(SeatMapView.Of(state, d, view));
        }

        return BoardView.Of(texts, x, maps);
    }

    /// <summary>The texts a person reads.</summary>
    public async ValueTask<Texts> TextsAsync(PersonId viewer, CancellationToken cancellationToken) =>
        Texts.In(Language.Of((await people.FindAsync(viewer, cancellationToken))?.Language));

    /// <summary>The delegations a person may see, in the order of the cities.</summary>
    public static ImmutableArray<Delegation> Seen(ExchangeState state, Exchange x, PersonId viewer) =>
        [.. state.InOrder.Where(d => x.IsCoordinatedBy(viewer) || d.Lead == viewer)];
}
