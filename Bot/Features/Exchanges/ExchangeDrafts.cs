using System.Text;

using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Features.Exchanges.Typed;
using CoordinatorBot.Ports;

namespace CoordinatorBot.Features.Exchanges;

/// <summary>
/// What a draft knows that its exchange can't yet: the host city, until there are dates and both become its terms. Kept in the store, so that
/// a question answered on one device is answered on all, for as long as it takes.
/// </summary>
public sealed class ExchangeDrafts(IDocuments documents)
{
    /// <summary>The host city as answered; null where nobody did.</summary>
    public async ValueTask<string?> HostCityAsync(ExchangeState state, CancellationToken cancellationToken) => state.Exchange switch
    {
        { Terms: { } terms } => terms.HostCity,
        { } x => await documents.GetAsync(Key(x.Id), cancellationToken) is { } stored ? Encoding.UTF8.GetString(stored.Body.Span) : null,
        null => null,
    };

    /// <summary>Keeps the host city of a draft.</summary>
    public async ValueTask KeepHostCityAsync(ExchangeId exchange, string city, CancellationToken cancellationToken) =>
        await documents.PutAsync(Key(exchange), Encoding.UTF8.GetBytes(city), PutCondition.Always, cancellationToken);

    /// <summary>The zone in which a city's days are counted: its own where it is known, else the one of the person who asks.</summary>
    public static Zone ZoneOf(Turn turn, string city) => CityZones.Find(city) ?? turn.Viewer.Zone;

    private static string Key(ExchangeId exchange) => $"exchanges/{exchange}/host-city";
}
