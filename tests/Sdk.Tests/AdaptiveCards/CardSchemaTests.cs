using System.Text.Json.Nodes;
using AdaptiveCards;
using NJsonSchema;

namespace CoordinatorBot.Sdk.Tests.Cards;

/// <summary>Whatever is made with the object model from what schema 1.5 knows is valid by that schema.</summary>
public sealed class CardSchemaTests
{
    private const int Cards = 60;

    private static readonly Lazy<Task<JsonSchema>> Schema = new(ReadSchemaAsync);

    [Fact]
    public async Task Every_well_formed_card_is_valid()
    {
        var schema = await Schema.Value;

        for (var seed = 1; seed <= Cards; seed++)
        {
            var json = new CardGenerator(seed).Card().ToJson();
            Assert.True(schema.Validate(json).Count == 0, $"seed {seed}: {json}");
        }
    }

    [Fact]
    public void Generated_cards_hold_every_element_input_and_action_of_the_schema()
    {
        var seen = new HashSet<string>();
        for (var seed = 1; seed <= Cards; seed++)
            Collect(JsonNode.Parse(new CardGenerator(seed).Card().ToJson()), seen);

        Assert.Empty(ConcreteTypeNames().Except(seen));
    }

    [Fact]
    public async Task Schema_does_refuse()
    {
        var schema = await Schema.Value;

        Assert.NotEmpty(schema.Validate("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"FactSet"}]}"""));
        Assert.NotEmpty(schema.Validate(new AdaptiveCard("1.5") { Body = { new AdaptiveTextBlock("x") { AdditionalProperties = { ["colour"] = "red" } } } }.ToJson()));
    }

    private static IEnumerable<string> ConcreteTypeNames() =>
        typeof(AdaptiveTypedElement).Assembly.GetExportedTypes()
            .Where(type => !type.IsAbstract && (type.IsSubclassOf(typeof(AdaptiveTypedElement)) || type.IsSubclassOf(typeof(AdaptiveInline))) && type.GetConstructor([]) is not null)
            .Select(type => type.GetProperty("Type")!.GetValue(Activator.CreateInstance(type)))
            .OfType<string>()
            .Where(name => name.Length > 0);

    private static void Collect(JsonNode? node, HashSet<string> seen)
    {
        if (node is JsonObject members)
        {
            if (members["type"] is JsonValue type)
                seen.Add(type.GetValue<string>());
            foreach (var (_, member) in members)
                Collect(member, seen);
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
                Collect(item, seen);
        }
    }

    private static Task<JsonSchema> ReadSchemaAsync()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Data", "AdaptiveCards", "adaptive-card-1.5.0.json");
        var schema = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        // Its `id` should be `$id`; as it stands strict validators refuse it.
        schema.Remove("id");
        return JsonSchema.FromJsonAsync(schema.ToJsonString());
    }
}
