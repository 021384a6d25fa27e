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

    [Theory]
    [InlineData("personal", PlaceKind.Personal)]
    [InlineData("team", PlaceKind.Channel)]
    public void Menu_holds_commands_by_their_names_with_what_the_help_says(string scope, PlaceKind place)
    {
        var viewer = new Viewer(new PersonId(Guid.Empty), "", Standing.Coordinator, Language.English, Zone.Utc);
        var known = host.Services.GetRequiredService<CommandTable>().For(viewer, place).ToDictionary(c => CommandTable.NameOf(c, viewer));
        var path = Path.Combine(Folder, "manifest.json");
        var manifest = JsonNode.Parse(File.ReadAllText(path))!;
        var menu = manifest["bots"]![0]!["commandLists"]!.AsArray().Single(l => (string?)l!["scopes"]![0] == scope)!["commands"]!.AsArray();
        Assert.InRange(menu.Count, 1, MostCommands);
        Assert.Empty(menu.Select(c => (string)c!["title"]!).Except(known.Keys));
        Assert.Equal("help", (string?)menu[^1]!["title"]);
        foreach (var command in menu)
            command!["description"] = viewer.Texts[$"commands.{known[(string)command["title"]!].Name}.help"];
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
}
