using System.Collections.Frozen;

using CoordinatorBot.Conversation;
using CoordinatorBot.Domain.Exchanges;

namespace CoordinatorBot.Features.Exchanges.Typed;

/// <summary>
/// The zones of several hundred cities, so that a coordinator needn't know the name of one. A guess to be shown and corrected: a city it
/// doesn't know, or a name that two cities share, is no fault.
/// </summary>
public static class CityZones
{
    private const string Resource = "CoordinatorBot.Features.Exchanges.Typed.cities.txt";

    private static readonly FrozenDictionary<string, Zone> Zones = Load();

    /// <summary>The zone of a city, as "Flint", "Flint, MI" or "Lyon, France"; null where the table doesn't know it.</summary>
    public static Zone? Find(string city)
    {
        var whole = Key(city);
        if (Zones.TryGetValue(whole, out var zone))
            return zone;
        var comma = whole.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 0)
            return null;
        if (Zones.TryGetValue(whole[comma..], out zone) || Zones.TryGetValue(whole[..comma], out zone))
            return zone;
        return null;
    }

    /// <summary>Whether this is a place that can stand after the comma of a city: "MI", "France".</summary>
    public static bool IsRegion(string text) => Zones.ContainsKey("," + Key(text));

    private static FrozenDictionary<string, Zone> Load()
    {
        using var stream = typeof(CityZones).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException("The cities are not in the assembly.");
        using var reader = new StreamReader(stream);
        var zones = new Dictionary<string, Zone>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var (name, cities) = line.Split('=', 2) is [var n, var c] ? (n, c) : throw new FormatException($"'{line}' is no line of cities.");
            // A machine's own zone data may be older than a name; such a zone is not offered there.
            if (!Zone.TryParse(name, out var zone))
                continue;
            foreach (var city in cities.Split(';'))
                zones.Add(Key(city), zone.Value);
        }

        return zones.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static string Key(string city) => CommandTable.Fold(city).Replace(", ", ",", StringComparison.Ordinal).Replace("st. ", "st ", StringComparison.Ordinal);
}
