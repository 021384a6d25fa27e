using System.Text.Json.Nodes;

namespace CoordinatorBot.Simulator;

/// <summary>Finds and fills in actions of a card without drawing it, as the renderer would.</summary>
internal static class Card
{
    /// <summary>The first action with the wanted <c>verb</c>, <c>id</c> or <c>title</c>, as far as these are given.</summary>
    public static JsonObject? FindAction(JsonNode card, JsonObject wanted) =>
        Objects(card).FirstOrDefault(o =>
            (string?)o["type"] is "Action.Execute" or "Action.Submit" && wanted.Count > 0
            && wanted.All(w => Text(o[w.Key]) is { } has && has == Text(w.Value)));

    /// <summary>A copy of the action with the card's inputs joined to its data: what was typed, else the value they show.</summary>
    /// <exception cref="ArgumentException">An input was given that the card doesn't have.</exception>
    public static JsonObject Filled(JsonNode card, JsonObject action, JsonObject typed)
    {
        var filled = action.DeepClone().AsObject();
        if ((string?)action["associatedInputs"] is { } associated && associated.Equals("none", StringComparison.OrdinalIgnoreCase))
            return filled;
        var data = filled["data"]?.DeepClone() as JsonObject ?? [];
        var inputs = Objects(card).Where(o => Text(o["type"])?.StartsWith("Input.", StringComparison.Ordinal) is true && Text(o["id"]) is not null)
            .ToDictionary(o => Text(o["id"])!, Shown);
        if (typed.FirstOrDefault(t => !inputs.ContainsKey(t.Key)).Key is { } unknown)
            throw new ArgumentException($"The card has no input '{unknown}'; it has {string.Join(", ", inputs.Keys)}.");
        foreach (var (id, shown) in inputs)
        {
            if ((Text(typed[id]) ?? shown) is { } value)
                data[id] = value;
        }
        filled["data"] = data;
        return filled;
    }

    // What an input sends that nobody touched: a text is empty, a toggle is off, and what has no choice yet sends nothing.
    private static string? Shown(JsonObject input) => Text(input["value"]) ?? Text(input["type"]) switch
    {
        "Input.Text" => "",
        "Input.Toggle" => Text(input["valueOff"]) ?? "false",
        _ => null,
    };

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(member => Objects(member.Value)).Prepend(o),
        JsonArray a => a.SelectMany(Objects),
        _ => [],
    };

    private static string? Text(JsonNode? node) => node is JsonValue value ? value.ToString() : null;
}
