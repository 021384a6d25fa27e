using CoordinatorBot.Conversation;

namespace CoordinatorBot.Features.Exchanges.Typed;

/// <summary>Reads a list of cities: a line each, or separated by commas, semicolons or "and".</summary>
public static class CitiesText
{
    private static readonly string[] Ands = [" and ", " & ", " y ", " et "];

    /// <summary>The cities in the order given, each once. "Flint, MI" and "Brighton and Hove" are one city each.</summary>
    public static IReadOnlyList<string> Read(string text)
    {
        var cities = new List<string>();
        foreach (var part in text.Split([',', ';', '\n', '\r', '|', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(Apart))
        {
            if (cities.Count > 0 && CityZones.IsRegion(part))
                cities[^1] = $"{cities[^1]}, {part}";
            else
                cities.Add(part);
        }

        return [.. cities.Select(PlainLine.Of).Where(c => c.Length > 0).DistinctBy(CommandTable.Fold)];
    }

    private static string[] Apart(string part)
    {
        var text = part.Trim('-', '*', '•', '·', ' ');
        foreach (var and in Ands)
            if (text.StartsWith(and.TrimStart(), StringComparison.OrdinalIgnoreCase))
                text = text[and.TrimStart().Length..];
        return CityZones.Find(text) is not null ? [text] : text.Split(Ands, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }
}
