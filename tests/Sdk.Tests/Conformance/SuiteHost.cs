using System.Text.Json.Nodes;

namespace Conformance;

/// <summary>What the reference bot asks of whoever hosts it.</summary>
public static class SuiteHost
{
    /// <summary>A card's JSON as the content of an attachment.</summary>
    public static object CardContent(string json) => JsonNode.Parse(json)!;
}
