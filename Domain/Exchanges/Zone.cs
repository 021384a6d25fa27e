using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CoordinatorBot.Domain.Exchanges;

/// <summary>A time zone by its IANA name; a value of this type names a zone that exists.</summary>
[JsonConverter(typeof(ZoneConverter))]
public readonly record struct Zone
{
    private Zone(string name) => Name = name;

    /// <summary>UTC.</summary>
    public static Zone Utc { get; } = new("Etc/UTC");

    /// <summary>IANA name: <c>America/New_York</c>.</summary>
    public string Name { get => field ?? "Etc/UTC"; }

    /// <summary>Reads an IANA or Windows zone name, in any case.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Zone? zone)
    {
        zone = null;
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > 100)
            return false;
        if (TimeZoneInfo.TryConvertWindowsIdToIanaId(text, out var iana))
            text = iana;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(text.Replace(' ', '_'), out var found))
            return false;
        zone = new Zone(found.HasIanaId ? found.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(found.Id, out var of) ? of : "Etc/UTC");
        return true;
    }

    /// <summary>The instant of a wall-clock time here. A time skipped by daylight saving is read an hour later.</summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Name);
        var local = day.ToDateTime(time);
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }

    /// <summary>The last instant of a day here, exclusive: deadlines of a day hold until it is over.</summary>
    public DateTimeOffset EndOf(DateOnly day) => At(day.AddDays(1), TimeOnly.MinValue);

    /// <summary>The wall-clock time of an instant here.</summary>
    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(Name));

    /// <summary>The date of an instant here.</summary>
    public DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>Writes a zone as its bare name.</summary>
public sealed class ZoneConverter : JsonConverter<Zone>
{
    /// <inheritdoc/>
    public override Zone Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Zone.TryParse(reader.GetString(), out var zone) ? zone.Value : throw new JsonException("Not a time zone.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Zone value, JsonSerializerOptions options) => writer.WriteStringValue(value.Name);
}
