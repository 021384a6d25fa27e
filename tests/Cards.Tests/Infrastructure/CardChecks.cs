using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

using AdaptiveCards;

using NJsonSchema;

namespace CoordinatorBot.Cards.Tests.Infrastructure;

/// <summary>What holds for every card of the product.</summary>
internal static class CardChecks
{
    /// <summary>Largest card that every host takes, in bytes.</summary>
    private const int MostBytes = 25 * 1024;

    /// <summary>What was found good: a chat is looked at again and again, and the schema takes its time.</summary>
    private static readonly ConcurrentDictionary<string, bool> Good = new();

    private static readonly JsonSerializerOptions AsOnTheWire = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Lazy<Task<JsonSchema>> Schema = new(() =>
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", "adaptive-card-1.5.0.json")))!.AsObject();
        // Its `id` should be `$id`; as it stands strict validators refuse it.
        schema.Remove("id");
        return JsonSchema.FromJsonAsync(schema.ToJsonString());
    });

    /// <summary>Valid by schema 1.5, small enough, and with at most six buttons of which one is primary.</summary>
    public static Task IsGoodAsync(AdaptiveCard card) => IsGoodAsync(JsonNode.Parse(card.ToJson())!.AsObject());

    /// <summary>The same for a card that came over the wire.</summary>
    public static async Task IsGoodAsync(JsonObject card)
    {
        var json = card.ToJsonString(AsOnTheWire);
        if (Good.ContainsKey(json)) return;
        Assert.InRange(Encoding.UTF8.GetByteCount(json), 1, MostBytes);
        JsonArray actions = card["actions"]?.DeepClone().AsArray() ?? [];
        Assert.Empty((await Schema.Value).Validate(WithoutPickers(card.DeepClone()).ToJsonString()).Select(e => e.ToString()));
        Assert.InRange(actions.Count, 0, 6);
        Assert.InRange(actions.Count(a => (string?)a!["style"] == "positive"), 0, 1);
        Good.TryAdd(json, true);
    }

    /// <summary>Every text that hosts read as Markdown.</summary>
    public static IEnumerable<string> MarkdownTexts(AdaptiveCard card) => MarkdownTexts(JsonNode.Parse(card.ToJson()));

    // Teams takes a people picker in cards of 1.5; the schema has it from 1.6 on.
    private static JsonNode WithoutPickers(JsonNode node)
    {
        if (node is JsonObject o)
            o.Remove("choices.data");
        IEnumerable<JsonNode?> children = node switch { JsonObject m => m.Select(p => p.Value), JsonArray a => a, _ => [] };
        foreach (var child in children)
            if (child is not null)
                WithoutPickers(child);
        return node;
    }

    private static IEnumerable<string> MarkdownTexts(JsonNode? node) => node switch
    {
        JsonObject o when (string?)o["type"] == "TextBlock" => [(string)o["text"]!],
        JsonObject o => o.SelectMany(m => MarkdownTexts(m.Value)),
        JsonArray a => a.SelectMany(MarkdownTexts),
        _ => [],
    };
}
