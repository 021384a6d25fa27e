using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoordinatorBot.Domain;

/// <summary>The part of a city's life a person stands for. The codes are data; their names are texts.</summary>
/// <param name="Code">Lower-case code: <c>policy</c>, <c>resident</c>.</param>
[JsonConverter(typeof(SectorConverter))]
public readonly record struct Sector(string Code)
{
    /// <summary>Elected official or policy maker.</summary>
    public static Sector Policy { get; } = new("policy");

    /// <summary>City practitioner: staff of the administration.</summary>
    public static Sector Practitioner { get; } = new("practitioner");

    /// <summary>Non-profit or community development.</summary>
    public static Sector NonProfit { get; } = new("nonprofit");

    /// <summary>Resident.</summary>
    public static Sector Resident { get; } = new("resident");

    /// <summary>Private sector or finance.</summary>
    public static Sector Private { get; } = new("private");

    /// <summary>Philanthropy or academia.</summary>
    public static Sector Philanthropy { get; } = new("philanthropy");

    /// <summary>Nobody said yet.</summary>
    public static Sector Unknown { get; } = new("unknown");

    /// <summary>The sectors of a seat plan, in the order they are shown.</summary>
    public static ImmutableArray<Sector> All { get; } = [Policy, Practitioner, NonProfit, Resident, Private, Philanthropy];

    /// <summary>Whether the sector is government: policy makers and practitioners.</summary>
    public bool IsGovernment => this == Policy || this == Practitioner;

    /// <inheritdoc/>
    public override string ToString() => Code;
}

/// <summary>Writes a sector as its bare code.</summary>
public sealed class SectorConverter : JsonConverter<Sector>
{
    /// <inheritdoc/>
    public override Sector Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Sector value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}
