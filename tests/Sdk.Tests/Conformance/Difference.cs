using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoordinatorBot.Sdk.Tests.Conformance;

/// <summary>Compares JSON: the order of members doesn't count, numbers compare by value, null isn't the same as absent.</summary>
public static class Difference
{
    /// <summary>The first difference as "path: expected … got …", or null.</summary>
    public static string? Between(JsonNode? expected, JsonNode? actual, string path = "") => (expected, actual) switch
    {
        (JsonObject e, JsonObject a) => e.Select(pair => pair.Key).Union(a.Select(pair => pair.Key)).Select(name => Member(e, a, name, path)).FirstOrDefault(found => found is not null),
        (JsonArray e, JsonArray a) => Enumerable.Range(0, Math.Max(e.Count, a.Count)).Select(index => Item(e, a, index, path)).FirstOrDefault(found => found is not null),
        (JsonValue e, JsonValue a) when e.GetValueKind() == JsonValueKind.Number && a.GetValueKind() == JsonValueKind.Number
            => e.Deserialize<double>().Equals(a.Deserialize<double>()) ? null : Say(expected, actual, path),
        _ => JsonNode.DeepEquals(expected, actual) ? null : Say(expected, actual, path),
    };

    private static string? Member(JsonObject expected, JsonObject actual, string name, string path)
    {
        var at = path.Length == 0 ? name : $"{path}.{name}";
        if (!expected.TryGetPropertyValue(name, out var e)) return $"{at}: expected none, got {Show(actual[name])}";
        return actual.TryGetPropertyValue(name, out var a) ? Between(e, a, at) : $"{at}: expected {Show(e)}, got none";
    }

    private static string? Item(JsonArray expected, JsonArray actual, int index, string path)
    {
        var at = $"{path}[{index}]";
        if (index >= expected.Count) return $"{at}: expected none, got {Show(actual[index])}";
        return index < actual.Count ? Between(expected[index], actual[index], at) : $"{at}: expected {Show(expected[index])}, got none";
    }

    private static string Say(JsonNode? expected, JsonNode? actual, string path) => $"{path}: expected {Show(expected)}, got {Show(actual)}";

    private static string Show(JsonNode? node) => node?.ToJsonString() is { } json ? json.Length > 400 ? json[..400] + "…" : json : "null";
}
