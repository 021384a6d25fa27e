using CoordinatorBot.Domain.Delegations;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Domain.Access;

/// <summary>Who may do what. Null means yes.</summary>
internal static class Permission
{
    /// <summary>Coordinators of this exchange, and those it was shared with.</summary>
    public static Refusal? ToCoordinate(Exchange exchange, Actor actor) => actor switch
    {
        { Person: { } person } when exchange.IsCoordinatedBy(person) => null,
        { Standing: Standing.Coordinator } => new NotYourExchange(exchange.Owner),
        _ => new CoordinatorsOnly(),
    };

    /// <summary>Those who coordinate the exchange, and the lead of the delegation for its own city.</summary>
    public static Refusal? ToForm(Exchange exchange, Delegation delegation, Actor actor) =>
        actor.Person is { } person && delegation.Lead == person ? null : ToCoordinate(exchange, actor);
}
