using System.Text.Json;
using System.Text.Json.Serialization;

using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Features.People;
using CoordinatorBot.Ports;

using Microsoft.Bot.Builder;

namespace CoordinatorBot.Edges.Teams;

/// <summary>Where a person or channel can be written to: taken from authenticated activities only, since our token is sent there.</summary>
/// <param name="ServiceUrl">The connector.</param>
/// <param name="ConversationId">The conversation; none where only the connector is known.</param>
/// <param name="BotId">The bot as that conversation knows it.</param>
/// <param name="TenantId">The tenant.</param>
public sealed record Reference(string ServiceUrl, string? ConversationId, string BotId, string? TenantId);

/// <summary>Keeps, for each person and channel, where they can be written to.</summary>
public sealed class References(IDocuments documents, PeopleRegister people)
{
    private const string Newest = "conversations/newest";

    /// <summary>Keeps where an activity came from.</summary>
    public async ValueTask KeepAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        var place = TurnReader.PlaceOf(activity);
        var reference = new Reference(activity.ServiceUrl, place.ConversationId, activity.Recipient.Id, activity.Conversation.TenantId);
        await PutAsync(Newest, reference with { ConversationId = null }, cancellationToken);
        if (place.Kind is PlaceKind.Personal)
        {
            var person = await people.OfTeamsAsync(activity.From.AadObjectId ?? activity.From.Id, activity.From.Name ?? activity.From.Id, null, null, cancellationToken);
            await PutAsync(Key(person.Id), reference, cancellationToken);
        }
        else
        {
            await PutAsync(Key(place.Channel), reference, cancellationToken);
        }
    }

    /// <summary>Keeps a chat the bot opened itself.</summary>
    public ValueTask KeepAsync(PersonId person, Reference reference, CancellationToken cancellationToken) => PutAsync(Key(person), reference, cancellationToken);

    /// <summary>Where a person can be written to; null until they wrote or the bot opened a chat.</summary>
    public ValueTask<Reference?> OfAsync(PersonId person, CancellationToken cancellationToken) => GetAsync(Key(person), cancellationToken);

    /// <summary>Where a channel can be written to; null where the bot was never there.</summary>
    public ValueTask<Reference?> OfAsync(ChannelId channel, CancellationToken cancellationToken) => GetAsync(Key(channel), cancellationToken);

    /// <summary>The connector that was heard last, to open a chat with somebody new; null before anybody wrote.</summary>
    public ValueTask<Reference?> NewestAsync(CancellationToken cancellationToken) => GetAsync(Newest, cancellationToken);

    private async ValueTask PutAsync(string key, Reference reference, CancellationToken cancellationToken)
    {
        if (await GetAsync(key, cancellationToken) != reference)
            await documents.PutAsync(key, JsonSerializer.SerializeToUtf8Bytes(reference, ReferenceJson.Default.Reference), PutCondition.Always, cancellationToken);
    }

    private async ValueTask<Reference?> GetAsync(string key, CancellationToken cancellationToken) =>
        await documents.GetAsync(key, cancellationToken) is { } stored ? JsonSerializer.Deserialize(stored.Body.Span, ReferenceJson.Default.Reference) : null;

    private static string Key(PersonId person) => $"conversations/person/{person}";

    private static string Key(ChannelId channel) => $"conversations/channel/{channel}";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Reference))]
internal sealed partial class ReferenceJson : JsonSerializerContext;
