using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoordinatorBot.Domain;

/// <summary>An identity that is a GUID on the wire and a type of its own in code. Made at the edge, passed in.</summary>
/// <typeparam name="TSelf">The identity itself.</typeparam>
public interface IGuidId<TSelf> where TSelf : struct, IGuidId<TSelf>
{
    /// <summary>The bare value, as stored.</summary>
    Guid Value { get; }

    /// <summary>The identity with this value.</summary>
    static abstract TSelf From(Guid value);
}

/// <summary>Identity of one exchange; also the name of its stream.</summary>
[JsonConverter(typeof(GuidIdConverter<ExchangeId>))]
public readonly record struct ExchangeId(Guid Value) : IGuidId<ExchangeId>
{
    /// <inheritdoc/>
    public static ExchangeId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}

/// <summary>Identity of the delegation one city sends to one exchange.</summary>
[JsonConverter(typeof(GuidIdConverter<DelegationId>))]
public readonly record struct DelegationId(Guid Value) : IGuidId<DelegationId>
{
    /// <inheritdoc/>
    public static DelegationId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}

/// <summary>Identity of a person nominated to one delegation. The same person in two delegations is two candidates.</summary>
[JsonConverter(typeof(GuidIdConverter<CandidateId>))]
public readonly record struct CandidateId(Guid Value) : IGuidId<CandidateId>
{
    /// <inheritdoc/>
    public static CandidateId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}

/// <summary>Identity of a person across exchanges. Name, mail and Teams identity are a document under it.</summary>
[JsonConverter(typeof(GuidIdConverter<PersonId>))]
public readonly record struct PersonId(Guid Value) : IGuidId<PersonId>
{
    /// <inheritdoc/>
    public static PersonId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}

/// <summary>Identity of one invitation: one person, one seat.</summary>
[JsonConverter(typeof(GuidIdConverter<InvitationId>))]
public readonly record struct InvitationId(Guid Value) : IGuidId<InvitationId>
{
    /// <inheritdoc/>
    public static InvitationId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}

/// <summary>Identity of a command. The same id twice is the same command: it changes nothing the second time and gets the first answer.</summary>
[JsonConverter(typeof(GuidIdConverter<CommandId>))]
public readonly record struct CommandId(Guid Value) : IGuidId<CommandId>
{
    /// <inheritdoc/>
    public static CommandId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}

/// <summary>Identity of a staff channel, derived from its Teams conversation id.</summary>
[JsonConverter(typeof(GuidIdConverter<ChannelId>))]
public readonly record struct ChannelId(Guid Value) : IGuidId<ChannelId>
{
    /// <inheritdoc/>
    public static ChannelId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}

/// <summary>Identity of an organisation: the same for the same name written with other case, accents or punctuation.</summary>
[JsonConverter(typeof(GuidIdConverter<OrganisationId>))]
public readonly record struct OrganisationId(Guid Value) : IGuidId<OrganisationId>
{
    /// <inheritdoc/>
    public static OrganisationId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}

/// <summary>Identity of a text about people, kept as a document: it is never changed, only replaced by another.</summary>
[JsonConverter(typeof(GuidIdConverter<WordsId>))]
public readonly record struct WordsId(Guid Value) : IGuidId<WordsId>
{
    /// <inheritdoc/>
    public static WordsId From(Guid value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString("N");
}

/// <summary>Number of a seat in its delegation, from 1.</summary>
[JsonConverter(typeof(SeatNumberConverter))]
public readonly record struct SeatNumber(int Value);

/// <summary>Writes an identity as its bare GUID, as a value and as the name of a member.</summary>
public sealed class GuidIdConverter<T> : JsonConverter<T> where T : struct, IGuidId<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.From(reader.GetGuid());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.From(Guid.Parse(reader.GetString()!));

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value.ToString());
}

/// <summary>Writes a seat number as its bare number.</summary>
public sealed class SeatNumberConverter : JsonConverter<SeatNumber>
{
    /// <inheritdoc/>
    public override SeatNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SeatNumber value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}
