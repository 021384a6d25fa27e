using System.Text.Json;

using CoordinatorBot.Cards.Text;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;
using CoordinatorBot.Features.Access;
using CoordinatorBot.Features.Exchanges;
using CoordinatorBot.Features.People;

using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace CoordinatorBot.Edges.Teams;

/// <summary>Turns an authenticated activity into a turn: who acts, where, when. Nothing of it is taken from card data.</summary>
public sealed class TurnReader(PeopleRegister people, Standings standings, ExchangeIndex index, TimeProvider time)
{
    /// <summary>The turn of a message or an installation.</summary>
    public ValueTask<Turn> OfMessageAsync(IActivity activity, CancellationToken cancellationToken) =>
        ReadAsync(activity, Way.Chat, $"{activity.Conversation.Id}\n{activity.Id}", cancellationToken);

    /// <summary>
    /// The turn of a pressed button. Teams may repeat an invoke under another activity id, so what a repetition has in common is what was
    /// pressed and by whom.
    /// </summary>
    public ValueTask<Turn> OfPressAsync(IActivity activity, string verb, JsonElement data, CancellationToken cancellationToken) =>
        ReadAsync(activity, Way.Card, $"{activity.From.Id}\n{verb}\n{(data.ValueKind is JsonValueKind.Undefined ? "" : data.GetRawText())}", cancellationToken);

    private async ValueTask<Turn> ReadAsync(IActivity activity, Way way, string seed, CancellationToken cancellationToken)
    {
        var teamsId = activity.From.AadObjectId ?? activity.From.Id;
        var message = activity as Activity;
        var zone = Zone.TryParse(message?.LocalTimezone, out var told) ? told : null;
        var locale = message?.Locale;
        var person = await people.OfTeamsAsync(teamsId, activity.From.Name ?? teamsId, locale is null ? null : Language.Of(locale).Code, zone?.Name, cancellationToken);
        var standing = standings.Of(teamsId);
        var viewer = new Viewer(person.Id, person.Name, standing, Language.Of(person.Language),
            zone ?? (Zone.TryParse(person.Zone, out var known) ? known.Value : Zone.Utc))
        {
            // Asked where it matters: what buttons do is decided on the exchange itself.
            WasAdded = way is Way.Chat && standing is not Standing.Coordinator && (await index.OfAsync(person.Id, cancellationToken)).Any(x => x.IsCoordinatedBy(person.Id)),
        };
        return new Turn(viewer, PlaceOf(activity), way, time.GetUtcNow(), seed);
    }

    /// <summary>Where an activity happens; a thread of a channel counts as the channel.</summary>
    public static Place PlaceOf(IActivity activity)
    {
        var id = activity.Conversation.Id;
        var thread = id.IndexOf(";messageid=", StringComparison.Ordinal);
        return activity.Conversation.ConversationType switch
        {
            "channel" => new Place(PlaceKind.Channel, thread < 0 ? id : id[..thread]),
            "groupChat" => new Place(PlaceKind.Group, id),
            _ => new Place(PlaceKind.Personal, id),
        };
    }
}

/// <summary>In what capacity somebody acts, by the settings.</summary>
public sealed class Standings(IOptions<CoordinatorOptions> options, IHostEnvironment environment)
{
    private readonly HashSet<string> _coordinators = new(options.Value.Coordinators, StringComparer.OrdinalIgnoreCase);

    /// <summary>The standing of somebody signed in to Teams. Without a list everybody coordinates, in Development only.</summary>
    public Standing Of(string teamsId) =>
        _coordinators.Contains(teamsId) || (_coordinators.Count == 0 && environment.IsDevelopment()) ? Standing.Coordinator : Standing.Guest;
}
