namespace Conformance;

/// <summary>What the reference bot asks of whoever hosts it.</summary>
public static class SuiteHost
{
    /// <summary>A card's JSON as the content of an attachment.</summary>
    public static object CardContent(string json) =>
#if OFFICIAL_BOTSDK
        Newtonsoft.Json.Linq.JObject.Parse(json);
#else
        System.Text.Json.Nodes.JsonNode.Parse(json)!;
#endif
}
