using System.Text.Json.Nodes;

namespace CoordinatorBot.Simulator;

/// <summary>The commands that the app's manifest offers, read once; empty where there is no manifest.</summary>
internal sealed class CommandList(IHostEnvironment environment)
{
    // The manifest lies beside the project, which is the content root of a development run.
    private readonly Lazy<JsonArray> _all = new(() =>
        ReadFrom(Path.Combine(environment.ContentRootPath, "..", "infra", "teams-app", "manifest.json")));

    /// <summary><c>title</c>, <c>description</c> and <c>scopes</c> (personal, team) of each.</summary>
    public JsonArray All => _all.Value.DeepClone().AsArray();

    private static JsonArray ReadFrom(string path)
    {
        if (!File.Exists(path))
            return [];
        var lists = JsonNode.Parse(File.ReadAllText(path))?["bots"]?[0]?["commandLists"] as JsonArray ?? [];
        var all = new JsonArray();
        foreach (var list in lists)
        {
            foreach (var command in list?["commands"] as JsonArray ?? [])
            {
                all.Add(new JsonObject
                {
                    ["title"] = (string?)command?["title"],
                    ["description"] = (string?)command?["description"],
                    ["scopes"] = list!["scopes"]?.DeepClone(),
                });
            }
        }
        return all;
    }
}
