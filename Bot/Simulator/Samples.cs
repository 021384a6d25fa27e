using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CoordinatorBot.Simulator;

/// <summary>A script of ordinary activities, read from <c>samples/*.play.json</c>.</summary>
/// <param name="Name">The file's name without <c>.play.json</c>.</param>
/// <param name="Title">What the button says.</param>
/// <param name="Description">A line about it.</param>
/// <param name="Folder">Where it lies; files that it attaches are named from here.</param>
/// <param name="Script">The script as written, its dates not yet filled in.</param>
internal sealed record Sample(string Name, string Title, string? Description, string Folder, string Script);

/// <summary>
/// The samples that can be played. They lie in <c>samples/</c> beside the project, or where the setting
/// <c>Simulator:Samples</c> says; they are read anew each time, so that a script can be mended while the bot runs.
/// </summary>
internal sealed partial class Samples(IHostEnvironment environment, IConfiguration configuration)
{
    private const string Suffix = ".play.json";

    private string Folder =>
        configuration["Simulator:Samples"] ?? Path.GetFullPath(Path.Combine(environment.ContentRootPath, "..", "samples"));

    /// <summary><c>name</c>, <c>title</c> and <c>description</c> of each, by file name.</summary>
    public JsonArray All() => !Directory.Exists(Folder) ? [] :
    [
        .. Directory.EnumerateFiles(Folder, "*" + Suffix).Order(StringComparer.Ordinal).Select(Read).Select(s =>
            new JsonObject { ["name"] = s.Name, ["title"] = s.Title, ["description"] = s.Description }),
    ];

    public Sample? Find(string name) =>
        Path.GetFileName(name) == name && File.Exists(Path.Combine(Folder, name + Suffix)) ? Read(Path.Combine(Folder, name + Suffix)) : null;

    /// <summary>
    /// Fills in dates: <c>{{weeks:+16}}</c> and <c>{{days:-3}}</c> become ISO dates so far from today.
    /// </summary>
    public static JsonObject Fill(Sample sample, DateTimeOffset now)
    {
        var filled = RelativeDate().Replace(sample.Script, match =>
        {
            var days = int.Parse(match.Groups["n"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
                * (match.Groups["unit"].Value == "weeks" ? 7 : 1);
            return now.UtcDateTime.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        });
        return JsonNode.Parse(filled)!.AsObject();
    }

    private static Sample Read(string path)
    {
        var name = Path.GetFileName(path)[..^Suffix.Length];
        var script = File.ReadAllText(path);
        try
        {
            var parsed = JsonNode.Parse(script);
            return new Sample(name, (string?)parsed?["title"] ?? name, (string?)parsed?["description"], Path.GetDirectoryName(path)!, script);
        }
        catch (JsonException e)
        {
            // Shown on its button: who writes a script looks there first.
            return new Sample(name, name, "Cannot be read: " + e.Message, Path.GetDirectoryName(path)!, "{}");
        }
    }

    [GeneratedRegex(@"\{\{(?<unit>weeks|days):(?<n>[+-]?\d{1,4})\}\}")]
    private static partial Regex RelativeDate();
}
