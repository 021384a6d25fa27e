using System.Collections.Immutable;

using CoordinatorBot.Cards.Delegations;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Features.People.Import;

namespace CoordinatorBot.Features.Delegations;

/// <summary>Which delegation a typed command is about: the city it names, the only one there is, or the one looked at last.</summary>
public sealed class WhichDelegation(CurrentExchange exchange, CurrentDelegation current, DelegationDesk desk)
{
    /// <summary>The delegation that is meant; null when it isn't plain: then the person has been asked, or told why.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="city">The city as typed; empty for none.</param>
    /// <param name="orLast">Whether the one looked at last is meant where no city is named.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<OpenDelegation?> AskedAsync(Turn turn, string city, bool orLast, CancellationToken cancellationToken)
    {
        if (await exchange.OfAsync(turn, cancellationToken) is not { Exchange: { } x } state)
        {
            CurrentExchange.SayWhich(turn);
            return null;
        }

        var theirs = state.InOrder.Where(d => DelegationDesk.RefusalOf(x, d, turn.Viewer) is null).ToImmutableArray();
        if (theirs.IsEmpty)
        {
            turn.Replies.Say(state.DelegationOrder.IsEmpty && x.IsCoordinatedBy(turn.Viewer.Person)
                ? turn.Texts.Say("delegation.no-city", ("command", AddCity(turn)))
                : await desk.SayAsync(turn, turn.Viewer.Standing is Standing.Coordinator ? new NotYourExchange(x.Owner) : new CoordinatorsOnly(), cancellationToken));
            return null;
        }

        var found = city.Length > 0 ? ByCity(theirs, city)
            : theirs is [var only] ? only
            : orLast ? await LastAsync(turn, theirs, cancellationToken) : null;
        if (found is null)
            Ask(turn, state, theirs, city);
        else
            await current.SetAsync(turn, found.Id, cancellationToken);
        return found is null ? null : new OpenDelegation(state, found);
    }

    /// <summary>The delegation of a city, however it is written; null for none.</summary>
    public static Delegation? ByCity(IEnumerable<Delegation> delegations, string city)
    {
        var said = CellText.Fold(city);
        var all = delegations.ToList();
        return all.FirstOrDefault(d => CellText.Fold(d.City) == said)
            ?? (said.Length >= 3 && all.Where(d => CellText.Fold(d.City).StartsWith(said, StringComparison.Ordinal)).ToList() is [var only] ? only : null);
    }

    private async ValueTask<Delegation?> LastAsync(Turn turn, ImmutableArray<Delegation> theirs, CancellationToken cancellationToken) =>
        await current.OfAsync(turn, cancellationToken) is { } last ? theirs.FirstOrDefault(d => d.Id == last) : null;

    private static void Ask(Turn turn, ExchangeState state, ImmutableArray<Delegation> theirs, string city)
    {
        var flaw = city.Length == 0 ? null : turn.Texts.Say("delegation.which-unknown", ("said", city[..Math.Min(city.Length, 80)]), ("command", AddCity(turn)));
        turn.Replies.Show(
            WhichCityCard.For(turn.Texts, state.Exchange!.Design.Title, [.. theirs.Select(d => new CityView(DelegationDesk.RefOf(turn, new OpenDelegation(state, d)), d.City, d.Seated.Count(), d.Plan.Seats))], flaw),
            turn.Texts["delegation.which-heading"]);
    }

    private static string AddCity(Turn turn) => turn.Texts.WordOf("add-city");
}
