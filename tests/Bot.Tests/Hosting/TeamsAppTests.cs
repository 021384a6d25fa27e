using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

using CoordinatorBot.Bot.Tests.Infrastructure;
using CoordinatorBot.Cards.Text;
using CoordinatorBot.Conversation;
using CoordinatorBot.Domain;
using CoordinatorBot.Domain.Exchanges;

using Microsoft.Extensions.DependencyInjection;

using NJsonSchema;

namespace CoordinatorBot.Bot.Tests.Hosting;

/// <summary>The app as Teams installs it.</summary>
public sealed class TeamsAppTests(TeamsHost host) : IClassFixture<TeamsHost>
{
    private const int MostCommands = 10;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Folder => Repository.File("infra", "teams-app");

    [Fact]
    public async Task Manifest_is_valid_against_its_schema()
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Data", "teams-manifest", "MicrosoftTeams.schema.v1.25.json"), TestContext.Current.CancellationToken);
        var manifest = await File.ReadAllTextAsync(Path.Combine(Folder, "manifest.json"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(manifest));
        Assert.NotEmpty(schema.Validate(manifest.Replace("\"personal\"", "\"nowhere\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Command_menus_are_the_first_of_the_help_and_the_help()
    {
        var path = Path.Combine(Folder, "manifest.json");
        var manifest = JsonNode.Parse(File.ReadAllText(path))!;
        manifest["bots"]![0]!["commandLists"] = new JsonArray(Commands("personal", PlaceKind.Personal), Commands("team", PlaceKind.Channel));
        Repository.AssertMade(path, manifest.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n");
    }

    [Theory]
    [InlineData("color", 192)]
    [InlineData("outline", 32)]
    public void Icon_has_the_size_that_Teams_wants(string icon, int size)
    {
        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "manifest.json")))!;
        var png = File.ReadAllBytes(Path.Combine(Folder, (string)manifest["icons"]![icon]!));
        Assert.Equal("\x89PNG"u8.Length + 3, png.AsSpan().IndexOf("\r\n\x1a\n"u8) + 4);
        Assert.Equal((size, size), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
    }

    // The help comes last in the help, and must not be missing in a menu.
    private JsonObject Commands(string scope, PlaceKind place)
    {
        var viewer = new Viewer(new PersonId(Guid.Empty), "", Standing.Coordinator, Language.English, Zone.Utc);
        var all = host.Services.GetRequiredService<CommandTable>().For(viewer, place).ToList();
        var shown = all.Where(c => c.Name is not "help").Take(MostCommands - 1).Concat(all.Where(c => c.Name is "help"));
        return new JsonObject
        {
            ["scopes"] = new JsonArray(scope),
            ["commands"] = new JsonArray([.. shown.Select(c => new JsonObject
            {
                ["title"] = CommandTable.NameOf(c, viewer),
                ["description"] = viewer.Texts[$"commands.{c.Name}.help"],
            })]),
        };
    }
}
