using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

using CoordinatorBot.Domain;

namespace CoordinatorBot.Streams;

/// <summary>
/// Commits as JSON: <c>{"v":1,"id":…,"person":…,"as":"Coordinator","for":…,"way":"Card","at":…,"events":[{"$type":"rsvp.answered.v1",…}]}</c>.
/// Members that are null are left out; members unknown to this version are passed over, and stay in the store since nothing is rewritten.
/// </summary>
/// <param name="events">How events are written, with the name of their type.</param>
public sealed class CommitJson(JsonTypeInfo<Event> events) : ICommitCodec
{
    /// <summary>Raised only where an older version could not read what this one writes.</summary>
    private const int Version = 1;

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Write(Commit commit)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteNumber("v"u8, Version);
        json.WriteString("id"u8, commit.Id.Value);
        if (commit.Actor.Person is { } person)
            json.WriteString("person"u8, person.Value);
        json.WriteString("as"u8, commit.Actor.Standing.ToString());
        if (commit.OnBehalfOf is { } other)
            json.WriteString("for"u8, other.Value);
        json.WriteString("way"u8, commit.Way.ToString());
        json.WriteString("at"u8, commit.At.ToUniversalTime());
        json.WriteStartArray("events"u8);
        foreach (var happened in commit.Events)
            JsonSerializer.Serialize(json, happened, events);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <inheritdoc/>
    public Commit Read(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        var found = default(Parts);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A commit is an object.");
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            ReadMember(ref json, ref found);
        return found is { Id: { } id, Standing: { } standing, Way: { } way, At: { } at, Events.IsDefault: false }
            ? new Commit(id, new Actor(found.Person, standing), found.OnBehalfOf, way, at, found.Events)
            : throw new JsonException("A commit lacks one of id, as, way, at, events.");
    }

    private void ReadMember(ref Utf8JsonReader json, ref Parts found)
    {
        var name = json.GetString();
        json.Read();
        switch (name)
        {
            case "v":
                if (json.GetInt32() is > Version and var newer)
                    throw new JsonException($"The commit has the format {newer}; this version of the bot knows {Version}.");
                break;
            case "id":
                found.Id = new CommandId(json.GetGuid());
                break;
            case "person":
                found.Person = new PersonId(json.GetGuid());
                break;
            case "as":
                found.Standing = Parse<Standing>(json.GetString());
                break;
            case "for":
                found.OnBehalfOf = new PersonId(json.GetGuid());
                break;
            case "way":
                found.Way = Parse<Way>(json.GetString());
                break;
            case "at":
                found.At = json.GetDateTimeOffset();
                break;
            case "events":
                found.Events = ReadEvents(ref json);
                break;
            default:
                json.Skip();
                break;
        }
    }

    private ImmutableArray<Event> ReadEvents(ref Utf8JsonReader json)
    {
        var read = ImmutableArray.CreateBuilder<Event>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
            read.Add(JsonSerializer.Deserialize(ref json, events) ?? throw new JsonException("An event is null."));
        return read.DrainToImmutable();
    }

    private static T Parse<T>(string? text) where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) ? value : throw new JsonException($"'{text}' is no {typeof(T).Name}.");

    private struct Parts
    {
        public CommandId? Id;
        public PersonId? Person;
        public PersonId? OnBehalfOf;
        public Standing? Standing;
        public Way? Way;
        public DateTimeOffset? At;
        public ImmutableArray<Event> Events;
    }
}
